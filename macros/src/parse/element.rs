//! `#[derive(Element)]`.

use super::attributes;
use super::derive::members;
use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::messages;
use crate::model::{Element, ElementField, Name};
use syn::{Attribute, Item, ItemStruct, Member, Meta, Path, Token, punctuated::Punctuated};

/// Reads the item under the derive.
pub(crate) fn element(item: Item, dcx: &mut Diagnostics) -> Result<Element, Reported> {
    let mut item = match item {
        Item::Struct(item) => item,
        // rustc lets a derive see only structs, enums and unions.
        Item::Enum(item) => return Err(dcx.error(&item.enum_token, messages::ELEMENT_OF_ENUM)),
        Item::Union(item) => return Err(dcx.error(&item.union_token, messages::ELEMENT_OF_UNION)),
        other => return Err(dcx.error(&other, messages::ELEMENT_OF_UNION)),
    };
    if !item.generics.params.is_empty() {
        return Err(dcx.error(&item.generics, messages::generic_element(&item.ident.to_string())));
    }
    let marker = attributes::take(&mut item.attrs, "element", dcx);
    let library = marker.and_then(|marker| Options::of(&marker, "element", &["crate"], dcx).library(dcx));
    let transparent = layout(&item, dcx)? == Layout::Transparent;
    let mut fields = Vec::new();
    for (member, field) in members(&mut item.fields) {
        let marker = attributes::take(&mut field.attrs, "element", dcx);
        let written = marker.and_then(|marker| Options::of(&marker, "element", &["name"], dcx).name(dcx));
        let name = match &member {
            Member::Named(ident) => Some(written.unwrap_or_else(|| Name::of(ident))),
            Member::Unnamed(_) => written,
        };
        fields.push(ElementField { member, name, ty: field.ty.clone() });
    }
    match fields.len() {
        0 => Err(dcx.error(&item.ident, messages::element_without_fields(&item.ident.to_string()))),
        1 => Ok(()),
        _ if transparent => Err(dcx.error(&item.ident, messages::TRANSPARENT_ELEMENT)),
        _ => Ok(()),
    }?;
    Ok(Element { library: library.unwrap_or_default(), ident: item.ident, transparent, fields })
}

#[derive(PartialEq)]
enum Layout {
    C,
    Transparent,
}

/// What `#[repr(…)]` says of the layout.
fn layout(item: &ItemStruct, dcx: &mut Diagnostics) -> Result<Layout, Reported> {
    let says = |word: &str| item.attrs.iter().any(|attribute| has(attribute, word));
    match (says("C"), says("transparent")) {
        (true, _) => Ok(Layout::C),
        (false, true) => Ok(Layout::Transparent),
        (false, false) => Err(dcx.error(&item.ident, messages::element_without_layout(&item.ident.to_string()))),
    }
}

/// Whether this is a `#[repr(…)]` with the word. What stands there wrongly, rustc says.
fn has(attribute: &Attribute, word: &str) -> bool {
    let Meta::List(list) = &attribute.meta else { return false };
    let words = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    let is = |path: &Path| path.is_ident(word);
    list.path.is_ident("repr") && words.is_ok_and(|words| words.iter().any(|meta| is(meta.path())))
}
