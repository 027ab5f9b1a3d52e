//! What the C library and the loader report, as Python exceptions.

use owned::exceptions::MemoryError;
use owned::prelude::*;

use crate::ink;
use crate::svg::LoadError;

impl From<ink::Error> for PyErr {
    fn from(error: ink::Error) -> Self {
        use ink::Error::{Attached, Detached, Memory, Save, Size, Value};
        match error {
            Size | Value | Attached | Detached => ValueError::new(error.to_string()),
            Memory => MemoryError::new(error.to_string()),
            Save(error) => error.into(),
            _ => RuntimeError::new(error.to_string()),
        }
    }
}

impl From<LoadError> for PyErr {
    /// A file that cannot be read is the `OSError` that Python would raise, with its name; a drawing that cannot be
    /// used is a `ValueError` with line and column.
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Io { path, source } => PyErr::from_io(&source, &path),
            other => ValueError::new(other.to_string()),
        }
    }
}
