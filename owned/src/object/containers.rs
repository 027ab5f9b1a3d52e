//! `list`, `tuple` and `dict`.
//!
//! What Python code can change hands out new references only; a tuple's items may be borrowed from it.
#![expect(unsafe_code, reason = "calls the container API; a handle proves an attached thread and the type")]

use core::panic::Location;

use crate::err::{IndexError, Result};
use crate::ptr::{Any, Borrowed, Owned, TypeInfo};
use crate::raw;
use crate::token::Python;

use super::builtin_type;

builtin_type! {
    /// Python's `list`.
    List, "list", raw::is_list
}
builtin_type! {
    /// Python's `tuple`.
    Tuple, "tuple", raw::is_tuple
}
builtin_type! {
    /// Python's `dict`.
    Dict, "dict", raw::is_dict
}

impl List {
    /// A new empty list (`PyList_New`).
    #[track_caller]
    pub fn empty(py: Python<'_>) -> Result<Owned<'_, List>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::list_new(0) }?;
        // SAFETY: the function makes a list.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl<'py> Owned<'py, List> {
    /// How many items there are.
    pub fn len(&self) -> usize {
        // SAFETY: a handle to a list, of which the size cannot fail.
        unsafe { raw::list_size(self.raw()) }.unwrap_or(0)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at `index`. A new reference, since the list may change while it is held (`PyList_GetItemRef`).
    #[track_caller]
    pub fn get(&self, index: usize) -> Result<Owned<'py, Any>> {
        // SAFETY: a handle to a list.
        let item = unsafe { raw::list_get_item(self.raw(), position(index)?) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(self.py(), item) })
    }

    /// The item at `index`, if there is one, as a handle of the line `place`.
    pub(crate) fn item_at(&self, index: usize, place: &'static Location<'static>) -> Option<Owned<'py, Any>> {
        if index >= self.len() {
            return None;
        }
        // SAFETY: a handle to a list; below its length.
        let item = unsafe { raw::list_get_item(self.raw(), index.cast_signed()) };
        // SAFETY: any object is an `Any`.
        Some(unsafe { Owned::from_ref_at(self.py(), item.ok()?, place) })
    }

    /// Puts `item` at `index`, whose old item is released. The reference moves in: `PyList_SetItem` steals.
    #[track_caller]
    pub fn set<T: TypeInfo>(&self, index: usize, item: Owned<'py, T>) -> Result<()> {
        // SAFETY: a handle to a list; the reference is given up.
        Ok(unsafe { raw::list_set_item(self.raw(), position(index)?, item.into_stolen()) }?)
    }

    /// Appends; the list takes its own reference (`PyList_Append`).
    #[track_caller]
    pub fn push<T: TypeInfo>(&self, item: &Owned<'py, T>) -> Result<()> {
        // SAFETY: a handle to a list.
        Ok(unsafe { raw::list_append(self.raw(), item.raw()) }?)
    }

    /// Inserts before `index`; the list takes its own reference (`PyList_Insert`).
    #[track_caller]
    pub fn insert<T: TypeInfo>(&self, index: usize, item: &Owned<'py, T>) -> Result<()> {
        // SAFETY: a handle to a list.
        Ok(unsafe { raw::list_insert(self.raw(), position(index)?, item.raw()) }?)
    }

    /// Sorts in place, by the items' own `<`.
    #[track_caller]
    pub fn sort(&self) -> Result<()> {
        // SAFETY: a handle to a list.
        Ok(unsafe { raw::list_sort(self.raw()) }?)
    }

    /// Reverses in place.
    #[track_caller]
    pub fn reverse(&self) -> Result<()> {
        // SAFETY: a handle to a list.
        Ok(unsafe { raw::list_reverse(self.raw()) }?)
    }

    /// A tuple of the items as they are now.
    #[track_caller]
    pub fn to_tuple(&self) -> Result<Owned<'py, Tuple>> {
        // SAFETY: a handle to a list.
        let tuple = unsafe { raw::list_as_tuple(self.raw()) }?;
        // SAFETY: the function makes a tuple.
        Ok(unsafe { Owned::from_ref(self.py(), tuple) })
    }
}

impl Tuple {
    /// A new tuple of these items. The references move in: `PyTuple_SetItem` steals.
    #[track_caller]
    pub fn from_items<'py, const N: usize>(py: Python<'py>, items: [Owned<'py, Any>; N]) -> Result<Owned<'py, Tuple>> {
        Self::from_vec(py, items.into())
    }

    /// As [`Tuple::from_items`], of a number known at run time.
    #[track_caller]
    pub fn from_vec<'py>(py: Python<'py>, items: Vec<Owned<'py, Any>>) -> Result<Owned<'py, Tuple>> {
        // SAFETY: attached, by `py`.
        let tuple = unsafe { raw::tuple_new(items.len().cast_signed()) }?;
        for (at, item) in items.into_iter().enumerate() {
            // SAFETY: a tuple that nobody else has seen; the reference is given up.
            unsafe { raw::tuple_set_item(tuple.borrow(), at.cast_signed(), item.into_stolen()) }?;
        }
        // SAFETY: the function made a tuple, and every place is filled.
        Ok(unsafe { Owned::from_ref(py, tuple) })
    }
}

impl<'py> Owned<'py, Tuple> {
    /// How many items there are.
    pub fn len(&self) -> usize {
        // SAFETY: a handle to a tuple, of which the size cannot fail.
        unsafe { raw::tuple_size(self.raw()) }.unwrap_or(0)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at `index`, borrowed: a tuple never changes (`PyTuple_GetItem`).
    #[track_caller]
    pub fn get(&self, index: usize) -> Result<Borrowed<'_, 'py, Any>> {
        // SAFETY: a handle to a tuple, which lives as long as it is borrowed.
        let item = unsafe { raw::tuple_get_item(self.raw(), position(index)?) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Borrowed::from_ref(self.py(), item) })
    }

    /// The items, borrowed.
    pub fn items(&self) -> impl ExactSizeIterator<Item = Borrowed<'_, 'py, Any>> {
        (0..self.len()).map(|index| self.get(index).expect("an index below the length"))
    }
}

impl Dict {
    /// A new empty dict (`PyDict_New`).
    #[track_caller]
    pub fn empty(py: Python<'_>) -> Result<Owned<'_, Dict>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::dict_new() }?;
        // SAFETY: the function makes a dict.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl<'py> Owned<'py, Dict> {
    /// How many keys there are.
    pub fn len(&self) -> usize {
        // SAFETY: a handle to a dict, of which the size cannot fail.
        unsafe { raw::dict_size(self.raw()) }.unwrap_or(0)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of `key`, if it is there. A new reference (`PyDict_GetItemRef`).
    ///
    /// # Errors
    /// What hashing or comparing the key raises.
    #[track_caller]
    pub fn find<K: TypeInfo>(&self, key: &Owned<'py, K>) -> Result<Option<Owned<'py, Any>>> {
        // SAFETY: a handle to a dict.
        let value = unsafe { raw::dict_get_item(self.raw(), key.raw()) }?;
        let place = Location::caller();
        // SAFETY: any object is an `Any`.
        Ok(value.map(|value| unsafe { Owned::from_ref_at(self.py(), value, place) }))
    }

    /// `self[key] = value`; the dict takes its own references: `PyDict_SetItem` does *not* steal.
    #[track_caller]
    pub fn put<K: TypeInfo, V: TypeInfo>(&self, key: &Owned<'py, K>, value: &Owned<'py, V>) -> Result<()> {
        // SAFETY: a handle to a dict.
        Ok(unsafe { raw::dict_set_item(self.raw(), key.raw(), value.raw()) }?)
    }

    /// `del self[key]`.
    ///
    /// # Errors
    /// `KeyError` if there is no such key.
    #[track_caller]
    pub fn remove<K: TypeInfo>(&self, key: &Owned<'py, K>) -> Result<()> {
        // SAFETY: a handle to a dict.
        Ok(unsafe { raw::dict_del_item(self.raw(), key.raw()) }?)
    }

    /// `key in self`.
    #[track_caller]
    pub fn has<K: TypeInfo>(&self, key: &Owned<'py, K>) -> Result<bool> {
        // SAFETY: a handle to a dict.
        Ok(unsafe { raw::dict_contains(self.raw(), key.raw()) }?)
    }

    /// The keys, in a new list.
    #[track_caller]
    pub fn keys(&self) -> Result<Owned<'py, List>> {
        // SAFETY: a handle to a dict.
        let list = unsafe { raw::dict_keys(self.raw()) }?;
        // SAFETY: the function makes a list.
        Ok(unsafe { Owned::from_ref(self.py(), list) })
    }

    /// The values, in a new list.
    #[track_caller]
    pub fn values(&self) -> Result<Owned<'py, List>> {
        // SAFETY: a handle to a dict.
        let list = unsafe { raw::dict_values(self.raw()) }?;
        // SAFETY: the function makes a list.
        Ok(unsafe { Owned::from_ref(self.py(), list) })
    }

    /// A shallow copy.
    #[track_caller]
    pub fn copy(&self) -> Result<Owned<'py, Dict>> {
        // SAFETY: a handle to a dict.
        let dict = unsafe { raw::dict_copy(self.raw()) }?;
        // SAFETY: the function makes a dict.
        Ok(unsafe { Owned::from_ref(self.py(), dict) })
    }

    /// The pairs, as new references. The items are those of a copy made now, so the dict may change meanwhile.
    #[track_caller]
    pub fn items(&self) -> Result<DictItems<'py>> {
        Ok(DictItems { dict: self.copy()?, position: 0, place: Location::caller() })
    }
}

/// The pairs of a dict: see [`Owned<Dict>::items`](Owned::items).
#[derive(Debug)]
pub struct DictItems<'py> {
    dict: Owned<'py, Dict>,
    position: isize,
    place: &'static Location<'static>,
}

impl<'py> Iterator for DictItems<'py> {
    type Item = (Owned<'py, Any>, Owned<'py, Any>);

    fn next(&mut self) -> Option<Self::Item> {
        // SAFETY: a handle to a dict that only this iterator sees, so it does not change; the position is its own.
        let (key, value) = unsafe { raw::dict_next(self.dict.raw(), &mut self.position) }?;
        let py = self.dict.py();
        // SAFETY: any object is an `Any`.
        let key = unsafe { Owned::from_ref_at(py, key, self.place) };
        // SAFETY: any object is an `Any`.
        Some((key, unsafe { Owned::from_ref_at(py, value, self.place) }))
    }
}

fn position(index: usize) -> Result<isize> {
    isize::try_from(index).map_err(|_| IndexError::new("index out of range"))
}
