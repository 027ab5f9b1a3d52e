//! A place for a reference, in an instance, that C's member descriptors read and write as well as Rust.

use core::ptr::NonNull;
use core::sync::atomic::Ordering::Relaxed;
use core::sync::atomic::{AtomicBool, AtomicPtr};
#[cfg(Py_GIL_DISABLED)]
use std::sync::{Mutex, PoisonError};

use super::life::{LivePointer, Whose, here};
use super::refs::{BorrowedRef, NewRef, PyObject};

/// Whether C's members (`T_OBJECT_EX`) may reach the places of instances that are made now: they know nothing of a number
/// in a pointer, and so of no life but the first. Without a GIL they would have to take our lock; where interpreters run
/// beside each other they would have to ask whose it is.
#[inline]
pub(crate) fn have_members() -> bool {
    MEMBERS && here() == 0 && !RESTARTED.load(Relaxed)
}

/// Whether this program starts and stops interpreters, in which what is left of one can be seen in the next.
static RESTARTED: AtomicBool = AtomicBool::new(false);

/// From now on no type has them: an instance that is left of the first life could be given an object in a later one.
#[cfg(feature = "embed")]
#[inline]
pub(crate) fn have_no_members() {
    RESTARTED.store(true, Relaxed);
}

/// Whether types can be left that [have them](have_members), of the first life in a later one.
#[inline]
pub(crate) fn members_may_be_left() -> bool {
    MEMBERS && here() != 0
}

const MEMBERS: bool = cfg!(not(any(Py_GIL_DISABLED, feature = "own-gil")));

/// A place for one strong reference, or for none. It begins with the pointer, which is what C sees.
///
/// Where there is a GIL, C reads and writes it by plain instructions, with the GIL, as every access here is: these are
/// atomic for the compiler, which must neither leave one out nor take the place to be this code's alone.
#[repr(C)]
#[derive(Debug)]
pub(crate) struct MemberPlace {
    object: AtomicPtr<PyObject>,
    /// Held from reading the pointer until its object is counted.
    #[cfg(Py_GIL_DISABLED)]
    lock: Mutex<()>,
    whose: Whose,
}

impl MemberPlace {
    pub(crate) const fn new(object: Option<LivePointer>) -> Self {
        MemberPlace {
            object: AtomicPtr::new(LivePointer::into_kept(object)),
            #[cfg(Py_GIL_DISABLED)]
            lock: Mutex::new(()),
            whose: Whose::nobodys(),
        }
    }

    /// Whether the place is of this thread's interpreter, or of none yet.
    #[inline]
    pub(crate) fn is_ours(&self) -> bool {
        self.whose.is_free_or_ours()
    }

    /// From now on it is of this thread's interpreter, unless it is of another. Whether it is of that one.
    #[inline]
    pub(crate) fn claim(&self) -> bool {
        self.whose.claim()
    }

    /// A new reference to what is there. What is of an interpreter that has ended is not.
    ///
    /// # Safety
    /// Attached, to the interpreter that the place is of.
    #[inline]
    pub(crate) unsafe fn get(&self) -> Option<NewRef> {
        #[cfg(Py_GIL_DISABLED)]
        let _locked = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        let object = self.peek()?;
        // SAFETY: the place holds a reference to it, which nobody takes out meanwhile: that takes the GIL or the lock.
        Some(unsafe { BorrowedRef::from_non_null(object) }.to_new())
    }

    /// What is there, for who only looks: the collector.
    #[inline]
    pub(crate) fn peek(&self) -> Option<NonNull<PyObject>> {
        LivePointer::from_kept(self.object.load(Relaxed))?.now()
    }

    /// Puts `object` there, with the reference that comes along, and gives what was there, with its.
    #[inline]
    pub(crate) fn replace(&self, object: Option<LivePointer>) -> Option<LivePointer> {
        #[cfg(Py_GIL_DISABLED)]
        let _locked = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        let before = self.object.load(Relaxed);
        self.object.store(LivePointer::into_kept(object), Relaxed);
        LivePointer::from_kept(before)
    }
}

const _: () = assert!(core::mem::offset_of!(MemberPlace, object) == 0);
#[cfg(not(any(Py_GIL_DISABLED, feature = "own-gil")))]
const _: () = assert!(size_of::<MemberPlace>() == size_of::<*mut PyObject>());
