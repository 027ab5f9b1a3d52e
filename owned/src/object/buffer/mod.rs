//! Buffers: memory of a Python object, typed by its format (PEP 3118).
//!
//! A buffer is memory that Python code can write to at any time, through the object that it belongs to, and other
//! threads too: without a GIL, or while they are detached. So no slice of it is handed out: items are read and written
//! one by one, atomically, or copied by C. The exception is memory that nobody can write to
//! (`bytes`).
#![expect(unsafe_code, reason = "reads and writes memory whose layout the exporter describes")]

mod described;
mod element;
mod exported;
mod format;
mod matching;
mod memory_view;
mod padding;
mod place;
mod unbound;
mod writable;

use core::ffi::CStr;
use core::marker::PhantomData;
use core::slice;

use crate::err::{BufferError, IndexError, Result, TypeError, ValueError};
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw::{self, Access, View};

pub use element::{Bool8, Element};
pub(crate) use exported::is_inside;
pub use exported::{Exported, Shared};
pub(crate) use format::Kind;
pub use format::{Field, Format};
pub use memory_view::MemoryView;
pub(crate) use padding::clear_padding;
pub use unbound::PyBuffer;
pub use writable::BufferMut;
pub(crate) use writable::write_item;

/// The memory of a Python object as items of type `T`, for reading: of any shape, contiguous or not.
///
/// It keeps the exporter alive, and keeps it from moving the memory (a `bytearray` cannot be resized meanwhile); both
/// end when it is dropped (`PyBuffer_Release`).
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::Buffer;
///
/// Python::attach(|py| {
///     let array = py.import("array")?.call_method("array", ("d", vec![1.5, 2.5]))?;
///     let items = Buffer::<f64>::of(&array)?;
///     assert_eq!(items.shape(), [2]);
///     assert_eq!(items.iter().sum::<f64>(), 4.0);
///     assert!(Buffer::<i32>::of(&array).is_err()); // the format is checked
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Debug)]
pub struct Buffer<'py, T> {
    // The view before the exporter: fields are dropped in this order, and the exporter is asked to release the view.
    view: View,
    exporter: Owned<'py, Any>,
    items: PhantomData<T>,
}

impl<'py, T: Element> Buffer<'py, T> {
    /// The memory of `exporter` (`PyObject_GetBuffer`), which is kept alive.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let bytes = Bytes::new(py, b"ink")?;
    /// let items = Buffer::<u8>::of(&bytes)?;
    /// assert_eq!(items.len(), 3);
    /// assert!(Buffer::<u8>::of(&Str::new(py, "ink")?).unwrap_err().is::<TypeError>(py));
    /// assert!(Buffer::<u64>::of(&bytes).unwrap_err().is::<owned::exceptions::BufferError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object has no buffer; `BufferError` if it does not lend it now, or its items are no `T`.
    #[track_caller]
    pub fn of<O: TypeInfo>(exporter: &Owned<'py, O>) -> Result<Self> {
        Self::with_access(exporter, Access::Read)
    }

    #[track_caller]
    fn with_access<O: TypeInfo>(exporter: &Owned<'py, O>, access: Access) -> Result<Self> {
        // SAFETY: a handle: attached and alive.
        if unsafe { raw::object_check_buffer(exporter.raw()) } == 0 {
            let found = raw::type_name(raw::type_of(exporter.raw()));
            return Err(TypeError::new(format!("expected an object with a buffer of {}, got {found}", T::FORMAT)));
        }
        // SAFETY: a handle: attached, for as long as the buffer, which has the handle's `'py`, lives.
        let view = unsafe { View::of(exporter.raw(), access) }?;
        matching::check(T::FORMAT, view.format(), view.item_size())?;
        if !place::is_whole(&view) {
            return Err(BufferError::new("the exporter's shape does not go with the length of its memory"));
        }
        Ok(Buffer { view, exporter: exporter.clone().into_any(), items: PhantomData })
    }

    /// The object whose memory this is.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let bytes = Bytes::new(py, b"ink")?;
    /// let items = Buffer::<u8>::of(&bytes)?;
    /// assert!(items.exporter().is(&bytes));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn exporter(&self) -> &Owned<'py, Any> {
        &self.exporter
    }

    /// What the exporter says of its memory.
    pub(crate) fn view(&self) -> &View {
        &self.view
    }

    /// How many items there are, along all dimensions.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let grid = py.eval("memoryview(bytes(range(6))).cast('B', [2, 3])", None)?;
    /// let items = Buffer::<u8>::of(&grid)?;
    /// assert_eq!(items.len(), 6);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn len(&self) -> usize {
        self.view.bytes() / size_of::<T>()
    }

    /// Whether there are none.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// assert!(Buffer::<u8>::of(&Bytes::new(py, b"")?)?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Items along each dimension; empty for a single item without dimensions.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let grid = py.eval("memoryview(bytes(range(6))).cast('B', [2, 3])", None)?;
    /// let items = Buffer::<u8>::of(&grid)?;
    /// assert_eq!(items.shape(), [2, 3]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn shape(&self) -> Vec<usize> {
        self.view.shape().iter().map(|count| count.unsigned_abs()).collect()
    }

    /// Bytes from one item to the next along each dimension; may be negative, or 0.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let grid = py.eval("memoryview(bytes(range(6))).cast('B', [2, 3])", None)?;
    /// let items = Buffer::<u8>::of(&grid)?;
    /// assert_eq!(items.strides(), [3, 1]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn strides(&self) -> &[isize] {
        self.view.strides()
    }

    /// The items' format, in the language of the `struct` module.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let bytes = Bytes::new(py, b"ink")?;
    /// let items = Buffer::<u8>::of(&bytes)?;
    /// assert_eq!(items.format(), c"B");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn format(&self) -> &CStr {
        self.view.format()
    }

    /// Whether the items lie one after another, in C's order (`PyBuffer_IsContiguous`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let second = py.eval("memoryview(b'abcdef')[::2]", None)?;
    /// assert!(!Buffer::<u8>::of(&second)?.is_contiguous());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn is_contiguous(&self) -> bool {
        self.view.is_contiguous()
    }

    /// Whether the memory must not be written to. That Python code cannot write to it is not said by that.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let bytes = Bytes::new(py, b"ink")?;
    /// let items = Buffer::<u8>::of(&bytes)?;
    /// assert!(items.is_readonly());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn is_readonly(&self) -> bool {
        self.view.is_readonly()
    }

    /// The item at these indices, one for each dimension.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let grid = py.eval("memoryview(bytes(range(6))).cast('B', [2, 3])", None)?;
    /// let items = Buffer::<u8>::of(&grid)?;
    /// assert_eq!(items.get(&[1, 0])?, 3);
    /// assert!(items.get(&[2, 0]).unwrap_err().is::<owned::exceptions::IndexError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `IndexError` if there is no such item.
    #[track_caller]
    pub fn get(&self, indices: &[usize]) -> Result<T> {
        let item = self.pointer(indices)?;
        // SAFETY: an item of the exporter's memory, by the check; any bytes are a `T`. It need not be aligned. Others may
        // write to it, on other threads too, hence the shared read.
        Ok(unsafe { raw::read_shared(item) })
    }

    /// Every item as it is when the iterator comes to it, in C's order (the last index changes fastest).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let grid = py.eval("memoryview(bytes(range(6))).cast('B', [2, 3])", None)?;
    /// let items = Buffer::<u8>::of(&grid)?;
    /// assert!(items.iter().eq(0..6));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn iter(&self) -> impl ExactSizeIterator<Item = T> {
        let mut indices = vec![0; self.view.shape().len()];
        (0..self.len()).map(move |_| {
            let item = self.get(&indices).expect("indices inside of the shape");
            place::advance(self.view.shape(), &mut indices);
            item
        })
    }

    /// A copy of every item, in C's order (`PyBuffer_ToContiguous`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let grid = py.eval("memoryview(bytes(range(6))).cast('B', [2, 3])", None)?;
    /// let items = Buffer::<u8>::of(&grid)?;
    /// assert_eq!(items.to_vec()?, [0, 1, 2, 3, 4, 5]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn to_vec(&self) -> Result<Vec<T>> {
        let mut items = Vec::<T>::with_capacity(self.len());
        // SAFETY: room for all items, in memory that is ours alone.
        unsafe { self.view.copy_out(items.as_mut_ptr().cast()) }?;
        // SAFETY: the line above filled so many; any bytes are a `T`.
        unsafe { items.set_len(self.len()) };
        Ok(items)
    }

    /// Copies every item, in C's order, into `to` (`PyBuffer_ToContiguous`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let bytes = Bytes::new(py, b"ink")?;
    /// let items = Buffer::<u8>::of(&bytes)?;
    /// let mut copy = [0; 3];
    /// items.copy_to(&mut copy)?;
    /// assert_eq!(&copy, b"ink");
    /// assert!(items.copy_to(&mut [0; 2]).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if `to` has not as many items.
    #[track_caller]
    pub fn copy_to(&self, to: &mut [T]) -> Result<()> {
        self.check_length(to.len())?;
        // SAFETY: room for all items, by the check, in memory that is ours alone.
        Ok(unsafe { self.view.copy_out(to.as_mut_ptr().cast()) }?)
    }

    /// The items as a slice, if nobody can write to them: the exporter is a `bytes` or a memoryview of one, and they
    /// lie one after another.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Buffer;
    /// let bytes = Bytes::new(py, b"ink")?;
    /// let items = Buffer::<u8>::of(&bytes)?;
    /// assert_eq!(items.as_slice(), Some(&b"ink"[..]));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn as_slice(&self) -> Option<&[T]> {
        let start = self.view.start().cast::<T>();
        if !self.is_immutable() || !self.is_contiguous() || self.is_empty() || !start.is_aligned() {
            return (self.is_empty() && self.is_immutable()).then_some(&[]);
        }
        // SAFETY: so many items one after another, aligned; a bytes never changes, and the view holds it.
        Some(unsafe { slice::from_raw_parts(start, self.len()) })
    }

    fn is_immutable(&self) -> bool {
        let bytes = |object: &Owned<'py, Any>| raw::is_exactly_bytes(object.raw());
        let behind = |view: &Owned<'py, Any>| view.getattr("obj").is_ok_and(|object| bytes(&object));
        bytes(&self.exporter) || raw::is_memory_view(self.exporter.raw()) && behind(&self.exporter)
    }

    #[track_caller]
    fn check_length(&self, given: usize) -> Result<()> {
        let items = self.len();
        if given == items {
            return Ok(());
        }
        Err(ValueError::new(format!("a buffer of {items} items cannot be copied to or from a slice of {given}")))
    }

    /// Where the item at these indices lies.
    #[track_caller]
    fn pointer(&self, indices: &[usize]) -> Result<*mut T> {
        if !place::is_inside(&self.view, indices) {
            let shape = self.shape();
            return Err(IndexError::new(format!("no item at {indices:?} in a buffer of shape {shape:?}")));
        }
        let mut pointer = self.view.start().cast::<u8>();
        let steps = place::of(&self.view, indices).steps;
        for (at, &step) in steps.iter().enumerate() {
            if at > 0 {
                // SAFETY: a suboffset says that a pointer lies here, in the exporter's memory.
                pointer = unsafe { pointer.cast::<*mut u8>().read_unaligned() };
            }
            // SAFETY: the exporter's shape, strides and suboffsets describe its own memory; the indices are inside.
            pointer = unsafe { pointer.offset(step) };
        }
        Ok(pointer.cast())
    }
}
