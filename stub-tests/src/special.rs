//! Special methods.

use std::sync::Arc;

use owned::prelude::*;
use owned::types::Exported;

/// Adds and compares.
#[class]
pub struct Number {
    value: i64,
}

#[methods]
impl Number {
    #[new]
    fn new(value: i64) -> Self {
        Number { value }
    }

    fn __add__(&self, other: i64) -> Number {
        Number { value: self.value + other }
    }

    fn __radd__(&self, other: i64) -> Number {
        Number { value: self.value + other }
    }

    fn __iadd__(&mut self, other: i64) {
        self.value += other;
    }

    fn __pow__(&self, exponent: i64, modulus: Option<i64>) -> i64 {
        let _ = modulus;
        self.value * exponent
    }

    fn __neg__(&self) -> Number {
        Number { value: -self.value }
    }

    fn __int__(&self) -> i64 {
        self.value
    }

    fn __bool__(&self) -> bool {
        self.value != 0
    }

    fn __eq__(&self, other: Ref<'_, Number>) -> bool {
        self.value == other.value
    }

    fn __lt__(&self, other: Ref<'_, Number>) -> bool {
        self.value < other.value
    }

    fn __repr__(&self) -> String {
        format!("Number({})", self.value)
    }

    fn __call__(&self, by: i64) -> i64 {
        self.value * by
    }

    fn __enter__<'py>(slf: Borrowed<'_, 'py, Self>) -> Owned<'py, Self> {
        slf.to_owned()
    }

    #[signature(class, value, traceback, /)]
    #[hint(class: "type[BaseException] | None", value: "BaseException | None", traceback: "types.TracebackType | None")]
    fn __exit__(&self, class: Py<Any>, value: Py<Any>, traceback: Py<Any>) -> bool {
        drop((class, value, traceback));
        false
    }
}

/// Items by their numbers.
#[class(sequence)]
pub struct Sequence {
    items: Vec<String>,
}

#[methods]
impl Sequence {
    fn __init__(&mut self, items: Vec<String>) {
        self.items = items;
    }

    #[new]
    fn new() -> Self {
        Sequence { items: Vec::new() }
    }

    fn __len__(&self) -> usize {
        self.items.len()
    }

    fn __getitem__(&self, index: usize) -> Result<String> {
        self.items.get(index).cloned().ok_or_else(|| IndexError::new("no such item"))
    }

    fn __setitem__(&mut self, index: usize, value: String) -> Result<()> {
        *self.items.get_mut(index).ok_or_else(|| IndexError::new("no such item"))? = value;
        Ok(())
    }

    fn __delitem__(&mut self, index: usize) {
        self.items.remove(index);
    }

    fn __contains__(&self, item: &str) -> bool {
        self.items.iter().any(|other| other == item)
    }
}

/// Memory that is lent.
#[class]
pub struct Buffer {
    data: Arc<[u8]>,
}

#[methods]
impl Buffer {
    #[new]
    fn new(size: usize) -> Self {
        Buffer { data: vec![0; size].into() }
    }

    fn __buffer__(&self) -> Exported {
        Exported::readonly(self.data.clone())
    }

    fn __hash__(&self) -> isize {
        self.data.len() as isize
    }
}

/// Only written to.
#[class]
pub struct Board {}

#[methods]
impl Board {
    #[new]
    fn new() -> Self {
        Board {}
    }

    fn __setitem__(&self, key: (i64, i64), value: bool) {
        let _ = (key, value);
    }

    #[classattr]
    const SIZE: (i64, i64) = (8, 8);

    #[staticgetter]
    fn count() -> u64 {
        1
    }

    #[staticsetter]
    fn set_count(count: u64) {
        let _ = count;
    }
}

/// Only from the left.
#[class]
pub struct Difference {}

#[methods]
impl Difference {
    fn __sub__(&self, other: i64) -> i64 {
        other
    }

    fn __getattr__(&self, name: &str) -> Result<String> {
        Err(AttributeError::new(name.to_owned()))
    }
}
