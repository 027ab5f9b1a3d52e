//! What the loader reports, as Python exceptions. What the C library reports is in `ink`.

use owned::prelude::*;

use crate::svg::LoadError;

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
