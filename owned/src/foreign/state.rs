//! What C gets as `void *user`: a value that it owns until its destroy notice, or that is lent for a call.
#![expect(unsafe_code, reason = "hands a box to C as a pointer and takes it back")]

use core::ffi::c_void;
use core::ptr;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::gc::NoRefs;

use super::surface::{Kept, keep};

/// Gives C a value of its own: `call` passes the pointer to C, together with the destroy notice
/// [`release::<S>`](release), and says whether C has taken it.
///
/// C may use the value on any thread, so it is `Send` and `Sync`; and no collector sees into C, so it holds no reference
/// to a Python object. A callback's object has its owner in a field of a class: the state holds a [`Token`](super::Token).
/// After an `Err` the value is dropped here. Should `call` unwind, it is leaked: nobody knows who has it.
///
/// ```
/// use std::ffi::c_void;
/// use std::sync::Arc;
///
/// use owned::foreign;
///
/// // Functions of C's: one keeps `user` until it is told to forget it, one is full.
/// # type Destroy = unsafe extern "C" fn(*mut c_void);
/// # thread_local!(static KEPT: std::cell::Cell<Option<(*mut c_void, Destroy)>> = const { std::cell::Cell::new(None) });
/// # unsafe fn c_keep(user: *mut c_void, destroy: Destroy) -> i32 { KEPT.set(Some((user, destroy))); 0 }
/// # unsafe fn c_full(_: *mut c_void, _: Destroy) -> i32 { -1 }
/// # fn c_forget() { if let Some((user, destroy)) = KEPT.take() { unsafe { destroy(user) } } }
/// let check = |status| if status == 0 { Ok(()) } else { Err("full") };
/// let name = Arc::new("state".to_owned());
///
/// // SAFETY: the state fits its destroy notice.
/// let keep = |user| check(unsafe { c_keep(user, foreign::release::<Arc<String>>) });
/// // SAFETY: C takes the state over when it returns 0, and passes it to `release` once.
/// unsafe { foreign::give(name.clone(), keep) }?;
/// assert_eq!(Arc::strong_count(&name), 2);
/// c_forget();
/// assert_eq!(Arc::strong_count(&name), 1);
///
/// // SAFETY: the state fits its destroy notice.
/// let full = |user| check(unsafe { c_full(user, foreign::release::<Arc<String>>) });
/// // SAFETY: C has forgotten what it does not take.
/// assert_eq!(unsafe { foreign::give(name.clone(), full) }, Err("full"));
/// assert_eq!(Arc::strong_count(&name), 1);
/// # Ok::<(), &str>(())
/// ```
///
/// # Errors
/// What `call` gives.
///
/// # Safety
/// When `call` gives `Ok`, C owns what the pointer points to: it passes it to [`release`] once, as its last use, and
/// meanwhile to trampolines of that state only. When `call` gives an `Err`, C has forgotten the pointer.
#[inline]
pub unsafe fn give<S, R, E>(state: S, call: impl FnOnce(*mut c_void) -> Result<R, E>) -> Result<R, E>
where
    S: NoRefs + Send + Sync + 'static,
{
    // A `Box` that were kept here would claim to be the only way to the value, while C may use it already.
    let state = Box::into_raw(Box::new(state));
    call(state.cast()).inspect_err(|_| {
        // SAFETY: the box made above; C has not taken it and has forgotten the pointer, says the caller.
        drop(unsafe { Box::from_raw(state) });
    })
}

/// The destroy notice of a state that C was [given](give): drops it, on whatever thread, attached or not.
///
/// A panic of its destructor goes on from the call into C that led here, as from a [trampoline](super::trampoline).
///
/// ```
/// use std::ffi::c_void;
/// use std::sync::Arc;
///
/// use owned::foreign;
///
/// let name = Arc::new("state");
/// let keep = |user: *mut c_void| Ok::<_, ()>(user);
/// // SAFETY: the line below passes the pointer to `release`, once.
/// let user = unsafe { foreign::give(name.clone(), keep) }.unwrap();
/// // SAFETY: as C would: the pointer of a `give` of this type, and not used afterwards.
/// unsafe { foreign::release::<Arc<&str>>(user) };
/// assert_eq!(Arc::strong_count(&name), 1);
/// ```
///
/// # Safety
/// For C: `user` is the pointer of a [`give`] of an `S`, passed once, and not used afterwards. NULL is ignored.
pub unsafe extern "C" fn release<S>(user: *mut c_void) {
    if user.is_null() {
        return;
    }
    // SAFETY: the box of `give`, which C gives back.
    let state = unsafe { Box::from_raw(user.cast::<S>()) };
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| drop(state))) {
        keep(Kept::Panic(panic), "a destroy notice");
    }
}

/// Lends C a value for the duration of `call`, which passes the pointer on: a context that C hands to callbacks and does
/// not keep. What is lent may be anything, also references to Python objects: the caller's frame holds it.
///
/// ```
/// use std::ffi::c_void;
///
/// use owned::foreign;
///
/// // A function of C's that calls back with `user` while it runs.
/// unsafe fn c_each(user: *mut c_void, visit: unsafe fn(*mut c_void, i32)) {
///     (1..=3).for_each(|number| unsafe { visit(user, number) });
/// }
/// unsafe fn visit(user: *mut c_void, number: i32) {
///     // SAFETY: `lend` passes a pointer to a cell, which is there while `c_each` runs.
///     let sum = unsafe { &*user.cast::<std::cell::Cell<i32>>() };
///     sum.set(sum.get() + number);
/// }
///
/// let sum = std::cell::Cell::new(0);
/// // SAFETY: `visit` takes what is lent.
/// foreign::lend(&sum, |user| unsafe { c_each(user, visit) });
/// assert_eq!(sum.get(), 6);
/// ```
#[inline]
pub fn lend<S, R>(state: &S, call: impl FnOnce(*mut c_void) -> R) -> R {
    call(ptr::from_ref(state).cast_mut().cast())
}
