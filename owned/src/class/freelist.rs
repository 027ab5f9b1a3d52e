//! Memory of instances that are gone, kept for the next ones: `#[class(freelist = N)]`.
//!
//! The two slots of the type that take and give memory are functions of ours. A block is kept only if it was an instance
//! of exactly the newest live type object, and all are given back before another becomes the newest, while that type is
//! alive: a block's header still names it. Without a GIL, or with several, the slots are CPython's own, and nothing is kept.
#![expect(unsafe_code, reason = "implements tp_alloc and tp_free")]

use core::ffi::c_void;
use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicPtr, AtomicUsize, Ordering::Relaxed};

use crate::hook;
use crate::raw::structs::{PyTypeObject, allocfunc, freefunc};
use crate::raw::{self, PyObject};

use super::layout::Layout;
use super::{Base, Class};

/// The blocks of one class, linked through the first word behind their headers. Read and written on attached threads
/// only, one at a time, as there is a GIL: so each step is a plain load or store.
pub(super) struct FreeList {
    first: AtomicPtr<PyObject>,
    length: AtomicUsize,
}

impl FreeList {
    pub(super) const fn new() -> Self {
        FreeList { first: AtomicPtr::new(ptr::null_mut()), length: AtomicUsize::new(0) }
    }

    /// Takes a block out.
    ///
    /// # Safety
    /// Attached, where there is a GIL.
    #[inline]
    unsafe fn take(&self) -> Option<NonNull<PyObject>> {
        let block = NonNull::new(self.first.load(Relaxed))?;
        // SAFETY: the memory of an instance.
        let link = unsafe { link_of(block.as_ptr()) };
        // SAFETY: in the list, so that the link is there.
        let next = unsafe { link.read() };
        self.first.store(next, Relaxed);
        self.length.store(self.length.load(Relaxed) - 1, Relaxed);
        Some(block)
    }

    /// Puts a block in, unless there are `most`.
    ///
    /// # Safety
    /// Attached, where there is a GIL; the memory of an instance of the newest type, which nobody uses any more and the
    /// collector does not track.
    #[inline]
    unsafe fn keep(&self, block: *mut PyObject, most: usize) -> bool {
        let length = self.length.load(Relaxed);
        if length >= most {
            return false;
        }
        // SAFETY: the memory of an instance.
        let link = unsafe { link_of(block) };
        // SAFETY: the place is the block's own, and nobody uses it.
        unsafe { link.write(self.first.load(Relaxed)) };
        self.first.store(block, Relaxed);
        self.length.store(length + 1, Relaxed);
        true
    }

    /// Forgets the blocks of an interpreter that has ended: they went with it.
    #[inline]
    pub(super) fn abandon(&self) {
        self.first.store(ptr::null_mut(), Relaxed);
        self.length.store(0, Relaxed);
    }

    /// Gives all blocks back. No code runs.
    ///
    /// # Safety
    /// Attached; the type that the blocks were instances of is alive.
    #[inline]
    pub(super) unsafe fn give_back(&self) {
        // SAFETY: attached; only with a GIL there is anything in the list.
        while let Some(block) = unsafe { self.take() } {
            // SAFETY: attached; the memory of an instance that is gone, untracked, whose type is alive.
            unsafe { raw::give_memory_back(block.as_ptr()) };
        }
    }
}

/// Where a block in the list has its link: an instance is at least one word larger than its header.
///
/// # Safety
/// The memory of an instance of a class.
#[inline]
unsafe fn link_of(block: *mut PyObject) -> *mut *mut PyObject {
    // SAFETY: within the instance, and aligned as the header is.
    unsafe { block.add(1) }.cast()
}

/// Whether the memory of instances is kept. Never that of a class with a `__del__`: the collector's header remembers that
/// it has been called, and the C API has nothing that makes it forget.
pub(super) const fn keeps<C: Class>() -> bool {
    C::OPTIONS.freelist > 0 && !<C as Base>::FINALIZES && raw::HAS_GIL && !raw::SUBINTERPRETERS
}

/// What is to be in the slots that take and give the memory of instances.
#[derive(Clone, Copy)]
pub(super) enum Memory {
    /// What the base has there: CPython's functions.
    Inherited,
    /// CPython's functions, where the base has others.
    Generic,
    /// Those of a class with a free list.
    Kept(allocfunc, freefunc),
}

impl Memory {
    pub(super) const fn of<C: Class>() -> Self {
        if keeps::<C>() {
            Memory::Kept(alloc::<C>, free::<C>)
        } else if C::Base::KEEPS {
            Memory::Generic
        } else {
            Memory::Inherited
        }
    }

    /// The two slots, if they are not to be inherited; `header` says whether instances have that of the collector.
    #[inline]
    pub(super) fn slots(self, header: bool) -> Option<(allocfunc, freefunc)> {
        match self {
            Memory::Inherited => None,
            Memory::Generic => Some((raw::GENERIC_ALLOC, raw::generic_free(header))),
            Memory::Kept(alloc, free) => Some((alloc, free)),
        }
    }
}

/// `tp_alloc`. What comes from the list is not tracked yet: `instantiate` has that done when the instance is whole, since the
/// collector's own function looks into the object on a debug interpreter.
unsafe extern "C" fn alloc<C: Class>(class: *mut PyTypeObject, items: isize) -> *mut PyObject {
    let live = &C::cell().live;
    if live.is_newest(class.cast())
        // SAFETY: CPython calls attached; only with a GIL this is a slot of the class.
        && let Some(block) = unsafe { live.free_list.take() }
    {
        // SAFETY: attached; the list's blocks were instances of the newest type, and nobody else has this one now.
        return unsafe { raw::renew(block.as_ptr(), class, Layout::<C>::size()) };
    }
    // SAFETY: as CPython calls it.
    unsafe { raw::GENERIC_ALLOC(class, items) }
}

/// `tp_free`.
unsafe extern "C" fn free<C: Class>(memory: *mut c_void) {
    let (live, object) = (&C::cell().live, memory.cast::<PyObject>());
    // SAFETY: the memory of an instance, whose type the caller still holds.
    let class = unsafe { raw::type_of_memory(object) };
    if live.is_newest(class)
        // SAFETY: attached, with a GIL; an untracked instance of the newest type, which is not used again.
        && unsafe { live.free_list.keep(object, C::OPTIONS.freelist) }
    {
        if let Some(object) = NonNull::new(object) {
            // SAFETY: attached; its type is the newest, which is alive.
            unsafe { hook::memory_is_kept(object) };
        }
        return;
    }
    // SAFETY: an untracked instance that is not used again, whose type the caller still holds.
    unsafe { raw::give_memory_back(object) };
}
