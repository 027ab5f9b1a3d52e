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
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::FrozenSet;
    /// Python::attach(|py| {
    ///     let set = FrozenSet::new(py, ["ink", "paper"])?;
    ///     let prices = Dict::empty(py)?;
    ///     prices.set(&set, 3)?; // it can be a key
    ///     assert_eq!(prices.require(&set)?.extract::<i32>()?, 3);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    FrozenSet, "frozenset", raw::is_frozen_set
}

impl Set {
    /// A new empty set (`PySet_New`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Set;
    /// assert_eq!(Set::empty(py)?.repr()?.to_str()?, "set()");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Set;
    /// assert_eq!(Set::of(&Str::new(py, "hello")?)?.len(), 4);
    /// assert!(Set::of(&py.none()).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::FrozenSet;
    /// assert!(FrozenSet::empty(py)?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::FrozenSet;
    /// let letters = FrozenSet::of(&Str::new(py, "hello")?)?;
    /// assert!(letters.contains("h")? && letters.len() == 4);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Set;
    /// let (set, item) = (Set::empty(py)?, Str::new(py, "ink")?);
    /// set.put_item(&item)?;
    /// set.put_item(&item)?; // there already
    /// assert_eq!(set.len(), 1);
    /// assert!(set.put_item(&List::empty(py)?).unwrap_err().is::<TypeError>(py)); // cannot be hashed
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Set;
    /// let (set, item) = (Set::new(py, ["ink"])?, Str::new(py, "ink")?);
    /// assert!(set.discard_item(&item)?);
    /// assert!(!set.discard_item(&item)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Set;
    /// let set = Set::new(py, ["ink"])?;
    /// assert_eq!(set.pop_item()?.str()?.to_str()?, "ink");
    /// assert!(set.pop_item().unwrap_err().is::<KeyError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Set;
    /// let set = Set::new(py, [1, 2])?;
    /// set.clear()?;
    /// assert!(set.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
            ///
            /// ```
            /// # owned::Python::initialize();
            /// # use owned::prelude::*;
            /// # Python::attach(|py| {
            /// assert_eq!(owned::types::Set::new(py, [1, 2, 2])?.len(), 2);
            /// # Ok::<(), PyErr>(())
            /// # }).unwrap();
            /// ```
            #[inline]
            pub fn len(&self) -> usize {
                // SAFETY: a handle to a set.
                unsafe { raw::set_get_size_unchecked(self.raw()) }.unsigned_abs()
            }

            /// Whether there are none.
            ///
            /// ```
            /// # owned::Python::initialize();
            /// # use owned::prelude::*;
            /// # Python::attach(|py| {
            /// assert!(owned::types::FrozenSet::empty(py)?.is_empty());
            /// # Ok::<(), PyErr>(())
            /// # }).unwrap();
            /// ```
            #[inline]
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// The items, in no order, each a new reference, by Python's own iterator: one more or fewer meanwhile is
            /// an error (`RuntimeError: Set changed size during iteration`).
            ///
            /// ```
            /// # owned::Python::initialize();
            /// # use owned::prelude::*;
            /// # Python::attach(|py| {
            /// let set = owned::types::Set::new(py, [1, 2, 3])?;
            /// let mut sum = 0;
            /// for item in set.items()? {
            ///     sum += item?.extract::<i32>()?;
            /// }
            /// assert_eq!(sum, 6);
            /// # Ok::<(), PyErr>(())
            /// # }).unwrap();
            /// ```
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
            ///
            /// ```
            /// # owned::Python::initialize();
            /// # use owned::prelude::*;
            /// # Python::attach(|py| {
            /// use owned::types::{FrozenSet, Set};
            /// let (left, right) = (Set::new(py, [1, 2])?, FrozenSet::new(py, [2, 3])?);
            /// assert_eq!(left.union(&right)?.repr()?.to_str()?, "{1, 2, 3}"); // of the left one's kind
            /// # Ok::<(), PyErr>(())
            /// # }).unwrap();
            /// ```
            union = number_or;
            /// `self & other`, in a new set (`PyNumber_And`).
            ///
            /// ```
            /// # owned::Python::initialize();
            /// # use owned::prelude::*;
            /// # Python::attach(|py| {
            /// use owned::types::{FrozenSet, Set};
            /// let (left, right) = (Set::new(py, [1, 2])?, FrozenSet::new(py, [2, 3])?);
            /// assert_eq!(left.intersection(&right)?.repr()?.to_str()?, "{2}");
            /// # Ok::<(), PyErr>(())
            /// # }).unwrap();
            /// ```
            intersection = number_and;
            /// `self - other`, in a new set (`PyNumber_Subtract`).
            ///
            /// ```
            /// # owned::Python::initialize();
            /// # use owned::prelude::*;
            /// # Python::attach(|py| {
            /// use owned::types::{FrozenSet, Set};
            /// let (left, right) = (Set::new(py, [1, 2])?, FrozenSet::new(py, [2, 3])?);
            /// assert_eq!(left.difference(&right)?.repr()?.to_str()?, "{1}");
            /// # Ok::<(), PyErr>(())
            /// # }).unwrap();
            /// ```
            difference = number_subtract;
            /// `self ^ other`, in a new set (`PyNumber_Xor`).
            ///
            /// ```
            /// # owned::Python::initialize();
            /// # use owned::prelude::*;
            /// # Python::attach(|py| {
            /// use owned::types::{FrozenSet, Set};
            /// let (left, right) = (Set::new(py, [1, 2])?, FrozenSet::new(py, [2, 3])?);
            /// assert_eq!(left.symmetric_difference(&right)?.repr()?.to_str()?, "{1, 3}");
            /// # Ok::<(), PyErr>(())
            /// # }).unwrap();
            /// ```
            symmetric_difference = number_xor;
        }
    )* };
}
any_set!(Set FrozenSet);

/// [`Set`] and [`FrozenSet`], which the operators of sets take alike.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::{AnySet, FrozenSet, Set};
/// Python::attach(|py| {
///     fn common<'py, T: AnySet>(set: &Owned<'py, Set>, other: &Owned<'py, T>) -> Result<usize> {
///         Ok(set.intersection(other)?.len())
///     }
///     let set = Set::new(py, [1, 2, 3])?;
///     assert_eq!(common(&set, &FrozenSet::new(py, [2, 3, 4])?)?, 2);
///     assert_eq!(common(&set, &set)?, 3);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub trait AnySet: TypeInfo {}
