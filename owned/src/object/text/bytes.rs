//! `bytes`.
#![expect(unsafe_code, reason = "calls the bytes API; a handle proves an attached thread and the type")]

use core::ffi::CStr;

use super::Str;
use crate::err::Result;
use crate::object::builtin_type;
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw;
use crate::token::Python;

builtin_type! {
    /// Python's `bytes`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let squares = Bytes::new_with(py, 4, |place| {
    ///         for (at, byte) in place.iter_mut().enumerate() {
    ///             *byte = (at * at) as u8;
    ///         }
    ///         Ok(())
    ///     })?;
    ///     assert_eq!(squares.as_slice(), [0, 1, 4, 9]); // lent, as long as the object lives
    ///     assert!(squares == [0, 1, 4, 9][..]);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Bytes, "bytes", raw::is_bytes
}

impl Bytes {
    /// A new `bytes` with a copy of the data (`PyBytes_FromStringAndSize`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Bytes::new(py, b"ink\0")?.repr()?.to_str()?, "b'ink\\x00'");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new<'py>(py: Python<'py>, data: &[u8]) -> Result<Owned<'py, Bytes>> {
        // SAFETY: attached, by `py`; pointer and length are of one slice.
        let new = unsafe { raw::bytes_from_string_and_size(data.as_ptr().cast(), data.len().cast_signed()) }?;
        // SAFETY: the function makes bytes.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// A new `bytes` of `length` that `fill` writes in place: zeros at first. Nobody else sees the object before `fill`
    /// is through; if it fails, the object is released.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let squares = Bytes::new_with(py, 4, |bytes| {
    ///     for (at, byte) in bytes.iter_mut().enumerate() {
    ///         *byte = (at * at) as u8;
    ///     }
    ///     Ok(())
    /// })?;
    /// assert_eq!(squares.as_slice(), [0, 1, 4, 9]);
    /// assert!(Bytes::new_with(py, 4, |_| Err(ValueError::new("no data"))).is_err());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// That of `fill`; `MemoryError` or `OverflowError` if there is no room.
    #[track_caller]
    pub fn new_with<'py>(
        py: Python<'py>,
        length: usize,
        fill: impl FnOnce(&mut [u8]) -> Result<()>,
    ) -> Result<Owned<'py, Bytes>> {
        // SAFETY: attached, by `py`.
        let (new, data) = unsafe { raw::bytes_zeroed(length) }?;
        // SAFETY: `length` bytes that are written, in an object that nobody else has: bytes are in no list of the
        // collector's. (The empty one that everybody has is no byte long.)
        fill(unsafe { core::slice::from_raw_parts_mut(data, length) })?;
        // SAFETY: the function made bytes.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// `bytes(object)`, of a buffer, of something that has `__bytes__`, or of an iterable of small ints; not of an `int`
    /// (`PyBytes_FromObject`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Bytes::from_object(&List::new(py, [1, 2])?.into_any())?.as_slice(), [1, 2]);
    /// assert!(Bytes::from_object(&Int::from_i64(py, 4)?.into_any()).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn from_object<'py>(object: &Owned<'py, Any>) -> Result<Owned<'py, Bytes>> {
        // SAFETY: a handle: attached and alive.
        let new = unsafe { raw::bytes_from_object(object.raw()) }?;
        // SAFETY: the function makes bytes.
        Ok(unsafe { Owned::from_ref(object.py(), new) })
    }
}

impl<'py> Owned<'py, Bytes> {
    /// The data, lent for as long as the object is.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Bytes::new(py, b"ink")?.as_slice(), b"ink");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn as_slice(&self) -> &[u8] {
        // SAFETY: a handle to bytes.
        unsafe { raw::bytes_data(self.raw()) }
    }

    /// How many bytes there are.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Bytes::new(py, b"ink")?.len(), 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn len(&self) -> usize {
        self.as_slice().len()
    }

    /// Whether there are none.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Bytes::new(py, b"")?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }

    /// `self + other`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let both = Bytes::new(py, b"ink")?.concat(&Bytes::new(py, b"face")?)?;
    /// assert_eq!(both.as_slice(), b"inkface");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn concat(&self, other: &Owned<'py, Bytes>) -> Result<Owned<'py, Bytes>> {
        let (left, right) = (self.as_slice(), other.as_slice());
        Bytes::new_with(self.py(), left.len().saturating_add(right.len()), |place| {
            let (start, end) = place.split_at_mut(left.len());
            start.copy_from_slice(left);
            end.copy_from_slice(right);
            Ok(())
        })
    }

    /// `self.join(parts)`, of anything that can be iterated and gives buffers.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let parts = List::new(py, [Bytes::new(py, b"a")?, Bytes::new(py, b"b")?])?;
    /// assert_eq!(Bytes::new(py, b", ")?.join(&parts)?.repr()?.to_str()?, "b'a, b'");
    /// assert!(Bytes::new(py, b"")?.join(&List::new(py, [1])?.into_any()).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if `parts` cannot be iterated, or if one is no buffer.
    #[track_caller]
    #[inline]
    pub fn join(&self, parts: &Owned<'py, Any>) -> Result<Owned<'py, Any>> {
        let name = Str::intern(self.py(), "join")?;
        // SAFETY: handles: attached and alive.
        let join = unsafe { raw::object_get_attr(self.raw(), name.raw()) }?;
        // SAFETY: attached.
        let new = unsafe { raw::vectorcall(join.borrow(), &[parts.raw()]) }?;
        // SAFETY: any object is an `Any`: a subclass may have a `join` of its own.
        Ok(unsafe { Owned::from_ref(self.py(), new) })
    }

    /// `self.decode(encoding, errors)`: see [`Str::decode`].
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let bytes = Bytes::new(py, b"\xe9t\xe9")?;
    /// assert_eq!(bytes.decode(Some(c"latin-1"), None)?.to_str()?, "été");
    /// assert!(bytes.decode(None, None).is_err()); // no UTF-8
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn decode(&self, encoding: Option<&CStr>, errors: Option<&CStr>) -> Result<Owned<'py, Str>> {
        Str::decode(self.py(), self.as_slice(), encoding, errors)
    }

    /// `memoryview(self)`: a read-only view that keeps the bytes alive (`PyMemoryView_FromObject`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let view = Bytes::new(py, b"ink")?.memory_view()?;
    /// assert!(view.getattr("readonly")?.is_true()?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn memory_view(&self) -> Result<Owned<'py, Any>> {
        // SAFETY: a handle: attached and alive.
        let view = unsafe { raw::memory_view_from_object(self.raw()) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(self.py(), view) })
    }
}

impl PartialEq<[u8]> for Owned<'_, Bytes> {
    #[inline]
    fn eq(&self, other: &[u8]) -> bool {
        self.as_slice() == other
    }
}

impl<'a> Borrowed<'a, '_, Bytes> {
    /// The data with the life of the object's owner.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let bytes = Bytes::new(py, b"ink")?;
    /// let data: &[u8] = bytes.as_borrowed().as_bytes(); // as long as `bytes`
    /// assert_eq!(data, b"ink");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn as_bytes(self) -> &'a [u8] {
        // SAFETY: a handle to bytes, which live for `'a` and never change.
        unsafe { raw::bytes_data(self.inner()) }
    }
}
