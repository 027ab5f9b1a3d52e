//! Aggregates of SQL that are classes of Python: an instance for each group, `step` for each row, `finalize` at the end.
//!
//! The instance of a group lives from the first row to the end of the group, which may be far apart: a cursor can be left
//! in the middle. Meanwhile SQLite keeps, in memory of its own, what leads to the instance; the instance's owner is the
//! connection, whose registry the collector sees.
#![expect(unsafe_code, reason = "gives SQLite functions to call, and is called; keeps a state in SQLite's memory")]

use std::convert::Infallible;
use std::ffi::{CStr, c_int};
use std::mem::size_of;

use libsqlite3_sys as ffi;
use owned::exceptions::MemoryError;
use owned::foreign::{self, Registrar, Token};
use owned::prelude::*;

use super::error::Result;
use super::function::{Destroy, call_with, fail};
use super::open::Open;
use crate::convert;

/// What SQLite has of an aggregate.
#[derive(NoRefs)]
struct Aggregate {
    class: Token<Callback>,
    instances: Registrar<Py<Any>>,
}

/// What a box of ours has of a group. The method that is called for each row is looked up once.
struct Instance {
    object: Token<Py<Any>>,
    step: Token<Py<Any>>,
}

/// What lies in SQLite's memory for a group: zeros at first.
#[repr(C)]
struct Group {
    /// A box of ours; NULL before the first row, and when the group has ended.
    instance: *mut Instance,
    /// Not 0 once a step has failed: then the group has no result.
    failed: u8,
}

/// The group that a call is for. NULL where there is none: `finalize` of no row, or no memory.
///
/// # Safety
/// The context of a call of `step` (`make`) or `finalize` that has not returned.
unsafe fn group(context: *mut ffi::sqlite3_context, make: bool) -> *mut Group {
    let size = if make { size_of::<Group>() as c_int } else { 0 };
    // SAFETY: the caller's. The memory is aligned for anything, zeroed, and SQLite's, until `finalize` has returned.
    unsafe { ffi::sqlite3_aggregate_context(context, size) }.cast()
}

foreign::trampoline! {
    unsafe extern "C" fn on_step(context: *mut ffi::sqlite3_context, count: c_int, values: *mut *mut ffi::sqlite3_value) {
        // SAFETY: SQLite's context of this very call.
        state: Aggregate = unsafe { ffi::sqlite3_user_data(context) },
        // SAFETY: as above.
        on_error: unsafe { fail_step(context) },
        call: |aggregate, py| {
            // SAFETY: as above.
            let group = unsafe { group(context, true) };
            // SAFETY: NULL, or a group that nobody else looks at before this borrow ends.
            let first = unsafe { group.as_ref() }.is_some_and(|group| group.instance.is_null());
            if first {
                let Some(instance) = aggregate.instance(py)? else {
                    return Ok(());
                };
                // SAFETY: not NULL; the class's code has run, and cannot have got at the group.
                unsafe { (*group).instance = Box::into_raw(Box::new(instance)) };
            }
            // SAFETY: NULL, or a group; the borrow ends with the line.
            let instance = unsafe { group.as_ref() }.map(|group| group.instance);
            let instance = instance.ok_or_else(|| MemoryError::new("no memory for the group of an aggregate"))?;
            // SAFETY: a box of ours, which `finalize` takes back, later.
            let Some(step) = unsafe { &*instance }.step.get(py)? else {
                return Ok(()); // the collector has cleared the connection
            };
            // SAFETY: SQLite lends so many values until this returns.
            unsafe { call_with(&step.bind(py), count, values) }.map(drop)
        },
    }
}

foreign::trampoline! {
    unsafe extern "C" fn on_finalize(context: *mut ffi::sqlite3_context) {
        // SAFETY: as above.
        on_error: unsafe { fail(context, c"user-defined aggregate's 'finalize' method raised error") },
        call: |py| {
            // SAFETY: the context of this call.
            let group = unsafe { group(context, false) };
            // SAFETY: NULL, or a group that nobody else looks at before this borrow ends.
            let Some(group) = (unsafe { group.as_mut() }) else {
                return Ok(()); // there was no row
            };
            let (instance, failed) = (std::mem::replace(&mut group.instance, std::ptr::null_mut()), group.failed != 0);
            if instance.is_null() {
                return Ok(());
            }
            // SAFETY: a box of ours, taken out: nobody else has it. It goes when this returns, and the instance with it.
            let instance = unsafe { Box::from_raw(instance) };
            let Some(object) = instance.object.get(py)?.filter(|_| !failed) else {
                return Ok(());
            };
            let result = object.bind(py).call_method("finalize", ())?;
            // SAFETY: the context of this call.
            convert::with_value(&result, |value| unsafe { value.give(context) })
        },
    }
}

impl Aggregate {
    /// Makes the instance of a group; `None` if the collector has cleared the connection.
    fn instance(&self, py: Python<'_>) -> owned::Result<Option<Instance>> {
        let Some(object) = self.class.call(py, ())? else {
            return Ok(None);
        };
        let step = self.instances.add(py, object.getattr("step")?.unbind())?;
        let object = self.instances.add(py, object.unbind())?;
        Ok(step.zip(object).map(|(step, object)| Instance { object, step }))
    }
}

/// Ends the call with an error, and the group with it.
///
/// # Safety
/// The context of a call of `step` that has not returned.
unsafe fn fail_step(context: *mut ffi::sqlite3_context) {
    // SAFETY: the caller's.
    let group = unsafe { group(context, true) };
    // SAFETY: NULL, or a group that nobody else looks at before this borrow ends.
    if let Some(group) = unsafe { group.as_mut() } {
        group.failed = 1;
    }
    // SAFETY: the caller's.
    unsafe { fail(context, c"user-defined aggregate's 'step' method raised error") };
}

impl Open {
    /// Makes or replaces an aggregate.
    ///
    /// # Errors
    /// What SQLite says, as for a function.
    pub(crate) fn set_aggregate(
        &self,
        name: &CStr,
        arguments: c_int,
        class: Token<Callback>,
        instances: Registrar<Py<Any>>,
    ) -> Result<()> {
        let name = name.as_ptr();
        self.check(|db| {
            let create = |user| {
                let destroy = Some(foreign::release::<Aggregate> as Destroy);
                // SAFETY: open, in its turn; a C string; the state fits the functions and the destroy notice.
                let status = unsafe {
                    ffi::sqlite3_create_function_v2(
                        db,
                        name,
                        arguments,
                        ffi::SQLITE_UTF8,
                        user,
                        None,
                        Some(on_step),
                        Some(on_finalize),
                        destroy,
                    )
                };
                Ok::<_, Infallible>(status)
            };
            // SAFETY: SQLite passes the state to the destroy notice once, also where it fails.
            match unsafe { foreign::give(Aggregate { class, instances }, create) } {
                Ok(status) => status,
                Err(never) => match never {},
            }
        })
    }
}
