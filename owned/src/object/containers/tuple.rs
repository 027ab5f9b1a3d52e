//! `tuple`.
#![expect(unsafe_code, reason = "calls the tuple API; a handle proves an attached thread and the type")]

use core::ops::RangeBounds;

use crate::err::Result;
use crate::ptr::{Any, Borrowed, Owned, TypeInfo};
use crate::raw::{self, Filling, NewRef};
use crate::token::Python;

use super::super::builtin_type;
use super::{bounds, out_of_range};

builtin_type! {
    /// Python's `tuple`. It never changes, so its items can be borrowed.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let tuple = Tuple::new(py, ["a", "b", "c"])?;
    ///     let last: Borrowed<'_, '_, Any> = tuple.get(2)?; // no count moves
    ///     assert_eq!(last.extract::<&str>()?, "c");
    ///     assert_eq!(tuple.items().rev().count(), 3);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Tuple, "tuple", raw::is_tuple
}

impl Tuple {
    /// The empty tuple (`PyTuple_New`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Tuple::empty(py)?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn empty(py: Python<'_>) -> Result<Owned<'_, Tuple>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::tuple_new(0) }?;
        // SAFETY: the function gives a tuple.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// A new tuple of these items. The references move in.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let items = [Str::new(py, "ink")?.into_any(), py.none()];
    /// assert_eq!(Tuple::from_items(py, items)?.repr()?.to_str()?, "('ink', None)");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn from_items<'py, const N: usize>(py: Python<'py>, items: [Owned<'py, Any>; N]) -> Result<Owned<'py, Tuple>> {
        // SAFETY: attached, by `py`.
        let tuple = unsafe { raw::tuple_of_these(items.map(Owned::into_ref)) }?;
        // SAFETY: a tuple.
        Ok(unsafe { Owned::from_ref(py, tuple) })
    }

    /// As [`Tuple::from_items`], of a number known at run time.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Tuple::from_vec(py, vec![py.none(); 3])?.len(), 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn from_vec<'py>(py: Python<'py>, items: Vec<Owned<'py, Any>>) -> Result<Owned<'py, Tuple>> {
        Tuple::of(py, items.into_iter().map(Owned::into_ref).collect())
    }

    /// A new tuple of these, which it takes.
    #[track_caller]
    #[inline]
    pub(crate) fn of(py: Python<'_>, items: Vec<NewRef>) -> Result<Owned<'_, Tuple>> {
        // SAFETY: attached, by `py`.
        let tuple = unsafe { raw::tuple_of(items) }?;
        // SAFETY: a tuple.
        Ok(unsafe { Owned::from_ref(py, tuple) })
    }

    /// A new tuple of what `items` gives, made in one go: room for the lower bound of its size hint is there from the
    /// start, and each reference moves in. While items are made, which can run any code, nobody sees the tuple.
    ///
    /// # Errors
    /// The first error among the items; what was made until then is released.
    #[track_caller]
    #[inline]
    pub(crate) fn fill<'py, T: TypeInfo>(
        py: Python<'py>,
        mut items: impl Iterator<Item = Result<Owned<'py, T>>>,
    ) -> Result<Owned<'py, Tuple>> {
        // SAFETY: attached, by `py`.
        let mut filling = unsafe { Filling::tuple(items.size_hint().0) }?;
        let mut surplus = None;
        for item in items.by_ref() {
            if let Err(item) = filling.push(item?.into_ref()) {
                surplus = Some(item);
                break;
            }
        }
        let mut tuple = filling.into_tuple()?;
        if let Some(item) = surplus {
            // More than was announced, which a tuple has no room for: through a list.
            // SAFETY: attached.
            let list = unsafe { raw::sequence_list(tuple.borrow()) }?;
            // SAFETY: attached; a list.
            unsafe { raw::list_append(list.borrow(), item.borrow()) }?;
            drop(item);
            for item in items {
                // SAFETY: attached; a list.
                unsafe { raw::list_append(list.borrow(), item?.raw()) }?;
            }
            // SAFETY: attached; a list.
            tuple = unsafe { raw::list_as_tuple(list.borrow()) }?;
        }
        // SAFETY: a tuple.
        Ok(unsafe { Owned::from_ref(py, tuple) })
    }
}

impl<'py> Owned<'py, Tuple> {
    /// How many items there are.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(("ink", 3).into_py(py)?.len(), 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a handle to a tuple.
        unsafe { raw::tuple_get_size_unchecked(self.raw()) }.unsigned_abs()
    }

    /// Whether there are none.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(!Tuple::new(py, [1])?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at `index`, borrowed: a tuple never changes (`PyTuple_GET_ITEM`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let tuple = ("ink", 3).into_py(py)?;
    /// assert_eq!(tuple.get(0)?.extract::<&str>()?, "ink"); // no count moved
    /// assert!(tuple.get(2).unwrap_err().is::<IndexError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `IndexError` past the end.
    #[track_caller]
    #[inline]
    pub fn get(&self, index: usize) -> Result<Borrowed<'_, 'py, Any>> {
        self.as_borrowed().item(index)
    }

    /// A new tuple of `self[range]` (`PyTuple_GetSlice`); what lies outside is left out.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let tuple = Tuple::new(py, [1, 2, 3])?;
    /// assert_eq!(tuple.slice(1..)?.repr()?.to_str()?, "(2, 3)");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    #[track_caller]
    pub fn slice(&self, range: impl RangeBounds<usize>) -> Result<Owned<'py, Tuple>> {
        let (low, high) = bounds(&range);
        // SAFETY: a handle to a tuple.
        let tuple = unsafe { raw::tuple_get_slice(self.raw(), low, high) }?;
        // SAFETY: the function gives a tuple.
        Ok(unsafe { Owned::from_ref(self.py(), tuple) })
    }
}

impl<'a, 'py> Borrowed<'a, 'py, Tuple> {
    /// The item at `index`, with the life of the tuple's owner.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let tuple = ("ink", 3).into_py(py)?;
    /// let item = tuple.as_borrowed().item(1)?; // lives as long as `tuple`
    /// assert_eq!(item.extract::<i32>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `IndexError` past the end.
    #[track_caller]
    #[inline]
    pub fn item(self, index: usize) -> Result<Borrowed<'a, 'py, Any>> {
        if index >= self.len() {
            return Err(out_of_range("tuple"));
        }
        // SAFETY: a handle to a tuple, and an index within it.
        let item = unsafe { raw::tuple_get_item_unchecked(self.inner(), index.cast_signed()) };
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Borrowed::from_ref(self.py(), item) })
    }
}
