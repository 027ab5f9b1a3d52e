//! `set` and `frozenset`.
#![expect(unsafe_code, reason = "calls the set API; a handle proves an attached thread and the type")]

use crate::err::{KeyError, Result};
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;
use crate::token::Python;

use super::super::{Items, builtin_type, handle};

builtin_type! {
    /// Python's `set`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Set;
    /// Python::attach(|py| {
    ///     let (odd, small) = (Set::new(py, [1, 3, 5, 7])?, Set::new(py, [1, 2, 3])?);
    ///     odd.add(9)?;
    ///     assert!(odd.contains(9)? && !small.contains(9)?);
    ///     assert_eq!(odd.intersection(&small)?.len(), 2);
    ///     assert_eq!(odd.union(&small)?.len(), 6);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Set, "set", raw::is_set
}
builtin_type! {
    /// Python's `frozenset`, which never changes and has a hash.
    FrozenSet, "frozenset", raw::is_frozen_set
}

impl Set {
    /// A new empty set (`PySet_New`).
    #[track_caller]
    #[inline]
    pub fn empty(py: Python<'_>) -> Result<Owned<'_, Set>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::set_new(None) }?;
        // SAFETY: the function makes a set.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// `set(iterable)` (`PySet_New`).
    ///
    /// # Errors
    /// `TypeError` if it cannot be iterated over; what iterating, hashing or comparing raises.
    #[track_caller]
    pub fn of<'py, T: TypeInfo>(iterable: &Owned<'py, T>) -> Result<Owned<'py, Set>> {
        // SAFETY: a handle: attached and alive.
        let new = unsafe { raw::set_new(Some(iterable.raw())) }?;
        // SAFETY: the function makes a set.
        Ok(unsafe { Owned::from_ref(iterable.py(), new) })
    }
}

impl FrozenSet {
    /// The empty frozenset (`PyFrozenSet_New`). A new reference.
    #[track_caller]
    #[inline]
    pub fn empty(py: Python<'_>) -> Result<Owned<'_, FrozenSet>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::frozen_set_new(None) }?;
        // SAFETY: the function gives a frozenset.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// A new frozenset of the items of an iterable (`PyFrozenSet_New`).
    ///
    /// # Errors
    /// `TypeError` if it cannot be iterated over; what iterating, hashing or comparing raises.
    #[track_caller]
    pub fn of<'py, T: TypeInfo>(iterable: &Owned<'py, T>) -> Result<Owned<'py, FrozenSet>> {
        // SAFETY: a handle: attached and alive.
        let new = unsafe { raw::frozen_set_new(Some(iterable.raw())) }?;
        // SAFETY: the function gives a frozenset.
        Ok(unsafe { Owned::from_ref(iterable.py(), new) })
    }
}

impl<'py> Owned<'py, Set> {
    /// Adds, if nothing equal is there; the set takes its own reference (`PySet_Add`). [`add`](Owned::add) converts.
    ///
    /// # Errors
    /// What hashing or comparing raises.
    #[track_caller]
    pub fn put_item<T: TypeInfo>(&self, item: &Owned<'py, T>) -> Result<()> {
        // SAFETY: a handle to a set.
        Ok(unsafe { raw::set_add(self.raw(), item.raw()) }?)
    }

    /// Removes what equals `item`; whether there was such (`PySet_Discard`). [`discard`](Owned::discard) converts.
    ///
    /// # Errors
    /// What hashing or comparing raises.
    #[track_caller]
    pub fn discard_item<T: TypeInfo>(&self, item: &Owned<'py, T>) -> Result<bool> {
        // SAFETY: a handle to a set.
        Ok(unsafe { raw::set_discard(self.raw(), item.raw()) }?)
    }

    /// Removes some item and gives it (`PySet_Pop`).
    ///
    /// # Errors
    /// `KeyError` if there is none.
    #[track_caller]
    #[inline]
    pub fn pop_item(&self) -> Result<Owned<'py, Any>> {
        // SAFETY: a handle to a set.
        let item = unsafe { raw::set_pop(self.raw()) }?;
        Ok(handle(self.py(), item))
    }

    /// Releases all items (`PySet_Clear`).
    #[track_caller]
    #[inline]
    pub fn clear(&self) -> Result<()> {
        // SAFETY: a handle to a set.
        Ok(unsafe { raw::set_clear(self.raw()) }?)
    }
}

/// What is missing from a set.
#[cold]
#[inline]
pub(crate) fn no_such_item(item: &Owned<'_, Any>) -> crate::err::PyErr {
    KeyError::of(item.clone())
}

/// What both kinds of sets can do.
macro_rules! any_set {
    ($set:ident: $($(#[$doc:meta])* $name:ident = $raw:ident;)*) => {
        impl<'py> Owned<'py, $set> {
            /// How many items there are.
            #[inline]
            pub fn len(&self) -> usize {
                // SAFETY: a handle to a set.
                unsafe { raw::set_get_size_unchecked(self.raw()) }.unsigned_abs()
            }

            /// Whether there are none.
            #[inline]
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// The items, in no order, each a new reference, by Python's own iterator: one more or fewer meanwhile is
            /// an error (`RuntimeError: Set changed size during iteration`).
            ///
            /// # Errors
            /// What `__iter__` of a subclass raises.
            #[track_caller]
            #[inline]
            pub fn items(&self) -> Result<Items<'py>> {
                self.each()
            }

            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// What comparing raises; `TypeError` if the operator of a subclass gives no set.
                #[track_caller]
                pub fn $name<T: AnySet>(&self, other: &Owned<'py, T>) -> Result<Owned<'py, $set>> {
                    // SAFETY: handles: attached and alive.
                    let result = unsafe { raw::$raw(self.raw(), other.raw()) }?;
                    Ok(handle(self.py(), result).downcast()?)
                }
            )*
        }
    };
    ($($set:ident)*) => { $(
        impl AnySet for $set {}
        any_set! { $set:
            /// `self | other`, in a new set (`PyNumber_Or`).
            union = number_or;
            /// `self & other`, in a new set (`PyNumber_And`).
            intersection = number_and;
            /// `self - other`, in a new set (`PyNumber_Subtract`).
            difference = number_subtract;
            /// `self ^ other`, in a new set (`PyNumber_Xor`).
            symmetric_difference = number_xor;
        }
    )* };
}
any_set!(Set FrozenSet);

/// [`Set`] and [`FrozenSet`], which the operators of sets take alike.
pub trait AnySet: TypeInfo {}
