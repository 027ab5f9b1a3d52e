//! What a module is made of: one constant for each class, function and value.
#![expect(unsafe_code, reason = "makes functions from static definitions; gives types to the module's state")]

use core::any::TypeId;
use core::ffi::CStr;
use core::ptr;

use crate::class::{
    self, Blueprint, Class, ClassAttribute, Constant, CreatedException, CreatedType, Function, FunctionDef, Outer,
};
use crate::err::{Result, RuntimeError};
use crate::object::{Module, Type};
use crate::ptr::{Any, Derived, Owned};
use crate::raw;
use crate::raw::structs::PyMethodDef;

use super::state;

/// Something that a module offers under a name.
pub struct Item {
    name: &'static CStr,
    make: for<'py> fn(&Owned<'py, Module>) -> Result<Owned<'py, Any>>,
    class: Option<ClassItem>,
}

/// What else is known of a class.
#[derive(Clone, Copy)]
struct ClassItem {
    /// Its Rust type, and that of what it extends.
    types: fn() -> [TypeId; 2],
    /// The class that it is in.
    outer: Option<Outer>,
    /// For when all classes are there.
    attributes: &'static [ClassAttribute],
}

impl Item {
    /// What is no class of its own.
    pub(super) const fn plain(
        name: &'static CStr,
        make: for<'py> fn(&Owned<'py, Module>) -> Result<Owned<'py, Any>>,
    ) -> Self {
        Item { name, make, class: None }
    }

    /// A class.
    pub const fn class<C: Class>() -> Self {
        let types = || [TypeId::of::<C>(), TypeId::of::<C::Base>()];
        let attributes = Blueprint::of::<C>().attributes;
        Item { name: C::NAME, make: make_class::<C>, class: Some(ClassItem { types, outer: C::OUTER, attributes }) }
    }

    /// An exception class.
    pub const fn exception<E: CreatedException>() -> Self {
        let types = || [TypeId::of::<E>(), TypeId::of::<<E as Derived>::Base>()];
        Item {
            name: E::PYTHON_NAME,
            make: make_exception::<E>,
            class: Some(ClassItem { types, outer: None, attributes: &[] }),
        }
    }

    /// A function.
    pub const fn function<F: Function>() -> Self {
        Item::plain(F::NAME, make_function::<F>)
    }

    /// A module in the module.
    pub const fn module<M: super::Module>() -> Self {
        Item::plain(M::NAME, make_module::<M>)
    }

    /// A value.
    pub const fn constant<K: Constant>() -> Self {
        Item::plain(K::NAME, |module| K::value(module.py()))
    }

    /// The same thing under another name in the module; its own `__name__` stays.
    #[inline]
    pub const fn named(self, name: &'static CStr) -> Self {
        Item { name, ..self }
    }

    /// Adds all of them, each class after the ones that it extends and is in, in whatever order they were written, and
    /// then the attributes of the classes.
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
                if item.needs_one_of(&waiting) {
                    later.push(*item);
                    continue;
                }
                let value = item.add_to(module)?;
                if let Some(class) = item.class {
                    unfinished.push((class, value));
                }
            }
            // No class extends itself, but `nested_in` can go round in circles.
            if later.len() == waiting.len() {
                let name = later[0].name.to_string_lossy();
                return Err(RuntimeError::new(format!("class '{name}' is in a class that is in it")));
            }
            waiting = later;
        }
        add_names(items, module)?;
        for (class, value) in unfinished {
            ClassAttribute::put_all(class.attributes, &value.downcast::<Type>()?)?;
        }
        Ok(())
    }

    /// Whether it is a class that extends one of these, or is in one of them.
    fn needs_one_of(&self, others: &[&Item]) -> bool {
        let Some(class) = self.class else { return false };
        let [_, base] = (class.types)();
        let outer = class.outer.map(|outer| (outer.id)());
        for other in others {
            if let Some(other) = other.class {
                let other = (other.types)()[0];
                if other == base || Some(other) == outer {
                    return true;
                }
            }
        }
        false
    }

    /// The class that it is in, an attribute of which it is instead of one of the module.
    fn outer(&self) -> Option<Outer> {
        self.class.and_then(|class| class.outer)
    }

    #[track_caller]
    pub(super) fn add_to<'py>(&self, module: &Owned<'py, Module>) -> Result<Owned<'py, Any>> {
        let value = (self.make)(module)?;
        match self.outer() {
            None => module.setattr(self.name.to_str()?, &value)?,
            Some(outer) => class::put_attribute(&(outer.class)(module.py())?, self.name, &value)?,
        }
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
        if !item.name.to_bytes().starts_with(b"_") && item.outer().is_none() {
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
    let class = build(module, blueprint)?;
    for variant in blueprint.variants {
        let variant_class = build(module, variant.blueprint)?;
        class::put_attribute(&class, variant.blueprint.name, &variant_class)?;
    }
    Ok(class.into_any())
}

/// A class with the attributes that are its own.
fn build<'py>(module: &Owned<'py, Module>, blueprint: &'static Blueprint) -> Result<Owned<'py, Type>> {
    let class = own(module, class::build(module, blueprint)?);
    ClassAttribute::put_all(blueprint.own_attributes, &class)?;
    Ok(class)
}

fn make_exception<'py, E: CreatedException>(module: &Owned<'py, Module>) -> Result<Owned<'py, Any>> {
    Ok(own(module, class::build_exception::<E>(module)?).into_any())
}

/// Gives the class to the module's state, and a handle of it back.
pub(super) fn own<'py>(module: &Owned<'py, Module>, created: CreatedType) -> Owned<'py, Type> {
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
