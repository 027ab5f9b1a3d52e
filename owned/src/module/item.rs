//! What a module is made of: one constant for each class, function and value.
#![expect(unsafe_code, reason = "makes functions from static definitions; gives types to the module's state")]

use core::ffi::CStr;
use core::ptr;

use crate::class::{self, Class, Function, FunctionDef};
use crate::err::Result;
use crate::object::Module;
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::raw::structs::PyMethodDef;
use crate::token::Python;

use super::state;

/// Something that a module offers under a name.
pub struct Item {
    name: &'static CStr,
    make: for<'py> fn(&Owned<'py, Module>) -> Result<Owned<'py, Any>>,
}

/// A value that is computed when the module is executed.
pub trait Constant {
    /// Its name in Python.
    const NAME: &'static CStr;
    /// The value.
    fn value<'py>(py: Python<'py>) -> Result<Owned<'py, Any>>;
}

impl Item {
    /// A class.
    pub const fn class<C: Class>() -> Self {
        Item { name: C::NAME, make: make_class::<C> }
    }

    /// A function.
    pub const fn function<F: Function>() -> Self {
        Item { name: F::NAME, make: make_function::<F> }
    }

    /// A value.
    pub const fn constant<K: Constant>() -> Self {
        Item { name: K::NAME, make: |module| K::value(module.py()) }
    }

    /// The same thing under another name in the module; its own `__name__` stays.
    pub const fn named(self, name: &'static CStr) -> Self {
        Item { name, ..self }
    }

    #[track_caller]
    pub(super) fn add_to(&self, module: &Owned<'_, Module>) -> Result<()> {
        let value = (self.make)(module)?;
        module.setattr(self.name.to_str()?, value)
    }
}

fn make_class<'py, C: Class>(module: &Owned<'py, Module>) -> Result<Owned<'py, Any>> {
    let created = class::build::<C>(module)?;
    let class = created.class().clone_ref(module.py()).into_bound(module.py());
    // SAFETY: the module is being executed.
    unsafe { state::own(module.as_ptr(), created) };
    Ok(class.into_any())
}

/// C keeps a pointer to a function's definition: a constant of the function's own type is as static as it gets.
struct Definition<F>(F);

impl<F: Function> Definition<F> {
    const DEF: &'static PyMethodDef = &class::function_definition::<FunctionDef<F>>(F::NAME, F::DOC, 0);
}

fn make_function<'py, F: Function>(module: &Owned<'py, Module>) -> Result<Owned<'py, Any>> {
    let name = module.name()?;
    let definition = ptr::from_ref(Definition::<F>::DEF).cast_mut();
    // SAFETY: attached; the definition is static and only read; the function takes its own reference to the name.
    let function = unsafe { raw::function_new(definition, ptr::null_mut(), name.as_ptr()) }?;
    // SAFETY: any object is an `Any`.
    Ok(unsafe { Owned::from_ref(module.py(), function) })
}
