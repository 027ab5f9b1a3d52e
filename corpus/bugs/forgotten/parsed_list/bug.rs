//! Splits a text into words, and forgets the list that was made for counting.

#[owned::module]
mod parsed_list_bug {
    use owned::prelude::*;

    #[function]
    fn count_words(py: Python<'_>, text: &str) -> Result<usize> {
        let words = List::empty(py)?; // BUG
        for word in text.split_whitespace() {
            words.push(&word.into_py(py)?)?;
        }
        let count = words.len();
        std::mem::forget(words);
        Ok(count)
    }
}
