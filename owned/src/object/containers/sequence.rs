//! Sequences.
#![expect(unsafe_code, reason = "calls the sequence protocol; a handle proves an attached thread and a live object")]

use crate::err::Result;
use crate::ptr::{Any, Owned};
use crate::raw;

use super::super::{builtin_type, handle};
use super::position;

builtin_type! {
    /// What a `match` statement takes for a sequence: a `list`, a `tuple`, a `range`, and what inherits from
    /// `collections.abc.Sequence` or is registered with it, but no `str`, `bytes` or `bytearray`. Asking runs no
    /// Python code: it is a flag of the type.
    ///
    /// Everything else that a sequence can do, every object can be asked: [`item_at`](Owned::item_at),
    /// [`item_slice`](Owned::item_slice), [`concat`](Owned::concat), [`index_of`](Owned::index_of), ….
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Sequence;
    /// Python::attach(|py| {
    ///     let deque = py.import("collections")?.call_method("deque", (List::new(py, [1, 2])?,))?;
    ///     let sequence = deque.downcast::<Sequence>()?;
    ///     assert_eq!((sequence.len()?, sequence.get(1)?.extract::<i64>()?), (2, 2));
    ///     assert!(Str::new(py, "text")?.into_any().downcast::<Sequence>().is_err());
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Sequence, "sequence", raw::is_sequence
}

impl<'py> Owned<'py, Sequence> {
    /// `len(self)` (`PySequence_Size`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Sequence;
    /// let sequence = Tuple::new(py, [1, 2])?.into_any().downcast::<Sequence>()?;
    /// assert_eq!(sequence.len()?, 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What `__len__` raises.
    #[track_caller]
    #[inline]
    pub fn len(&self) -> Result<usize> {
        // SAFETY: a handle: attached and alive.
        Ok(unsafe { raw::sequence_size(self.raw()) }?)
    }

    /// Whether there are no items.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Sequence;
    /// assert!(List::empty(py)?.into_any().downcast::<Sequence>()?.is_empty()?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What `__len__` raises.
    #[track_caller]
    #[inline]
    pub fn is_empty(&self) -> Result<bool> {
        Ok(self.len()? == 0)
    }

    /// The item at `index`, from the start (`PySequence_GetItem`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Sequence;
    /// let sequence = Tuple::new(py, [1, 2])?.into_any().downcast::<Sequence>()?;
    /// assert_eq!(sequence.get(1)?.extract::<i32>()?, 2);
    /// assert!(sequence.get(2).unwrap_err().is::<IndexError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `IndexError` past the end; what `__getitem__` raises.
    #[track_caller]
    #[inline]
    pub fn get(&self, index: usize) -> Result<Owned<'py, Any>> {
        // SAFETY: a handle: attached and alive.
        let item = unsafe { raw::sequence_get_item(self.raw(), position(index)?) }?;
        Ok(handle(self.py(), item))
    }
}
