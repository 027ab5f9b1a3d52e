//! Types, and what can be called.
#![expect(unsafe_code, reason = "reads type objects; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;

use super::{Dict, Str, Tuple, builtin_type, handle};

builtin_type! {
    /// A Python type (class).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    ///
    /// Python::attach(|py| {
    ///     let ordered = py.import("collections")?.getattr("OrderedDict")?.downcast::<Type>()?;
    ///     assert_eq!(ordered.qualified_name()?.to_str()?, "OrderedDict");
    ///     assert!(ordered.is_subtype_of(&Type::of(&Dict::empty(py)?)));
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Type, "type", raw::is_type
}
builtin_type! {
    /// Anything that can be called. Its methods `call`, `call_with` are those of every object; the type says that
    /// somebody has checked.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let shout = py.eval("str.upper", None)?.downcast::<Callable>()?;
    ///     assert_eq!(shout.call(("ink",))?.str()?.to_str()?, "INK");
    ///     assert!(py.none().downcast::<Callable>().is_err());
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Callable, "callable", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::callable_check(object) != 0 }
    }
}

impl Type {
    /// The type of an object: `type(object)`. A new reference (`Py_TYPE`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Type::of(&List::empty(py)?).name(), "list");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn of<'py, T: TypeInfo>(object: &Owned<'py, T>) -> Owned<'py, Type> {
        let class = raw::type_of(object.raw()).to_new();
        // SAFETY: the type of an object is a type.
        unsafe { Owned::from_ref(object.py(), class) }
    }

    /// A new class: `type(name, bases, members)`. The class takes references of its own.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let bases = Tuple::new(py, [py.eval("object", None)?])?;
    /// let class = Type::new(&Str::new(py, "Face")?, &bases, &Dict::new(py, [("width", 12)])?)?;
    /// assert_eq!(class.call(())?.getattr("width")?.extract::<i32>()?, 12);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the metaclass of the bases raises.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new<'py>(
        name: &Owned<'py, Str>,
        bases: &Owned<'py, Tuple>,
        members: &Owned<'py, Dict>,
    ) -> Result<Owned<'py, Type>> {
        // SAFETY: attached: a handle is at hand.
        let metaclass = unsafe { raw::type_type() };
        // SAFETY: attached; live objects.
        let class = unsafe { raw::vectorcall(metaclass, &[name.raw(), bases.raw(), members.raw()]) }?;
        let class = handle(name.py(), class);
        Ok(class.downcast()?)
    }
}

impl<'py> Owned<'py, Type> {
    /// `tp_name`: the name with its module for our classes, the bare name for built-in ones.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Type::of(&List::empty(py)?).name(), "list");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn name(&self) -> String {
        raw::type_name(self.raw())
    }

    /// The name inside of its module, `Outer.Inner` (`__qualname__`, `PyType_GetQualName`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// py.run("class Outer:\n    class Inner: pass", None)?;
    /// let inner = py.main()?.getattr("Outer")?.getattr("Inner")?.downcast::<Type>()?;
    /// assert_eq!(inner.qualified_name()?.to_str()?, "Outer.Inner");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn qualified_name(&self) -> Result<Owned<'py, Str>> {
        // SAFETY: a handle to a type.
        let name = unsafe { raw::type_get_qual_name(self.raw()) }?;
        // SAFETY: any object is an `Any`.
        let name: Owned<'py, Any> = unsafe { Owned::from_ref(self.py(), name) };
        Ok(name.downcast()?)
    }

    /// The name of its module (`__module__`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Type::of(&List::empty(py)?).module_name()?.to_str()?, "builtins");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `AttributeError` if it has none; `TypeError` if somebody put there what is no str.
    #[track_caller]
    #[inline]
    pub fn module_name(&self) -> Result<Owned<'py, Str>> {
        Ok(self.getattr("__module__")?.downcast()?)
    }

    /// The types it is made of, itself first, in the order in which attributes are looked up (`__mro__`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let mro = py.eval("bool", None)?.downcast::<Type>()?.mro()?;
    /// assert_eq!(mro.repr()?.to_str()?, "(<class 'bool'>, <class 'int'>, <class 'object'>)");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn mro(&self) -> Result<Owned<'py, Tuple>> {
        Ok(self.getattr("__mro__")?.downcast()?)
    }

    /// The types it was declared to be made of (`__bases__`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let bases = py.eval("bool", None)?.downcast::<Type>()?.bases()?;
    /// assert_eq!(bases.repr()?.to_str()?, "(<class 'int'>,)");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn bases(&self) -> Result<Owned<'py, Tuple>> {
        Ok(self.getattr("__bases__")?.downcast()?)
    }

    /// `issubclass(self, base)` by the types' own order: no Python code runs.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let (bool, int) = (py.eval("bool", None)?.downcast::<Type>()?, py.eval("int", None)?.downcast::<Type>()?);
    /// assert!(bool.is_subtype_of(&int) && !int.is_subtype_of(&bool));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_subtype_of(&self, base: &Owned<'py, Type>) -> bool {
        raw::is_subtype(self.raw(), base.raw())
    }
}
