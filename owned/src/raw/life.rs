//! Which life of the interpreter an object belongs to.
//!
//! An interpreter that was finalised can be started again. The objects of its earlier life that something still held are
//! then neither freed nor fit for use: their types are gone, the collector's lists have forgotten them. So a pointer that
//! is kept beyond an attached section carries the number of the life that it was kept in, in those bits that no address
//! uses. In the first life that number is 0, and the pointer is what it always was.

use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize, Ordering::Relaxed, Ordering::SeqCst};

use super::refs::PyObject;

/// How many bits say the life. No address of user space is longer than 48 bits unless a program asks for one that is;
/// Android and Apple's systems use the highest eight for tags of their own. On 32 bits none is free: one life.
const BITS: u32 = match (usize::BITS, cfg!(any(target_os = "android", target_vendor = "apple"))) {
    (64, false) => 16,
    (64, true) => 8,
    _ => 0,
};
const LOWEST: usize = if BITS == 0 { 0 } else { 1 << (usize::BITS - 16) };
const MASK: usize = LOWEST.wrapping_mul((1 << BITS) - 1);

/// The number of the present life, where a pointer has it.
static LIFE: AtomicUsize = AtomicUsize::new(0);
/// There is no number for another life.
static LAST: AtomicBool = AtomicBool::new(false);

/// A pointer with the life that it was kept in: not to be followed before [`LivePointer::now`] has said that it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(transparent)]
pub(crate) struct LivePointer(NonNull<PyObject>);

impl LivePointer {
    /// Of an object of the present life.
    #[inline(always)]
    pub(crate) fn new(object: NonNull<PyObject>) -> Self {
        // Whoever is attached has seen which life it is, by the interpreter's own lock.
        let life = LIFE.load(Relaxed);
        if object.addr().get() & MASK != 0 {
            too_long();
        }
        LivePointer(object.map_addr(|address| address | life))
    }

    /// The object, if the life that it is of is the present one.
    #[inline(always)]
    pub(crate) fn now(self) -> Option<NonNull<PyObject>> {
        let pointer = now(self.0.as_ptr());
        // SAFETY: `new` has kept an address that is not 0 and ends below the bits of the life. None of these is left, so
        // this is that address.
        (pointer.addr() & MASK == 0).then(|| unsafe { NonNull::new_unchecked(pointer) })
    }

    /// The address, whatever has become of what was there.
    #[inline]
    pub(crate) fn address(self) -> *mut PyObject {
        self.0.as_ptr().map_addr(|address| address & !MASK)
    }
}

// SAFETY: an address and a number; what may be done with the object, and where, is said by whoever follows it.
unsafe impl Send for LivePointer {}
// SAFETY: as above.
unsafe impl Sync for LivePointer {}

#[cold]
fn too_long() -> ! {
    panic!("this system gives objects addresses that leave no room for what is kept beside them")
}

/// The pointer as it was, if none of the bits of the life is left.
#[inline(always)]
fn now(kept: *mut PyObject) -> *mut PyObject {
    kept.map_addr(|address| address ^ LIFE.load(Relaxed))
}

/// A place for one object, which is empty as soon as the life ends that the object is of.
pub(crate) struct LivePlace(AtomicPtr<PyObject>);

impl LivePlace {
    #[inline]
    pub(crate) const fn empty() -> Self {
        LivePlace(AtomicPtr::new(ptr::null_mut()))
    }

    #[inline(always)]
    pub(crate) fn get(&self) -> Option<NonNull<PyObject>> {
        Self::found(self.0.load(SeqCst))
    }

    #[inline(always)]
    fn found(kept: *mut PyObject) -> Option<NonNull<PyObject>> {
        let pointer = now(kept);
        if pointer.addr() & MASK == 0 { NonNull::new(pointer) } else { None }
    }

    /// What was there before.
    #[inline]
    pub(crate) fn replace(&self, object: Option<NonNull<PyObject>>) -> Option<NonNull<PyObject>> {
        let object = object.map_or(ptr::null_mut(), |object| LivePointer::new(object).0.as_ptr());
        Self::found(self.0.swap(object, SeqCst))
    }
}

/// The present life, to be compared with a later one.
#[inline]
pub(crate) fn life() -> usize {
    LIFE.load(SeqCst)
}

/// The life of the interpreter has ended: what was kept in it is of no use any more.
#[inline]
pub(crate) fn end_life() {
    let life = LIFE.load(SeqCst);
    if life == MASK {
        LAST.store(true, SeqCst);
    } else {
        LIFE.store(life + LOWEST, SeqCst);
    }
}

/// Whether the lives are used up: an interpreter that runs now cannot be told from the one before.
#[inline]
pub(crate) fn no_more_lives() -> bool {
    LAST.load(SeqCst)
}

static_assertions::assert_eq_size!(LivePointer, *mut PyObject);
static_assertions::assert_eq_size!(Option<LivePointer>, *mut PyObject);

#[cfg(test)]
mod tests {
    use super::*;

    /// The only test of this crate's own that changes the life: no interpreter runs in its process.
    #[cfg(target_pointer_width = "64")]
    #[test]
    fn a_pointer_is_of_one_life() {
        let object = NonNull::new(core::ptr::without_provenance_mut::<PyObject>(0x7fff_ffff_fff0)).expect("not null");
        let first = LivePointer::new(object);
        assert_eq!(first.now(), Some(object));
        end_life();
        assert_eq!(first.now(), None);
        let second = LivePointer::new(object);
        assert_eq!(second.now(), Some(object));
        assert_eq!((first.address(), second.address()), (object.as_ptr(), object.as_ptr()));
        assert!(first != second);
        while !no_more_lives() {
            end_life();
        }
        assert_eq!((first.now(), second.now()), (None, None));
        assert_eq!(LivePointer::new(object).now(), Some(object));
    }
}
