//! Values as SQLite has them, borrowed from whoever has them.
#![expect(unsafe_code, reason = "reads and gives values by SQLite's functions")]

use std::ffi::{c_char, c_int, c_void};
use std::ptr::NonNull;
use std::slice;

use libsqlite3_sys as ffi;

/// One value. Its text is UTF-8 if SQLite was given UTF-8, which it does not check.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Integer(i64),
    Real(f64),
    Text(&'a [u8]),
    Blob(&'a [u8]),
}

/// Bytes of SQLite's. Where there are none, the pointer may be NULL.
///
/// # Safety
/// `length` bytes that stay for `'a`, if the pointer is not NULL.
unsafe fn bytes<'a>(first: *const u8, length: c_int) -> &'a [u8] {
    match (NonNull::new(first.cast_mut()), usize::try_from(length)) {
        // SAFETY: the caller's.
        (Some(first), Ok(length)) => unsafe { slice::from_raw_parts(first.as_ptr(), length) },
        _ => &[],
    }
}

impl<'a> Value<'a> {
    /// A column of the row that a statement is at.
    ///
    /// # Safety
    /// The statement is at a row and has the column; it is not stepped, reset or finalised for `'a`, and the turn is
    /// this thread's.
    pub(crate) unsafe fn of_column(statement: *mut ffi::sqlite3_stmt, column: c_int) -> Self {
        // Each value is asked for as what it is: asking for another type would convert it, in place.
        // SAFETY: the caller's.
        match unsafe { ffi::sqlite3_column_type(statement, column) } {
            // SAFETY: as above.
            ffi::SQLITE_INTEGER => Value::Integer(unsafe { ffi::sqlite3_column_int64(statement, column) }),
            // SAFETY: as above.
            ffi::SQLITE_FLOAT => Value::Real(unsafe { ffi::sqlite3_column_double(statement, column) }),
            ffi::SQLITE_TEXT => {
                // SAFETY: as above. First the text, then its length, says the manual.
                let first = unsafe { ffi::sqlite3_column_text(statement, column) };
                // SAFETY: as above.
                let length = unsafe { ffi::sqlite3_column_bytes(statement, column) };
                // SAFETY: they stay until the next step.
                Value::Text(unsafe { bytes(first, length) })
            }
            ffi::SQLITE_BLOB => {
                // SAFETY: as above.
                let first = unsafe { ffi::sqlite3_column_blob(statement, column) };
                // SAFETY: as above.
                let length = unsafe { ffi::sqlite3_column_bytes(statement, column) };
                // SAFETY: they stay until the next step.
                Value::Blob(unsafe { bytes(first.cast(), length) })
            }
            _ => Value::Null,
        }
    }

    /// An argument of a function.
    ///
    /// # Safety
    /// SQLite lends the value to a function that has not returned before `'a` ends.
    pub(crate) unsafe fn of_argument(value: *mut ffi::sqlite3_value) -> Self {
        // SAFETY: the caller's.
        match unsafe { ffi::sqlite3_value_type(value) } {
            // SAFETY: as above.
            ffi::SQLITE_INTEGER => Value::Integer(unsafe { ffi::sqlite3_value_int64(value) }),
            // SAFETY: as above.
            ffi::SQLITE_FLOAT => Value::Real(unsafe { ffi::sqlite3_value_double(value) }),
            ffi::SQLITE_TEXT => {
                // SAFETY: as above.
                let first = unsafe { ffi::sqlite3_value_text(value) };
                // SAFETY: as above.
                let length = unsafe { ffi::sqlite3_value_bytes(value) };
                // SAFETY: they stay until the function returns: nobody asks for the value as anything else.
                Value::Text(unsafe { bytes(first, length) })
            }
            ffi::SQLITE_BLOB => {
                // SAFETY: as above.
                let first = unsafe { ffi::sqlite3_value_blob(value) };
                // SAFETY: as above.
                let length = unsafe { ffi::sqlite3_value_bytes(value) };
                // SAFETY: as above.
                Value::Blob(unsafe { bytes(first.cast(), length) })
            }
            _ => Value::Null,
        }
    }

    /// Binds a parameter; SQLite copies texts and blobs.
    ///
    /// # Safety
    /// The statement does not run, and the turn is this thread's.
    pub(crate) unsafe fn bind(self, statement: *mut ffi::sqlite3_stmt, parameter: c_int) -> c_int {
        match self {
            // SAFETY: the caller's; SQLite checks the number.
            Value::Null => unsafe { ffi::sqlite3_bind_null(statement, parameter) },
            // SAFETY: as above.
            Value::Integer(value) => unsafe { ffi::sqlite3_bind_int64(statement, parameter, value) },
            // SAFETY: as above.
            Value::Real(value) => unsafe { ffi::sqlite3_bind_double(statement, parameter, value) },
            Value::Text(text) => {
                let (first, length) = (text.as_ptr().cast::<c_char>(), text.len() as u64);
                let copy = ffi::SQLITE_TRANSIENT();
                // SAFETY: as above; so many bytes, which are copied.
                unsafe { ffi::sqlite3_bind_text64(statement, parameter, first, length, copy, UTF8) }
            }
            Value::Blob(blob) => {
                let (first, length) = (blob.as_ptr().cast::<c_void>(), blob.len() as u64);
                // SAFETY: as above; so many bytes, which are copied.
                unsafe { ffi::sqlite3_bind_blob64(statement, parameter, first, length, ffi::SQLITE_TRANSIENT()) }
            }
        }
    }

    /// Makes it the result of a function; SQLite copies texts and blobs.
    ///
    /// # Safety
    /// The context is that of a function which has not returned.
    pub(crate) unsafe fn give(self, context: *mut ffi::sqlite3_context) {
        match self {
            // SAFETY: the caller's.
            Value::Null => unsafe { ffi::sqlite3_result_null(context) },
            // SAFETY: as above.
            Value::Integer(value) => unsafe { ffi::sqlite3_result_int64(context, value) },
            // SAFETY: as above.
            Value::Real(value) => unsafe { ffi::sqlite3_result_double(context, value) },
            Value::Text(text) => {
                let (first, length) = (text.as_ptr().cast::<c_char>(), text.len() as u64);
                // SAFETY: as above; so many bytes, which are copied.
                unsafe { ffi::sqlite3_result_text64(context, first, length, ffi::SQLITE_TRANSIENT(), UTF8) }
            }
            Value::Blob(blob) => {
                let (first, length) = (blob.as_ptr().cast::<c_void>(), blob.len() as u64);
                // SAFETY: as above; so many bytes, which are copied.
                unsafe { ffi::sqlite3_result_blob64(context, first, length, ffi::SQLITE_TRANSIENT()) }
            }
        }
    }
}

const UTF8: u8 = ffi::SQLITE_UTF8 as u8;
