//! What is said when a value does not fit, and where.

use crate::err::{AttributeError, LookupError, OverflowError, PyErr, Result, TypeError, UnicodeError, ValueError};
use crate::object::{Int, Str};
use crate::ptr::{Any, Borrowed};
use crate::token::Python;

use super::super::FromPy;
use super::super::place::at;
use super::Literal;

/// Which of the values the object is: a `str` of the same text, or an integer (by `__index__`) of the same value.
///
/// # Errors
/// `ValueError` if it is another of a type that fits, `TypeError` if its type does not.
#[inline]
pub fn one_of(object: Borrowed<'_, '_, Any>, values: &[Literal]) -> Result<usize> {
    let found = if let Ok(text) = object.downcast::<Str>() {
        let text = match text.as_str() {
            Ok(text) => Some(text),
            // With a lone surrogate it is none that a Rust literal can be.
            Err(error) if error.is::<UnicodeError>(object.py()) => None,
            Err(error) => return Err(error),
        };
        values.iter().position(|value| matches!(value, Literal::Text(own) if Some(*own) == text))
    } else if values.iter().any(|value| matches!(value, Literal::Number(_))) {
        let number = match i64::from_py(object) {
            Ok(number) => Some(number),
            Err(error) if error.is::<TypeError>(object.py()) || error.is::<OverflowError>(object.py()) => None,
            Err(error) => return Err(error),
        };
        values.iter().position(|value| matches!(value, Literal::Number(own) if Some(*own) == number))
    } else {
        None
    };
    found.ok_or_else(|| {
        let expected = listed(values);
        let fits = values.iter().any(|value| match value {
            Literal::Text(_) => object.is_a::<Str>(),
            Literal::Number(_) => object.is_a::<Int>(),
        });
        if fits {
            ValueError::new(format!("expected {expected}, got {:?}", *object))
        } else {
            PyErr::unexpected(&expected, &object)
        }
    })
}

#[inline]
fn listed(values: &[Literal]) -> String {
    let texts: Vec<String> = values.iter().map(Literal::to_string).collect();
    match texts.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => texts.concat(),
    }
}

/// The alternatives of an enum that did not fit, each with the reason.
#[derive(Debug)]
pub struct Misfits {
    name: &'static str,
    reasons: Vec<(&'static str, &'static str, PyErr)>,
}

impl Misfits {
    /// None so far, of the enum of this name.
    #[inline]
    pub const fn new(name: &'static str) -> Self {
        Misfits { name, reasons: Vec::new() }
    }

    /// Remembers why a variant does not fit. `place` is what of the variant it is about: `.x`, or nothing.
    ///
    /// # Errors
    /// An error that says something else than that the object does not fit (`KeyboardInterrupt`, `MemoryError`) is
    /// given back: no other variant is tried.
    #[track_caller]
    #[inline]
    pub fn add(&mut self, py: Python<'_>, variant: &'static str, place: &'static str, error: PyErr) -> Result<()> {
        let fits_not = error.is::<TypeError>(py)
            || error.is::<ValueError>(py)
            || error.is::<AttributeError>(py)
            || error.is::<LookupError>(py)
            || error.is::<OverflowError>(py);
        if fits_not {
            self.reasons.push((variant, place, error));
            Ok(())
        } else {
            Err(at(error, py, &[self.name, ".", variant, place]))
        }
    }

    /// The error that lists them.
    #[inline]
    pub fn into_error(self, object: Borrowed<'_, '_, Any>) -> PyErr {
        let mut text = format!("expected {}, got {}:", self.name, object.type_name());
        for (variant, place, error) in self.reasons {
            // The lines of an enum in an enum stand below its own.
            let reason = error.to_string().replace('\n', "\n  ");
            text.push_str(&format!("\n- {variant}{place}: {reason}"));
        }
        TypeError::new(text)
    }
}

/// The result, whose error says where.
///
/// # Errors
/// That of the result, with its place.
#[track_caller]
pub fn within<T>(result: Result<T>, py: Python<'_>, place: &str) -> Result<T> {
    match result {
        Ok(value) => Ok(value),
        Err(error) => Err(at(error, py, &[place])),
    }
}
