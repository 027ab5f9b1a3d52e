//! Numbers as text, by a function that the caller may give.

use std::sync::OnceLock;

use owned::prelude::*;

static FORMAT: OnceLock<Py<Callable>> = OnceLock::new();

#[owned::module]
mod number_format_bug {
    use super::*;

    #[function]
    fn format_all(
        py: Python<'_>,
        numbers: Vec<f64>,
        format: Py<Callable>, // BUG
    ) -> Result<Vec<String>> {
        let format = FORMAT.get_or_init(|| format).bind(py);
        numbers.iter().map(|number| format.call((*number,))?.extract()).collect()
    }
}
