//! Modules, and importing them.
#![expect(unsafe_code, reason = "calls the import API; a token proves an attached thread")]

use crate::err::Result;
use crate::ptr::Owned;
use crate::raw;
use crate::token::Python;

use super::{Str, builtin_type};

builtin_type! {
    /// A Python module.
    Module, "module", raw::is_module
}

impl<'py> Python<'py> {
    /// `import name`, giving the module of the last dot (`importlib.import_module`).
    #[track_caller]
    pub fn import(self, name: &str) -> Result<Owned<'py, crate::ptr::Any>> {
        let name = Str::new(self, name)?;
        // SAFETY: attached, by `self`.
        let module = unsafe { raw::import(name.raw()) }?;
        // SAFETY: any object is an `Any` (`sys.modules` may hold anything).
        Ok(unsafe { Owned::from_ref(self, module) })
    }
}

impl<'py> Owned<'py, Module> {
    /// The module's name (`__name__`).
    #[track_caller]
    pub fn name(&self) -> Result<Owned<'py, Str>> {
        // SAFETY: a handle to a module.
        let name = unsafe { raw::module_name(self.raw()) }?;
        // SAFETY: the function gives a str.
        Ok(unsafe { Owned::from_ref(self.py(), name) })
    }
}
