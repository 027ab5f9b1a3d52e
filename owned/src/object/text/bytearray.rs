//! `bytearray`, which Python can change and resize at any time: its memory is copied, or lent inside of a closure as
//! atomics, while a view keeps the size as it is.
#![expect(unsafe_code, reason = "calls the bytearray API; a handle proves an attached thread and the type")]

use core::sync::atomic::AtomicU8;
use core::sync::atomic::Ordering::Relaxed;

use crate::err::{IndexError, Result};
use crate::object::builtin_type;
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

builtin_type! {
    /// Python's `bytearray`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::ByteArray;
    /// use std::sync::atomic::Ordering::Relaxed;
    /// Python::attach(|py| {
    ///     let bytes = ByteArray::new(py, b"inkface")?;
    ///     bytes.write(0, b"I")?;
    ///     let sum: u32 = bytes.with_bytes(|bytes| bytes.iter().map(|byte| u32::from(byte.load(Relaxed))).sum())?;
    ///     assert_eq!((bytes.to_vec()?, sum), (b"Inkface".to_vec(), 689));
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    ByteArray, "bytearray", raw::is_bytearray
}

impl ByteArray {
    /// A new `bytearray` with a copy of the data (`PyByteArray_FromStringAndSize`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::ByteArray;
    /// assert_eq!(ByteArray::new(py, b"ink")?.repr()?.to_str()?, "bytearray(b'ink')");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new<'py>(py: Python<'py>, data: &[u8]) -> Result<Owned<'py, ByteArray>> {
        // SAFETY: attached, by `py`; pointer and length are of one slice.
        let new = unsafe { raw::byte_array_from_string_and_size(data.as_ptr().cast(), data.len().cast_signed()) }?;
        // SAFETY: the function makes a bytearray.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// `bytearray(object)`, also of an iterable of small ints (`PyByteArray_FromObject`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::ByteArray;
    /// let array = ByteArray::from_object(&List::new(py, [1, 2])?.into_any())?;
    /// assert_eq!(array.to_vec()?, [1, 2]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn from_object<'py>(object: &Owned<'py, Any>) -> Result<Owned<'py, ByteArray>> {
        // SAFETY: a handle: attached and alive.
        let new = unsafe { raw::byte_array_from_object(object.raw()) }?;
        // SAFETY: the function makes a bytearray.
        Ok(unsafe { Owned::from_ref(object.py(), new) })
    }
}

impl Owned<'_, ByteArray> {
    /// How many bytes there are now.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(owned::types::ByteArray::new(py, b"ink")?.len(), 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a handle to a bytearray.
        unsafe { raw::byte_array_size(self.raw()) }.unsigned_abs()
    }

    /// Whether there are none now.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(owned::types::ByteArray::new(py, b"")?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A copy of the bytes as they are now.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(owned::types::ByteArray::new(py, b"ink")?.to_vec()?, b"ink");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn to_vec(&self) -> Result<Vec<u8>> {
        self.with_bytes(|bytes| bytes.iter().map(|byte| byte.load(Relaxed)).collect())
    }

    /// Lends the bytes, as atomics: code of Python's that `look` runs may write to them, Rust may too, and so may other
    /// threads, without a GIL or while they are detached. While `look` runs, whatever would resize the array raises
    /// `BufferError`. (CPython 3.13 itself does not see to that without the GIL: see `SOUNDNESS.md`.)
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::ByteArray;
    /// use std::sync::atomic::Ordering::Relaxed;
    /// let array = ByteArray::new(py, b"ink")?;
    /// array.with_bytes(|bytes| {
    ///     bytes[0].store(b'o', Relaxed);
    ///     assert!(array.resize(9).is_err()); // it keeps its place meanwhile
    /// })?;
    /// assert_eq!(array.to_vec()?, b"onk");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    #[track_caller]
    pub fn with_bytes<R>(&self, look: impl FnOnce(&[AtomicU8]) -> R) -> Result<R> {
        // SAFETY: a handle to a bytearray, whose thread is attached as long as the handle is borrowed.
        let pinned = unsafe { raw::PinnedBytes::of(self.raw()) }?;
        // SAFETY: the array has so many bytes there, never NULL, and does not move them as long as `pinned` lives. Others
        // may write to them, on other threads too: the slice is of atomics, and nothing else of ours touches them.
        let bytes = unsafe { core::slice::from_raw_parts(pinned.start().cast::<AtomicU8>(), pinned.size()) };
        Ok(look(bytes))
    }

    /// Copies `bytes` to the place from `start` on.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::ByteArray;
    /// let array = ByteArray::new(py, b"ink")?;
    /// array.write(1, b"c")?;
    /// assert_eq!(array.to_vec()?, b"ick");
    /// assert!(array.write(2, b"xy").unwrap_err().is::<IndexError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `IndexError` if the array ends before.
    #[track_caller]
    #[inline]
    pub fn write(&self, start: usize, bytes: &[u8]) -> Result<()> {
        self.with_bytes(|all| {
            let end = start.checked_add(bytes.len());
            let place = end.and_then(|end| all.get(start..end));
            let place = place.ok_or_else(|| IndexError::new("bytearray index out of range"))?;
            for (cell, byte) in place.iter().zip(bytes) {
                cell.store(*byte, Relaxed);
            }
            Ok(())
        })?
    }

    /// Makes it `length` bytes long (`PyByteArray_Resize`); those that are new are 0.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::ByteArray;
    /// let array = ByteArray::new(py, b"ink")?;
    /// array.resize(4)?;
    /// assert_eq!(array.to_vec()?, b"ink\0");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `BufferError` while somebody holds a view of it, `MemoryError` if there is no room.
    #[track_caller]
    #[inline]
    pub fn resize(&self, length: usize) -> Result<()> {
        let size = isize::try_from(length).map_err(|_| crate::err::MemoryError::new(""))?;
        let resize = || {
            let before = self.len();
            // SAFETY: a handle to a bytearray.
            unsafe { raw::byte_array_resize(self.raw(), size) }.map(|_| before)
        };
        // SAFETY: a handle: attached and alive. The lock, since the function looks whether there are views, which
        // others ask for under it.
        let before = unsafe { raw::locked(self.raw(), resize) }?;
        self.with_bytes(|bytes| {
            for cell in bytes.iter().skip(before) {
                cell.store(0, Relaxed);
            }
        })
    }

    /// Appends a copy of `bytes`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::ByteArray;
    /// let array = ByteArray::new(py, b"ink")?;
    /// array.extend_from_slice(b"face")?;
    /// assert_eq!(array.to_vec()?, b"inkface");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`resize`](Self::resize).
    #[track_caller]
    #[inline]
    pub fn extend_from_slice(&self, bytes: &[u8]) -> Result<()> {
        let before = self.len();
        self.resize(before.saturating_add(bytes.len()))?;
        self.write(before, bytes)
    }
}
