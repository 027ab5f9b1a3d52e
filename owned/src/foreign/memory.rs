//! Views of memory that C owns: [`view`], [`view_mut`], [`copy`], and [`Exports`] where C may move it.
#![expect(unsafe_code, reason = "lends memory that the caller vouches for")]

use core::fmt;
use core::sync::atomic::{AtomicIsize, Ordering};
use std::sync::Arc;

use crate::err::{BufferError, PyErr, Result};
use crate::gc::{NoRefs, Traverse, Visited, Visitor};
use crate::object::{Element, Exported};

/// Memory of C's that Python code may look at, for a `__buffer__`: each view holds `owner`, so the memory stays as long as
/// anybody looks at it.
///
/// What happens when C wants to free or move it before is the caller's to say: nothing can (the owner is what keeps it
/// there); or an [`Exports`] refuses it meanwhile; or the memory is [copied](copy).
///
/// ```standalone_crate
/// use std::ffi::c_void;
/// use std::ptr::NonNull;
/// use std::sync::Arc;
///
/// use owned::foreign::{self, AnyThread, Foreign, Handle};
/// use owned::prelude::*;
/// use owned::types::{Exported, MemoryView};
/// # mod c { use std::ffi::c_void; unsafe extern "C" { pub safe fn calloc(n: usize, m: usize) -> *mut c_void; pub fn free(p: *mut c_void); } }
///
/// enum Block {}
/// // SAFETY: `free` takes what `calloc` gave, on any thread.
/// unsafe impl Foreign for Block {
///     type Raw = c_void;
///     type Threads = AnyThread;
///     unsafe fn destroy(raw: NonNull<c_void>) {
///         // SAFETY: a handle gives up its one block.
///         unsafe { c::free(raw.as_ptr()) }
///     }
/// }
///
/// /// Numbers, in C's memory.
/// #[class]
/// pub struct Samples {
///     block: Arc<Handle<Block>>,
///     count: usize,
/// }
///
/// #[methods]
/// impl Samples {
///     #[new]
///     fn new(count: usize) -> Result<Self> {
///         // SAFETY: what `calloc` gives belongs to its caller.
///         let block = unsafe { Handle::new(c::calloc(count, 8), || owned::exceptions::MemoryError::new("no block")) };
///         Ok(Samples { block: Arc::new(block?), count })
///     }
///
///     fn __buffer__(&self) -> Exported {
///         // SAFETY: the block has so many numbers, stays in place until it is freed, and Rust does not look into it.
///         unsafe { foreign::view_mut(self.block.clone(), self.block.as_ptr().cast::<i64>(), self.count) }
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
/// let view = MemoryView::of(&samples)?;
/// drop(samples);
/// view.call_method("__setitem__", (2, -77))?;
/// assert_eq!(view.call_method("tolist", ())?.extract::<Vec<i64>>()?, [0, 0, -77, 0]);
/// #         Ok(())
/// #     })
/// # }
/// ```
///
/// # Safety
/// Unless `count` is 0: as long as `owner` lives, `count` items lie at `start`, initialised and in place. C may write to
/// them meanwhile, as other code may to any buffer of Python's; Rust holds no reference to them while it does.
#[inline]
pub unsafe fn view<T: Element, O: Send + Sync + 'static>(owner: O, start: *const T, count: usize) -> Exported {
    // SAFETY: the caller's.
    unsafe { Exported::foreign(owner, start.cast_mut(), count, true) }
}

/// As [`view`], of memory that Python code may write to.
///
/// ```
/// use owned::foreign;
///
/// let numbers: Box<[i64]> = vec![0; 4].into();
/// let start = Box::into_raw(numbers).cast::<i64>(); // as C would give it, here for good
/// // SAFETY: four numbers that stay where they are; Rust does not look at them any more.
/// let lent = unsafe { foreign::view_mut((), start, 4) };
/// assert!(!lent.is_readonly()); // a `__buffer__` returns it
/// # // SAFETY: what `Box::into_raw` gave; nothing lends it any more.
/// # drop((lent, unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(start, 4)) }));
/// ```
///
/// # Safety
/// As [`view`]; the items may be written to at any time, on any thread that is attached, and Rust holds no reference to
/// them.
#[inline]
pub unsafe fn view_mut<T: Element, O: Send + Sync + 'static>(owner: O, start: *mut T, count: usize) -> Exported {
    // SAFETY: the caller's.
    unsafe { Exported::foreign(owner, start, count, false) }
}

/// A copy of memory that C may free or change at any time.
///
/// ```
/// use owned::foreign;
///
/// let numbers = [1_i32, 2, 3];
/// // SAFETY: three numbers, which nobody writes to meanwhile.
/// let lent = unsafe { foreign::copy(numbers.as_ptr(), numbers.len()) };
/// drop(numbers); // C frees them
/// assert!(lent.is_readonly()); // a `__buffer__` returns it
/// ```
///
/// # Safety
/// Unless `count` is 0: `count` items lie at `start`, initialised, and nobody writes to them during the call.
#[inline]
pub unsafe fn copy<T: Element>(start: *const T, count: usize) -> Exported {
    if count == 0 {
        return Exported::copy_of::<T>(&[]);
    }
    // SAFETY: the caller's.
    Exported::copy_of(unsafe { core::slice::from_raw_parts(start, count) })
}

/// How many views there are of memory that C can move: while there is one, it must not.
///
/// The field of a class, beside the handle. [`Exports::hold`] goes into the owner of each [`view`]; what moves the memory
/// runs in [`Exports::moving`].
///
/// ```
/// use owned::foreign::Exports;
///
/// let exports = Exports::default();
/// let held = exports.hold()?; // part of a view's owner: `view((handle, held), …)`
/// assert!(exports.moving(|| ()).unwrap_err().to_string().starts_with("BufferError: "));
/// drop(held);
/// exports.moving(|| assert!(exports.hold().is_err()))?;
/// # Ok::<(), owned::PyErr>(())
/// ```
#[derive(Default)]
pub struct Exports(Arc<AtomicIsize>);

/// Being moved.
const MOVING: isize = -1;

/// One view's word that the memory is looked at. It ends when it is dropped.
///
/// ```
/// use owned::foreign::{Export, Exports};
///
/// let exports = Exports::default();
/// let held: Export = exports.hold()?;
/// assert!(exports.moving(|| ()).is_err());
/// drop(held);
/// assert!(exports.moving(|| ()).is_ok());
/// # Ok::<(), owned::PyErr>(())
/// ```
#[derive(Debug)]
pub struct Export(Arc<AtomicIsize>);

impl Exports {
    /// Counts one more view.
    ///
    /// ```
    /// use owned::foreign::Exports;
    ///
    /// let exports = Exports::default();
    /// let views = [exports.hold()?, exports.hold()?];
    /// let error = exports.moving(|| ()).unwrap_err().to_string();
    /// assert_eq!(error, "BufferError: the memory cannot be moved: there are 2 views of it");
    /// # drop(views);
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `BufferError` while the memory is being moved.
    #[inline]
    pub fn hold(&self) -> Result<Export> {
        let more = |views: isize| (views != MOVING).then_some(views + 1);
        match self.0.fetch_update(Ordering::Acquire, Ordering::Relaxed, more) {
            Ok(_) => Ok(Export(Arc::clone(&self.0))),
            Err(_) => Err(BufferError::new("the memory is being moved")),
        }
    }

    /// Runs what moves, resizes or frees the memory, if nobody looks at it; meanwhile no view can be had.
    ///
    /// ```
    /// use owned::foreign::Exports;
    ///
    /// let (exports, mut memory) = (Exports::default(), vec![1, 2]);
    /// exports.moving(|| memory.push(3))?;
    /// assert_eq!(memory, [1, 2, 3]);
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `BufferError` while there are views.
    pub fn moving<R>(&self, f: impl FnOnce() -> R) -> Result<R> {
        struct Done<'a>(&'a AtomicIsize);
        impl Drop for Done<'_> {
            #[inline]
            fn drop(&mut self) {
                self.0.store(0, Ordering::Release);
            }
        }
        match self.0.compare_exchange(0, MOVING, Ordering::Acquire, Ordering::Relaxed) {
            Ok(_) => {
                let _done = Done(&self.0);
                Ok(f())
            }
            Err(views) => Err(in_use(views)),
        }
    }
}

#[cold]
#[inline]
fn in_use(views: isize) -> PyErr {
    BufferError::new(match views {
        MOVING => "the memory is being moved already".to_owned(),
        1 => "the memory cannot be moved: there is a view of it".to_owned(),
        views => format!("the memory cannot be moved: there are {views} views of it"),
    })
}

impl Drop for Export {
    #[inline]
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Release);
    }
}

impl NoRefs for Exports {}

// SAFETY: there is nothing to visit.
unsafe impl Traverse for Exports {
    #[inline]
    fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
        Ok(())
    }
}

impl fmt::Debug for Exports {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Exports").field(&self.0.load(Ordering::Relaxed)).finish()
    }
}
