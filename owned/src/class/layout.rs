//! How an instance lies in memory.
#![expect(unsafe_code, reason = "finds the parts of an instance behind its object pointer")]

use core::cell::UnsafeCell;
use core::mem::MaybeUninit;

use crate::raw::PyObject;

use super::Class;

/// The object header, the state word if there is one, the user's value; behind it, where the class asks for them, one
/// pointer for the instance's `__dict__` and one for its list of weak references.
#[repr(C)]
pub(super) struct Layout<C: Class> {
    header: PyObject,
    pub(super) body: Body<C>,
}

/// What is ours in an instance. References go here and never to the whole: the count in the header changes under them.
#[repr(C)]
pub(super) struct Body<C: Class> {
    pub(super) state: C::State,
    pub(super) inside: UnsafeCell<MaybeUninit<C>>,
}

const POINTER: usize = size_of::<*mut PyObject>();

impl<C: Class> Layout<C> {
    /// Python's allocators align to two words.
    const ALIGNED: () = assert!(align_of::<C>() <= 2 * POINTER, "a class cannot be aligned to more than two words");

    /// Where the value ends. Never the size of a bare `object`: two classes without fields would then be
    /// interchangeable by `__class__` assignment.
    const END: usize = {
        let () = Self::ALIGNED;
        if size_of::<Self>() == size_of::<PyObject>() { size_of::<Self>() + POINTER } else { size_of::<Self>() }
    };

    pub(super) const DICT: Option<usize> = if C::OPTIONS.dict { Some(Self::END) } else { None };

    pub(super) const WEAKLIST: Option<usize> =
        if C::OPTIONS.weakref { Some(Self::END + if C::OPTIONS.dict { POINTER } else { 0 }) } else { None };

    pub(super) const SIZE: usize =
        Self::END + if C::OPTIONS.dict { POINTER } else { 0 } + if C::OPTIONS.weakref { POINTER } else { 0 };

    /// The place of the instance's `__dict__`, if the class has one.
    ///
    /// # Safety
    /// `object` is an instance of the class.
    pub(super) unsafe fn dict(object: *mut PyObject) -> Option<*mut *mut PyObject> {
        // SAFETY: within the `SIZE` bytes of the instance, and aligned to a pointer.
        Self::DICT.map(|offset| unsafe { object.byte_add(offset) }.cast())
    }
}

impl<C: Class> Body<C> {
    /// # Safety
    /// `object` is a live instance of the class (or of a subclass), for `'a`.
    pub(super) unsafe fn of<'a>(object: *mut PyObject) -> &'a Self {
        let layout: *mut Layout<C> = object.cast();
        // SAFETY: an instance begins with this layout.
        let body = unsafe { &raw const (*layout).body };
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
