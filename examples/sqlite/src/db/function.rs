//! Functions of SQL that are written in Python.
//!
//! `sqlite3_create_function_v2` takes the state over whatever comes of it: where it fails, it has called the destroy
//! notice already. So [`give`](foreign::give) is always told that C has taken it.
#![expect(unsafe_code, reason = "gives SQLite functions to call, and is called")]

use std::convert::Infallible;
use std::ffi::{CStr, c_int};
use std::ptr;
use std::slice;

use libsqlite3_sys as ffi;
use owned::foreign::{self, Token};
use owned::prelude::*;

use super::error::Result;
use super::open::Open;
use super::value::Value;
use crate::convert;

/// What SQLite has of a function. It owns no reference: the function's owner is the connection's registry.
#[derive(NoRefs)]
struct Function(Token<Callback>);

foreign::trampoline! {
    unsafe extern "C" fn on_call(context: *mut ffi::sqlite3_context, count: c_int, values: *mut *mut ffi::sqlite3_value) {
        // SAFETY: SQLite's context of this very call.
        state: Function = unsafe { ffi::sqlite3_user_data(context) },
        // SAFETY: as above.
        on_error: unsafe { fail(context, c"user-defined function raised exception") },
        call: |function, py| {
            let Some(callable) = function.0.get(py)? else {
                return Ok(()); // the collector has cleared the connection; NULL it is
            };
            let Some(callable) = callable.upgrade(py)? else {
                return Ok(());
            };
            // SAFETY: SQLite lends so many values until this returns.
            let result = unsafe { call_with(&callable, count, values) }?;
            // SAFETY: the context of this call.
            convert::with_value(&result, |value| unsafe { value.give(context) })
        },
    }
}

/// Ends the call with an error.
///
/// # Safety
/// The context of a function that has not returned.
pub(super) unsafe fn fail(context: *mut ffi::sqlite3_context, message: &CStr) {
    // SAFETY: the caller's; a C string, which is copied.
    unsafe { ffi::sqlite3_result_error(context, message.as_ptr(), -1) };
}

/// Calls a callable with SQLite's arguments. There are seldom many: a few need no memory of their own.
///
/// # Safety
/// `values` are so many, which SQLite lends until the function returns.
pub(super) unsafe fn call_with<'py>(
    callable: &Owned<'py, Any>,
    count: c_int,
    values: *mut *mut ffi::sqlite3_value,
) -> owned::Result<Owned<'py, Any>> {
    let values = match usize::try_from(count) {
        // SAFETY: the caller's.
        Ok(count) if count > 0 => unsafe { slice::from_raw_parts(values, count) },
        _ => &[],
    };
    // SAFETY: the caller's.
    let object = |value: &_| convert::to_object(callable.py(), unsafe { Value::of_argument(*value) });
    match values {
        [] => callable.call(()),
        [a] => callable.call((object(a)?,)),
        [a, b] => callable.call((object(a)?, object(b)?)),
        [a, b, c] => callable.call((object(a)?, object(b)?, object(c)?)),
        many => callable.call_slice(&many.iter().map(object).collect::<owned::Result<Vec<_>>>()?),
    }
}

impl Open {
    /// Makes, replaces or (`None`) removes a function.
    ///
    /// # Errors
    /// What SQLite says: that a statement is running, that the number of arguments is out of range.
    pub(crate) fn set_function(
        &self,
        name: &CStr,
        arguments: c_int,
        deterministic: bool,
        function: Option<Token<Callback>>,
    ) -> Result<()> {
        let flags = ffi::SQLITE_UTF8 | if deterministic { ffi::SQLITE_DETERMINISTIC } else { 0 };
        let name = name.as_ptr();
        let Some(function) = function else {
            // SAFETY: open, in its turn; a C string; nothing is what there is to be called.
            return self.check(|db| unsafe {
                ffi::sqlite3_create_function_v2(db, name, arguments, flags, ptr::null_mut(), None, None, None, None)
            });
        };
        self.check(|db| {
            let create = |user| {
                let (call, destroy) = (Some(on_call as Call), Some(foreign::release::<Function> as Destroy));
                // SAFETY: open, in its turn; a C string; the state fits the function and the destroy notice.
                let status = unsafe {
                    ffi::sqlite3_create_function_v2(db, name, arguments, flags, user, call, None, None, destroy)
                };
                Ok::<_, Infallible>(status)
            };
            // SAFETY: SQLite passes the state to the destroy notice once, also where it fails.
            match unsafe { foreign::give(Function(function), create) } {
                Ok(status) => status,
                Err(never) => match never {},
            }
        })
    }
}

pub(super) type Call = unsafe extern "C" fn(*mut ffi::sqlite3_context, c_int, *mut *mut ffi::sqlite3_value);
pub(super) type Destroy = unsafe extern "C" fn(*mut std::ffi::c_void);
