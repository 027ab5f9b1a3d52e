//! What a module is made of: one constant for each class, function and value.
#![expect(unsafe_code, reason = "makes functions from static definitions; gives types to the module's state")]

use core::any::TypeId;
use core::ffi::CStr;
use core::ptr;

use crate::class::{
    self, Blueprint, Class, ClassAttribute, Constant, CreatedException, CreatedType, Function, FunctionDef, Outer,
};
#[cfg(feature = "adopt")]
use crate::class::{Adopted, AdoptedType};
#[cfg(feature = "adopt")]
use crate::err::ImportError;
use crate::err::{Result, RuntimeError, together};
use crate::object::{Module, Str, Type};
use crate::ptr::{Any, Derived, Owned};
use crate::raw;
use crate::raw::structs::PyMethodDef;

use super::init::uses_gil;
use super::state;

/// Something that a module offers under a name.
pub struct Item {
    pub(super) name: &'static CStr,
    /// The same as text.
    pub(super) text: &'static str,
    make: Make,
    /// Whether it is a module that asks for the GIL.
    uses_gil: bool,
    /// What stub files say of it.
    #[cfg(feature = "stubs")]
    pub(super) described: super::ItemDescribed,
}

type MakeOne = for<'py> fn(&Executed<'py>) -> Result<Owned<'py, Any>>;

/// A copy of a module that is being executed.
pub(super) struct Executed<'py> {
    pub(super) module: Owned<'py, Module>,
    /// What it is called, which each of its functions and classes says.
    name: Owned<'py, Str>,
}

impl<'py> Executed<'py> {
    pub(super) fn new(module: Owned<'py, Module>) -> Result<Self> {
        Ok(Executed { name: module.name()?, module })
    }
}

/// How it is made.
#[derive(Clone, Copy)]
enum Make {
    Plain(MakeOne),
    Function(&'static PyMethodDef),
    Class(Types, &'static Blueprint),
    Exception(Types, MakeOne),
    /// C's init makes it.
    #[cfg(feature = "adopt")]
    Adopted(AdoptedType),
}

/// The Rust type of a class, and that of what it extends.
type Types = [TypeId; 2];

impl Item {
    /// What is no class of its own.
    #[inline]
    pub(super) const fn plain(name: &'static CStr, make: MakeOne) -> Self {
        Item::of(name, Make::Plain(make))
    }

    #[inline]
    const fn of(name: &'static CStr, make: Make) -> Self {
        Item {
            name,
            text: text_of(name),
            make,
            uses_gil: false,
            #[cfg(feature = "stubs")]
            described: super::ItemDescribed::Nothing,
        }
    }

    /// Whether it is a module that asks for the GIL.
    pub(super) const fn uses_gil(&self) -> bool {
        self.uses_gil
    }

    /// A class.
    pub const fn class<C: Class>() -> Self {
        let types = [TypeId::of::<C>(), TypeId::of::<C::Base>()];
        let item = Item::of(C::NAME, Make::Class(types, Blueprint::of::<C>()));
        #[cfg(feature = "stubs")]
        let item = item.says(super::ItemDescribed::class::<C>());
        item
    }

    /// A class whose type C makes. Its instances are shared with C code, which counts on the GIL.
    #[cfg(feature = "adopt")]
    pub const fn adopted<C: Adopted>() -> Self {
        let item = Item { uses_gil: true, ..Item::of(C::NAME, Make::Adopted(AdoptedType::of::<C>())) };
        #[cfg(feature = "stubs")]
        let item = item.says(super::ItemDescribed::class::<C>());
        item
    }

    /// What is known of a class whose type C makes.
    #[cfg(feature = "adopt")]
    pub(super) const fn as_adopted(&self) -> Option<AdoptedType> {
        match self.make {
            Make::Adopted(adopted) => Some(adopted),
            _ => None,
        }
    }

    /// An exception class.
    pub const fn exception<E: CreatedException>() -> Self {
        let types = [TypeId::of::<E>(), TypeId::of::<<E as Derived>::Base>()];
        let item = Item::of(E::PYTHON_NAME, Make::Exception(types, make_exception::<E>));
        #[cfg(feature = "stubs")]
        let item = item.says(super::ItemDescribed::exception::<E>());
        item
    }

    /// A function.
    pub const fn function<F: Function>() -> Self {
        // C keeps a pointer to a function's definition.
        let definition = const { &class::function_definition::<FunctionDef<F>>(F::NAME, F::DOC, 0) };
        Item::of(F::NAME, Make::Function(definition))
    }

    /// A module in the module.
    pub const fn module<M: super::Module>() -> Self {
        let item = Item { uses_gil: uses_gil::<M>(), ..Item::plain(M::NAME, make_module::<M>) };
        #[cfg(feature = "stubs")]
        let item = item.says(super::ItemDescribed::module::<M>());
        item
    }

    /// A value.
    pub const fn constant<K: Constant>() -> Self {
        Item::plain(K::NAME, |executed| K::value(executed.module.py()))
    }

    /// The same thing under another name in the module; its own `__name__` stays.
    #[inline]
    pub const fn named(self, name: &'static CStr) -> Self {
        Item { name, text: text_of(name), ..self }
    }

    /// The same, with what stub files say of it.
    #[cfg(feature = "stubs")]
    pub(super) const fn says(self, described: super::ItemDescribed) -> Self {
        Item { described, ..self }
    }

    /// Adds all of them, each class after the ones that it extends and is in, in whatever order they were written, and
    /// then the attributes of the classes. A module that `adopts` has the classes that it adopts elsewhere.
    #[track_caller]
    pub(super) fn add_all(items: &[Item], adopts: bool, executed: &Executed<'_>) -> Result<()> {
        let mut waiting = Vec::with_capacity(items.len());
        for item in items {
            if !(adopts && item.is_adopted()) {
                waiting.push(item);
            }
        }
        let outers = outers(items);
        let mut unfinished = Vec::with_capacity(items.len());
        while !waiting.is_empty() {
            let (mut later, classes) = (Vec::new(), classes(&waiting));
            for item in &waiting {
                if item.needs_one_of(&classes) {
                    later.push(*item);
                    continue;
                }
                let value = item.add_to(executed, &outers)?;
                if let Make::Class(_, blueprint) = item.make {
                    unfinished.push((blueprint, value));
                }
            }
            // No class extends itself, but `nested_in` can go round in circles.
            if later.len() == waiting.len() {
                let name = later[0].text;
                return Err(RuntimeError::new(format!("class '{name}' is in a class that is in it")));
            }
            waiting = later;
        }
        add_names(items, &executed.module)?;
        for (blueprint, value) in &unfinished {
            let class = value.as_borrowed().downcast::<Type>()?;
            ClassAttribute::put_all(blueprint.attributes, &class)?;
        }
        Ok(())
    }

    #[cfg(feature = "adopt")]
    fn is_adopted(&self) -> bool {
        self.as_adopted().is_some()
    }

    #[cfg(not(feature = "adopt"))]
    fn is_adopted(&self) -> bool {
        false
    }

    fn types(&self) -> Option<Types> {
        match self.make {
            Make::Class(types, _) | Make::Exception(types, _) => Some(types),
            _ => None,
        }
    }

    /// Whether it is a class that extends one of these, or is in one of them.
    fn needs_one_of(&self, others: &[TypeId]) -> bool {
        let Some([_, base]) = self.types() else { return false };
        // What most extend, and no module has.
        (base != TypeId::of::<Any>() && others.contains(&base))
            || self.outer().is_some_and(|outer| others.contains(&outer.id))
    }

    /// The class that it is in, an attribute of which it is instead of one of the module.
    pub(super) fn outer(&self) -> Option<Outer> {
        match self.make {
            Make::Class(_, blueprint) => blueprint.outer,
            _ => None,
        }
    }

    #[track_caller]
    pub(super) fn add_to<'py>(&self, executed: &Executed<'py>, outers: &[TypeId]) -> Result<Owned<'py, Any>> {
        let module = &executed.module;
        let value = match self.make {
            Make::Plain(make) | Make::Exception(_, make) => make(executed)?,
            Make::Function(definition) => make_function(executed, definition)?,
            Make::Class([class, _], blueprint) => make_class(executed, blueprint, outers.contains(&class))?,
            #[cfg(feature = "adopt")]
            Make::Adopted(_) => {
                let name = self.text;
                let text = format!("class '{name}' adopts a type of C's: export it in the module that adopts C's");
                return Err(ImportError::new(text));
            }
        };
        match self.outer() {
            // SAFETY: attached; a module, a C string, and an object that it takes its own reference to.
            None => unsafe { raw::module_add_object_ref(module.raw(), self.name.as_ptr(), Some(value.raw())) }?,
            Some(outer) => outer.put(self.name, &value)?,
        }
        Ok(value)
    }
}

#[inline]
const fn text_of(name: &'static CStr) -> &'static str {
    match name.to_str() {
        Ok(text) => text,
        Err(_) => panic!("the names of Rust are UTF-8"),
    }
}

/// The classes that others are in.
pub(super) fn outers(items: &[Item]) -> Vec<TypeId> {
    let mut outers = Vec::new();
    for item in items {
        if let Some(outer) = item.outer() {
            outers.push(outer.id);
        }
    }
    outers
}

/// Which classes these are.
fn classes(items: &[&Item]) -> Vec<TypeId> {
    let mut classes = Vec::new();
    for item in items {
        if let Some([class, _]) = item.types() {
            classes.push(class);
        }
    }
    classes
}

/// `__all__`: what `from … import *` brings, if the module does not say so itself.
fn add_names(items: &[Item], module: &Owned<'_, Module>) -> Result<()> {
    // SAFETY: attached, by the handle.
    let names = unsafe { raw::list_new(0) }?;
    for item in items {
        if item.text == "__all__" {
            return Ok(());
        }
        if !item.text.starts_with('_') && item.outer().is_none() {
            let name = Str::new(module.py(), item.text)?;
            // SAFETY: attached; a list.
            unsafe { raw::list_append(names.borrow(), name.raw()) }?;
        }
    }
    // SAFETY: attached; a module, a C string, and an object that it takes its own reference to.
    Ok(unsafe { raw::module_add_object_ref(module.raw(), c"__all__".as_ptr(), Some(names.borrow())) }?)
}

/// A module `outer.inner`, which `import` finds under that name from then on, like one of a package.
fn make_module<'py, M: super::Module>(outer: &Executed<'py>) -> Result<Owned<'py, Any>> {
    let py = outer.module.py();
    let name = together(&[outer.name.to_str()?, ".", M::NAME.to_str()?]);
    let inner = super::init::named::<M>(py, &name)?;
    py.import("sys")?.getattr("modules")?.set_item(name.as_str(), &inner)?;
    Ok(inner)
}

/// `is_outer` says whether other classes will be put into it.
fn make_class<'py>(executed: &Executed<'py>, blueprint: &'static Blueprint, is_outer: bool) -> Result<Owned<'py, Any>> {
    // From a class in it an instance can be reached: that class holds the module.
    let header = is_outer || !blueprint.variants.is_empty();
    let class = build(executed, blueprint, header)?;
    if class::HAS_ENUMS {
        for variant in blueprint.variants {
            let variant_class = build(executed, variant.blueprint, header)?;
            variant.put(&class, &variant_class)?;
        }
    }
    Ok(class.into_any())
}

/// A class with the attributes that are its own; `header` says whether its instances must have the collector's for a reason
/// that the class itself does not know.
fn build<'py>(executed: &Executed<'py>, blueprint: &'static Blueprint, header: bool) -> Result<Owned<'py, Type>> {
    let module = &executed.module;
    let header = header || class::has_header(module.py(), blueprint)?;
    // SAFETY: the module is being executed.
    let holder = if header { module.clone() } else { unsafe { state::shelf(module) }? };
    let class = own(&holder, class::build(&executed.name, &holder, blueprint, header)?);
    class::finish(&class, blueprint)?;
    Ok(class)
}

fn make_exception<'py, E: CreatedException>(executed: &Executed<'py>) -> Result<Owned<'py, Any>> {
    let module = &executed.module;
    Ok(own(module, class::build_exception::<E>(module)?).into_any())
}

/// Gives the class to the module's state, and a handle of it back.
pub(super) fn own<'py>(module: &Owned<'py, Module>, created: CreatedType) -> Owned<'py, Type> {
    let class = created.class().clone_ref(module.py()).into_bound(module.py());
    // SAFETY: the module is being executed, or its shelf.
    unsafe { state::own(module.as_ptr(), created) };
    class
}

fn make_function<'py>(executed: &Executed<'py>, definition: &'static PyMethodDef) -> Result<Owned<'py, Any>> {
    let Executed { module, name } = executed;
    let definition = ptr::from_ref(definition).cast_mut();
    // As those of C, functions of two copies of a module differ, and each keeps its own, in which its classes are found.
    // SAFETY: attached; the definition is static and only read; the function takes its own references to module and name.
    let function = unsafe { raw::c_function_new_ex(definition, Some(module.raw()), Some(name.raw())) }?;
    // SAFETY: any object is an `Any`.
    Ok(unsafe { Owned::from_ref(module.py(), function) })
}
