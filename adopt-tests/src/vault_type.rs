//! A static type of C's, some of whose methods are Rust's.

use owned::adopt::{BorrowedField, OwnedField, PlainField};
use owned::foreign;
use owned::prelude::*;
use std::ffi::{CString, c_char, c_int};

/// C's `Vault`.
#[class(name = "Vault", unsafe(adopt(Vault, type = VaultType)))]
#[repr(C)]
pub struct Vault {
    marks: PlainField<[c_int; 3]>,
    count: PlainField<isize>,
    weight: PlainField<f64>,
    label: OwnedField<Any>,
    log: OwnedField<List>,
    next: BorrowedField<Vault>,
}

foreign::import! {
    // SAFETY: as in `vault.c`.
    unsafe extern "C" {
        static fn vault_note(vault: Kept<Vault>, text: *const c_char) -> Status;
        static fn vault_copy_log(vault: Borrowed<Vault>) -> New<List>;
        static fn vault_last_line(vault: Borrowed<Vault>) -> Borrowed<Str>;
        static fn vault_relabel(vault: Kept<Vault>, label: Stolen<Any>);
        static fn vault_link(vault: Borrowed<Vault>, next: Borrowed<Vault>);
    }
}

#[methods]
impl Vault {
    fn __init__(slf: Borrowed<'_, '_, Self>, count: isize) -> Result<()> {
        slf.get().count.set(slf.py(), count);
        Self::note(slf, "Rust made")
    }

    fn count(&self, py: Python<'_>) -> isize {
        self.count.get(py)
    }

    fn who(&self) -> &'static str {
        "Rust"
    }

    #[classmethod]
    fn made(class: Borrowed<'_, '_, Type>) -> Result<String> {
        Ok(format!("Rust of {}", class.name()))
    }

    #[staticmethod]
    fn helper() -> &'static str {
        "Rust of nobody"
    }

    /// A method of Rust's alone, which calls C.
    fn note(slf: Borrowed<'_, '_, Self>, text: &str) -> Result<()> {
        let text = CString::new(text)?;
        vault_note(slf.py(), &slf, text.as_ptr()).map(drop)
    }

    fn log<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Owned<'py, List>> {
        vault_copy_log(slf.py(), &slf)
    }

    fn last_line<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Owned<'py, Str>> {
        vault_last_line(slf.py(), &slf)
    }

    fn link<'py>(slf: Borrowed<'_, 'py, Self>, next: Borrowed<'_, 'py, Vault>) {
        vault_link(slf.py(), &slf, &next);
    }

    fn relabel_by_c<'py>(slf: Borrowed<'_, 'py, Self>, label: Borrowed<'_, 'py, Any>) {
        vault_relabel(slf.py(), &slf, label.to_owned());
    }

    fn next_by_rust<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Vault>>> {
        self.next.get(py)
    }

    #[getter]
    fn label<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        self.label.get(py)
    }

    #[setter(name = "label")]
    fn set_label<'py>(&self, py: Python<'py>, label: Borrowed<'_, 'py, Any>) {
        self.label.set(py, Some(label.to_owned()));
    }

    fn take_label<'py>(&self, py: Python<'py>) -> Option<Owned<'py, Any>> {
        self.label.take(py)
    }

    #[getter]
    fn raw_count(&self, py: Python<'_>) -> isize {
        self.count.get(py)
    }

    fn marks(&self, py: Python<'_>) -> Vec<c_int> {
        let mut marks = self.marks.get(py);
        marks[2] += 1;
        self.marks.set(py, marks);
        self.weight.set(py, self.weight.get(py) * 2.0);
        marks.to_vec()
    }

    /// What C has there is no `Str`, if the test has put something else there.
    fn log_by_rust<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, List>>> {
        self.log.get(py)
    }

    fn __contains__(&self, key: &str) -> bool {
        key == "Rust"
    }

    fn __len__(&self, py: Python<'_>) -> usize {
        self.count.get(py).unsigned_abs()
    }

    fn __getitem__(slf: Borrowed<'_, '_, Self>, key: &str) -> Result<String> {
        Self::note(slf, "Rust got")?;
        Ok(format!("Rust[{key:?}]"))
    }

    fn __setitem__(slf: Borrowed<'_, '_, Self>, key: &str, _value: Borrowed<'_, '_, Any>) -> Result<()> {
        Self::note(slf, &format!("Rust set {key}"))
    }

    fn __delitem__(slf: Borrowed<'_, '_, Self>, key: &str) -> Result<()> {
        Self::note(slf, &format!("Rust deleted {key}"))
    }

    fn __add__(&self, other: i64) -> String {
        format!("Rust + {other}")
    }

    fn __radd__(&self, other: i64) -> String {
        format!("{other} + Rust")
    }

    fn __call__(&self, word: &str) -> String {
        format!("Rust called {word}")
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        format!("<Rust's vault of {}>", self.count.get(py))
    }
}

/// A class of Rust's beside it, without a field, that others can be derived from.
#[class(subclass)]
pub struct Bare;

#[methods]
impl Bare {
    #[new]
    fn new() -> Self {
        Bare
    }

    fn bare(&self) -> &'static str {
        "Rust's own"
    }
}

/// One with fields.
#[class(subclass)]
pub struct Full {
    #[field(get, set)]
    number: i64,
}

#[methods]
impl Full {
    #[new]
    #[signature(number = 1)]
    fn new(number: i64) -> Self {
        Full { number }
    }
}

#[owned::module(adopt)]
pub mod vault {
    #[export]
    pub use super::{Bare, Full, Vault};
}
