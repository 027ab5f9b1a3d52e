//! Functions: of Python, of C, and bound to their first argument.
#![expect(unsafe_code, reason = "calls the function API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::object::{Callable, Dict, Str};
use crate::ptr::{Any, Derived, Owned, TypeInfo};
use crate::raw::{self, Builtin};

macro_rules! callable_type {
    ($(#[$doc:meta])* $name:ident, $python:literal, $check:expr) => {
        $(#[$doc])*
        pub enum $name {}

        // SAFETY: the check is CPython's own for this type, and runs no Python code.
        unsafe impl TypeInfo for $name {
            const NAME: &'static str = $python;

            #[inline]
            fn is_instance(object: raw::BorrowedRef<'_>) -> bool {
                $check(object)
            }
        }

        // SAFETY: the type has `tp_call`.
        unsafe impl Derived for $name {
            type Base = Callable;
        }
    };
}

callable_type! {
    /// A function written in Python (`types.FunctionType`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Function;
    ///
    /// Python::attach(|py| {
    ///     let double = py.eval("lambda x: 2 * x", None)?.downcast::<Function>()?;
    ///     assert_eq!(double.name()?.to_str()?, "<lambda>");
    ///     assert_eq!(double.call((4,))?.extract::<i64>()?, 8);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Function, "function", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::function_check(object) }
    }
}
callable_type! {
    /// A function written in C or Rust (`types.BuiltinFunctionType`), such as those of a `#[module]`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::BuiltinFunction;
    /// Python::attach(|py| {
    ///     let len = py.eval("len", None)?.downcast::<BuiltinFunction>()?;
    ///     assert_eq!(len.call(("ink",))?.extract::<i32>()?, 3);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    BuiltinFunction, "builtin_function_or_method", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::c_function_check(object) }
    }
}
callable_type! {
    /// A function bound to its first argument (`types.MethodType`): what `object.method` gives.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::BoundMethod;
    /// Python::attach(|py| {
    ///     let names = Dict::empty(py)?;
    ///     py.run("class Face:\n    def nod(self): return 'yes'", Some(&names))?;
    ///     let face = names.require("Face")?.call(())?;
    ///     let nod = face.getattr("nod")?.downcast::<BoundMethod>()?;
    ///     assert!(nod.receiver()?.is(&face));
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    BoundMethod, "method", |object| raw::is_builtin(object, Builtin::Method)
}

impl<'py> Owned<'py, Function> {
    /// Its name (`__name__`), which Python code can change.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Function;
    /// let function = py.eval("lambda: 0", None)?.downcast::<Function>()?;
    /// assert_eq!(function.name()?.to_str()?, "<lambda>");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn name(&self) -> Result<Owned<'py, Str>> {
        Ok(self.getattr("__name__")?.downcast()?)
    }

    /// The global variables that it sees (`__globals__`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Function;
    /// let globals = Dict::new(py, [("ink", 3)])?;
    /// let function = py.eval("lambda: ink", Some(&globals))?.downcast::<Function>()?;
    /// assert!(function.globals()?.is(&globals));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn globals(&self) -> Result<Owned<'py, Dict>> {
        Ok(self.getattr("__globals__")?.downcast()?)
    }
}

impl<'py> Owned<'py, BuiltinFunction> {
    /// Its name (`__name__`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::BuiltinFunction;
    /// assert_eq!(py.eval("len", None)?.downcast::<BuiltinFunction>()?.name()?.to_str()?, "len");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn name(&self) -> Result<Owned<'py, Str>> {
        Ok(self.getattr("__name__")?.downcast()?)
    }

    /// What it is bound to (`__self__`): the module of a function, the object of a method, or `None`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::BuiltinFunction;
    /// let list = List::empty(py)?;
    /// let append = list.getattr("append")?.downcast::<BuiltinFunction>()?;
    /// assert!(append.receiver()?.is(&list));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn receiver(&self) -> Result<Owned<'py, Any>> {
        self.getattr("__self__")
    }
}

impl BoundMethod {
    /// Binds `function` to `receiver`, which becomes its first argument; the method takes references of its own
    /// (`PyMethod_New`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::BoundMethod;
    /// let len = py.eval("len", None)?.downcast::<Callable>()?;
    /// let method = BoundMethod::new(&len, &List::new(py, [1, 2])?)?;
    /// assert_eq!(method.call(())?.extract::<i32>()?, 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: TypeInfo>(
        function: &Owned<'py, Callable>,
        receiver: &Owned<'py, T>,
    ) -> Result<Owned<'py, BoundMethod>> {
        // SAFETY: handles: attached and alive.
        let method = unsafe { raw::method_new(function.raw(), receiver.raw()) }?;
        // SAFETY: the function makes a bound method.
        Ok(unsafe { Owned::from_ref(function.py(), method) })
    }
}

impl<'py> Owned<'py, BoundMethod> {
    /// What is called (`__func__`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::BoundMethod;
    /// let len = py.eval("len", None)?.downcast::<Callable>()?;
    /// let method = BoundMethod::new(&len, &List::empty(py)?)?;
    /// assert!(method.function()?.is(&len));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn function(&self) -> Result<Owned<'py, Any>> {
        self.getattr("__func__")
    }

    /// What it is bound to (`__self__`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::BoundMethod;
    /// let (len, list) = (py.eval("len", None)?.downcast::<Callable>()?, List::empty(py)?);
    /// assert!(BoundMethod::new(&len, &list)?.receiver()?.is(&list));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn receiver(&self) -> Result<Owned<'py, Any>> {
        self.getattr("__self__")
    }
}
