//! What `#[derive(FromPy)]` and `#[derive(IntoPy)]` call: where fields come from and go to. What is said when one does
//! not fit is in `errors`.
#![expect(unsafe_code, reason = "lends the items of a tuple for as long as the tuple is lent")]

mod errors;

pub use errors::{Misfits, one_of, within};

use core::fmt;

use crate::err::{AttributeError, IndexError, KeyError, PyErr, Result, ValueError};
use crate::object::{Dict, Tuple};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw;
use crate::token::Python;

use super::{FromPy, IntoPy, depth};

/// A text or an integer that the user wrote: the key of an item, the value of a variant without fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Literal {
    /// A `str`.
    Text(&'static str),
    /// An `int`.
    Number(i64),
}

impl Literal {
    /// The object. A new reference.
    #[track_caller]
    #[inline]
    pub fn into_any(self, py: Python<'_>) -> Result<Owned<'_, Any>> {
        match self {
            Literal::Text(text) => text.into_any(py),
            Literal::Number(number) => number.into_any(py),
        }
    }
}

impl fmt::Display for Literal {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Literal::Text(text) => write!(f, "'{text}'"),
            Literal::Number(number) => write!(f, "{number}"),
        }
    }
}

/// Where a named field is taken from.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    /// `getattr(object, name)`.
    Attribute(&'static str),
    /// `object[key]`.
    Item(Literal),
}

/// The attribute or item. A new reference.
///
/// # Errors
/// What Python raises.
#[track_caller]
#[inline]
pub fn get<'py>(object: Borrowed<'_, 'py, Any>, source: Source) -> Result<Owned<'py, Any>> {
    match source {
        Source::Attribute(name) => object.getattr(name),
        Source::Item(key) => object.get_item(&key.into_any(object.py())?),
    }
}

/// The attribute or item, if it is there: an `AttributeError`, or a `KeyError` or `IndexError`, says that it is not.
#[track_caller]
#[inline]
pub fn find<'py>(object: Borrowed<'_, 'py, Any>, source: Source) -> Result<Option<Owned<'py, Any>>> {
    let py = object.py();
    match get(object, source) {
        Ok(value) => Ok(Some(value)),
        Err(error) if is_absence(&error, py, source) => Ok(None),
        Err(error) => Err(error),
    }
}

#[inline]
fn is_absence(error: &PyErr, py: Python<'_>, source: Source) -> bool {
    match source {
        Source::Attribute(_) => error.is::<AttributeError>(py),
        Source::Item(_) => error.is::<KeyError>(py) || error.is::<IndexError>(py),
    }
}

/// A field without `#[py(default)]`.
#[track_caller]
pub fn required<'py, T: for<'x> FromPy<'x, 'py>>(object: Borrowed<'_, 'py, Any>, source: Source) -> Result<T> {
    T::from_py(get(object, source)?.as_borrowed())
}

/// A field with `#[py(default)]`: `None` if it is absent.
#[track_caller]
pub fn optional<'py, T: for<'x> FromPy<'x, 'py>>(object: Borrowed<'_, 'py, Any>, source: Source) -> Result<Option<T>> {
    match find(object, source)? {
        Some(value) => T::from_py(value.as_borrowed()).map(Some),
        None => Ok(None),
    }
}

/// A field that is the whole object or an item of a tuple, from which it may borrow.
#[track_caller]
pub fn lent<'a, 'py, T: FromPy<'a, 'py>>(object: Borrowed<'a, 'py, Any>) -> Result<T> {
    T::from_py(object)
}

/// The object as a tuple of this length.
///
/// # Errors
/// `TypeError` if it is no tuple, `ValueError` if its length is another.
#[inline]
pub fn tuple<'a, 'py>(object: Borrowed<'a, 'py, Any>, length: usize) -> Result<Borrowed<'a, 'py, Tuple>> {
    let tuple = object.downcast::<Tuple>()?;
    if tuple.len() == length {
        Ok(tuple)
    } else {
        Err(ValueError::new(format!("expected a tuple of {length}, got one of {}", tuple.len())))
    }
}

/// An item of a tuple, lent for as long as the tuple is.
///
/// # Panics
/// If the tuple, whose length [`tuple`] has checked, is shorter.
#[track_caller]
#[inline]
pub fn nth<'a, 'py>(tuple: Borrowed<'a, 'py, Tuple>, index: usize) -> Borrowed<'a, 'py, Any> {
    // SAFETY: attached, and a tuple; the function checks the index.
    let item = unsafe { raw::tuple_get_item(tuple.inner(), index.cast_signed()) };
    let item = item.expect("an index below the length");
    // SAFETY: any object is an `Any`. A tuple keeps its items for as long as it lives, which is for `'a`.
    unsafe { Borrowed::from_ref(tuple.py(), item) }
}

/// Refuses to go deeper where the stack is nearly full: an object can contain itself, and so can a type of the user's.
///
/// # Errors
/// `RecursionError`.
#[track_caller]
#[inline]
pub fn deeper(py: Python<'_>) -> Result<()> {
    depth::deeper(py)
}

/// A field, converted by its own type.
#[track_caller]
pub fn given<'py, T: IntoPy<'py>>(value: T, py: Python<'py>) -> Result<Owned<'py, Any>> {
    value.into_any(py)
}

/// A dict of converted fields.
#[track_caller]
pub fn dict<'py, const N: usize>(py: Python<'py>, items: [(Literal, Owned<'py, Any>); N]) -> Result<Owned<'py, Dict>> {
    let dict = Dict::empty(py)?;
    for (key, value) in items {
        dict.put(&key.into_any(py)?, &value)?;
    }
    Ok(dict)
}

/// A `types.SimpleNamespace` of converted fields.
#[track_caller]
pub fn namespace<'py, const N: usize>(
    py: Python<'py>,
    items: [(Literal, Owned<'py, Any>); N],
) -> Result<Owned<'py, Any>> {
    let items = dict(py, items)?;
    py.import("types")?.getattr("SimpleNamespace")?.call_with((), &items)
}
