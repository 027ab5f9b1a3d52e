//! The class `Tally`.

use std::collections::BTreeMap;

use owned::prelude::*;

use crate::words::words;

owned::create_exception! {
    /// A tally has as many words as it may have.
    pub FullError: ValueError,
}

/// Counts words over several texts, and tells of each that is new.
#[class(weakref)]
pub struct Tally {
    counts: BTreeMap<String, u64>,
    /// How many different words there may be; None if there is no limit.
    #[field(get)]
    limit: Option<usize>,
    /// Called with each word that is new, or None.
    // The collector sees this reference: a listener that holds its tally is a cycle, and is freed. There is nothing to write.
    #[field(get, set)]
    on_new: Option<Py<Callable>>,
}

#[methods]
impl Tally {
    #[new]
    #[signature(*, limit = None, on_new = None)]
    pub fn new(limit: Option<usize>, on_new: Option<Py<Callable>>) -> Self {
        Tally {
            counts: BTreeMap::new(),
            limit,
            on_new,
        }
    }

    /// Count the words of a text; returns how many of them were new.
    ///
    /// Raises FullError at a new word if there are as many as there may be. What came before it is counted.
    pub fn add(slf: Borrowed<'_, '_, Self>, text: &str) -> Result<usize> {
        let py = slf.py();
        let mut new = 0;
        for word in words(text) {
            if !slf.borrow_mut()?.count(word)? {
                continue;
            }
            new += 1;
            let listener = slf
                .borrow()?
                .on_new
                .as_ref()
                .map(|listener| listener.clone_ref(py));
            if let Some(listener) = listener {
                // The tally is not borrowed while Python runs, so the listener may use it, and replace itself.
                listener.bind(py).call((word,))?;
            }
        }
        Ok(new)
    }

    /// The word that came most often, the first by the alphabet of several; None if there is no word.
    pub fn most(&self) -> Option<&str> {
        let most = self.counts.iter().rev().max_by_key(|(_, count)| **count);
        most.map(|(word, _)| word.as_str())
    }

    fn __len__(&self) -> usize {
        self.counts.len()
    }

    fn __contains__(&self, word: &str) -> bool {
        self.counts.contains_key(word)
    }

    fn __getitem__(&self, py: Python<'_>, word: &str) -> Result<u64> {
        match self.counts.get(word) {
            Some(count) => Ok(*count),
            None => Err(KeyError::of(word.into_py(py)?)),
        }
    }

    fn __repr__(&self) -> String {
        format!("<Tally of {} words>", self.counts.len())
    }
}

// Rust's own: Python gets what stands in the block above.
impl Tally {
    /// Counts one; returns whether it is new.
    fn count(&mut self, word: &str) -> Result<bool> {
        if let Some(count) = self.counts.get_mut(word) {
            *count += 1;
            return Ok(false);
        }
        if let Some(limit) = self.limit.filter(|limit| self.counts.len() >= *limit) {
            return Err(FullError::new(format!(
                "no room for {word:?}: there are {limit} words already"
            )));
        }
        self.counts.insert(word.to_owned(), 1);
        Ok(true)
    }
}
