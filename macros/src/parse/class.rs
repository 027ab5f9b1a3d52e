//! `#[class]`.

use super::attributes;
use super::derive::{self, visit};
use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::messages;
use crate::model::{Access, Class, Crate, Field, Fields, Name, Shape, cfgs};
use proc_macro2::TokenStream;
use syn::{Item, ItemStruct, Member};

/// Reads an item marked `#[class(options)]`, the marker itself taken.
pub(crate) fn class(
    options: TokenStream,
    library: Option<&Crate>,
    item: Item,
    dcx: &mut Diagnostics,
) -> Result<Class, Reported> {
    match item {
        Item::Struct(item) => Ok(item_struct(options, library, item, dcx)),
        Item::Enum(item) => Err(dcx.error(&item.enum_token, messages::CLASS_ON_ENUM)),
        other => Err(dcx.error(&other, messages::CLASS_ON_OTHER)),
    }
}

fn item_struct(options: TokenStream, library: Option<&Crate>, mut item: ItemStruct, dcx: &mut Diagnostics) -> Class {
    let known = ["name", "subclass", "dict", "weakref", "crate"];
    let options = Options::parse("class", &known, options, dcx);
    let mut visited = Vec::new();
    let mut fields = Vec::new();
    for (member, field) in derive::members(&mut item.fields) {
        fields.extend(exported(&member, field, dcx));
        visited.push(visit(member, field, dcx));
    }
    let library = options.library(dcx).or_else(|| library.cloned());
    Class {
        library: library.unwrap_or_default(),
        name: options.name(dcx).unwrap_or_else(|| Name::of(&item.ident)),
        doc: attributes::documentation(&item.attrs, dcx),
        cfgs: cfgs(&item.attrs),
        subclass: options.flag("subclass"),
        dict: options.flag("dict"),
        weakref: options.flag("weakref"),
        visited: Shape::Struct(Fields(visited)),
        fields,
        item,
    }
}

/// Reads `#[field(…)]`, if the field has it.
fn exported(member: &Member, field: &mut syn::Field, dcx: &mut Diagnostics) -> Option<Field> {
    let marker = attributes::take(&mut field.attrs, "field", dcx)?;
    let options = Options::of(&marker, "field", &["get", "set", "name"], dcx);
    let access = Access { get: options.flag("get"), set: options.flag("set") };
    if !access.get && !access.set && dcx.clean() {
        dcx.error(&marker, messages::FIELD_WITHOUT_ACCESS);
    }
    let name = match (options.name(dcx), &field.ident) {
        (Some(name), _) => name,
        (None, Some(ident)) => Name::of(ident),
        (None, None) => {
            if options.text("name").is_none() {
                dcx.error(&marker, messages::FIELD_WITHOUT_NAME);
            }
            return None;
        }
    };
    Some(Field {
        member: member.clone(),
        ty: field.ty.clone(),
        name,
        doc: attributes::documentation(&field.attrs, dcx),
        cfgs: cfgs(&field.attrs),
        access,
    })
}
