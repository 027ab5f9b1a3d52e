//! Memory of Rust that Python code may look into, or write to.
#![expect(unsafe_code, reason = "says which memory may be lent")]

use core::ffi::c_void;
use core::fmt;
use core::sync::atomic::{
    AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16, AtomicU32, AtomicU64, AtomicUsize,
};
use std::sync::Arc;

use crate::err::{Result, ValueError};
use crate::raw::Lent;

use super::padding::clear_padding;
use super::{Element, Format};

/// Memory that a class lends by `__buffer__`: shared with Rust, of any shape.
///
/// Each view holds the memory itself, so it stays where it is as long as anybody looks at it, also when the object has
/// gone, or has put other memory in its place. What Python code may write to, Rust reaches by atomics only; what Rust
/// has plain access to cannot be written to, on either side, as long as a view lives (an `Arc` that is shared gives no
/// `&mut`).
///
/// ```standalone_crate
/// use std::sync::Arc;
/// use std::sync::atomic::{AtomicU16, Ordering::Relaxed};
///
/// use owned::prelude::*;
/// use owned::types::Exported;
///
/// #[class]
/// pub struct Samples {
///     memory: Arc<[AtomicU16]>,
/// }
///
/// #[methods]
/// impl Samples {
///     #[new]
///     fn new(count: usize) -> Self {
///         Samples { memory: (0..count).map(|_| AtomicU16::new(0)).collect() }
///     }
///
///     fn __buffer__(&self) -> Exported {
///         Exported::writable(self.memory.clone())
///     }
///
///     fn sum(&self) -> u64 {
///         self.memory.iter().map(|sample| u64::from(sample.load(Relaxed))).sum()
///     }
/// }
///
/// #[owned::module]
/// mod sampling {
///     #[export]
///     pub use super::Samples;
/// }
///
/// # fn main() -> Result<()> {
/// #     Python::initialize();
/// #     Python::attach(|py| {
/// let samples = owned::load!(py, sampling)?.call_method("Samples", (4,))?;
/// let globals = Dict::empty(py)?;
/// globals.set("samples", &samples)?;
/// py.run("view = memoryview(samples); view[1] = 700; view[2] = 77", Some(&globals))?;
/// assert_eq!(samples.call_method("sum", ())?.extract::<u64>()?, 777);
/// #         Ok(())
/// #     })
/// # }
/// ```
pub struct Exported {
    lent: Box<Lent>,
    format: &'static Format,
}

/// An atomic of std, whose memory Rust and Python code can both write to.
///
/// ```
/// use std::sync::Arc;
/// use std::sync::atomic::{AtomicU8, Ordering::Relaxed};
///
/// use owned::types::{Exported, Shared};
///
/// /// Memory of zeros to write to.
/// fn zeros<A: Shared + Default>(count: usize) -> (Arc<[A]>, Exported) {
///     let memory: Arc<[A]> = (0..count).map(|_| A::default()).collect();
///     (memory.clone(), Exported::writable(memory))
/// }
/// let (memory, lent) = zeros::<AtomicU8>(2);
/// assert_eq!((memory[1].load(Relaxed), lent.format().to_string()), (0, "u8".to_owned()));
/// ```
///
/// # Safety
/// The type has the size of `Item`, and its memory may be written to through a shared reference.
pub unsafe trait Shared: Send + Sync + 'static {
    /// What Python sees.
    type Item: Element;
}

macro_rules! shared {
    ($($atomic:ty: $item:ty,)*) => { $(
        // SAFETY: std says that an atomic has the size of its number; it changes behind a shared reference.
        unsafe impl Shared for $atomic {
            type Item = $item;
        }
    )* };
}

shared! {
    AtomicU8: u8, AtomicU16: u16, AtomicU32: u32, AtomicU64: u64, AtomicUsize: usize,
    AtomicI8: i8, AtomicI16: i16, AtomicI32: i32, AtomicI64: i64, AtomicIsize: isize,
}

impl Exported {
    /// Memory that nobody writes to, in one dimension.
    ///
    /// A struct with padding does not compile here: Python would see what Rust has left there. A
    /// [`SharedArray`](crate::array::SharedArray) clears it.
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use owned::types::Exported;
    ///
    /// let memory: Arc<[u32]> = Arc::from([1, 2, 3]);
    /// let lent = Exported::readonly(memory.clone()); // a `__buffer__` returns it
    /// assert!(lent.is_readonly());
    /// assert_eq!(memory[2], 3); // and Rust still reads it
    /// ```
    pub fn readonly<T: Element>(memory: Arc<[T]>) -> Self {
        const {
            assert!(
                !T::FORMAT.has_padding(),
                "Python would see what Rust has left between the fields: lend a `SharedArray`, which clears it"
            );
        }
        let (start, count) = (memory.as_ptr().cast_mut().cast(), memory.len());
        Self::in_a_row(memory, start, count, T::FORMAT, true)
    }

    /// Memory that Python code may write to, in one dimension.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
    ///
    /// use owned::types::Exported;
    ///
    /// let memory: Arc<[AtomicU32]> = Arc::from([AtomicU32::new(1)]);
    /// let lent = Exported::writable(memory.clone()); // a `__buffer__` returns it
    /// assert!(!lent.is_readonly());
    /// memory[0].store(2, Relaxed); // which views see
    /// ```
    pub fn writable<A: Shared>(memory: Arc<[A]>) -> Self {
        let (start, count) = (memory.as_ptr().cast_mut().cast(), memory.len());
        Self::in_a_row(memory, start, count, A::Item::FORMAT, false)
    }

    /// A copy of memory, in one dimension, that nobody writes to.
    pub(crate) fn copy_of<T: Element>(items: &[T]) -> Self {
        let mut items = Arc::<[T]>::from(items);
        // Nobody else has it yet, so there is no other choice.
        clear_padding(Arc::get_mut(&mut items).unwrap_or_default());
        let (start, count) = (items.as_ptr().cast_mut().cast(), items.len());
        Self::in_a_row(items, start, count, T::FORMAT, true)
    }

    fn in_a_row<K: Send + Sync + 'static>(
        keep: K,
        start: *mut c_void,
        count: usize,
        format: &'static Format,
        readonly: bool,
    ) -> Self {
        Self::in_place(keep, start, format, readonly, vec![count.cast_signed()], vec![format.size().cast_signed()])
    }

    fn in_place<K: Send + Sync + 'static>(
        keep: K,
        start: *mut c_void,
        format: &'static Format,
        readonly: bool,
        shape: Vec<isize>,
        strides: Vec<isize>,
    ) -> Self {
        let (item, keep) = (format.size(), Box::new(keep));
        let lent = Lent { start, item, readonly, format: format.to_c_string(), shape, strides, keep };
        Exported { lent: Box::new(lent), format }
    }

    /// Memory in one dimension that somebody else takes care of.
    ///
    /// # Safety
    /// `keep` keeps `count` items at `start` in place, initialised, unless there are none; safe Rust writes to them only
    /// atomically. Views write to them unless they are `readonly`.
    pub(crate) unsafe fn foreign<T: Element, K: Send + Sync + 'static>(
        keep: K,
        start: *mut T,
        count: usize,
        readonly: bool,
    ) -> Self {
        // A view of nothing needs a place all the same.
        let start = if start.is_null() { core::ptr::NonNull::<T>::dangling().as_ptr() } else { start };
        Self::in_a_row(keep, start.cast(), count, T::FORMAT, readonly)
    }

    /// Memory of any strides, in bytes, that somebody else takes care of.
    ///
    /// # Safety
    /// `keep` keeps an item of the type wherever the shape and strides say, from `start` on, in place and initialised, with
    /// nothing of Rust's between the fields; safe Rust writes to them only atomically. Views write to them unless they are
    /// `readonly`.
    pub(crate) unsafe fn strided<T: Element, K: Send + Sync + 'static>(
        keep: K,
        start: *mut T,
        shape: Vec<isize>,
        strides: Vec<isize>,
        readonly: bool,
    ) -> Self {
        Self::in_place(keep, start.cast(), T::FORMAT, readonly, shape, strides)
    }

    /// As [`strided`](Self::strided), of this format.
    ///
    /// # Safety
    /// As there.
    pub(crate) unsafe fn of_format<K: Send + Sync + 'static>(
        keep: K,
        start: *mut c_void,
        format: &'static Format,
        shape: Vec<isize>,
        strides: Vec<isize>,
    ) -> Self {
        Self::in_place(keep, start, format, false, shape, strides)
    }

    /// What an item is.
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use owned::types::Exported;
    ///
    /// assert_eq!(Exported::readonly(Arc::from([1.5_f32])).format().to_string(), "f32");
    /// ```
    pub fn format(&self) -> &'static Format {
        self.format
    }

    /// Whether views cannot write to the memory.
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use owned::types::Exported;
    ///
    /// assert!(Exported::readonly(Arc::from([1.5_f32])).is_readonly());
    /// ```
    pub fn is_readonly(&self) -> bool {
        self.lent.readonly
    }

    /// Items along each dimension.
    pub(crate) fn lengths(&self) -> &[isize] {
        &self.lent.shape
    }

    /// Bytes from one item to the next along each dimension.
    pub(crate) fn steps(&self) -> &[isize] {
        &self.lent.strides
    }

    /// The same memory with each item taken for a `T` of the same size: `f64` for `AtomicU64`.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use std::sync::atomic::AtomicU64;
    ///
    /// use owned::types::Exported;
    ///
    /// let memory: Arc<[AtomicU64]> = Arc::from([AtomicU64::new(1.5_f64.to_bits())]);
    /// assert_eq!(Exported::writable(memory.clone()).items::<f64>()?.format().to_string(), "f64");
    /// assert!(Exported::writable(memory).items::<f32>().is_err());
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `ValueError` if a `T` has another size.
    #[track_caller]
    pub fn items<T: Element>(mut self) -> Result<Self> {
        if size_of::<T>() != self.lent.item {
            let (mine, item) = (T::FORMAT, self.lent.item);
            return Err(ValueError::new(format!("{mine} has another size than the items, of {item} bytes each")));
        }
        (self.lent.format, self.format) = (T::FORMAT.to_c_string(), T::FORMAT);
        Ok(self)
    }

    /// The same memory in these dimensions, the last index changing fastest.
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use owned::types::Exported;
    ///
    /// let memory: Arc<[u8]> = Arc::from([1, 2, 3, 4, 5, 6]);
    /// assert!(Exported::readonly(memory.clone()).shape(&[2, 3]).is_ok());
    /// assert!(Exported::readonly(memory).shape(&[2, 4]).is_err());
    /// ```
    ///
    /// # Errors
    /// `ValueError` if so many items are not what there is.
    #[track_caller]
    #[inline]
    pub fn shape(self, shape: &[usize]) -> Result<Self> {
        let count = shape.iter().try_fold(1_usize, |all, &count| all.checked_mul(count));
        if count != Some(self.count()) {
            let there = self.count();
            return Err(ValueError::new(format!("a shape of {shape:?} does not go with {there} items")));
        }
        // What does not fit in a number is refused below.
        let mut step = 1_isize;
        let strides = shape.iter().rev().map(|&count| {
            let stride = step;
            step = step.wrapping_mul(count.cast_signed());
            stride
        });
        let mut strides: Vec<isize> = strides.collect();
        strides.reverse();
        self.strides(0, shape, &strides)
    }

    /// A part of the memory: from the item `first` on, in these dimensions, each so many items from one to the next. A
    /// stride may be negative, or 0.
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use owned::types::Exported;
    ///
    /// let memory: Arc<[u8]> = Arc::from([1, 2, 3, 4, 5, 6]);
    /// // Backwards, every second.
    /// assert!(Exported::readonly(memory.clone()).strides(5, &[3], &[-2]).is_ok());
    /// assert!(Exported::readonly(memory).strides(5, &[4], &[-2]).is_err());
    /// ```
    ///
    /// # Errors
    /// `ValueError` if an item would lie outside.
    #[track_caller]
    #[inline]
    pub fn strides(self, first: usize, shape: &[usize], strides: &[isize]) -> Result<Self> {
        let item = self.lent.item.cast_signed();
        let bytes: Option<Vec<isize>> = strides.iter().map(|stride| stride.checked_mul(item)).collect();
        match bytes {
            Some(bytes) if is_inside(first, shape, strides, self.count()) => self.with_layout(first, shape, bytes),
            _ => Err(ValueError::new(format!(
                "from item {first} on, a shape of {shape:?} with strides of {strides:?} leaves the {} items",
                self.count()
            ))),
        }
    }

    #[inline]
    fn with_layout(mut self, first: usize, shape: &[usize], strides: Vec<isize>) -> Result<Self> {
        if shape.len() > MOST_DIMENSIONS {
            return Err(ValueError::new(format!("{} dimensions are too many: {MOST_DIMENSIONS} at most", shape.len())));
        }
        self.lent.start = self.lent.start.wrapping_byte_add(first * self.lent.item);
        self.lent.shape = shape.iter().map(|count| count.cast_signed()).collect();
        self.lent.strides = strides;
        Ok(self)
    }

    /// How many items there are.
    #[inline]
    fn count(&self) -> usize {
        self.lent.bytes() / self.lent.item
    }

    #[inline]
    pub(crate) fn into_lent(self) -> Box<Lent> {
        self.lent
    }
}

/// What C code has room for.
const MOST_DIMENSIONS: usize = 64;

/// Whether every item of the layout is one of `count`.
#[inline]
pub(crate) fn is_inside(first: usize, shape: &[usize], strides: &[isize], count: usize) -> bool {
    if shape.len() != strides.len() {
        return false;
    }
    // No more items than the address space has, also where strides are 0.
    if shape.iter().try_fold(8_isize, |all, &count| all.checked_mul(isize::try_from(count).ok()?)).is_none() {
        return false;
    }
    if shape.contains(&0) {
        return first <= count;
    }
    let (mut lowest, mut highest) = (first as i128, first as i128);
    for (&count, &stride) in shape.iter().zip(strides) {
        let reach = (count as i128 - 1) * stride as i128;
        if reach < 0 { lowest += reach } else { highest += reach }
    }
    lowest >= 0 && highest < count as i128
}

impl fmt::Debug for Exported {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exported")
            .field("format", &self.lent.format)
            .field("shape", &self.lent.shape)
            .finish_non_exhaustive()
    }
}
