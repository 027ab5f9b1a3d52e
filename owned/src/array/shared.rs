//! Memory of Rust, or of C, that Python code looks into.
#![expect(unsafe_code, reason = "says which memory is shared")]

use core::any::Any as AnyValue;
use core::fmt;
use core::ptr::NonNull;
use std::sync::Arc;

use crate::err::{BufferError, MemoryError, PyErr, Result, ValueError};
use crate::gc::{NoRefs, Traverse, Visited, Visitor};
use crate::object::{Element, Exported, is_inside};

use super::argument::check_length;
use super::cells::{self, ItemCell};
use super::memory::Memory;
use super::strided::{Items, Strided, bytes_of, in_c_order, look};

/// Items of type `T` along `N` dimensions that Rust and Python share, without a copy on either side: a `Vec` that was given
/// up, or memory of a C library.
///
/// A function that returns one gives an object with a buffer and with DLPack: `numpy.asarray` makes an array of it in place,
/// of structs a structured one. A class has one in a field, and [lends](Self::lend) it. Each clone and each view, on either
/// side, keeps the memory; the last frees it.
///
/// ```
/// # owned::Python::initialize();
/// use owned::array::SharedArray;
/// use owned::prelude::*;
/// use owned::types::{Element, MemoryView};
///
/// #[derive(Clone, Copy, Element)]
/// #[repr(C)]
/// struct Point {
///     x: f32,
///     y: f64,
/// }
///
/// Python::attach(|py| {
///     let mut points: SharedArray<Point, 1> = vec![Point { x: 0.5, y: 1.5 }; 3].into();
///     let view = MemoryView::of(&points.clone().into_py(py)?)?;
///     assert_eq!(view.getattr("format")?.extract::<String>()?, "T{=f:x:4x=d:y:}");
///     points.set([2], Point { x: 7.0, y: 8.0 })?; // seen by Python
///
///     // While anybody looks at it, it stays where it is.
///     let error = points.change(|items| items.push(Point { x: 0.0, y: 0.0 })).unwrap_err();
///     assert!(error.to_string().starts_with("BufferError"));
///     drop(view);
///     points.change(|items| items.push(Point { x: 0.0, y: 0.0 }))?;
///     assert_eq!(points.shape(), [4]);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct SharedArray<T, const N: usize> {
    /// Where the items are that this sees.
    items: Strided<T, N>,
    /// All of the memory: its first item, and how many there are.
    start: *mut T,
    count: usize,
    readonly: bool,
    keep: Keep<T>,
}

/// What keeps the memory.
enum Keep<T> {
    Own(Arc<Memory<T>>),
    /// Plain data, with a destructor: no reference is in it.
    Other(Arc<dyn AnyValue + Send + Sync>),
}

// SAFETY: what keeps the memory is `Send` and `Sync`, and items are read and written atomically.
unsafe impl<T: Element, const N: usize> Send for SharedArray<T, N> {}
// SAFETY: as above.
unsafe impl<T: Element, const N: usize> Sync for SharedArray<T, N> {}

impl<T: Element, const N: usize> SharedArray<T, N> {
    /// These items along these dimensions, the last index changing fastest.
    ///
    /// ```
    /// use owned::array::SharedArray;
    /// let grid = SharedArray::new(vec![1, 2, 3, 4, 5, 6], [2, 3])?;
    /// assert_eq!(grid.get([1, 0])?, 4);
    /// assert!(SharedArray::new(vec![1, 2], [3]).is_err());
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `ValueError` if the shape has not as many.
    #[track_caller]
    pub fn new(items: Vec<T>, shape: [usize; N]) -> Result<Self> {
        check_shape::<T>(&shape, items.len())?;
        Ok(Self::of_memory(Memory::of(items), shape))
    }

    /// As many items as the shape has, all of this value.
    ///
    /// ```
    /// use owned::array::SharedArray;
    /// let grid = SharedArray::filled(0.5, [2, 3])?;
    /// assert_eq!(grid.iter().sum::<f64>(), 3.0);
    /// assert!(SharedArray::filled(0.5, [usize::MAX, 2]).is_err());
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError` if there is no room for so many.
    #[track_caller]
    pub fn filled(item: T, shape: [usize; N]) -> Result<Self> {
        let mut items = Vec::new();
        let count = bytes_of(&shape, size_of::<T>()).map(|_| shape.iter().product());
        let reserved = count.and_then(|count| items.try_reserve_exact(count).ok().map(|()| count));
        let Some(count) = reserved else {
            return Err(MemoryError::new(format!("no room for an array of {} of shape {shape:?}", T::FORMAT)));
        };
        items.resize(count, item);
        Ok(Self::of_memory(Memory::of(items), shape))
    }

    /// `shape` has as many items as the memory, of a size that an object can have.
    fn of_memory(memory: Memory<T>, shape: [usize; N]) -> Self {
        let (start, count) = (memory.start(), memory.count());
        // SAFETY: the items of the memory, in the order in which they lie.
        let items = unsafe { Strided::new(start, shape, in_c_order(shape, size_of::<T>())) };
        SharedArray { items, start, count, readonly: false, keep: Keep::Own(Arc::new(memory)) }
    }

    /// Memory of C's, along these dimensions, the last index changing fastest. `owner` keeps it, and is dropped with the last
    /// that looks at it; for memory that C may move, it has an [`Export`](crate::foreign::Export) in it. For other strides,
    /// see [`part`](Self::part).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::array::SharedArray;
    /// use owned::prelude::*;
    /// # mod c { use std::ffi::c_void; unsafe extern "C" { pub safe fn calloc(n: usize, m: usize) -> *mut c_void; pub fn free(p: *mut c_void); } }
    ///
    /// /// What `calloc` gave.
    /// #[derive(NoRefs)]
    /// struct Block(#[traverse(skip = "a pointer of C's")] *mut std::ffi::c_void);
    /// // SAFETY: `free` may be called on any thread.
    /// unsafe impl Send for Block {}
    /// // SAFETY: nothing looks into it.
    /// unsafe impl Sync for Block {}
    /// impl Drop for Block {
    ///     fn drop(&mut self) {
    ///         // SAFETY: it was allocated, and is not used any more.
    ///         unsafe { c::free(self.0) }
    ///     }
    /// }
    ///
    /// let block = Block(c::calloc(12, 4));
    /// let start = block.0.cast::<u32>();
    /// // SAFETY: twelve numbers, all 0, which `block` keeps; nothing else reads or writes them.
    /// let pixels = unsafe { SharedArray::foreign(block, start, [3, 4]) }?;
    /// pixels.set([2, 3], 7)?;
    /// assert_eq!(pixels.part(3, [3], [4])?.to_vec(), [0, 0, 7]); // the last column
    /// # Ok::<(), PyErr>(())
    /// ```
    ///
    /// # Safety
    /// Unless the shape has no items: as long as `owner` lives, so many lie at `start`, initialised and in place. They need not
    /// be aligned. C may write to them meanwhile, as other code may to any buffer of Python's; Rust holds no reference to
    /// them. `owner` is dropped on any thread.
    ///
    /// # Errors
    /// `ValueError` if no memory has so many items.
    #[track_caller]
    pub unsafe fn foreign<O: NoRefs + Send + Sync + 'static>(
        owner: O,
        start: *mut T,
        shape: [usize; N],
    ) -> Result<Self> {
        check_shape::<T>(&shape, shape.iter().fold(1, |all, &count| all.wrapping_mul(count)))?;
        let start = if start.is_null() { NonNull::dangling().as_ptr() } else { start };
        // SAFETY: the caller's.
        let items = unsafe { Strided::new(start, shape, in_c_order(shape, size_of::<T>())) };
        let (count, keep) = (items.len(), Keep::Other(Arc::new(owner)));
        Ok(SharedArray { items, start, count, readonly: false, keep })
    }

    /// The same memory in other dimensions: from its item `first` on, in this shape, each so many items from one to the next.
    /// A stride may be negative, or 0. What is counted from is all of the memory, also if this sees a part of it.
    ///
    /// ```
    /// use owned::array::SharedArray;
    /// let grid = SharedArray::new(vec![1, 2, 3, 4, 5, 6], [2, 3])?;
    /// let column = grid.part(1, [2], [3])?; // from the second item on, each a row further
    /// assert_eq!(column.to_vec(), [2, 5]);
    /// let backwards = grid.part(5, [6], [-1])?;
    /// assert_eq!(backwards.to_vec(), [6, 5, 4, 3, 2, 1]);
    /// assert!(grid.part(1, [6], [1]).is_err());
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `ValueError` if an item would lie outside.
    #[track_caller]
    pub fn part<const M: usize>(
        &self,
        first: usize,
        shape: [usize; M],
        strides: [isize; M],
    ) -> Result<SharedArray<T, M>> {
        let size = size_of::<T>().cast_signed();
        if !is_inside(first, &shape, &strides, self.count) || strides.iter().any(|s| s.checked_mul(size).is_none()) {
            return Err(ValueError::new(format!(
                "from item {first} on, a shape of {shape:?} with strides of {strides:?} leaves the {} items",
                self.count
            )));
        }
        check_shape::<T>(&shape, shape.iter().product())?;
        let start = self.start.wrapping_add(first);
        // SAFETY: each item is one of the memory, by the check.
        let items = unsafe { Strided::new(start, shape, strides.map(|stride| stride * size)) };
        let (start, count, readonly, keep) = (self.start, self.count, self.readonly, self.keep.clone());
        Ok(SharedArray { items, start, count, readonly, keep })
    }

    /// All of the memory in these dimensions, the last index changing fastest.
    ///
    /// ```
    /// use owned::array::SharedArray;
    /// let row = SharedArray::from(vec![1, 2, 3, 4]);
    /// let grid = row.reshape([2, 2])?;
    /// grid.set([1, 1], 7)?; // the same memory
    /// assert_eq!(row.to_vec(), [1, 2, 3, 7]);
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `ValueError` if the shape has not as many items.
    #[track_caller]
    pub fn reshape<const M: usize>(&self, shape: [usize; M]) -> Result<SharedArray<T, M>> {
        check_shape::<T>(&shape, self.count)?;
        self.part(0, shape, in_c_order(shape, 1))
    }

    /// The same, for reading alone: neither Python nor this clone can write to it. Others that are not so still can.
    ///
    /// ```
    /// use owned::array::SharedArray;
    /// let own = SharedArray::from(vec![1, 2]);
    /// let given = own.clone().readonly();
    /// assert!(given.set([0], 7).is_err());
    /// own.set([0], 7)?;
    /// assert_eq!(given.to_vec(), [7, 2]);
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    #[must_use = "it is this value that is read-only"]
    pub fn readonly(mut self) -> Self {
        self.readonly = true;
        self
    }

    /// Whether Python cannot write to it, nor this clone.
    ///
    /// ```
    /// use owned::array::SharedArray;
    /// let own = SharedArray::from(vec![1, 2]);
    /// assert!(!own.is_readonly() && own.clone().readonly().is_readonly());
    /// ```
    pub fn is_readonly(&self) -> bool {
        self.readonly
    }

    look!(items);

    /// Overwrites the item at these indices.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::SharedArray;
    /// use owned::exceptions::IndexError;
    /// let grid = SharedArray::filled(0, [2, 2])?;
    /// grid.set([1, 0], 7)?;
    /// assert_eq!(grid.to_vec(), [0, 0, 7, 0]);
    /// assert!(grid.set([2, 0], 7).unwrap_err().is::<IndexError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `IndexError` if there is no such item; `BufferError` if this is read-only.
    #[track_caller]
    #[inline]
    pub fn set(&self, indices: [usize; N], item: T) -> Result<()> {
        self.check_writable()?;
        cells::set(&self.items, indices, item)
    }

    /// Overwrites every item, in C's order.
    ///
    /// ```
    /// use owned::array::SharedArray;
    /// let grid = SharedArray::filled(0, [2, 2])?;
    /// grid.copy_from(&[1, 2, 3, 4])?;
    /// assert_eq!(grid.get([1, 0])?, 3);
    /// assert!(grid.copy_from(&[1]).is_err());
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `ValueError` if `from` has not as many items; `BufferError` if this is read-only.
    #[track_caller]
    pub fn copy_from(&self, from: &[T]) -> Result<()> {
        self.check_writable()?;
        check_length(self.len(), from.len())?;
        cells::put_all(&self.items, from.iter().copied());
        Ok(())
    }

    /// The items in place, if they lie one after another, aligned, and this is not read-only.
    ///
    /// ```
    /// use owned::array::SharedArray;
    /// let grid = SharedArray::filled(1, [2, 2])?;
    /// grid.as_cells().unwrap()[3].set(7);
    /// assert_eq!(grid.to_vec(), [1, 1, 1, 7]);
    /// assert!(grid.part(0, [2], [2])?.as_cells().is_none()); // a column
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    pub fn as_cells(&self) -> Option<&[ItemCell<T>]> {
        if self.readonly { None } else { cells::slice(&self.items) }
    }

    #[track_caller]
    #[inline]
    fn check_writable(&self) -> Result<()> {
        if self.readonly { Err(BufferError::new("the array is read-only")) } else { Ok(()) }
    }

    /// The memory for a `__buffer__`, or for [`to_dlpack`](Exported::to_dlpack): what is lent holds it.
    ///
    /// ```
    /// # fn main() {}
    /// use owned::array::SharedArray;
    /// use owned::prelude::*;
    /// use owned::types::Exported;
    ///
    /// #[class]
    /// pub struct Samples {
    ///     items: SharedArray<f64, 1>,
    /// }
    ///
    /// #[methods]
    /// impl Samples {
    ///     fn __buffer__(&self) -> Exported {
    ///         self.items.lend() // `memoryview(samples)` holds the memory, not the object
    ///     }
    /// }
    /// # fn shown(samples: &Samples) {
    /// assert_eq!(samples.items.lend().format().to_string(), "f64");
    /// # }
    /// # shown(&Samples { items: vec![1.5].into() });
    /// ```
    pub fn lend(&self) -> Exported {
        let bytes = |count: usize| count.cast_signed();
        let shape = self.shape().into_iter().map(bytes).collect();
        // SAFETY: what keeps the memory is cloned into it; the items lie in it, and are written to atomically.
        unsafe {
            Exported::strided(self.keep.clone(), self.items.start(), shape, self.strides().to_vec(), self.readonly)
        }
    }

    /// The items as a `Vec` again: all of the memory, without a copy.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::SharedArray;
    /// assert_eq!(SharedArray::from(vec![1, 2]).into_vec()?, [1, 2]);
    /// let shared = SharedArray::from(vec![1, 2]);
    /// let other = shared.clone();
    /// assert!(shared.into_vec().unwrap_err().is::<owned::exceptions::BufferError>(py));
    /// assert_eq!(other.into_vec()?, [1, 2]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `BufferError` while anybody else has it (a view of Python's, a clone), or if it is C's. The array is gone then, and
    /// what others have stays.
    #[track_caller]
    pub fn into_vec(self) -> Result<Vec<T>> {
        match self.keep {
            Keep::Own(memory) => Arc::try_unwrap(memory).map(Memory::into_vec).map_err(|memory| in_use(&memory)),
            Keep::Other(_) => Err(of_c()),
        }
    }

    /// Lends all of the memory as plain items, of which nobody else has any: no view, no clone.
    ///
    /// ```
    /// use owned::array::SharedArray;
    /// let mut grid = SharedArray::new(vec![3, 1, 2, 0], [2, 2])?;
    /// grid.with_slice(|items| items.sort())?;
    /// assert_eq!(grid.to_vec(), [0, 1, 2, 3]);
    /// let _other = grid.clone();
    /// assert!(grid.with_slice(|items| items.sort()).is_err());
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `BufferError` while anybody else has it, or if it is C's.
    #[track_caller]
    pub fn with_slice<R>(&mut self, f: impl FnOnce(&mut [T]) -> R) -> Result<R> {
        // The `Vec` is only lent as a slice, so it stays where it is.
        Ok(alone(&mut self.keep)?.change(|items| f(items)))
    }
}

impl<T: Element> SharedArray<T, 1> {
    /// Lends all of the memory as the `Vec` that it is, of which nobody else has anything: it can grow, shrink and move.
    /// Afterwards the array is all of it.
    ///
    /// ```
    /// use owned::array::SharedArray;
    /// let mut row = SharedArray::from(vec![1, 2]);
    /// row.change(|items| items.push(3))?;
    /// assert_eq!((row.shape(), row.get([2])?), ([3], 3));
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `BufferError` while anybody else has it (a view of Python's, a clone), or if it is C's: memory that is looked at stays
    /// where it is, as that of a `bytearray`.
    #[track_caller]
    pub fn change<R>(&mut self, f: impl FnOnce(&mut Vec<T>) -> R) -> Result<R> {
        /// The array sees what there is then, also after a panic.
        struct Seen<'a, T: Element>(&'a mut SharedArray<T, 1>);
        impl<T: Element> Drop for Seen<'_, T> {
            fn drop(&mut self) {
                let Keep::Own(memory) = &self.0.keep else { return };
                (self.0.start, self.0.count) = (memory.start(), memory.count());
                let (shape, strides) = ([memory.count()], [size_of::<T>().cast_signed()]);
                // SAFETY: the items of the memory, one after another.
                self.0.items = unsafe { Strided::new(memory.start(), shape, strides) };
            }
        }
        alone(&mut self.keep)?;
        let seen = Seen(self);
        Ok(alone(&mut seen.0.keep)?.change(f))
    }
}

/// The memory, if nobody else has it: an `Arc` that is not shared gives it alone, and there is no weak one.
#[track_caller]
fn alone<T: Element>(keep: &mut Keep<T>) -> Result<&mut Memory<T>> {
    match keep {
        Keep::Own(memory) if Arc::strong_count(memory) > 1 => Err(in_use(memory)),
        Keep::Own(memory) => Arc::get_mut(memory).ok_or_else(|| BufferError::new("the memory is in use")),
        Keep::Other(_) => Err(of_c()),
    }
}

#[track_caller]
#[cold]
fn in_use<T>(memory: &Arc<Memory<T>>) -> PyErr {
    let others = Arc::strong_count(memory) - 1;
    BufferError::new(match others {
        0 | 1 => "the memory must stay as it is: somebody else has it, a view or a clone".to_owned(),
        others => format!("the memory must stay as it is: {others} others have it, views or clones"),
    })
}

#[track_caller]
#[cold]
fn of_c() -> PyErr {
    BufferError::new("the memory is that of a C library, and no `Vec`")
}

#[track_caller]
fn check_shape<T: Element>(shape: &[usize], items: usize) -> Result<()> {
    let count = shape.iter().try_fold(1_usize, |all, &count| all.checked_mul(count));
    if count == Some(items) && bytes_of(shape, size_of::<T>()).is_some() {
        return Ok(());
    }
    Err(ValueError::new(format!("a shape of {shape:?} does not go with {items} items")))
}

impl<T: Element> From<Vec<T>> for SharedArray<T, 1> {
    /// The items, in one dimension.
    fn from(items: Vec<T>) -> Self {
        let count = items.len();
        SharedArray::of_memory(Memory::of(items), [count])
    }
}

impl<T> Clone for Keep<T> {
    fn clone(&self) -> Self {
        match self {
            Keep::Own(memory) => Keep::Own(Arc::clone(memory)),
            Keep::Other(owner) => Keep::Other(Arc::clone(owner)),
        }
    }
}

impl<T: Element, const N: usize> Clone for SharedArray<T, N> {
    /// The same memory.
    fn clone(&self) -> Self {
        SharedArray { keep: self.keep.clone(), ..*self }
    }
}

impl<'a, T: Element, const N: usize> IntoIterator for &'a SharedArray<T, N> {
    type Item = T;
    type IntoIter = Items<'a, T, N>;

    fn into_iter(self) -> Items<'a, T, N> {
        self.iter()
    }
}

impl<T: Element, const N: usize> fmt::Debug for SharedArray<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SharedArray({:?})", self.items)
    }
}

impl<T, const N: usize> NoRefs for SharedArray<T, N> {}

// SAFETY: there is nothing to visit: items are plain data, and so is an owner.
unsafe impl<T, const N: usize> Traverse for SharedArray<T, N> {
    #[inline]
    fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
        Ok(())
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(SharedArray<u8, 1>: Send, Sync);
