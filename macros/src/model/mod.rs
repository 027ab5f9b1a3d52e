//! What the macros know of the user's items after parsing, without their syntax.

mod callable;
mod class;
mod method;
mod module;
mod name;
mod slot;
mod traverse;

pub(crate) use callable::{Callable, Entry, Input, Signature};
pub(crate) use class::{Access, Class, Field};
pub(crate) use method::{Method, Methods, Receiver, Role};
pub(crate) use module::{Constant, Export, Function, Init, Module, Part};
pub(crate) use name::{Crate, Documentation, Name};
pub(crate) use slot::{ORDINARY, SLOTS, Slot, SlotKind, is_dunder};
pub(crate) use traverse::{Derived, Fields, Shape, Visit};

use syn::Attribute;

/// The `#[cfg(…)]` attributes of an item, which everything generated for it carries too.
pub(crate) fn cfgs(attributes: &[Attribute]) -> Vec<Attribute> {
    let conditions = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    conditions.cloned().collect()
}
