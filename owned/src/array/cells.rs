//! Items in place, which others may write to meanwhile.
#![expect(unsafe_code, reason = "writes items of arrays, and lends them in place")]

use core::cell::UnsafeCell;
use core::{fmt, slice};

use crate::err::Result;
use crate::object::{Element, write_item};
use crate::raw;

use super::strided::Strided;

/// An item of an array, in place, that Python code and other threads may write to at any time: it is read and written by
/// value, in one piece if it is not larger than eight bytes, as by an atomic of std with `Relaxed`.
///
/// ```
/// # owned::Python::initialize();
/// # use owned::prelude::*;
/// # Python::attach(|py| {
/// use owned::array::SharedArray;
/// let shared = SharedArray::from(vec![1, 2, 3]);
/// for cell in shared.as_cells().expect("they lie one after another") {
///     cell.set(cell.get() + 10);
/// }
/// assert_eq!(shared.to_vec(), [11, 12, 13]);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[repr(transparent)]
pub struct ItemCell<T>(UnsafeCell<T>);

// SAFETY: what is in it is read and written atomically, byte by byte where it is large, and any bytes are a `T`.
unsafe impl<T: Element> Sync for ItemCell<T> {}

impl<T: Element> ItemCell<T> {
    /// The item as it is now.
    ///
    /// ```
    /// use owned::array::SharedArray;
    /// let shared = SharedArray::from(vec![1, 2]);
    /// assert_eq!(shared.as_cells().unwrap()[1].get(), 2);
    /// ```
    #[inline]
    pub fn get(&self) -> T {
        // SAFETY: the cell's own memory, of which no other reference is made; any bytes are a `T`.
        unsafe { raw::read_shared(self.0.get()) }
    }

    /// Overwrites the item.
    ///
    /// ```
    /// use owned::array::SharedArray;
    /// let shared = SharedArray::from(vec![1, 2]);
    /// shared.as_cells().unwrap()[1].set(7);
    /// assert_eq!(shared.to_vec(), [1, 7]);
    /// ```
    #[inline]
    pub fn set(&self, item: T) {
        // SAFETY: the cell's own memory, of which no other reference is made; it can be written to, as it is lent so.
        unsafe { write_item(self.0.get(), item) }
    }
}

impl<T: Element + fmt::Debug> fmt::Debug for ItemCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ItemCell").field(&self.get()).finish()
    }
}

/// Overwrites an item. The array is one that can be written to.
#[track_caller]
#[inline]
pub(super) fn set<T: Element, const N: usize>(items: &Strided<T, N>, indices: [usize; N], item: T) -> Result<()> {
    let place = items.place(indices)?;
    // SAFETY: an item, by the check. No reference into it exists but to cells, which are written to in the same way.
    unsafe { write_item(place, item) };
    Ok(())
}

/// Overwrites items in C's order, until there are no more. The array is one that can be written to.
pub(super) fn put_all<T: Element, const N: usize>(items: &Strided<T, N>, from: impl Iterator<Item = T>) {
    for (place, item) in items.places().zip(from) {
        // SAFETY: an item of the array, as in `set`.
        unsafe { write_item(place, item) };
    }
}

/// The items as cells, if they lie one after another, aligned. The array is one that can be written to.
pub(super) fn slice<T: Element, const N: usize>(items: &Strided<T, N>) -> Option<&[ItemCell<T>]> {
    if items.len() == 0 {
        return Some(&[]);
    }
    if !items.is_contiguous() || !items.start().is_aligned() {
        return None;
    }
    // SAFETY: so many items one after another, aligned, that live as long as what is borrowed; a cell has the layout of its
    // item. Others write to them as to atomics: nothing lends a plain reference to memory that can be written to.
    Some(unsafe { slice::from_raw_parts(items.start().cast(), items.len()) })
}
