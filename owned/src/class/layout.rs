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

/// What an instance has behind its base, and where: reckoned without the type, so that it is compiled once.
#[derive(Clone, Copy)]
pub(super) struct Own {
    align: usize,
    size: usize,
    /// Whether this part has the place for a `__dict__`.
    pub(super) dict: bool,
    /// Whether this part has the place for the list of weak references.
    pub(super) weaklist: bool,
}

impl Own {
    /// The same body, without the places behind it.
    pub(super) const fn body_alone(self) -> Self {
        Own { dict: false, weaklist: false, ..self }
    }

    /// Where the body lies behind a base of that size.
    #[inline]
    const fn body(self, base: usize) -> usize {
        base.next_multiple_of(self.align)
    }

    /// Where the body ends. Never where the base does: two classes without fields would then be interchangeable by
    /// `__class__` assignment.
    #[inline]
    const fn end(self, base: usize) -> usize {
        let size = if self.size == 0 { POINTER } else { self.size };
        (self.body(base) + size).next_multiple_of(POINTER)
    }

    /// Where the instance's own `__dict__` is, if this part has the place for it.
    #[inline]
    pub(super) const fn dict_at(self, base: usize) -> Option<usize> {
        if self.dict { Some(self.end(base)) } else { None }
    }

    /// Where the list of weak references is, if this part has the place for it.
    pub(super) const fn weaklist_at(self, base: usize) -> Option<usize> {
        let dict = if self.dict { POINTER } else { 0 };
        if self.weaklist { Some(self.end(base) + dict) } else { None }
    }

    /// How large an instance is.
    #[inline]
    pub(super) const fn over(self, base: usize) -> usize {
        self.end(base) + POINTER * (self.dict as usize + self.weaklist as usize)
    }
}

const POINTER: usize = size_of::<*mut PyObject>();

impl<C: Class> Layout<C> {
    /// Python's allocators align to two words.
    const ALIGNED: () = assert!(align_of::<C>() <= 2 * POINTER, "a class cannot be aligned to more than two words");

    /// What is this part's own.
    pub(super) const OWN: Own = {
        let () = Self::ALIGNED;
        Own {
            align: align_of::<Body<C>>(),
            size: size_of::<Body<C>>(),
            dict: C::OPTIONS.dict && !C::Base::DICT,
            weaklist: C::OPTIONS.weakref && !C::Base::WEAKREF,
        }
    };
    /// Whether instances have a `__dict__`, here or below.
    pub(super) const HAS_DICT: bool = C::OPTIONS.dict || C::Base::DICT;
    /// Whether instances can be referred to weakly.
    pub(super) const HAS_WEAKREF: bool = C::OPTIONS.weakref || C::Base::WEAKREF;

    /// The size of an instance, where the compiler can know it.
    pub(super) const SIZE: Option<usize> = match C::Base::SIZE {
        Some(base) => Some(Self::OWN.over(base)),
        None => None,
    };

    /// Whether an instance is an object's header and the body, and the memory is nobody's but CPython's: it need not be
    /// zeroed, since all of it is written.
    pub(super) const IS_BODY_ALONE: bool = matches!(C::Base::SIZE, Some(size) if size == size_of::<PyObject>())
        && !(Self::HAS_DICT || Self::HAS_WEAKREF || C::OPTIONS.freelist > 0)
        // Such a type is made by Python's `type`, which may put more before an instance.
        && !C::OPTIONS.completed()
        && !raw::BIRTHS_ARE_HEARD;

    /// Where C's member descriptors find what lies at that offset in the inside: nowhere if the object's word has to be asked
    /// first.
    pub(super) const fn member(offset: Option<usize>) -> Option<usize> {
        match (offset, C::Base::SIZE) {
            (Some(offset), Some(base)) if !C::State::CLEARS => {
                Some(Self::OWN.body(base) + offset_of!(Body<C>, inside) + offset)
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

    /// The size of an instance.
    pub(super) fn size() -> usize {
        Self::OWN.over(Self::base())
    }

    /// The place of the instance's `__dict__`, if this part has it.
    ///
    /// # Safety
    /// `object` is an instance of the class.
    pub(super) unsafe fn dict_of(object: *mut PyObject) -> Option<*mut *mut PyObject> {
        let offset = Self::OWN.dict_at(Self::base())?;
        // SAFETY: within the `size()` bytes of the instance, and aligned to a pointer.
        Some(unsafe { object.byte_add(offset) }.cast())
    }

    /// The place of the body.
    ///
    /// # Safety
    /// `object` is an instance of the class, perhaps with nothing in the place yet.
    #[inline]
    pub(super) unsafe fn body_of(object: *mut PyObject) -> *mut Body<C> {
        // SAFETY: within the `size()` bytes of the instance.
        unsafe { object.byte_add(Self::OWN.body(Self::base())) }.cast()
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
