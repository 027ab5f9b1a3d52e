//! How an instance lies in memory.
#![expect(unsafe_code, reason = "finds the parts of an instance behind its object pointer")]

use core::cell::UnsafeCell;
use core::marker::PhantomData;
use core::mem::{MaybeUninit, offset_of};

use crate::raw::{self, PyObject};

use super::{Base, Class, State as _};

/// The parts below, the state word if there is one, the user's value; behind it, where the class asks for them and no
/// part below has them, one pointer for the instance's `__dict__` and one for its list of weak references.
pub(super) struct Layout<C: Class>(PhantomData<C>);

/// What is ours in an instance. References go here and never to the whole: the count in the header changes under them.
#[repr(C)]
pub(super) struct Body<C: Class> {
    pub(super) state: C::State,
    pub(super) inside: UnsafeCell<MaybeUninit<C>>,
}

/// What C is told of where things are in an instance.
pub(super) struct Places {
    /// How large it is.
    pub(super) size: usize,
    /// Where its own `__dict__` is, if this part has the place for it.
    pub(super) dict: Option<usize>,
    /// Where the list of weak references is, if this part has the place for it.
    pub(super) weaklist: Option<usize>,
}

const POINTER: usize = size_of::<*mut PyObject>();

impl<C: Class> Layout<C> {
    /// Python's allocators align to two words.
    const ALIGNED: () = assert!(align_of::<C>() <= 2 * POINTER, "a class cannot be aligned to more than two words");

    const OWN_DICT: bool = C::OPTIONS.dict && !C::Base::DICT;
    const OWN_WEAKREF: bool = C::OPTIONS.weakref && !C::Base::WEAKREF;
    /// Whether instances have a `__dict__`, here or below.
    pub(super) const HAS_DICT: bool = C::OPTIONS.dict || C::Base::DICT;
    /// Whether instances can be referred to weakly.
    pub(super) const HAS_WEAKREF: bool = C::OPTIONS.weakref || C::Base::WEAKREF;

    /// The size of an instance, where the compiler can know it.
    pub(super) const SIZE: Option<usize> = match C::Base::SIZE {
        Some(base) => Some(Self::size_over(base)),
        None => None,
    };

    /// Whether an instance is an object's header and the body, and the memory is nobody's but CPython's: it need not be
    /// zeroed, since all of it is written.
    pub(super) const IS_BODY_ALONE: bool = matches!(C::Base::SIZE, Some(size) if size == size_of::<PyObject>())
        && !(Self::HAS_DICT || Self::HAS_WEAKREF || C::OPTIONS.freelist > 0)
        // Such a type is made by Python's `type`, which may put more before an instance.
        && !C::OPTIONS.completed()
        && !raw::BIRTHS_ARE_HEARD;

    /// Where the body lies behind a base of that size.
    const fn body_over(base: usize) -> usize {
        let () = Self::ALIGNED;
        base.next_multiple_of(align_of::<Body<C>>())
    }

    /// Where the body ends. Never where the base does: two classes without fields would then be interchangeable by
    /// `__class__` assignment.
    const fn end_over(base: usize) -> usize {
        let size = if size_of::<Body<C>>() == 0 { POINTER } else { size_of::<Body<C>>() };
        (Self::body_over(base) + size).next_multiple_of(POINTER)
    }

    const fn size_over(base: usize) -> usize {
        let dict = if Self::OWN_DICT { POINTER } else { 0 };
        let weakref = if Self::OWN_WEAKREF { POINTER } else { 0 };
        Self::end_over(base) + dict + weakref
    }

    /// Where C's member descriptors find what lies at that offset in the inside: nowhere if the object's word has to be asked
    /// first.
    pub(super) const fn member(offset: Option<usize>) -> Option<usize> {
        match (offset, C::Base::SIZE) {
            (Some(offset), Some(base)) if !C::State::CLEARS => {
                Some(Self::body_over(base) + offset_of!(Body<C>, inside) + offset)
            }
            _ => None,
        }
    }

    /// The size of the parts below: a constant, or what the cell has kept since the type was made.
    #[inline]
    fn base() -> usize {
        match C::Base::SIZE {
            Some(size) => size,
            None => C::cell().live.base_size(),
        }
    }

    /// The places in an instance that C is told of.
    pub(super) fn places() -> Places {
        Places { size: Self::size(), dict: Self::dict(), weaklist: Self::weaklist() }
    }

    /// The size of an instance.
    pub(super) fn size() -> usize {
        Self::size_over(Self::base())
    }

    /// Where the instance's own `__dict__` is, if this part has the place for it.
    fn dict() -> Option<usize> {
        Self::OWN_DICT.then(|| Self::end_over(Self::base()))
    }

    /// Where the list of weak references is, if this part has the place for it.
    fn weaklist() -> Option<usize> {
        let dict = if Self::OWN_DICT { POINTER } else { 0 };
        Self::OWN_WEAKREF.then(|| Self::end_over(Self::base()) + dict)
    }

    /// The place of the instance's `__dict__`, if this part has it.
    ///
    /// # Safety
    /// `object` is an instance of the class.
    pub(super) unsafe fn dict_of(object: *mut PyObject) -> Option<*mut *mut PyObject> {
        // SAFETY: within the `size()` bytes of the instance, and aligned to a pointer.
        Self::dict().map(|offset| unsafe { object.byte_add(offset) }.cast())
    }

    /// The place of the body.
    ///
    /// # Safety
    /// `object` is an instance of the class, perhaps with nothing in the place yet.
    #[inline]
    pub(super) unsafe fn body_of(object: *mut PyObject) -> *mut Body<C> {
        // SAFETY: within the `size()` bytes of the instance.
        unsafe { object.byte_add(Self::body_over(Self::base())) }.cast()
    }
}

impl<C: Class> Body<C> {
    /// # Safety
    /// `object` is a live instance of the class (or of a subclass), for `'a`.
    #[inline]
    pub(super) unsafe fn of<'a>(object: *mut PyObject) -> &'a Self {
        // SAFETY: an instance.
        let body = unsafe { Layout::<C>::body_of(object) };
        // SAFETY: alive for `'a`; what can change in it is behind a cell or atomic.
        unsafe { &*body }
    }

    /// The inside, to look at.
    ///
    /// # Safety
    /// The inside is present, and nobody changes it for the life of the result.
    pub(super) unsafe fn shared(&self) -> &C {
        // SAFETY: nobody changes it, by the caller.
        let inside = unsafe { &*self.inside.get() };
        // SAFETY: present, so initialised.
        unsafe { inside.assume_init_ref() }
    }

    /// Moves the inside out.
    ///
    /// # Safety
    /// The inside is present and claimed, and is marked gone by the caller before anything else can look.
    pub(super) unsafe fn take(&self) -> C {
        // SAFETY: claimed: nobody else looks at it.
        let inside = unsafe { &*self.inside.get() };
        // SAFETY: present, so initialised; it is not read again.
        unsafe { inside.assume_init_read() }
    }
}

const _: () = assert!(core::mem::offset_of!(PyObject, ob_type) + POINTER == size_of::<PyObject>());
