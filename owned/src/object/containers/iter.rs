//! Iterators, asynchronous ones, and what can be sent values.
#![expect(unsafe_code, reason = "calls the iterator API; a handle proves an attached thread and the type")]

use core::panic::Location;

use crate::err::{PyErr, Result};
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw::{self, BorrowedRef, Sent};

use super::super::builtin_type;

builtin_type! {
    /// A Python iterator: what `iter(x)` gives. The handle is a Rust [`Iterator`] of `Result`s.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let mut letters = Str::new(py, "ab")?.iter()?;
    ///     assert_eq!(letters.next().transpose()?.unwrap().extract::<char>()?, 'a');
    ///     assert_eq!(letters.count(), 1);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Iter, "iterator", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::iter_check(object) != 0 }
    }
}
builtin_type! {
    /// A Python asynchronous iterator: what `aiter(x)` gives. Its `__anext__` gives what can be awaited.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let names = Dict::empty(py)?;
    ///     py.run("async def numbers():\n    yield 1", Some(&names))?;
    ///     let iter: Owned<'_, owned::types::AsyncIter> = names.require("numbers")?.call(())?.aiter()?;
    ///     assert!(iter.call_method("__anext__", ())?.hasattr("__await__")?);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    AsyncIter, "asynchronous iterator", raw::is_async_iterator
}

impl Iter {
    /// An iterator over `sequence[0]`, `sequence[1]`, … up to the first `IndexError` or `StopIteration`, whatever
    /// `__iter__` it has (`PySeqIter_New`). It takes its own reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let text = Str::new(py, "ab")?;
    /// let iter = Iter::over_sequence(&text)?;
    /// assert_eq!(iter.to_list()?.repr()?.to_str()?, "['a', 'b']");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `SystemError` if it has no items by number.
    #[track_caller]
    #[inline]
    pub fn over_sequence<'py>(sequence: &Owned<'py, Any>) -> Result<Owned<'py, Iter>> {
        // SAFETY: a handle: attached and alive.
        let iterator = unsafe { raw::seq_iter_new(sequence.raw()) }?;
        // SAFETY: the function makes an iterator.
        Ok(unsafe { Owned::from_ref(sequence.py(), iterator) })
    }

    /// `iter(callable, sentinel)`: what `callable()` gives, up to the first that equals `sentinel` (`PyCallIter_New`).
    /// It takes its own references.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 0, 2])?;
    /// let iter = Iter::until(&list.getattr("pop")?, &Int::from_i64(py, 0)?)?;
    /// assert_eq!(iter.to_list()?.repr()?.to_str()?, "[2]"); // the next one is the sentinel
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `MemoryError`. Whether it can be called shows when it is.
    #[track_caller]
    pub fn until<'py, T: TypeInfo, U: TypeInfo>(
        callable: &Owned<'py, T>,
        sentinel: &Owned<'py, U>,
    ) -> Result<Owned<'py, Iter>> {
        // SAFETY: handles: attached and alive.
        let iterator = unsafe { raw::call_iter_new(callable.raw(), sentinel.raw()) }?;
        // SAFETY: the function makes an iterator.
        Ok(unsafe { Owned::from_ref(callable.py(), iterator) })
    }
}

impl<'py> Iterator for Owned<'py, Iter> {
    type Item = Result<Owned<'py, Any>>;

    /// `next(self)`; `None` at the end (the type's `tp_iternext`, as C calls it).
    #[track_caller]
    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        // SAFETY: a handle: attached and alive.
        match unsafe { raw::iter_step(self.raw()) } {
            // SAFETY: any object is an `Any`.
            Ok(item) => Some(Ok(unsafe { Owned::from_ref(self.py(), item) })),
            Err(stop) => stopped(self.raw(), stop).map(Err),
        }
    }
}

/// The error, if it is one that there is no item. Out of the way of items: neither they nor the iterator's handle leave
/// their registers for it.
#[inline(never)]
pub(in crate::object) fn stopped(iterator: BorrowedRef<'_>, stop: raw::Stop) -> Option<PyErr> {
    raw::iter_stopped(iterator, stop).err().map(PyErr::from)
}

/// What comes back from a generator that was sent a value.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::Reply;
/// Python::attach(|py| {
///     let generator = py.eval("(n for n in [7])", None)?;
///     match generator.send_object(&py.none())? {
///         Reply::Yielded(value) => assert_eq!(value.extract::<i32>()?, 7),
///         Reply::Returned(_) => panic!("it has a value to give"),
///     }
///     assert!(matches!(generator.send_object(&py.none())?, Reply::Returned(value) if value.is_none()));
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Debug)]
pub enum Reply<'py> {
    /// It goes on, and has yielded this.
    Yielded(Owned<'py, Any>),
    /// It has ended, and has returned this.
    Returned(Owned<'py, Any>),
}

impl<'py> Owned<'py, Any> {
    /// Sends a value into a generator, a coroutine, or anything with a method `send`; `None` starts one
    /// (`PyIter_Send`). No `StopIteration` is made for the value that it returns.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Reply;
    /// let generator = py.eval("(x for x in 'a')", None)?;
    /// let none = py.none();
    /// assert!(matches!(generator.send_object(&none)?, Reply::Yielded(_)));
    /// assert!(matches!(generator.send_object(&none)?, Reply::Returned(_)));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What it raises; `TypeError` for another value than `None` at the start, `AttributeError` if it has no `send`.
    #[track_caller]
    pub fn send_object<T: TypeInfo>(&self, value: &Owned<'py, T>) -> Result<Reply<'py>> {
        // SAFETY: handles: attached and alive.
        let sent = unsafe { raw::iter_send(self.raw(), value.raw()) }?;
        let place = Location::caller();
        // SAFETY: any object is an `Any`.
        let own = |object| unsafe { Owned::from_ref_at(self.py(), object, place) };
        Ok(match sent {
            Sent::Next(value) => Reply::Yielded(own(value)),
            Sent::Return(value) => Reply::Returned(own(value)),
        })
    }
}
