//! Iterating over any object.
#![expect(unsafe_code, reason = "calls the iterator API; a handle proves an attached thread and a live object")]

use core::convert::Infallible;
use core::fmt;
use core::panic::Location;

use crate::err::{PyErr, Result};
use crate::ptr::{Any, Owned};
use crate::raw::{self, BorrowedRef};

use super::super::containers::stopped;
use super::super::{AsyncIter, Iter};

impl<'py> Owned<'py, Any> {
    /// `iter(self)`: Python's iterator (`PyObject_GetIter`). [`each`](Owned::each) is the way to loop in Rust.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let mut iter = py.eval("range(3)", None)?.iter()?;
    /// assert_eq!(iter.next().unwrap()?.extract::<i32>()?, 0);
    /// assert_eq!(iter.count(), 2);
    /// assert!(py.none().iter().unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it cannot be iterated over; what `__iter__` raises.
    #[track_caller]
    #[inline]
    pub fn iter(&self) -> Result<Owned<'py, Iter>> {
        // SAFETY: a handle: attached and alive.
        let iterator = unsafe { raw::object_get_iter(self.raw()) }?;
        // A memoryview that was released gives an iterator, and raises besides (CPython 3.11).
        if raw::error_is_set()
            && let Some(error) = PyErr::take(self.py())
        {
            drop(iterator);
            return Err(error);
        }
        // SAFETY: `PyObject_GetIter` gives an iterator or fails.
        Ok(unsafe { Owned::from_ref(self.py(), iterator) })
    }

    /// `aiter(self)`: Python's asynchronous iterator (`PyObject_GetAIter`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let names = Dict::empty(py)?;
    /// py.run("async def numbers():\n    yield 1", Some(&names))?;
    /// let numbers = names.require("numbers")?.call(())?;
    /// assert!(numbers.aiter()?.is(&numbers)); // an asynchronous generator is its own iterator
    /// assert!(List::empty(py)?.aiter().unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it cannot be iterated over asynchronously; what `__aiter__` raises.
    #[track_caller]
    #[inline]
    pub fn aiter(&self) -> Result<Owned<'py, AsyncIter>> {
        // SAFETY: a handle: attached and alive.
        let iterator = unsafe { raw::object_get_a_iter(self.raw()) }?;
        // SAFETY: `PyObject_GetAIter` gives an asynchronous iterator or fails.
        Ok(unsafe { Owned::from_ref(self.py(), iterator) })
    }

    /// The items, as `for item in self` has them, each a new reference that is released when it is dropped.
    ///
    /// A list or a tuple (no subclass, which could iterate otherwise) is walked by index, without an iterator in
    /// between; everything else by its own. Like Python's, the loop follows a list that changes meanwhile: it ends
    /// where the list does. [`each_as`](Owned::each_as) has them converted, at less cost.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let numbers = List::new(py, [1, 2, 3])?;
    ///     let mut sum = 0;
    ///     for number in numbers.each()? {
    ///         sum += number?.extract::<i64>()?;
    ///     }
    ///     assert_eq!(sum, 6);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it cannot be iterated over; what `__iter__` raises. Each item can be an error: what `__next__`
    /// raises.
    #[track_caller]
    #[inline]
    pub fn each(&self) -> Result<Items<'py>> {
        let place = Location::caller();
        let (object, walk) = if raw::is_exactly_list(self.raw()) {
            (self.clone(), Walk::List)
        } else if raw::is_exactly_tuple(self.raw()) {
            (self.clone(), Walk::Tuple)
        } else {
            let iterator = self.iter()?.into_any();
            // SAFETY: a handle: attached and alive.
            let slot = unsafe { raw::NextSlot::for_good(iterator.raw()) };
            (iterator, slot.map_or(Walk::Iter, Walk::Slot))
        };
        Ok(Items { object, walk, at: 0, place })
    }
}

/// The items of an object: see [`Owned::each`].
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let mut items = py.eval("range(3)", None)?.each()?;
///     assert_eq!(items.next().unwrap()?.extract::<i32>()?, 0);
///     assert_eq!(items.count(), 2);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct Items<'py> {
    /// What is walked over by index, or an iterator.
    object: Owned<'py, Any>,
    walk: Walk,
    /// The index of the next item, `usize::MAX` after the last: a list that grows again has none for us.
    at: usize,
    // The items answer to the line that asked for them: `next` is called by adaptors of std.
    place: &'static Location<'static>,
}

/// How the items are had. It does not change, so that the compiler can make a loop of its own for each.
#[derive(Clone, Copy)]
enum Walk {
    /// By index; the object is exactly a list, and stays one.
    List,
    /// By index; the object is exactly a tuple, and stays one.
    Tuple,
    /// By this slot of the iterator, which is its own for good.
    Slot(raw::NextSlot),
    /// By whatever slot the iterator has at the time.
    Iter,
}

impl fmt::Debug for Items<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Items").field(&self.object).finish()
    }
}

impl<'py> Iterator for Items<'py> {
    type Item = Result<Owned<'py, Any>>;

    #[inline(always)] // the loop's state is in registers only so
    fn next(&mut self) -> Option<Self::Item> {
        // SAFETY: no code at all is run for the item.
        match unsafe { self.next_or(|_| None::<Infallible>) } {
            Step::Seen(never) => match never {},
            Step::Item(item) => Some(Ok(item)),
            Step::Error(error) => Some(Err(error)),
            Step::End => None,
        }
    }
}

/// One step of a loop.
pub(crate) enum Step<'py, R> {
    /// What was read of the item, which has been passed.
    Seen(R),
    /// The item, of which nothing was to be read.
    Item(Owned<'py, Any>),
    /// What the iterator raised.
    Error(PyErr),
    /// There is no item.
    End,
}

impl<'py> Items<'py> {
    /// The next item, or what `look` reads of it: those of a list or a tuple where they lie.
    ///
    /// # Safety
    /// `look` runs no Python code.
    #[inline(always)]
    pub(crate) unsafe fn next_or<R>(&mut self, look: impl Fn(BorrowedRef<'_>) -> Option<R>) -> Step<'py, R> {
        let object = self.object.raw();
        let peek = |item: BorrowedRef<'_>| look(item).ok_or_else(|| item.to_new());
        let step = match self.walk {
            Walk::List => {
                // SAFETY: an exact list, which stays one; `look` runs no Python code.
                let Some(found) = (unsafe { raw::list_peek(object, self.at, peek) }) else {
                    self.at = usize::MAX;
                    return Step::End;
                };
                self.at += 1;
                found
            }
            Walk::Tuple => {
                // SAFETY: an exact tuple, which stays one.
                let Some(item) = (unsafe { raw::tuple_peek(object, self.at) }) else {
                    return Step::End;
                };
                self.at += 1;
                peek(item)
            }
            Walk::Slot(slot) => {
                // SAFETY: a handle: attached and alive; the slot is the iterator's for good.
                match unsafe { slot.step(object) } {
                    Ok(item) => look(item.borrow()).ok_or(item),
                    Err(stop) => return stopped(object, stop).map_or(Step::End, Step::Error),
                }
            }
            Walk::Iter => {
                // SAFETY: a handle: attached and alive.
                match unsafe { raw::iter_step(object) } {
                    Ok(item) => look(item.borrow()).ok_or(item),
                    Err(stop) => return stopped(object, stop).map_or(Step::End, Step::Error),
                }
            }
        };
        match step {
            Ok(seen) => Step::Seen(seen),
            // SAFETY: any object is an `Any`.
            Err(item) => Step::Item(unsafe { Owned::from_ref_at(self.object.py(), item, self.place) }),
        }
    }
}
