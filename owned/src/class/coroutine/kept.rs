//! [`Kept`]: a place in the table of a coroutine.
#![expect(unsafe_code, reason = "believes that an object is of the type that it was put in as")]

use core::fmt;
use core::marker::PhantomData;
use std::sync::Arc;

use crate::convert::{FromPy, IntoPy};
use crate::err::{BaseException, PyErr, Result, RuntimeError};
use crate::ptr::{Any, Borrowed, Owned, TypeHint, TypeInfo};
use crate::token::Python;

use super::table::{Entry, Table, ended};

/// A reference that a coroutine keeps: a place in its table, where the collector sees the object. What a [`Py`] is to a
/// field, this is to a variable of an `async fn`.
///
/// It can be held across an `.await`, and sent to another thread; it holds no reference itself. Dropped, it gives up
/// its place, and the object is released: at once on an attached thread, on a detached one when the coroutine next uses
/// its table. When the coroutine ends, everything in its table goes: a `Kept` that is still somewhere then is a
/// `ReferenceError` to whoever asks it.
///
/// As an argument of an `async fn`, and as what is awaited comes to, it keeps any object that is a `T`.
///
/// Invariant: nobody else takes out, or puts in, what is at its place; that is a `T`.
///
/// Refused, with the attack: `Clone` (two would give up the same place).
///
/// [`Py`]: crate::Py
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let coroutine = Async::coroutine(py, "first", |cx| async move {
///         let list: Kept<List> = cx.with(|py| Ok::<_, PyErr>(cx.keep(&List::new(py, [42])?)))?;
///         cx.wait::<()>(|py| py.import("asyncio")?.call_method("sleep", (0,))).await?;
///         cx.with(|py| list.get(py)?.get(0)?.extract::<i64>()) // it was kept meanwhile
///     })?;
///     let answer = py.import("asyncio")?.call_method("run", (coroutine,))?;
///     assert_eq!(answer.extract::<i64>()?, 42);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct Kept<T> {
    /// `None` if it has none, or has given it up.
    place: Option<usize>,
    table: Arc<Table>,
    // `T` is only named.
    marker: PhantomData<fn() -> T>,
}

impl<T: TypeInfo> Kept<T> {
    /// Keeps an object, whose reference moves in. In a table that has ended there is no place.
    #[inline]
    #[track_caller]
    pub(super) fn new(table: &Arc<Table>, object: Owned<'_, T>) -> Self {
        let py = object.py();
        let place = table.keep(py, Entry::Object(object.into_any().unbind())).ok();
        Kept { place, table: table.clone(), marker: PhantomData }
    }

    /// The object. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let coroutine = Async::coroutine(py, "length", |cx| async move {
    ///     let kept = cx.with(|py| Str::new(py, "ink").map(|text| cx.keep(&text)))?;
    ///     cx.with(|py| kept.get(py).map(|text| text.len()))
    /// })?;
    /// assert_eq!(py.import("asyncio")?.call_method("run", (coroutine,))?.extract::<usize>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ReferenceError` when the coroutine has ended, or the collector has cleared it.
    #[track_caller]
    #[inline]
    pub fn get<'py>(&self, py: Python<'py>) -> Result<Owned<'py, T>> {
        let place = self.place.ok_or_else(ended)?;
        let new = |entry: &Entry| match entry {
            Entry::Object(object) => Some(object.bind(py).raw().to_new()),
            Entry::Error(_) => None,
        };
        let object = self.table.look(py, place, new)?.ok_or_else(ended)?;
        // SAFETY: a `T` was put there, by the invariant.
        Ok(unsafe { Owned::from_ref(py, object) })
    }

    /// Takes the object out of the table. The reference moves along.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let coroutine = Async::coroutine(py, "length", |cx| async move {
    ///     let kept = cx.with(|py| Str::new(py, "ink").map(|text| cx.keep(&text)))?;
    ///     cx.with(|py| kept.take(py).map(|text| text.len())) // the table has it no more
    /// })?;
    /// assert_eq!(py.import("asyncio")?.call_method("run", (coroutine,))?.extract::<usize>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`Kept::get`].
    #[track_caller]
    #[inline]
    pub fn take(mut self, py: Python<'_>) -> Result<Owned<'_, T>> {
        let place = self.place.take().ok_or_else(ended)?;
        match self.table.take(py, place)? {
            // SAFETY: a `T` was put there, by the invariant.
            Entry::Object(object) => Ok(unsafe { Owned::from_ref(py, object.into_bound(py).into_ref()) }),
            Entry::Error(_) => Err(ended()),
        }
    }
}

impl Kept<BaseException> {
    /// The exception as an error, to be raised again. The reference moves along; `ReferenceError` if it is gone.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let coroutine = Async::coroutine(py, "fails", |cx| async move {
    ///     let kept = cx.keep_error(ValueError::new("no ink"));
    ///     Err::<(), PyErr>(cx.with(|py| kept.into_error(py)))
    /// })?;
    /// assert!(py.import("asyncio")?.call_method("run", (coroutine,)).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn into_error(self, py: Python<'_>) -> PyErr {
        self.take(py).map_or_else(|gone| gone, PyErr::from_value)
    }
}

impl<T> Drop for Kept<T> {
    #[inline]
    fn drop(&mut self) {
        if let Some(place) = self.place.take() {
            self.table.forget(place);
        }
    }
}

impl<T: TypeInfo> FromPy<'_, '_> for Kept<T> {
    const ACCEPTS: TypeHint = T::HINT;

    /// Keeps it in the table of the coroutine that is called, or is running.
    ///
    /// # Errors
    /// `TypeError` for another type, `RuntimeError` if no coroutine runs.
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let object = object.downcast::<T>()?;
        let table = Table::current().ok_or_else(no_coroutine)?;
        Ok(Kept::new(&table, object.to_owned()))
    }
}

#[cold]
#[inline]
fn no_coroutine() -> PyErr {
    RuntimeError::new("a `Kept` is a place in the table of a coroutine, and none is running here")
}

impl<'py, T: TypeInfo> IntoPy<'py> for Kept<T> {
    type Target = T;

    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, T>> {
        self.take(py)
    }
}

impl<'py, T: TypeInfo> IntoPy<'py> for &Kept<T> {
    type Target = T;

    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, T>> {
        self.get(py)
    }
}

impl<T> fmt::Debug for Kept<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kept").field("place", &self.place).finish_non_exhaustive()
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(
    Kept<Any>: Send, Sync, Unpin, core::panic::UnwindSafe, core::panic::RefUnwindSafe
);
#[cfg(test)]
static_assertions::assert_not_impl_any!(Kept<Any>: Clone);
