//! Modules, and importing them.
#![expect(unsafe_code, reason = "calls the import API; a token proves an attached thread")]

use core::panic::Location;

use crate::err::Result;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;
use crate::token::Python;

use super::{Dict, Str, builtin_type};

builtin_type! {
    /// A Python module.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Module;
    ///
    /// Python::attach(|py| {
    ///     let module = Module::from_source(py, "greetings", "def hello(name): return f'hello {name}'")?;
    ///     assert_eq!(module.call_method("hello", ("you",))?.extract::<String>()?, "hello you");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Module, "module", raw::is_module
}

impl<'py> Python<'py> {
    /// `import name`, giving the module of the last dot (`importlib.import_module`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let path = py.import("os.path")?; // the module of the last dot, not `os`
    /// assert_eq!(path.call_method("basename", ("a/b",))?.str()?.to_str()?, "b");
    /// assert!(py.import("no_such_module").is_err());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn import(self, name: &str) -> Result<Owned<'py, Any>> {
        let name = Str::new(self, name)?;
        // SAFETY: attached, by `self`.
        let module = unsafe { raw::import_import(name.raw()) }?;
        // SAFETY: any object is an `Any` (`sys.modules` may hold anything).
        Ok(unsafe { Owned::from_ref(self, module) })
    }

    /// What `sys.modules` has under this name, if anything: nothing is imported (`PyImport_GetModule`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.imported("sys")?.is_some());
    /// assert!(py.imported("no_such_module")?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn imported(self, name: &str) -> Result<Option<Owned<'py, Any>>> {
        let name = Str::new(self, name)?;
        // SAFETY: attached, by `self`.
        let module = unsafe { raw::import_get_module(name.raw()) }?;
        let place = Location::caller();
        // SAFETY: any object is an `Any`.
        Ok(module.map(|module| unsafe { Owned::from_ref_at(self, module, place) }))
    }

    /// The module `__main__` (`PyImport_AddModuleRef`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.main()?.name()?.to_str()?, "__main__");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn main(self) -> Result<Owned<'py, Module>> {
        // SAFETY: attached, by `self`; a C string.
        let main = unsafe { raw::import_add_module_ref(c"__main__".as_ptr()) }?;
        // SAFETY: any object is an `Any`.
        let main: Owned<'py, Any> = unsafe { Owned::from_ref(self, main) };
        Ok(main.downcast()?)
    }
}

impl Module {
    /// A new empty module, not in `sys.modules` (`PyModule_NewObject`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Module;
    /// let module = Module::new(py, "tallies")?;
    /// module.setattr("limit", 3)?;
    /// assert!(py.imported("tallies")?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new<'py>(py: Python<'py>, name: &str) -> Result<Owned<'py, Module>> {
        let name = Str::new(py, name)?;
        // SAFETY: attached, by `py`.
        let module = unsafe { raw::module_new_object(name.raw()) }?;
        // SAFETY: the function makes a module.
        Ok(unsafe { Owned::from_ref(py, module) })
    }
}

impl<'py> Owned<'py, Module> {
    /// The module's name (`__name__`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Module;
    /// assert_eq!(Module::new(py, "tallies")?.name()?.to_str()?, "tallies");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn name(&self) -> Result<Owned<'py, Str>> {
        // SAFETY: a handle to a module.
        let name = unsafe { raw::module_get_name_object(self.raw()) }?;
        // SAFETY: the function gives a str.
        Ok(unsafe { Owned::from_ref(self.py(), name) })
    }

    /// The file that it was loaded from (`__file__`, `PyModule_GetFilenameObject`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Module;
    /// let json = py.import("json")?.downcast::<Module>()?;
    /// assert!(json.filename()?.to_str()?.ends_with("__init__.py"));
    /// assert!(Module::new(py, "tallies")?.filename().is_err()); // of no file
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `SystemError` if there is none.
    #[track_caller]
    #[inline]
    pub fn filename(&self) -> Result<Owned<'py, Str>> {
        // SAFETY: a handle to a module.
        let name = unsafe { raw::module_get_filename_object(self.raw()) }?;
        // SAFETY: the function gives a str.
        Ok(unsafe { Owned::from_ref(self.py(), name) })
    }

    /// The module's names. A new reference to the dict itself (`PyModule_GetDict`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Module;
    /// let module = Module::new(py, "tallies")?;
    /// module.dict()?.set("limit", 3)?;
    /// assert_eq!(module.getattr("limit")?.extract::<i32>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn dict(&self) -> Result<Owned<'py, Dict>> {
        // SAFETY: a handle to a module.
        let dict = unsafe { raw::module_get_dict(self.raw()) }?.to_new();
        // SAFETY: a module's names are a dict.
        Ok(unsafe { Owned::from_ref(self.py(), dict) })
    }

    /// Gives the module a name for `value`, of which it takes a reference of its own, and puts the name into `__all__`
    /// if the module has that list.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Module;
    /// let module = Module::new(py, "tallies")?;
    /// module.setattr("__all__", List::empty(py)?)?;
    /// module.add("limit", &Int::from_i64(py, 3)?)?;
    /// assert_eq!(module.getattr("__all__")?.str()?.to_str()?, "['limit']");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn add<T: TypeInfo>(&self, name: &str, value: &Owned<'py, T>) -> Result<()> {
        let name = Str::new(self.py(), name)?;
        if let Some(all) = self.getattr_opt("__all__")? {
            let all = all.downcast::<super::List>()?;
            // SAFETY: handles: attached; a list and a str.
            unsafe { raw::list_append(all.raw(), name.raw()) }?;
        }
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::object_set_attr(self.raw(), name.raw(), value.raw()) }?)
    }
}
