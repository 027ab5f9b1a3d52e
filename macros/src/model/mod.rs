//! What the macros know of the user's items after parsing, without their syntax.

mod callable;
mod case;
mod class;
#[cfg(feature = "derive")]
mod conversion;
#[cfg(feature = "buffers")]
mod element;
mod enumeration;
mod hint;
mod instance;
mod mentions;
mod method;
mod module;
mod name;
mod protocol;
mod slot;
mod special;
mod test;
mod traverse;
mod variant;

pub(crate) use callable::{Callable, Entry, Input, Kind, Signature};
pub(crate) use case::Case;
pub(crate) use class::{Access, Adopts, Class, EnumValue, Field, Made, MadeOf, Start, Value};
#[cfg(feature = "derive")]
pub(crate) use conversion::{
    Content, Conversion, Converted, Form, Layout, Literal, Mark, Marks, Source, Variant, is_identifier,
};
#[cfg(feature = "buffers")]
pub(crate) use element::{Element, ElementField};
pub(crate) use enumeration::Enumeration;
pub(crate) use hint::{Hints, fault as hint_fault};
pub(crate) use instance::Instance;
pub(crate) use mentions::{interpreter_lifetimes, lifetimes, names};
pub(crate) use method::{Method, Methods, Receiver, Role};
pub(crate) use module::{Constant, Export, Function, Init, Module, Part};
pub(crate) use name::{Crate, Documentation, Name};
pub(crate) use protocol::{Answer, Operands, Protocol};
pub(crate) use slot::{SLOTS, Slot};
pub(crate) use special::{OF_A_METACLASS, OF_THE_CLASS, ORDINARY, is_dunder, nearest};
pub(crate) use test::Test;
pub(crate) use traverse::{Derived, Fields, Shape, Visit};
pub(crate) use variant::{ClassVariant, VariantField};

use crate::syntax::Attribute;

/// The `#[cfg(…)]` attributes of an item, which everything generated for it carries too.
pub(crate) fn cfgs(attributes: &[Attribute]) -> Vec<Attribute> {
    let mut conditions = Vec::new();
    for attribute in attributes {
        if attribute.path().is_ident("cfg") {
            let mut condition = attribute.clone();
            // Also of one that is written inside.
            condition.is_inner = false;
            conditions.push(condition);
        }
    }
    conditions
}
