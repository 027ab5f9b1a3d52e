//! Memory views: buffers as Python code sees them.
#![expect(unsafe_code, reason = "calls the memoryview API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::object::{Bytes, builtin_type};
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;

builtin_type! {
    /// Python's `memoryview`. To read or write its items, see [`Buffer`](super::Buffer).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::MemoryView;
    ///
    /// Python::attach(|py| {
    ///     let view = MemoryView::of(&Bytes::new(py, b"abc")?)?;
    ///     assert_eq!(view.to_bytes()?.as_slice(), b"abc");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    MemoryView, "memoryview", raw::is_memory_view
}

impl MemoryView {
    /// `memoryview(exporter)`, which keeps the exporter alive (`PyMemoryView_FromObject`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::MemoryView;
    /// let bytes = Bytes::new(py, b"ink")?;
    /// let view = MemoryView::of(&bytes)?;
    /// assert_eq!(view.to_bytes()?.len(), 3);
    /// assert!(MemoryView::of(&Str::new(py, "ink")?).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object has no buffer.
    #[track_caller]
    pub fn of<'py, T: TypeInfo>(exporter: &Owned<'py, T>) -> Result<Owned<'py, MemoryView>> {
        // SAFETY: a handle: attached and alive.
        let view = unsafe { raw::memory_view_from_object(exporter.raw()) }?;
        // SAFETY: the function makes a memoryview.
        Ok(unsafe { Owned::from_ref(exporter.py(), view) })
    }
}

impl<'py> Owned<'py, MemoryView> {
    /// The object whose memory it is (`obj`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::MemoryView;
    /// let bytes = Bytes::new(py, b"ink")?;
    /// let view = MemoryView::of(&bytes)?;
    /// assert!(view.exporter()?.is(&bytes));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if the view was released.
    #[track_caller]
    #[inline]
    pub fn exporter(&self) -> Result<Owned<'py, Any>> {
        self.getattr("obj")
    }

    /// A copy of the memory, in C's order (`bytes(view)`, `PyBytes_FromObject`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::MemoryView;
    /// let bytes = Bytes::new(py, b"ink")?;
    /// let view = MemoryView::of(&bytes)?;
    /// assert_eq!(view.to_bytes()?.as_slice(), b"ink");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if the view was released.
    #[track_caller]
    #[inline]
    pub fn to_bytes(&self) -> Result<Owned<'py, Bytes>> {
        // SAFETY: a handle: attached and alive.
        let bytes = unsafe { raw::bytes_from_object(self.raw()) }?;
        // SAFETY: the function makes bytes.
        Ok(unsafe { Owned::from_ref(self.py(), bytes) })
    }

    /// Lets go of the exporter now; the view cannot be used any more (`release`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::MemoryView;
    /// let bytes = Bytes::new(py, b"ink")?;
    /// let view = MemoryView::of(&bytes)?;
    /// view.release()?;
    /// assert!(view.to_bytes().unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `BufferError` if somebody has asked the view itself for its memory.
    #[track_caller]
    #[inline]
    pub fn release(&self) -> Result<()> {
        crate::object::calls::call(&self.getattr("release")?, &[]).map(drop)
    }
}
