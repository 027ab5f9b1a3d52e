//! Python's objects as values of SQLite's, and back.

use std::fmt;

use owned::exceptions::OverflowError;
use owned::prelude::*;
use owned::types::{Buffer, MemoryView};

use crate::db::Value;
use crate::errors::ProgrammingError;

/// The object that a value is. Text must be UTF-8.
pub(crate) fn to_object<'py>(py: Python<'py>, value: Value<'_>) -> Result<Owned<'py, Any>> {
    match value {
        Value::Null => Ok(py.none()),
        Value::Integer(value) => value.into_py(py).map(Owned::into_any),
        Value::Real(value) => value.into_py(py).map(Owned::into_any),
        Value::Text(text) => Str::decode(py, text, None, None).map(Owned::into_any),
        Value::Blob(blob) => Bytes::new(py, blob).map(Owned::into_any),
    }
}

/// Calls `f` with the value that an object is: texts and bytes are lent, not copied. What is asked first is what there
/// is most of.
pub(crate) fn with_value<R>(object: &Owned<'_, Any>, f: impl FnOnce(Value<'_>) -> R) -> Result<R> {
    let borrowed = object.as_borrowed();
    if object.is_none() {
        Ok(f(Value::Null))
    } else if let Ok(int) = borrowed.downcast::<Int>() {
        let too_large = |_| OverflowError::new("Python int too large to convert to SQLite INTEGER");
        int.to_i64().map_err(too_large).map(|int| f(Value::Integer(int)))
    } else if let Ok(text) = borrowed.downcast::<Str>() {
        Ok(f(Value::Text(text.as_str()?.as_bytes())))
    } else if let Ok(float) = borrowed.downcast::<Float>() {
        Ok(f(Value::Real(float.value())))
    } else if let Ok(bytes) = borrowed.downcast::<Bytes>() {
        Ok(f(Value::Blob(bytes.as_bytes())))
    } else {
        with_bytes(object, |bytes| f(Value::Blob(bytes)))
    }
}

/// Calls `f` with the memory of an object that lends it. Python code may write to it meanwhile, so it is a copy, unless
/// nobody can.
pub(crate) fn with_bytes<R>(object: &Owned<'_, Any>, f: impl FnOnce(&[u8]) -> R) -> Result<R> {
    match Buffer::<u8>::of(object) {
        Ok(buffer) => match buffer.as_slice() {
            Some(bytes) => Ok(f(bytes)),
            None => Ok(f(&buffer.to_vec()?)),
        },
        // Of items that are no bytes.
        Err(_) => match MemoryView::of(object) {
            Ok(view) => Ok(f(view.to_bytes()?.as_slice())),
            Err(_) => Err(ProgrammingError::new(format!("type '{}' is not supported", object.type_name()))),
        },
    }
}

/// The error with the place of the value before its message, if it is about the type.
pub(crate) fn at(py: Python<'_>, place: impl fmt::Display, error: PyErr) -> PyErr {
    if !error.is::<ProgrammingError>(py) {
        return error;
    }
    let message = error.to_string();
    let message = message.split_once(": ").map_or(&*message, |(_, message)| message);
    ProgrammingError::new(format!("{place}: {message}"))
}
