//! Sequences: a list (`bytes`, of bytes) one way, anything that can be iterated the other.
#![expect(unsafe_code, reason = "reads and fills lists; a handle or a token proves an attached thread")]

use core::panic::Location;
use std::borrow::Cow;
use std::collections::VecDeque;

use crate::convert::inside::Inside;
use crate::convert::{FromPy, IntoPy};
use crate::err::{MemoryError, PyErr, Result, SystemError, TypeError, ValueError};
use crate::object::{ByteArray, Bytes, Str};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::raw;
use crate::token::Python;

/// The values as they are read, and how many of them there may be.
struct Reading<T> {
    items: Vec<T>,
    /// Of an array.
    exactly: Option<usize>,
}

impl<T> Reading<T> {
    /// Makes room for what there is. Nothing is reserved on the word of an object.
    fn reserve(&mut self, more: usize) -> Result<()> {
        self.items.try_reserve(more).map_err(|_| MemoryError::new("no memory for so many items"))
    }

    fn wrong_length(&self, length: impl core::fmt::Display) -> PyErr {
        ValueError::new(format!("expected a sequence of {}, got {length}", self.exactly.unwrap_or_default()))
    }

    /// The length, of something that says the truth.
    fn check(&self, length: usize) -> Result<()> {
        if self.exactly.is_none_or(|exactly| exactly == length) {
            Ok(())
        } else {
            Err(self.wrong_length(format_args!("one of {length}")))
        }
    }

    /// The items of a list from here on, as far as there is room for them and no Python code need run. Nothing else is
    /// kept at hand in this loop, which is where the time goes.
    #[inline]
    fn quickly<'py>(&mut self, list: Borrowed<'_, 'py, Any>)
    where
        T: for<'x> FromPy<'x, 'py>,
    {
        let (list, mut at) = (list.raw(), self.items.len());
        for place in self.items.spare_capacity_mut() {
            // SAFETY: only called for lists, of attached threads; `quick` runs no Python code.
            let value = unsafe { raw::list_peek(list, at, |item| T::quick(item, Inside)) };
            let Some(Some(value)) = value else { break };
            place.write(value);
            at += 1;
        }
        // SAFETY: within the capacity, and so many items have been written.
        unsafe { self.items.set_len(at) };
    }

    /// Appends a value; there is room for it unless the list has grown meanwhile.
    #[inline]
    fn put(&mut self, value: T) -> Result<()> {
        if self.items.len() == self.items.capacity() {
            return self.grow(value);
        }
        let length = self.items.len();
        self.items.spare_capacity_mut()[0].write(value);
        // SAFETY: below the capacity, and the line above has written the item.
        unsafe { self.items.set_len(length + 1) };
        Ok(())
    }

    #[cold]
    fn grow(&mut self, value: T) -> Result<()> {
        self.reserve(1)?;
        self.items.push(value);
        Ok(())
    }

    #[track_caller]
    fn push(&mut self, value: Result<T>) -> Result<()> {
        match value {
            Ok(value) => {
                self.items.push(value);
                Ok(())
            }
            Err(error) => Err(error.within(&["item ", &self.items.len().to_string()])),
        }
    }

    /// A list, as it is when each item is reached: converting one can change the list.
    #[track_caller]
    fn list<'py>(&mut self, list: Borrowed<'_, 'py, Any>) -> Result<()>
    where
        T: for<'x> FromPy<'x, 'py>,
    {
        let place = Location::caller();
        // SAFETY: only called for lists.
        let length = || unsafe { raw::list_length(list.raw()) };
        self.check(length())?;
        self.reserve(length())?;
        loop {
            self.quickly(list);
            let at = self.items.len();
            // SAFETY: only called for lists, of attached threads; `quick` runs no Python code.
            match unsafe { raw::list_peek(list.raw(), at, |item| T::quick(item, Inside)) } {
                Some(Some(value)) => self.put(value)?,
                Some(None) => {
                    self.reserve(1)?;
                    // SAFETY: only called for lists, of attached threads.
                    let Some(item) = (unsafe { raw::list_item(list.raw(), at) }) else { break };
                    // SAFETY: any object is an `Any`.
                    let item = unsafe { Owned::<Any>::from_ref_at(list.py(), item, place) };
                    self.push(T::from_py(item.as_borrowed()))?;
                }
                None => break,
            }
        }
        // SAFETY: only called for lists.
        if unsafe { raw::list_place_is_empty(list.raw(), self.items.len()) } {
            return Err(SystemError::new("the list has an empty place"));
        }
        self.check(self.items.len())
    }

    /// A tuple, which does not change: its items need not be kept.
    #[track_caller]
    fn tuple<'py>(&mut self, tuple: Borrowed<'_, 'py, Any>) -> Result<()>
    where
        T: for<'x> FromPy<'x, 'py>,
    {
        // SAFETY: only called for tuples, of which the size cannot fail.
        let length = unsafe { raw::tuple_size(tuple.raw()) }?;
        self.check(length)?;
        self.reserve(length)?;
        for at in 0..length {
            // SAFETY: a tuple, which lives during this call; the function checks the index.
            let item = unsafe { raw::tuple_get_item(tuple.raw(), at.cast_signed()) }?;
            match T::quick(item, Inside) {
                Some(value) => self.put(value)?,
                // SAFETY: any object is an `Any`.
                None => self.push(T::from_py(unsafe { Borrowed::<Any>::from_ref(tuple.py(), item) }))?,
            }
        }
        Ok(())
    }

    /// What can be iterated. Its length is not asked for: it may lie, and is not needed.
    #[track_caller]
    fn iterable<'py>(&mut self, object: Borrowed<'_, 'py, Any>) -> Result<()>
    where
        T: for<'x> FromPy<'x, 'py>,
    {
        let iterator = match object.iter() {
            Ok(iterator) => iterator,
            Err(error) => return Err(not_iterable(error, object)),
        };
        for item in iterator {
            let item = item?;
            if self.exactly == Some(self.items.len()) {
                return Err(self.wrong_length("a longer one"));
            }
            self.reserve(1)?;
            self.push(T::from_py(item.as_borrowed()))?;
        }
        self.check(self.items.len())
    }
}

/// Our message for what has no `__iter__`; what an `__iter__` has raised is passed on.
#[track_caller]
#[inline]
pub(in crate::convert) fn not_iterable(error: PyErr, object: Borrowed<'_, '_, Any>) -> PyErr {
    if error.is::<TypeError>(object.py()) && matches!(object.type_of().getattr_opt("__iter__"), Ok(None)) {
        TypeError::new(format!("expected a sequence, got {}", object.type_name()))
    } else {
        error
    }
}

#[track_caller]
fn read<'py, T: for<'x> FromPy<'x, 'py>>(object: Borrowed<'_, 'py, Any>, exactly: Option<usize>) -> Result<Vec<T>> {
    let mut reading = Reading { items: Vec::new(), exactly };
    // The exact types: a subclass may iterate over something else than it holds.
    if raw::is_exactly_list(object.raw()) {
        reading.list(object)?;
        return Ok(reading.items);
    }
    if raw::is_exactly_tuple(object.raw()) {
        reading.tuple(object)?;
        return Ok(reading.items);
    }
    if object.is_a::<Str>() {
        return Err(TypeError::new("expected a sequence, got str (for its characters, pass list(text))"));
    }
    if T::of_bytes(&[], Inside).is_some() {
        let items = if let Ok(bytes) = object.downcast::<Bytes>() {
            T::of_bytes(bytes.as_bytes(), Inside)
        } else if let Ok(bytes) = object.downcast::<ByteArray>() {
            T::of_bytes(&bytes.to_vec()?, Inside)
        } else {
            None
        };
        if let Some(items) = items {
            reading.check(items.len())?;
            return Ok(items);
        }
    }
    reading.iterable(object)?;
    Ok(reading.items)
}

macro_rules! from_sequence {
    ($($list:ty;)*) => { $(
        impl<'py, T: for<'x> FromPy<'x, 'py>> FromPy<'_, 'py> for $list {
            const ACCEPTS: TypeHint =
                TypeHint::generic(&TypeHint::ITERABLE, const { &[<T as FromPy<'_, 'py>>::ACCEPTS] });

            /// Anything that can be iterated, except a `str`, which is hardly ever meant as a list of its characters.
            #[track_caller]
            fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
                read::<T>(object, None).map(Self::from)
            }
        }
    )* };
}
from_sequence! {
    Vec<T>;
    VecDeque<T>;
    Box<[T]>;
}

impl<'py, T: for<'x> FromPy<'x, 'py>, const N: usize> FromPy<'_, 'py> for [T; N] {
    const ACCEPTS: TypeHint = TypeHint::generic(&TypeHint::ITERABLE, const { &[<T as FromPy<'_, 'py>>::ACCEPTS] });

    /// As `Vec`, of exactly this length.
    ///
    /// # Errors
    /// `ValueError` for another length.
    #[track_caller]
    fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
        let items = read::<T>(object, Some(N))?;
        Ok(Self::try_from(items).unwrap_or_else(|_| unreachable!("the length was checked")))
    }
}

/// A list; of bytes, `bytes`.
macro_rules! into_sequence {
    ($([$($generics:tt)*] $list:ty, $item:ty, |$value:ident| $items:expr;)*) => { $(
        impl<'py, $($generics)*> IntoPy<'py> for $list
        where
            $item: IntoPy<'py>,
        {
            type Target = Any;
            const GIVES: TypeHint = <$item as IntoPy<'py>>::GIVES_MANY;

            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
                let $value = self;
                <$item>::many($items, py, Inside)
            }
        }
    )* };
}
into_sequence! {
    [T] Vec<T>, T, |items| items.into_iter();
    ['a, T] &'a Vec<T>, &'a T, |items| items.iter();
    ['a, T] &'a [T], &'a T, |items| items.iter();
    [T] Box<[T]>, T, |items| items.into_vec().into_iter();
    ['a, T] &'a Box<[T]>, &'a T, |items| items.iter();
    [T] VecDeque<T>, T, |items| items.into_iter();
    ['a, T] &'a VecDeque<T>, &'a T, |items| items.iter();
    [T, const N: usize] [T; N], T, |items| items.into_iter();
    ['a, T, const N: usize] &'a [T; N], &'a T, |items| items.iter();
}

impl<'py, T: Clone> IntoPy<'py> for Cow<'_, [T]>
where
    for<'x> &'x T: IntoPy<'py>,
{
    type Target = Any;
    const GIVES: TypeHint = <&T as IntoPy<'py>>::GIVES_MANY;

    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        <&T>::many(self.iter(), py, Inside)
    }
}
