//! Weak references.
#![expect(unsafe_code, reason = "calls the weak reference API; a handle proves an attached thread and the type")]

use core::panic::Location;

use crate::err::Result;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;

use super::builtin_type;

builtin_type! {
    /// A `weakref.ref`, or a subclass of it. It keeps nothing alive.
    Weak, "weakref.ref", raw::is_weakref
}

impl Weak {
    /// A weak reference to `object` (`PyWeakref_NewRef`).
    ///
    /// # Errors
    /// `TypeError` if its type does not support weak references.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: TypeInfo>(object: &Owned<'py, T>) -> Result<Owned<'py, Weak>> {
        // SAFETY: a handle: attached and alive; no callback.
        let new = unsafe { raw::weakref_new(object.raw(), core::ptr::null_mut()) }?;
        // SAFETY: the function makes a weak reference.
        Ok(unsafe { Owned::from_ref(object.py(), new) })
    }
}

impl<'py> Owned<'py, Weak> {
    /// The object, if it is still alive. A new reference (`PyWeakref_GetRef`).
    #[track_caller]
    pub fn upgrade(&self) -> Result<Option<Owned<'py, Any>>> {
        // SAFETY: a handle to a weak reference.
        let object = unsafe { raw::weakref_get(self.raw()) }?;
        let place = Location::caller();
        // SAFETY: any object is an `Any`.
        Ok(object.map(|object| unsafe { Owned::from_ref_at(self.py(), object, place) }))
    }
}
