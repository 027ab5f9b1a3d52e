//! The lock of an object, which takes the place of the GIL where there is none: a *critical section* of CPython's.

#[cfg(Py_GIL_DISABLED)]
use core::mem::MaybeUninit;

#[cfg(Py_GIL_DISABLED)]
use pyo3_ffi as ffi;

use super::refs::BorrowedRef;

/// Runs `f` in a critical section of the object (`Py_BEGIN_CRITICAL_SECTION`): no other thread is in one of the same
/// object, as the functions of `list`, `dict` and `set` are. Where there is a GIL it just runs `f`.
///
/// Like the GIL the section is let go of while this thread is detached or waits for another lock, and taken again
/// after that. So it cannot deadlock with Python's locks, and it protects what `f` does between two calls that could
/// run other code.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn locked<R>(object: BorrowedRef<'_>, f: impl FnOnce() -> R) -> R {
    #[cfg(not(Py_GIL_DISABLED))]
    let _ = object;
    // The interpreter links the sections of a thread by address: this one stays in this frame until it ends.
    #[cfg(Py_GIL_DISABLED)]
    let mut section = MaybeUninit::uninit();
    #[cfg(Py_GIL_DISABLED)]
    // SAFETY: attached; the object is alive, and stays so, for the life of the borrow.
    unsafe {
        ffi::PyCriticalSection_Begin(section.as_mut_ptr(), object.as_ptr());
    }
    #[cfg(Py_GIL_DISABLED)]
    let _end = End(&mut section);
    f()
}

/// Ends the section, also when `f` panics.
#[cfg(Py_GIL_DISABLED)]
struct End<'a>(&'a mut MaybeUninit<ffi::PyCriticalSection>);

#[cfg(Py_GIL_DISABLED)]
impl Drop for End<'_> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: begun by `locked`, on this thread; those that began later have ended, since frames nest.
        unsafe { ffi::PyCriticalSection_End(self.0.as_mut_ptr()) }
    }
}
