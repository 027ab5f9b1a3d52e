//! What is measured as work grows: functions that take and give as much as one likes, and callbacks.

use std::collections::HashMap;

use owned::prelude::*;

/// How many numbers a list has.
#[function]
#[signature(numbers, /)]
pub fn take_list(numbers: Vec<i64>) -> usize {
    numbers.len()
}

/// A list of so many numbers.
#[function]
#[signature(count, /)]
pub fn give_list(count: i64) -> Vec<i64> {
    (0..count).collect()
}

/// How many entries a dict has.
#[function]
#[signature(entries, /)]
pub fn take_dict(entries: HashMap<i64, i64>) -> usize {
    entries.len()
}

/// A dict of so many entries.
#[function]
#[signature(count, /)]
pub fn give_dict(count: i64) -> HashMap<i64, i64> {
    (0..count).map(|number| (number, number)).collect()
}

/// How many bytes of UTF-8 a text has.
#[function]
#[signature(text, /)]
pub fn take_text(text: String) -> usize {
    text.len()
}

/// A text of so many letters.
#[function]
#[signature(count, /)]
pub fn give_text(count: usize) -> String {
    "a".repeat(count)
}

/// How many numbers a nested list has.
#[function]
#[signature(rows, /)]
pub fn take_rows(rows: Vec<Vec<f64>>) -> usize {
    rows.iter().map(Vec::len).sum()
}

/// Tells many.
#[class]
pub struct Bell {
    ringing: Callbacks,
}

#[methods]
impl Bell {
    #[new]
    fn new(py: Python<'_>) -> Result<Self> {
        Ok(Bell { ringing: Callbacks::new(py)? })
    }

    #[signature(callable, /)]
    fn connect(&self, callable: Borrowed<'_, '_, Callable>) -> Result<u64> {
        self.ringing.connect(callable.py(), Callback::new(&callable))
    }

    #[signature(id, /)]
    fn disconnect(&self, py: Python<'_>, id: u64) -> Result<bool> {
        self.ringing.disconnect(py, id)
    }

    fn ring(&self, py: Python<'_>) -> Result<()> {
        self.ringing.call_all(py, ())
    }
}
