//! `property` and `super`.
#![expect(unsafe_code, reason = "calls type objects of the interpreter; handles prove an attached thread")]

use crate::err::Result;
use crate::object::{Callable, Type, builtin_type};
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw::{self, Builtin};
use crate::token::Python;

builtin_type! {
    /// Python's `property`: an attribute of a class that calls functions.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Property;
    ///
    /// Python::attach(|py| {
    ///     let getter = py.eval("lambda self: 7", None)?.downcast()?;
    ///     let property = Property::new(py, Some(&getter), None, None)?;
    ///     let class = py.eval("type('Lucky', (), {})", None)?;
    ///     class.setattr("number", &property)?;
    ///     assert_eq!(class.call(())?.getattr("number")?.extract::<i64>()?, 7);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Property, "property", |object| raw::is_builtin(object, Builtin::Property)
}
builtin_type! {
    /// Python's `super`: the attributes of the classes above one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Super;
    /// Python::attach(|py| {
    ///     let names = Dict::empty(py)?;
    ///     py.run("class Base:\n    ink = 1\nclass Face(Base):\n    ink = 2", Some(&names))?;
    ///     let class = names.require("Face")?.downcast::<Type>()?;
    ///     let above = Super::new(&class, &class.call(())?)?;
    ///     assert_eq!(above.getattr("ink")?.extract::<i32>()?, 1);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Super, "super", |object| raw::is_builtin(object, Builtin::Super)
}

impl Property {
    /// `property(getter, setter, deleter)`; it takes references of its own.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Property;
    /// let getter = py.eval("lambda self: 12", None)?.downcast::<Callable>()?;
    /// let width = Property::new(py, Some(&getter), None, None)?;
    /// let class = py.eval("type('Face', (), {})", None)?;
    /// class.setattr("width", &width)?;
    /// assert_eq!(class.call(())?.getattr("width")?.extract::<i32>()?, 12);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new<'py>(
        py: Python<'py>,
        getter: Option<&Owned<'py, Callable>>,
        setter: Option<&Owned<'py, Callable>>,
        deleter: Option<&Owned<'py, Callable>>,
    ) -> Result<Owned<'py, Property>> {
        let none = py.none();
        let or_none =
            |part: Option<&Owned<'py, Callable>>| part.map_or_else(|| none.clone(), |part| part.clone().into_any());
        let parts = [or_none(getter), or_none(setter), or_none(deleter)];
        // SAFETY: attached, by `py`.
        let class = unsafe { raw::builtin(Builtin::Property) };
        // SAFETY: attached; live objects.
        let property = unsafe { raw::vectorcall(class, &parts.each_ref().map(|part| part.raw())) }?;
        // SAFETY: the type itself was called.
        Ok(unsafe { Owned::from_ref(py, property) })
    }
}

impl<'py> Owned<'py, Property> {
    /// What reads the attribute (`fget`), or `None`. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Property;
    /// let getter = py.eval("lambda self: 12", None)?.downcast::<Callable>()?;
    /// assert!(Property::new(py, Some(&getter), None, None)?.getter()?.is(&getter));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn getter(&self) -> Result<Owned<'py, Any>> {
        self.getattr("fget")
    }

    /// What sets the attribute (`fset`), or `None`. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Property;
    /// assert!(Property::new(py, None, None, None)?.setter()?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn setter(&self) -> Result<Owned<'py, Any>> {
        self.getattr("fset")
    }

    /// What deletes the attribute (`fdel`), or `None`. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Property;
    /// assert!(Property::new(py, None, None, None)?.deleter()?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn deleter(&self) -> Result<Owned<'py, Any>> {
        self.getattr("fdel")
    }
}

impl Super {
    /// `super(class, object)`: the attributes of the classes that come after `class` for this object.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Super;
    /// let class = py.eval("int", None)?.downcast::<Type>()?;
    /// assert!(Super::new(&class, &Int::from_i64(py, 7)?)?.hasattr("__repr__")?);
    /// assert!(Super::new(&class, &Str::new(py, "ink")?).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object is no instance of the class.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: TypeInfo>(class: &Owned<'py, Type>, object: &Owned<'py, T>) -> Result<Owned<'py, Super>> {
        // SAFETY: attached: a handle is at hand.
        let super_class = unsafe { raw::builtin(Builtin::Super) };
        // SAFETY: attached; live objects.
        let above = unsafe { raw::vectorcall(super_class, &[class.raw(), object.raw()]) }?;
        // SAFETY: the type itself was called.
        Ok(unsafe { Owned::from_ref(class.py(), above) })
    }
}
