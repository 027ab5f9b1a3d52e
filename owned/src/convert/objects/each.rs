//! Loops over converted items.
#![expect(unsafe_code, reason = "looks at items that nobody holds for it")]

use core::fmt;
use core::marker::PhantomData;

use crate::err::Result;
use crate::object::{Items, Step};
use crate::ptr::{Any, Owned};

use crate::convert::FromPy;
use crate::convert::inside::Inside;

impl<'py> Owned<'py, Any> {
    /// The items, as [`each`](Owned::each) has them, converted. An int of a list, say, is read where it lies, without a
    /// reference of its own.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let numbers = List::new(py, [1, 2, 3])?;
    ///     let sum: i64 = numbers.each_as::<i64>()?.sum::<Result<_>>()?;
    ///     assert_eq!(sum, 6);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it cannot be iterated over; what `__iter__` raises. Each item can be an error: what `__next__`
    /// raises, or that it is no `T`; the loop may go on behind the latter.
    #[track_caller]
    #[inline]
    pub fn each_as<T: for<'a> FromPy<'a, 'py>>(&self) -> Result<Values<'py, T>> {
        Ok(Values { items: self.each()?, value: PhantomData })
    }
}

/// The items of an object, converted: see [`Owned::each_as`].
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let mut values = List::new(py, [1, 2, 3])?.each_as::<i64>()?;
///     assert_eq!(values.next().unwrap()?, 1);
///     assert_eq!(values.map(Result::unwrap).sum::<i64>(), 5);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct Values<'py, T> {
    items: Items<'py>,
    value: PhantomData<fn() -> T>,
}

impl<T> fmt::Debug for Values<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Values").field(&self.items).finish()
    }
}

impl<'py, T: for<'a> FromPy<'a, 'py>> Iterator for Values<'py, T> {
    type Item = Result<T>;

    #[inline(always)] // the loop's state is in registers only so
    fn next(&mut self) -> Option<Result<T>> {
        // SAFETY: `quick` runs no Python code.
        match unsafe { self.items.next_or(|item| T::quick(item, Inside)) } {
            Step::Seen(value) => Some(Ok(value)),
            Step::Item(item) => Some(slowly(item)),
            Step::Error(error) => Some(Err(error)),
            Step::End => None,
        }
    }
}

/// The conversion in full.
#[cold]
#[inline(never)]
fn slowly<'py, T: for<'a> FromPy<'a, 'py>>(item: Owned<'py, Any>) -> Result<T> {
    T::from_py(item.as_borrowed())
}
