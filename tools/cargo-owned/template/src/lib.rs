//! Counts the words of texts, for Python: the module `my_binding`.
//!
//! [`words`] is plain Rust, [`Tally`] a class over it. The module says what Python gets.

mod tally;
pub mod words;

pub use tally::{FullError, Tally};

/// Counts the words of texts.
#[owned::module]
pub mod my_binding {
    use std::collections::BTreeMap;

    // What stands in other files is exported by name.
    #[export]
    pub use crate::tally::{FullError, Tally};

    /// Count the words of a text.
    #[function]
    #[signature(text, *, ignore_case = false)]
    pub fn count(text: &str, ignore_case: bool) -> BTreeMap<String, u64> {
        crate::words::count(text, ignore_case)
    }
}
