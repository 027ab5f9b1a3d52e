//! What `await` asks of an object.

use super::ffi;

use super::refs::{BorrowedRef, Failed, NewRef};
use super::results;
use super::type_parts::await_of;
use super::version::runs_on;

/// Whether this version's messages name the classes in full: that whose `__await__` is wrong too.
#[inline]
pub(crate) fn await_names_classes() -> bool {
    runs_on(15)
}

/// The type's `__await__`, called on the object; `None` if its type has none. What comes back is not checked.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn am_await(object: BorrowedRef<'_>) -> Option<Result<NewRef, Failed>> {
    // SAFETY: a live object.
    let class = unsafe { ffi::Py_TYPE(object.as_ptr()) };
    // SAFETY: an object's type is a live type object.
    let slot = unsafe { await_of(class) }?;
    // SAFETY: attached; the slot of the object's own type.
    let iterator = unsafe { slot(object.as_ptr()) };
    // SAFETY: a slot gives a new reference, or NULL with an exception set.
    Some(unsafe { results::new(iterator) })
}
