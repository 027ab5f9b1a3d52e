//! Which interpreter an object belongs to.
//!
//! An interpreter that was finalised can be started again. The objects of its earlier life that something still held are
//! then neither freed nor fit for use: their types are gone, the collector's lists have forgotten them. So a pointer that
//! is kept beyond an attached section carries a number, in those bits that no address uses: that of the life that it was
//! kept in. In the first life that number is 0, and the pointer is what it always was.
//!
//! Where modules are imported in several interpreters at once, each of those has a number of its own, and an object is
//! out of reach while this thread is attached to another one.

use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize, Ordering::Relaxed, Ordering::SeqCst};

use super::refs::PyObject;
use super::under_lock;

/// How many bits say the life. No address of user space is longer than 48 bits unless a program asks for one that is;
/// Android and Apple's systems use the highest eight for tags of their own. On 32 bits none is free: one life.
const BITS: u32 = match (usize::BITS, cfg!(any(target_os = "android", target_vendor = "apple"))) {
    (64, false) => 16,
    (64, true) => 8,
    _ => 0,
};
const LOWEST: usize = if BITS == 0 { 0 } else { 1 << (usize::BITS - 16) };
const MASK: usize = LOWEST.wrapping_mul((1 << BITS) - 1);

/// The number of the main interpreter in its present life, where a pointer has it. Those of the others follow.
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
        let life = here();
        if object.addr().get() & MASK != 0 {
            too_long();
        }
        LivePointer(object.map_addr(|address| address | life))
    }

    /// The object, if this thread may be attached to the interpreter that it is of.
    #[inline(always)]
    pub(crate) fn now(self) -> Option<NonNull<PyObject>> {
        // SAFETY: `new` has kept an address that is not 0 and ends below the bits of the number. None of these is left, so
        // this is that address.
        now(self.0.as_ptr()).map(|pointer| unsafe { NonNull::new_unchecked(pointer) })
    }

    /// Whether the interpreter that the object is of has ended, and with it whoever could release the object.
    #[inline]
    pub(crate) fn is_over(self) -> bool {
        numbers::is_over(self.interpreter())
    }

    /// The number of the interpreter that the object is of.
    #[inline]
    pub(crate) fn interpreter(self) -> usize {
        self.0.addr().get() & MASK
    }

    /// The address with the life, as a number that no other object has at the same time.
    #[cfg(feature = "ledger")]
    #[inline]
    pub(crate) fn number(self) -> usize {
        self.0.addr().get()
    }

    /// What a place is that has one, or has none.
    #[inline]
    pub(super) const fn into_kept(pointer: Option<Self>) -> *mut PyObject {
        match pointer {
            Some(pointer) => pointer.0.as_ptr(),
            None => ptr::null_mut(),
        }
    }

    /// What [`into_kept`](LivePointer::into_kept) gave, or a pointer of the first life.
    #[inline]
    pub(super) fn from_kept(kept: *mut PyObject) -> Option<Self> {
        NonNull::new(kept).map(LivePointer)
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

/// The pointer as it was, if it is of the interpreter that this thread is attached to.
#[inline(always)]
fn now(kept: *mut PyObject) -> Option<*mut PyObject> {
    let number = numbers::here()?;
    let pointer = kept.map_addr(|address| address ^ number);
    (pointer.addr() & MASK == 0).then_some(pointer)
}

/// The number of the interpreter that this thread is attached to; where it is detached, that of the main one.
#[inline(always)]
pub(crate) fn here() -> usize {
    numbers::here().unwrap_or_else(life)
}

/// The same of a thread that is attached.
///
/// # Safety
/// This thread is.
#[inline(always)]
pub(super) unsafe fn here_attached() -> usize {
    // SAFETY: the caller's.
    unsafe { numbers::here_attached() }
}

/// One interpreter at a time: whoever is attached is so to that one.
#[cfg(not(all(feature = "own-gil", Py_3_12, not(Py_LIMITED_API))))]
mod numbers {
    use super::super::under_lock;
    use super::{LIFE, Relaxed};

    #[inline(always)]
    pub(super) fn here() -> Option<usize> {
        // Whoever is attached has seen which life it is, by the interpreter's own lock.
        Some(LIFE.load(Relaxed))
    }

    /// # Safety
    /// This thread is attached.
    #[inline(always)]
    pub(super) unsafe fn here_attached() -> usize {
        // SAFETY: the caller's; a life ends where nobody is attached any more but who ends it.
        unsafe { under_lock::number(&LIFE) }
    }

    /// Whether the interpreter of this number has ended.
    #[inline]
    pub(crate) fn is_over(number: usize) -> bool {
        number != LIFE.load(Relaxed)
    }

    #[inline]
    pub(crate) fn begin_here() {}

    #[inline]
    pub(crate) fn end_here() {}

    #[inline]
    pub(crate) fn has_begun() -> bool {
        true
    }

    #[inline]
    pub(crate) fn too_many() -> bool {
        false
    }

    /// The highest number that has been given.
    #[inline]
    pub(super) fn highest() -> usize {
        LIFE.load(Relaxed)
    }

    /// Which interpreter something is of: where there is one at a time nobody asks.
    #[derive(Debug)]
    pub(crate) struct Whose;

    impl Whose {
        #[inline]
        pub(crate) const fn nobodys() -> Self {
            Whose
        }

        #[inline(always)]
        pub(crate) fn claim(&self) -> bool {
            true
        }

        #[inline(always)]
        pub(crate) fn is_free_or_ours(&self) -> bool {
            true
        }
    }
}

/// Several at a time, each with the number that CPython gave it, after that of the main one.
#[cfg(all(feature = "own-gil", Py_3_12, not(Py_LIMITED_API)))]
mod numbers {
    use core::sync::atomic::{AtomicU64, AtomicUsize, Ordering::SeqCst};

    use super::super::attached::interpreter_id;
    use super::{LIFE, LOWEST, MASK, Relaxed};

    /// A bit for each number: whether an interpreter of that number is there and was prepared.
    static THERE: [AtomicU64; 1024] = [const { AtomicU64::new(0) }; 1024];
    /// The same, also when it has ended: Python code can still run in it then, and must not begin it anew.
    static BEGUN: [AtomicU64; 1024] = [const { AtomicU64::new(0) }; 1024];
    /// The highest number that was given in this life.
    static HIGHEST: AtomicUsize = AtomicUsize::new(0);

    #[inline]
    pub(super) fn here() -> Option<usize> {
        let id = interpreter_id()?;
        // What has no number was refused when it was to be prepared.
        Some(LIFE.load(Relaxed).saturating_add(id.saturating_mul(LOWEST)).min(MASK))
    }

    /// # Safety
    /// This thread is attached.
    #[inline(always)]
    pub(super) unsafe fn here_attached() -> usize {
        super::here()
    }

    fn bit(bits: &'static [AtomicU64; 1024], number: usize) -> (&'static AtomicU64, u64) {
        let at = number / LOWEST;
        (&bits[at / 64], 1 << (at % 64))
    }

    #[inline]
    pub(crate) fn is_over(number: usize) -> bool {
        let (word, bit) = bit(&THERE, number);
        word.load(SeqCst) & bit == 0
    }

    /// This thread's interpreter is there now: what is kept is of it.
    #[inline]
    pub(crate) fn begin_here() {
        let number = super::here();
        HIGHEST.fetch_max(number, SeqCst);
        for bits in [&THERE, &BEGUN] {
            let (word, bit) = bit(bits, number);
            word.fetch_or(bit, SeqCst);
        }
    }

    /// This thread's interpreter is as good as gone.
    #[inline]
    pub(crate) fn end_here() {
        let (word, bit) = bit(&THERE, super::here());
        word.fetch_and(!bit, SeqCst);
    }

    /// Whether [`begin_here`] was said of this thread's interpreter, which may have ended since.
    #[inline]
    pub(crate) fn has_begun() -> bool {
        let (word, bit) = bit(&BEGUN, super::here());
        word.load(SeqCst) & bit != 0
    }

    /// Whether this thread's interpreter has no number of its own.
    #[inline]
    pub(crate) fn too_many() -> bool {
        super::here() == MASK
    }

    #[inline]
    pub(super) fn highest() -> usize {
        HIGHEST.load(SeqCst).max(LIFE.load(Relaxed))
    }

    /// Which interpreter something is of that the threads of all of them can reach: nobody's at first.
    #[derive(Debug)]
    pub(crate) struct Whose(AtomicUsize);

    /// Tells the first of all numbers from none.
    const SOMEBODYS: usize = 1;

    impl Whose {
        #[inline]
        pub(crate) const fn nobodys() -> Self {
            Whose(AtomicUsize::new(0))
        }

        /// If it was nobody's, it is of this thread's interpreter from now on. Whether it is of that one.
        #[inline]
        pub(crate) fn claim(&self) -> bool {
            let here = super::here() | SOMEBODYS;
            match self.0.compare_exchange(0, here, SeqCst, SeqCst) {
                Ok(_) => true,
                Err(whose) => whose == here,
            }
        }

        #[inline]
        pub(crate) fn is_free_or_ours(&self) -> bool {
            let whose = self.0.load(SeqCst);
            whose == 0 || whose == super::here() | SOMEBODYS
        }
    }
}
pub(crate) use numbers::{Whose, begin_here, end_here, has_begun, is_over, too_many};

/// A place for one object, which is empty as soon as the life ends that the object is of. Invariant: only attached threads use it.
pub(crate) struct LivePlace(AtomicPtr<PyObject>);

impl LivePlace {
    #[inline]
    pub(crate) const fn empty() -> Self {
        LivePlace(AtomicPtr::new(ptr::null_mut()))
    }

    #[inline(always)]
    pub(crate) fn get(&self) -> Option<NonNull<PyObject>> {
        // SAFETY: attached, by the invariant, as whoever writes it is.
        let kept = unsafe { under_lock::pointer(&self.0) };
        // SAFETY: attached, by the invariant.
        let number = unsafe { here_attached() };
        if BITS < 16 {
            return NonNull::new(now(kept)?);
        }
        let pointer = kept.map_addr(|address| address ^ number);
        // One comparison says both: something is there, and it is of this interpreter.
        if pointer.addr().wrapping_sub(1) >= LOWEST - 1 {
            return None;
        }
        // SAFETY: above 0, by the comparison.
        Some(unsafe { NonNull::new_unchecked(pointer) })
    }

    /// Whether it is this object, of the interpreter that this thread is attached to.
    #[inline(always)]
    pub(crate) fn holds(&self, object: NonNull<PyObject>) -> bool {
        // SAFETY: attached, by the invariant, as whoever writes it is.
        let kept = unsafe { under_lock::pointer(&self.0) };
        // SAFETY: attached, by the invariant.
        let number = unsafe { here_attached() };
        kept.addr() == object.addr().get() | number
    }

    /// What is there, of whichever interpreter.
    #[inline]
    pub(crate) fn kept(&self) -> Option<LivePointer> {
        NonNull::new(self.0.load(SeqCst)).map(LivePointer)
    }

    #[inline]
    pub(crate) fn keep(&self, object: Option<LivePointer>) {
        self.0.store(object.map_or(ptr::null_mut(), |object| object.0.as_ptr()), SeqCst);
    }
}

/// The present life of the main interpreter, to be compared with a later one.
#[inline]
pub(crate) fn life() -> usize {
    LIFE.load(SeqCst)
}

/// The life of the interpreter has ended: what was kept in it is of no use any more.
#[inline]
pub(crate) fn end_life() {
    // Nobody is attached any more: this is the main one.
    numbers::end_here();
    let highest = numbers::highest();
    if highest == MASK {
        LAST.store(true, SeqCst);
    } else {
        LIFE.store(highest + LOWEST, SeqCst);
    }
}

/// Whether the lives are used up: an interpreter that runs now cannot be told from the one before.
#[inline]
pub(crate) fn no_more_lives() -> bool {
    LAST.load(SeqCst)
}

const _: () = assert!(size_of::<LivePointer>() == size_of::<*mut PyObject>());
const _: () = assert!(size_of::<Option<LivePointer>>() == size_of::<*mut PyObject>());

/// Taken by the tests of this crate's own that keep pointers, and by the one that ends lives meanwhile.
#[cfg(test)]
pub(crate) static TESTS: std::sync::Mutex<()> = std::sync::Mutex::new(());

// With the feature only a thread that is attached has a number.
#[cfg(all(test, target_pointer_width = "64", not(feature = "own-gil")))]
mod tests {
    use super::super::refs::BorrowedRef;
    use super::super::seen::Address;
    use super::*;

    /// The only test of this crate's own that changes the life.
    #[test]
    fn a_pointer_is_of_one_life() {
        let _alone = TESTS.lock();
        let former = LIFE.load(SeqCst);
        let object = NonNull::new(core::ptr::without_provenance_mut::<PyObject>(0x7fff_ffff_fff0)).expect("not null");
        let first = LivePointer::new(object);
        assert_eq!(first.now(), Some(object));
        // SAFETY: only the address is looked at, and no other test ends lives meanwhile.
        let address = || Address::of(unsafe { BorrowedRef::from_non_null(object) });
        let seen = address();
        assert_eq!(seen, address());
        end_life();
        assert_ne!(seen, address());
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
        // The other tests have the life that they would have had.
        LIFE.store(former, SeqCst);
        LAST.store(false, SeqCst);
    }
}
