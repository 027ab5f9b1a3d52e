//! Memory of Rust that Python code may look into, or write to.
#![expect(unsafe_code, reason = "says which memory may be lent")]

use core::ffi::CStr;
use core::fmt;
use core::sync::atomic::{
    AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16, AtomicU32, AtomicU64, AtomicUsize,
};
use std::sync::Arc;

use crate::err::{Result, ValueError};
use crate::raw::Lent;

use super::Element;

/// Memory that a class lends by `__buffer__`: shared with Rust, of any shape.
///
/// Each view holds the memory itself, so it stays where it is as long as anybody looks at it, also when the object has
/// gone, or has put other memory in its place. What Python code may write to, Rust reaches by atomics only; what Rust
/// has plain access to cannot be written to, on either side, as long as a view lives (an `Arc` that is shared gives no
/// `&mut`).
///
/// ```
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
pub struct Exported(Box<Lent>);

/// An atomic of std, whose memory Rust and Python code can both write to.
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
    pub fn readonly<T: Element + Send + Sync>(memory: Arc<[T]>) -> Self {
        let (start, count) = (memory.as_ptr().cast_mut().cast(), memory.len());
        Exported(Box::new(Lent {
            start,
            item: size_of::<T>(),
            readonly: true,
            format: T::FORMAT,
            shape: vec![count.cast_signed()],
            strides: vec![size_of::<T>().cast_signed()],
            keep: Box::new(memory),
        }))
    }

    /// Memory that Python code may write to, in one dimension.
    pub fn writable<A: Shared>(memory: Arc<[A]>) -> Self {
        let (start, count) = (memory.as_ptr().cast_mut().cast(), memory.len());
        Exported(Box::new(Lent {
            start,
            item: size_of::<A>(),
            readonly: false,
            format: <A::Item as Element>::FORMAT,
            shape: vec![count.cast_signed()],
            strides: vec![size_of::<A>().cast_signed()],
            keep: Box::new(memory),
        }))
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
        Exported(Box::new(Lent {
            // A view of nothing needs a place all the same.
            start: if start.is_null() { core::ptr::NonNull::<T>::dangling().as_ptr() } else { start }.cast(),
            item: size_of::<T>(),
            readonly,
            format: T::FORMAT,
            shape: vec![count.cast_signed()],
            strides: vec![size_of::<T>().cast_signed()],
            keep: Box::new(keep),
        }))
    }

    /// The same memory with each item taken for a `T` of the same size: `f64` for `AtomicU64`.
    ///
    /// # Errors
    /// `ValueError` if a `T` has another size.
    #[track_caller]
    pub fn items<T: Element>(mut self) -> Result<Self> {
        if size_of::<T>() != self.0.item {
            let (mine, item) = (T::NAME, self.0.item);
            return Err(ValueError::new(format!("{mine} has another size than the items, of {item} bytes each")));
        }
        self.0.format = T::FORMAT;
        Ok(self)
    }

    /// The same memory in these dimensions, the last index changing fastest.
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
    /// # Errors
    /// `ValueError` if an item would lie outside.
    #[track_caller]
    #[inline]
    pub fn strides(self, first: usize, shape: &[usize], strides: &[isize]) -> Result<Self> {
        let item = self.0.item.cast_signed();
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
        self.0.start = self.0.start.wrapping_byte_add(first * self.0.item);
        self.0.shape = shape.iter().map(|count| count.cast_signed()).collect();
        self.0.strides = strides;
        Ok(self)
    }

    /// How many items there are.
    #[inline]
    fn count(&self) -> usize {
        self.0.bytes() / self.0.item
    }

    #[inline]
    pub(crate) fn into_lent(self) -> Box<Lent> {
        self.0
    }
}

/// What C code has room for.
const MOST_DIMENSIONS: usize = 64;

/// Whether every item of the layout is one of `count`.
#[inline]
fn is_inside(first: usize, shape: &[usize], strides: &[isize], count: usize) -> bool {
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
        let format: &CStr = self.0.format;
        f.debug_struct("Exported").field("format", &format).field("shape", &self.0.shape).finish_non_exhaustive()
    }
}
