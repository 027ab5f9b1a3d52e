//! Numbers as text, by a function that the caller may give.

use owned::prelude::*;

#[owned::module]
mod number_format_twin {
    use super::*;

    #[function]
    fn format_all(py: Python<'_>, numbers: Vec<f64>, format: Py<Callable>) -> Result<Vec<String>> {
        let format = format.bind(py);
        numbers.iter().map(|number| format.call((*number,))?.extract()).collect()
    }
}
