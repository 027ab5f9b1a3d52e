//! Splits a text into words.

#[owned::module]
mod parsed_list_twin {
    use owned::prelude::*;

    #[function]
    fn count_words(py: Python<'_>, text: &str) -> Result<usize> {
        let words = List::empty(py)?;
        for word in text.split_whitespace() {
            words.push(&word.into_py(py)?)?;
        }
        let count = words.len();
        Ok(count)
    }
}
