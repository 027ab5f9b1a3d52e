//! Binds the styles of a document.

use owned::foreign;
use owned::prelude::*;

foreign::import! {
    // SAFETY: the function gives the style, or raises `KeyError`.
    unsafe extern "C" {
        fn style_of_bug_style(styles: Borrowed<Dict>, name: Borrowed<Str>) -> New<Any>; // BUG
    }
}

#[owned::module]
mod style_of_bug {
    use super::*;

    #[function]
    fn same_style<'py>(
        styles: Borrowed<'_, 'py, Dict>,
        name: Borrowed<'_, 'py, Str>,
        other: Borrowed<'_, 'py, Any>,
    ) -> Result<bool> {
        let style = style_of_bug_style(styles.py(), &styles, &name)?; // BUG
        Ok(style.is(&other))
    }
}
