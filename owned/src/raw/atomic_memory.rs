//! Memory of a value that is reached as an atomic of std.

use core::cell::UnsafeCell;

/// A value, aligned as an atomic of its size is: on 32 bits numbers of eight bytes alone are not.
#[cfg_attr(target_pointer_width = "64", repr(transparent))]
#[cfg_attr(not(target_pointer_width = "64"), repr(C, align(8)))]
pub(crate) struct AtomicMemory<T>(UnsafeCell<T>);

impl<T> AtomicMemory<T> {
    pub(crate) const fn new(value: T) -> Self {
        AtomicMemory(UnsafeCell::new(value))
    }

    /// Where it is.
    #[inline(always)]
    pub(crate) const fn get(&self) -> *mut T {
        self.0.get()
    }
}
