//! The methods of objects that take or give converted values.
#![expect(unsafe_code, reason = "calls the attribute API; handles prove an attached thread and live objects")]

use core::panic::Location;

use crate::err::{KeyError, Result};
use crate::object::{Dict, List, Str};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw;
use crate::token::Python;

use super::{FromPy, IntoPy};

impl<'py> Owned<'py, Any> {
    /// Converts to a value of Rust that does not borrow from the object.
    #[track_caller]
    pub fn extract<T: for<'x> FromPy<'x, 'py>>(&self) -> Result<T> {
        T::from_py(self.as_borrowed())
    }

    /// `setattr(self, name, value)`; the object takes its own reference.
    #[track_caller]
    pub fn setattr(&self, name: &str, value: impl IntoPy<'py>) -> Result<()> {
        let name = Str::new(self.py(), name)?;
        let value = value.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::object_set_attr(self.raw(), name.raw(), value.raw()) }?)
    }
}

impl<'a, 'py> Borrowed<'a, 'py, Any> {
    /// Converts to a value of Rust, which may borrow from the object's owner.
    #[track_caller]
    pub fn extract<T: FromPy<'a, 'py>>(self) -> Result<T> {
        T::from_py(self)
    }
}

impl List {
    /// A new list of these values.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: IntoPy<'py>>(py: Python<'py>, items: impl IntoIterator<Item = T>) -> Result<Owned<'py, List>> {
        let list = List::empty(py)?;
        for item in items {
            list.append(item)?;
        }
        Ok(list)
    }
}

impl<'py> Owned<'py, List> {
    /// Appends a value; the list takes its own reference.
    #[track_caller]
    pub fn append(&self, item: impl IntoPy<'py>) -> Result<()> {
        self.push(&item.into_py(self.py())?)
    }

    /// The items as they are when each is reached, so the list may change meanwhile.
    #[track_caller]
    pub fn items(&self) -> impl Iterator<Item = Owned<'py, Any>> {
        let place = Location::caller();
        let mut at = 0;
        core::iter::from_fn(move || {
            let item = self.item_at(at, place)?;
            at += 1;
            Some(item)
        })
    }
}

impl<'py> Owned<'py, Dict> {
    /// The value of `key`, if it is there. A new reference.
    #[track_caller]
    pub fn get(&self, key: impl IntoPy<'py>) -> Result<Option<Owned<'py, Any>>> {
        self.find(&key.into_py(self.py())?)
    }

    /// The value of `key`. A new reference.
    ///
    /// # Errors
    /// `KeyError` if it is not there.
    #[track_caller]
    pub fn require(&self, key: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
        let key = key.into_any(self.py())?;
        self.find(&key)?.ok_or_else(|| KeyError::new(format!("{key:?}")))
    }

    /// `self[key] = value`; the dict takes its own references.
    #[track_caller]
    pub fn set(&self, key: impl IntoPy<'py>, value: impl IntoPy<'py>) -> Result<()> {
        self.put(&key.into_py(self.py())?, &value.into_py(self.py())?)
    }
}
