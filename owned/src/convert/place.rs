//! Where a conversion failed: which argument, which field.
#![expect(unsafe_code, reason = "adds notes to exceptions, and tells their types apart")]

use crate::err::{PyErr, RecursionError, Result, together};
use crate::object::{Str, Tuple};
use crate::ptr::{Any, Owned};
use crate::raw::{self, BorrowedRef, ExceptionKind};
use crate::token::Python;

/// The error, saying where. What was raised by Python code keeps its text and traceback, and gets a note.
#[track_caller]
pub(super) fn at(mut error: PyErr, py: Python<'_>, place: &[&str]) -> PyErr {
    if error.stored().is_none() {
        return error.within(place);
    }
    // There would be a place for each of ten thousand levels.
    if error.is::<RecursionError>(py) {
        return error;
    }
    if let Some(untold) = retold(&error.value(py)) {
        return untold.within(place);
    }
    // The note is a courtesy: without it the error is what it was.
    let _ = add_note(&error.value(py), &(String::from("in ") + &together(place)));
    error
}

/// `error.add_note(note)`
fn add_note(error: &Owned<'_, Any>, note: &str) -> Result<()> {
    let (name, note) = (Str::new(error.py(), "add_note")?, Str::new(error.py(), note)?);
    // SAFETY: handles: attached and alive.
    let none = unsafe { raw::object_call_method_one_arg(error.raw(), name.raw(), note.raw()) }?;
    drop(none);
    Ok(())
}

/// What C code raises with a text and nothing else.
fn plain(class: BorrowedRef<'_>) -> Option<ExceptionKind> {
    let kinds = [
        raw::known(ExceptionKind::TypeError),
        raw::known(ExceptionKind::ValueError),
        raw::known(ExceptionKind::OverflowError),
        raw::known(ExceptionKind::AttributeError),
        raw::known(ExceptionKind::IndexError),
        raw::known(ExceptionKind::KeyError),
    ];
    // SAFETY: whoever holds an object is attached.
    kinds.into_iter().find(|kind| unsafe { raw::known_exception_type(*kind) }.as_ptr() == class.as_ptr())
}

/// The error anew, with a text that can be added to: for what C code raised, of which nothing is lost. `None` if Python
/// code has had a part in it, or if it is more than its type and a text.
#[track_caller]
fn retold(error: &Owned<'_, Any>) -> Option<PyErr> {
    let kind = plain(raw::type_of(error.raw()))?;
    for more in &["__traceback__", "__cause__", "__notes__"] {
        if let Some(more) = error.getattr_opt(*more).ok()?
            && !more.is_none()
        {
            return None;
        }
    }
    let args = error.getattr("args").ok()?;
    let args = args.as_borrowed().downcast::<Tuple>().ok()?;
    if args.len() != 1 {
        return None;
    }
    let only = args.item(0).ok()?;
    // The argument of a `KeyError` is the key.
    if kind == ExceptionKind::KeyError {
        return Some(PyErr::of_known(kind, format!("there is no {:?}", *only).into()));
    }
    Some(PyErr::of_known(kind, only.extract::<String>().ok()?.into()))
}
