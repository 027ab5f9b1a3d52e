//! The lock of an object, which takes the place of the GIL where there is none: a *critical section* of CPython's.

use core::marker::PhantomData;
#[cfg(Py_GIL_DISABLED)]
use core::mem::MaybeUninit;

#[cfg(Py_GIL_DISABLED)]
use super::ffi;

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
    let mut place = SectionPlace::new();
    // SAFETY: attached, by the caller; it is dropped in this frame, after `f`, which ends what it begins.
    let _section = unsafe { place.enter(object) };
    f()
}

/// Where a critical section is while it lasts: the interpreter links those of a thread by address. Where there is a GIL
/// it has no size.
#[derive(Debug)]
pub struct SectionPlace {
    #[cfg(Py_GIL_DISABLED)]
    section: MaybeUninit<ffi::PyCriticalSection>,
}

/// In a critical section, until it is dropped. Not `Send`: it is this thread's.
#[derive(Debug)]
pub(crate) struct Section<'a> {
    #[cfg(Py_GIL_DISABLED)]
    place: &'a mut SectionPlace,
    marker: PhantomData<(&'a mut SectionPlace, *mut ())>,
}

impl SectionPlace {
    /// Nothing is in it yet.
    #[inline]
    #[expect(clippy::new_without_default, reason = "a place is a variable of a trampoline")]
    pub fn new() -> Self {
        SectionPlace {
            #[cfg(Py_GIL_DISABLED)]
            section: MaybeUninit::uninit(),
        }
    }

    /// Enters a critical section of the object: see [`locked`].
    ///
    /// # Safety
    /// The thread is attached; the section is dropped on it, and those that begin later are before.
    #[inline]
    pub(crate) unsafe fn enter<'a>(&'a mut self, object: BorrowedRef<'a>) -> Section<'a> {
        #[cfg(not(Py_GIL_DISABLED))]
        let _ = object;
        #[cfg(Py_GIL_DISABLED)]
        // SAFETY: attached; the object is alive, and stays so, and the place where it is, for the life of the section.
        unsafe {
            ffi::PyCriticalSection_Begin(self.section.as_mut_ptr(), object.as_ptr());
        }
        Section {
            #[cfg(Py_GIL_DISABLED)]
            place: self,
            marker: PhantomData,
        }
    }
}

#[cfg(Py_GIL_DISABLED)]
impl Drop for Section<'_> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: begun by `enter`, on this thread; those that began later have ended, by the caller of that.
        unsafe { ffi::PyCriticalSection_End(self.place.section.as_mut_ptr()) }
    }
}
