//! Orders of texts that are written in Python.
//!
//! Unlike for a function, SQLite does *not* call the destroy notice where `sqlite3_create_collation_v2` fails: the state
//! stays the caller's, which is what an `Err` says to [`give`](foreign::give).
#![expect(unsafe_code, reason = "gives SQLite a function to call, and is called")]

use std::cmp::Ordering;
use std::ffi::{CStr, c_int, c_void};
use std::ptr;
use std::slice;

use libsqlite3_sys as ffi;
use owned::foreign::{self, Token};
use owned::prelude::*;

use super::error::Result;
use super::function::Destroy;
use super::open::Open;
use super::value::Value;
use super::watch::Bar;
use crate::convert;

/// What SQLite has of a collation.
#[derive(NoRefs)]
struct Collation {
    compare: Token<Callback>,
    #[traverse(skip = "a flag")]
    bar: Bar,
}

foreign::trampoline! {
    unsafe extern "C" fn on_compare(
        user: *mut c_void, left_length: c_int, left: *const c_void, right_length: c_int, right: *const c_void,
    ) -> c_int {
        state: Collation = user,
        on_error: 0,
        call: |collation, py| {
            // SQLite takes no error, and goes on to sort.
            if foreign::has_raised() {
                return Ok(0);
            }
            // SAFETY: SQLite lends so many bytes until this returns.
            let left = unsafe { text(left, left_length) };
            // SAFETY: as above.
            let right = unsafe { text(right, right_length) };
            let (left, right) = (convert::to_object(py, Value::Text(left))?, convert::to_object(py, Value::Text(right))?);
            // A function of SQL may use its connection. Of a collation the manual says no such thing.
            let Some(order) = collation.bar.during(|| collation.compare.call(py, (left, right)))? else {
                return Ok(0);
            };
            let zero = Int::from_i64(py, 0)?;
            Ok(if order.lt(&zero)? { Ordering::Less } else if order.gt(&zero)? { Ordering::Greater } else { Ordering::Equal } as c_int)
        },
    }
}

/// # Safety
/// So many bytes, which stay for `'a`.
unsafe fn text<'a>(first: *const c_void, length: c_int) -> &'a [u8] {
    match usize::try_from(length) {
        // SAFETY: the caller's.
        Ok(length) if length > 0 => unsafe { slice::from_raw_parts(first.cast(), length) },
        _ => &[],
    }
}

impl Open {
    /// Makes, replaces or (`None`) removes a collation.
    ///
    /// # Errors
    /// What SQLite says: that a statement is running.
    pub(crate) fn set_collation(&self, name: &CStr, compare: Option<Token<Callback>>) -> Result<()> {
        let name = name.as_ptr();
        let Some(compare) = compare else {
            // SAFETY: open, in its turn; a C string; nothing is what there is to be called.
            return self.check(|db| unsafe {
                ffi::sqlite3_create_collation_v2(db, name, ffi::SQLITE_UTF8, ptr::null_mut(), None, None)
            });
        };
        let collation = Collation { compare, bar: self.bar.clone() };
        let destroy = Some(foreign::release::<Collation> as Destroy);
        let create = |user| {
            // SAFETY: open, in its turn; a C string; the state fits the function and the destroy notice.
            self.check(|db| unsafe {
                ffi::sqlite3_create_collation_v2(db, name, ffi::SQLITE_UTF8, user, Some(on_compare), destroy)
            })
        };
        // SAFETY: SQLite passes the state to the destroy notice once, if it has taken it, and else forgets it.
        unsafe { foreign::give(collation, create) }
    }

    /// Sets, or removes, the handler of progress, which is called every so many steps.
    pub(crate) fn set_progress(&self, handler: Option<(Token<Callback>, c_int)>) {
        // SAFETY: open, in its turn; the watch goes after the connection, and lies in a box.
        unsafe { self.watch().set_progress(self.as_ptr(), handler) };
    }
}
