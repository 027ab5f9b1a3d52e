//! What an object is: its truth, length, hash and type.
#![expect(unsafe_code, reason = "calls the object protocol; a handle proves an attached thread and a live object")]

use crate::err::Result;
use crate::ptr::{Any, Downcast, Owned, TypeInfo};
use crate::raw;

use super::super::{Exact, Type};

impl<'py> Owned<'py, Any> {
    /// `hash(self)` (`PyObject_Hash`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_i64(py, 7)?.hash()?, 7);
    /// assert!(List::empty(py)?.hash().unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` for what has no hash; what `__hash__` raises.
    #[track_caller]
    #[inline]
    pub fn hash(&self) -> Result<isize> {
        if let Some(hash) = raw::known_hash(self.raw()) {
            return Ok(hash);
        }
        // SAFETY: a handle: attached and alive.
        Ok(unsafe { raw::object_hash(self.raw()) }?)
    }

    /// Whether the two are equal, where that can be told without running anybody's code: if they are one object, and of
    /// two that are exactly `str`, or exactly `int`. `None` leaves it to [`compare_bool`](Owned::compare_bool).
    ///
    /// For tables that look for keys: most keys are of these types, and while no code runs nothing can change.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let (one, other) = (Str::new(py, "key")?, Str::new(py, "key")?);
    ///     assert_eq!(one.known_equal(&other), Some(true));
    ///     assert_eq!(one.known_equal(&Int::from_i64(py, 1)?), None);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    #[inline]
    pub fn known_equal<T: TypeInfo>(&self, other: &Owned<'py, T>) -> Option<bool> {
        if self.is(other) { Some(true) } else { raw::known_equal(self.raw(), other.raw()) }
    }

    /// `len(self)` (`PyObject_Size`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("range(7)", None)?.length()?, 7);
    /// assert!(py.none().length().unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` for what has no length; what `__len__` raises.
    #[track_caller]
    #[inline]
    pub fn length(&self) -> Result<usize> {
        // SAFETY: a handle: attached and alive.
        Ok(unsafe { raw::object_size(self.raw()) }?)
    }

    /// About how many items iterating would give, for reserving room: `operator.length_hint(self, 0)`
    /// (`PyObject_LengthHint`). It can be wrong in both directions.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("iter([1, 2, 3])", None)?.length_hint()?, 3);
    /// assert_eq!(py.eval("(n for n in range(3))", None)?.length_hint()?, 0); // it cannot say
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What `__len__` or `__length_hint__` raise, but for a `TypeError`.
    #[track_caller]
    #[inline]
    pub fn length_hint(&self) -> Result<usize> {
        // SAFETY: a handle: attached and alive.
        Ok(unsafe { raw::object_length_hint(self.raw(), 0) }?)
    }

    /// `bool(self)` (`PyObject_IsTrue`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(List::new(py, [0])?.is_true()?);
    /// assert!(!List::empty(py)?.is_true()?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raise.
    #[track_caller]
    #[inline]
    pub fn is_true(&self) -> Result<bool> {
        // SAFETY: a handle: attached and alive.
        Ok(unsafe { raw::object_is_true(self.raw()) }?)
    }

    /// Whether it is `None`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.none().is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_none(&self) -> bool {
        raw::is_none(self.raw())
    }

    /// `callable(self)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.eval("len", None)?.is_callable());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_callable(&self) -> bool {
        // SAFETY: a handle: attached and alive.
        unsafe { raw::callable_check(self.raw()) != 0 }
    }

    /// `type(self)`. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(List::empty(py)?.type_of().is(&py.eval("list", None)?));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn type_of(&self) -> Owned<'py, Type> {
        // SAFETY: an object's type is a type.
        unsafe { Owned::from_ref(self.py(), raw::type_of(self.raw()).to_new()) }
    }

    /// The name of the type, such as `str` or `inkface.element`, for messages.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(List::empty(py)?.type_name(), "list");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn type_name(&self) -> String {
        raw::type_name(raw::type_of(self.raw()))
    }

    /// `isinstance(self, class)`, which may run Python code; [`downcast`](Owned::downcast) never does. `class` is a
    /// type, a tuple of types, or a union (`PyObject_IsInstance`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let number = py.eval("True", None)?;
    /// assert!(number.is_instance(&py.eval("(str, int)", None)?)?);
    /// assert!(number.is_instance(&py.none()).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` for another `class`; what `__instancecheck__` raises.
    #[track_caller]
    pub fn is_instance<T: TypeInfo>(&self, class: &Owned<'py, T>) -> Result<bool> {
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::object_is_instance(self.raw(), class.raw()) }?)
    }

    /// `issubclass(self, class)`, which may run Python code (`PyObject_IsSubclass`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.eval("bool", None)?.is_subclass(&py.eval("int", None)?)?);
    /// assert!(py.none().is_subclass(&py.eval("int", None)?).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if either is no class; what `__subclasscheck__` raises.
    #[track_caller]
    pub fn is_subclass<T: TypeInfo>(&self, class: &Owned<'py, T>) -> Result<bool> {
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::object_is_subclass(self.raw(), class.raw()) }?)
    }

    /// Whether the object is a `T`, by its type alone: an instance of the type or of a subclass. No Python code runs.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.eval("True", None)?.is_a::<Int>());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_a<T: TypeInfo>(&self) -> bool {
        T::is_instance(self.raw())
    }

    /// Whether the object's type is `T` itself, no subclass (`type(self) is T`). No Python code runs.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.eval("1", None)?.is_exactly::<Int>());
    /// assert!(!py.eval("True", None)?.is_exactly::<Int>()); // a bool, which is a subclass
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_exactly<T: Exact>(&self) -> bool {
        T::is_exact(self.raw())
    }

    /// As [`downcast`](Owned::downcast), but refuses instances of a subclass, which can behave differently.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let refused = py.eval("True", None)?.downcast_exact::<Int>().unwrap_err();
    /// assert_eq!(refused.input.str()?.to_str()?, "True"); // the handle is back
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// Gives the handle back, with a message that names both types.
    #[track_caller]
    pub fn downcast_exact<T: Exact>(self) -> Result<Owned<'py, T>, Downcast<Self>> {
        if !self.is_exactly::<T>() {
            return Err(Downcast::refused::<T>(self.type_name(), self));
        }
        let py = self.py();
        // SAFETY: checked above.
        Ok(unsafe { Owned::from_ref(py, self.into_ref()) })
    }

    /// The reference count at this moment, this handle's included (`Py_REFCNT`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::empty(py)?;
    /// let before = list.refcount();
    /// let another = list.clone();
    /// assert_eq!(another.refcount(), before + 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn refcount(&self) -> usize {
        raw::refcount(self.raw())
    }
}
