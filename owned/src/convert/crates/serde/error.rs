//! What goes wrong between serde and Python, and where.

use core::fmt;
use std::error;

use ::serde::de::{self, Expected, Unexpected};
use ::serde::ser;

use crate::convert::place;
use crate::err::{PyErr, TypeError, ValueError};
use crate::object::Str;
use crate::ptr::{Any, Owned};
use crate::token::Python;

/// An exception, and the way to where it belongs. A box: each call hands one on.
#[derive(Debug)]
pub(super) struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    error: PyErr,
    /// The innermost comes first.
    place: Vec<String>,
}

/// Of what is nested deeper, the innermost steps are said.
const LONGEST: usize = 32;

impl Error {
    /// The same error, which happened in an item of a sequence.
    #[cold]
    pub(super) fn in_item(self, index: usize) -> Self {
        self.inside(|| format!("[{index}]"))
    }

    /// The same error, which happened in the value of this key.
    #[cold]
    pub(super) fn in_value(self, key: &Owned<'_, Any>) -> Self {
        let text = key.as_borrowed().downcast::<Str>();
        self.inside(|| match text.as_ref().map(|text| text.to_str()) {
            Ok(Ok(name)) if is_identifier(name) => format!(".{name}"),
            _ => format!("[{key:?}]"),
        })
    }

    /// The same error, which happened in a field.
    #[cold]
    pub(super) fn in_field(self, name: &str) -> Self {
        self.inside(|| if is_identifier(name) { format!(".{name}") } else { format!("['{name}']") })
    }

    /// The same error, which happened in a key itself.
    #[cold]
    pub(super) fn in_key(mut self) -> Self {
        self.0.error = self.0.error.within(&["key"]);
        self
    }

    fn inside(mut self, step: impl FnOnce() -> String) -> Self {
        if self.0.place.len() < LONGEST {
            self.0.place.push(step());
        }
        self
    }

    /// The exception, which says the place.
    #[cold]
    #[track_caller]
    pub(super) fn raised(self, py: Python<'_>) -> PyErr {
        let Inner { error, place } = *self.0;
        if place.is_empty() {
            return error;
        }
        let deeper = if place.len() == LONGEST { "…" } else { "" };
        let steps: String = place.into_iter().rev().collect();
        place::at(error, py, &[deeper, &steps])
    }
}

fn is_identifier(name: &str) -> bool {
    let word = |letter: char| letter == '_' || letter.is_alphanumeric();
    name.chars().all(word) && !name.starts_with(|first: char| first.is_numeric()) && !name.is_empty()
}

impl From<PyErr> for Error {
    #[cold]
    fn from(error: PyErr) -> Self {
        Error(Box::new(Inner { error, place: Vec::new() }))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.error.fmt(f)
    }
}

impl error::Error for Error {}

impl ser::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        ValueError::new(message.to_string()).into()
    }
}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        ValueError::new(message.to_string()).into()
    }

    /// In Python's words, and as the other conversions say it.
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Bool(_) => "bool",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) => "int",
            Unexpected::Float(_) => "float",
            Unexpected::Char(_) | Unexpected::Str(_) => "str",
            Unexpected::Bytes(_) => "bytes",
            Unexpected::Unit | Unexpected::Option => "None",
            Unexpected::Seq => "a sequence",
            Unexpected::Map => "a mapping",
            other => return TypeError::new(format!("expected {expected}, got {other}")).into(),
        };
        TypeError::new(format!("expected {expected}, got {found}")).into()
    }
}
