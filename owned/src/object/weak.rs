//! Weak references.
#![expect(unsafe_code, reason = "calls the weak reference API; a handle proves an attached thread and the type")]

use core::panic::Location;

use crate::err::Result;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;

use super::{Callable, builtin_type};

builtin_type! {
    /// A `weakref.ref`, or a subclass of it. It keeps nothing alive.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    ///
    /// Python::attach(|py| {
    ///     let set = py.eval("set()", None)?;
    ///     let weak = Weak::new(&set)?;
    ///     assert!(weak.upgrade()?.unwrap().is(&set));
    ///     drop(set);
    ///     assert!(weak.upgrade()?.is_none());
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Weak, "weakref.ref", raw::is_weakref
}
builtin_type! {
    /// A `weakref.proxy`: an object that behaves as another one, and keeps it not alive.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{Set, WeakProxy};
    /// Python::attach(|py| {
    ///     let set = Set::new(py, [1, 2])?;
    ///     let proxy = WeakProxy::new(&set)?;
    ///     assert!(proxy.contains(2)?); // as the set itself, which it does not keep alive
    ///     drop(set);
    ///     assert!(proxy.contains(2).is_err());
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    WeakProxy, "weakref.proxy", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::weakref_check_proxy(object) != 0 }
    }
}

impl Weak {
    /// A weak reference to `object` (`PyWeakref_NewRef`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let set = owned::types::Set::empty(py)?;
    /// let weak = Weak::new(&set)?;
    /// assert!(weak.upgrade()?.is_some_and(|object| object.is(&set)));
    /// assert!(Weak::new(&List::empty(py)?).unwrap_err().is::<TypeError>(py)); // no weak references to lists
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if its type does not support weak references.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: TypeInfo>(object: &Owned<'py, T>) -> Result<Owned<'py, Weak>> {
        // SAFETY: a handle: attached and alive; no callback.
        let new = unsafe { raw::weakref_new_ref(object.raw(), None) }?;
        // SAFETY: the function makes a weak reference.
        Ok(unsafe { Owned::from_ref(object.py(), new) })
    }

    /// A weak reference that calls `callback` with itself when `object` goes, if it is still alive then. It takes a
    /// reference of its own to the callback.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let gone = List::empty(py)?;
    /// let append = gone.getattr("append")?.downcast::<Callable>()?;
    /// let set = owned::types::Set::empty(py)?;
    /// let weak = Weak::with_callback(&set, &append)?;
    /// drop(set);
    /// assert!(gone.get(0)?.is(&weak));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object's type does not support weak references.
    #[track_caller]
    pub fn with_callback<'py, T: TypeInfo>(
        object: &Owned<'py, T>,
        callback: &Owned<'py, Callable>,
    ) -> Result<Owned<'py, Weak>> {
        // SAFETY: handles: attached and alive.
        let new = unsafe { raw::weakref_new_ref(object.raw(), Some(callback.raw())) }?;
        // SAFETY: the function makes a weak reference.
        Ok(unsafe { Owned::from_ref(object.py(), new) })
    }
}

impl<'py> Owned<'py, Weak> {
    /// The object, if it is still alive. A new reference (`PyWeakref_GetRef`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let set = owned::types::Set::empty(py)?;
    /// let weak = Weak::new(&set)?;
    /// drop(set);
    /// assert!(weak.upgrade()?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn upgrade(&self) -> Result<Option<Owned<'py, Any>>> {
        referent(self)
    }
}

impl WeakProxy {
    /// A proxy of `object` (`PyWeakref_NewProxy`). Using it after the object is gone raises `ReferenceError`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Set, WeakProxy};
    /// let set = Set::new(py, [1, 2])?;
    /// let proxy = WeakProxy::new(&set)?;
    /// assert_eq!(proxy.length()?, 2); // as the set itself
    /// drop(set);
    /// assert!(proxy.length().is_err()); // ReferenceError
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object's type does not support weak references.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: TypeInfo>(object: &Owned<'py, T>) -> Result<Owned<'py, WeakProxy>> {
        // SAFETY: a handle: attached and alive; no callback.
        let new = unsafe { raw::weakref_new_proxy(object.raw(), None) }?;
        // SAFETY: the function makes a proxy.
        Ok(unsafe { Owned::from_ref(object.py(), new) })
    }
}

impl<'py> Owned<'py, WeakProxy> {
    /// The object itself, if it is still alive. A new reference (`PyWeakref_GetRef`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Set, WeakProxy};
    /// let set = Set::empty(py)?;
    /// let proxy = WeakProxy::new(&set)?;
    /// assert!(proxy.upgrade()?.is_some_and(|object| object.is(&set)));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn upgrade(&self) -> Result<Option<Owned<'py, Any>>> {
        referent(self)
    }
}

#[track_caller]
fn referent<'py, T: TypeInfo>(weak: &Owned<'py, T>) -> Result<Option<Owned<'py, Any>>> {
    // SAFETY: a handle to a weak reference or proxy, by its callers.
    let object = unsafe { raw::weakref_get_ref(weak.raw()) }?;
    let place = Location::caller();
    // SAFETY: any object is an `Any`.
    Ok(object.map(|object| unsafe { Owned::from_ref_at(weak.py(), object, place) }))
}
