//! Binds the table of units.

use owned::foreign;
use owned::prelude::*;

foreign::import! {
    // SAFETY: as the comment in C says.
    unsafe extern "C" {
        fn unit_lookup_twin_unit(sign: Borrowed<Str>) -> New<Str>;
    }
}

#[owned::module]
mod unit_lookup_twin {
    use super::*;

    #[function]
    fn unit<'py>(sign: Borrowed<'_, 'py, Str>) -> Result<Owned<'py, Str>> {
        unit_lookup_twin_unit(sign.py(), &sign)
    }
}
