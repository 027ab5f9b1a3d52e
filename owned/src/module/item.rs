//! What a module is made of: one constant for each class, function and value.
#![expect(unsafe_code, reason = "makes functions from static definitions; gives types to the module's state")]

use core::any::TypeId;
use core::ffi::CStr;
use core::ptr;

use crate::class::{
    self, Blueprint, Class, ClassAttribute, Constant, CreatedException, CreatedType, Enumeration, Function, FunctionDef,
};
use crate::err::Result;
use crate::object::{Module, Type};
use crate::ptr::{Any, Derived, Owned};
use crate::raw;
use crate::raw::structs::PyMethodDef;

use super::init::uses_gil;
use super::state;

/// Something that a module offers under a name.
pub struct Item {
    name: &'static CStr,
    make: Make,
    class: Option<ClassItem>,
    /// Whether it is a module that asks for the GIL.
    uses_gil: bool,
}

type Make = for<'py> fn(&Owned<'py, Module>) -> Result<Owned<'py, Any>>;

/// What else is known of a class.
#[derive(Clone, Copy)]
struct ClassItem {
    /// Its Rust type, and that of what it extends.
    types: fn() -> [TypeId; 2],
    /// For when all classes are there.
    attributes: &'static [ClassAttribute],
}

impl Item {
    const fn of(name: &'static CStr, make: Make) -> Self {
        Item { name, make, class: None, uses_gil: false }
    }

    /// Whether it is a module that asks for the GIL.
    pub(super) const fn uses_gil(&self) -> bool {
        self.uses_gil
    }

    /// A class.
    pub const fn class<C: Class>() -> Self {
        let types = || [TypeId::of::<C>(), TypeId::of::<C::Base>()];
        let attributes = Blueprint::of::<C>().attributes;
        Item { class: Some(ClassItem { types, attributes }), ..Item::of(C::NAME, make_class::<C>) }
    }

    /// An exception class.
    pub const fn exception<E: CreatedException>() -> Self {
        let types = || [TypeId::of::<E>(), TypeId::of::<<E as Derived>::Base>()];
        Item { class: Some(ClassItem { types, attributes: &[] }), ..Item::of(E::PYTHON_NAME, make_exception::<E>) }
    }

    /// An enum of Python's.
    pub const fn enumeration<E: Enumeration>() -> Self {
        Item::of(E::NAME, make_enumeration::<E>)
    }

    /// A function.
    pub const fn function<F: Function>() -> Self {
        Item::of(F::NAME, make_function::<F>)
    }

    /// A module in the module.
    pub const fn module<M: super::Module>() -> Self {
        Item { uses_gil: uses_gil::<M>(), ..Item::of(M::NAME, make_module::<M>) }
    }

    /// A value.
    pub const fn constant<K: Constant>() -> Self {
        Item::of(K::NAME, |module| K::value(module.py()))
    }

    /// The same thing under another name in the module; its own `__name__` stays.
    #[inline]
    pub const fn named(self, name: &'static CStr) -> Self {
        Item { name, ..self }
    }

    /// Adds all of them, each class after the one that it extends, in whatever order they were written, and then the
    /// attributes of the classes.
    #[track_caller]
    pub(super) fn add_all(items: &[Item], module: &Owned<'_, Module>) -> Result<()> {
        let mut waiting = Vec::with_capacity(items.len());
        for item in items {
            waiting.push(item);
        }
        let mut unfinished = Vec::new();
        while !waiting.is_empty() {
            let mut later = Vec::new();
            for item in &waiting {
                if item.extends_one_of(&waiting) {
                    later.push(*item);
                    continue;
                }
                let value = item.add_to(module)?;
                if let Some(class) = item.class {
                    unfinished.push((class, value));
                }
            }
            debug_assert!(later.len() < waiting.len(), "no class extends itself");
            waiting = later;
        }
        add_names(items, module)?;
        for (class, value) in unfinished {
            ClassAttribute::put_all(class.attributes, &value.downcast::<Type>()?)?;
        }
        Ok(())
    }

    /// Whether it is a class that extends one of these.
    fn extends_one_of(&self, others: &[&Item]) -> bool {
        let Some(class) = self.class else { return false };
        let [_, base] = (class.types)();
        for other in others {
            if let Some(other) = other.class
                && (other.types)()[0] == base
            {
                return true;
            }
        }
        false
    }

    #[track_caller]
    pub(super) fn add_to<'py>(&self, module: &Owned<'py, Module>) -> Result<Owned<'py, Any>> {
        let value = (self.make)(module)?;
        module.setattr(self.name.to_str()?, &value)?;
        Ok(value)
    }
}

/// `__all__`: what `from … import *` brings, if the module does not say so itself.
fn add_names(items: &[Item], module: &Owned<'_, Module>) -> Result<()> {
    let mut names = Vec::new();
    for item in items {
        if item.name == c"__all__" {
            return Ok(());
        }
        if !item.name.to_bytes().starts_with(b"_") {
            names.push(item.name.to_str()?);
        }
    }
    module.setattr("__all__", names)
}

/// A module `outer.inner`, which `import` finds under that name from then on, like one of a package.
fn make_module<'py, M: super::Module>(outer: &Owned<'py, Module>) -> Result<Owned<'py, Any>> {
    let py = outer.py();
    let name = format!("{}.{}", outer.name()?.to_str()?, M::NAME.to_str()?);
    let inner = super::init::named::<M>(py, &name)?;
    py.import("sys")?.getattr("modules")?.set_item(name.as_str(), &inner)?;
    Ok(inner)
}

fn make_class<'py, C: Class>(module: &Owned<'py, Module>) -> Result<Owned<'py, Any>> {
    let blueprint = Blueprint::of::<C>();
    let class = own(module, class::build(module, blueprint)?);
    class::finish(&class, blueprint)?;
    Ok(class.into_any())
}

fn make_exception<'py, E: CreatedException>(module: &Owned<'py, Module>) -> Result<Owned<'py, Any>> {
    Ok(own(module, class::build_exception::<E>(module)?).into_any())
}

fn make_enumeration<'py, E: Enumeration>(module: &Owned<'py, Module>) -> Result<Owned<'py, Any>> {
    Ok(own(module, class::build_enumeration::<E>(module)?).into_any())
}

/// Gives the class to the module's state, and a handle of it back.
fn own<'py>(module: &Owned<'py, Module>, created: CreatedType) -> Owned<'py, Type> {
    let class = created.class().clone_ref(module.py()).into_bound(module.py());
    // SAFETY: the module is being executed.
    unsafe { state::own(module.as_ptr(), created) };
    class
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
    let function = unsafe { raw::c_function_new_ex(definition, None, Some(name.raw())) }?;
    // SAFETY: any object is an `Any`.
    Ok(unsafe { Owned::from_ref(module.py(), function) })
}
