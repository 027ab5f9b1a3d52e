//! The memory of items that Rust has given up to be shared.
#![expect(unsafe_code, reason = "takes vectors apart, and puts them together again")]

use core::mem::{self, ManuallyDrop};

use crate::object::{Element, clear_padding};

/// What a `Vec` was: nobody looks at it as at plain items any more, unless it is had alone.
///
/// Invariant: the parts of a `Vec`, which owns its memory. Padding between fields is 0.
pub(super) struct Memory<T> {
    start: *mut T,
    count: usize,
    capacity: usize,
}

// SAFETY: items are `Send` and `Sync`, and what is shared of them is reached atomically.
unsafe impl<T: Element> Send for Memory<T> {}
// SAFETY: as above.
unsafe impl<T: Element> Sync for Memory<T> {}

impl<T: Element> Memory<T> {
    pub(super) fn of(mut items: Vec<T>) -> Self {
        clear_padding(&mut items);
        let mut items = ManuallyDrop::new(items);
        Memory { start: items.as_mut_ptr(), count: items.len(), capacity: items.capacity() }
    }

    #[inline]
    pub(super) fn start(&self) -> *mut T {
        self.start
    }

    #[inline]
    pub(super) fn count(&self) -> usize {
        self.count
    }

    pub(super) fn into_vec(mut self) -> Vec<T> {
        self.take()
    }

    /// Lends the `Vec`, and takes it back, also if `f` panics.
    pub(super) fn change<R>(&mut self, f: impl FnOnce(&mut Vec<T>) -> R) -> R {
        struct Back<'a, T: Element> {
            memory: &'a mut Memory<T>,
            items: Vec<T>,
        }
        impl<T: Element> Drop for Back<'_, T> {
            fn drop(&mut self) {
                *self.memory = Memory::of(mem::take(&mut self.items));
            }
        }
        let items = self.take();
        let mut back = Back { memory: self, items };
        f(&mut back.items)
    }
}

impl<T> Memory<T> {
    /// What it was; an empty one stays.
    fn take(&mut self) -> Vec<T> {
        let empty = ManuallyDrop::new(Vec::<T>::new());
        let parts = Memory { start: empty.as_ptr().cast_mut(), count: 0, capacity: 0 };
        let parts = ManuallyDrop::new(mem::replace(self, parts));
        // SAFETY: the parts of a `Vec`, by the invariant, which nobody has any more.
        unsafe { Vec::from_raw_parts(parts.start, parts.count, parts.capacity) }
    }
}

impl<T> Drop for Memory<T> {
    fn drop(&mut self) {
        // SAFETY: the parts of a `Vec`, by the invariant; they are not used any more.
        drop(unsafe { Vec::from_raw_parts(self.start, self.count, self.capacity) });
    }
}
