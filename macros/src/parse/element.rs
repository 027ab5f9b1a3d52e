//! `#[derive(Element)]`.

use super::attributes::{self, says_repr};
use super::derive::members;
use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::item::{Data, DeriveInput};
use crate::messages;
use crate::model::{Element, ElementField, Name};
use crate::stream::Ident;
use crate::syntax::{Attribute, Member};

/// Reads the item under the derive.
pub(crate) fn element(item: DeriveInput, dcx: &mut Diagnostics) -> Result<Element, Reported> {
    let DeriveInput { mut attrs, word, ident, generics, data, .. } = item;
    let mut all = match data {
        Data::Struct(fields) => fields,
        Data::Enum(..) => return Err(dcx.error(&word, messages::ELEMENT_OF_ENUM)),
        Data::Union(_) => return Err(dcx.error(&word, messages::ELEMENT_OF_UNION)),
    };
    if !generics.params.is_empty() {
        return Err(dcx.error(&generics, messages::generic_element(&ident.to_string())));
    }
    let marker = attributes::take(&mut attrs, "element", dcx);
    let library = marker.and_then(|marker| Options::of(&marker, "element", &["crate"], dcx).library(dcx));
    let transparent = layout(&attrs, &ident, dcx)? == Layout::Transparent;
    let mut fields = Vec::new();
    for (member, field) in members(&mut all) {
        let marker = attributes::take(&mut field.attrs, "element", dcx);
        let written = marker.and_then(|marker| Options::of(&marker, "element", &["name"], dcx).name(dcx));
        let name = match &member {
            Member::Named(ident) => Some(written.unwrap_or_else(|| Name::of(ident))),
            Member::Unnamed(_) => written,
        };
        fields.push(ElementField { member, name, ty: field.ty.clone() });
    }
    match fields.len() {
        0 => Err(dcx.error(&ident, messages::element_without_fields(&ident.to_string()))),
        1 => Ok(()),
        _ if transparent => Err(dcx.error(&ident, messages::TRANSPARENT_ELEMENT)),
        _ => Ok(()),
    }?;
    Ok(Element { library: library.unwrap_or_default(), ident, transparent, fields })
}

#[derive(PartialEq)]
enum Layout {
    C,
    Transparent,
}

/// What `#[repr(…)]` says of the layout.
fn layout(attrs: &[Attribute], ident: &Ident, dcx: &mut Diagnostics) -> Result<Layout, Reported> {
    match (says_repr(attrs, "C"), says_repr(attrs, "transparent")) {
        (true, _) => Ok(Layout::C),
        (false, true) => Ok(Layout::Transparent),
        (false, false) => Err(dcx.error(ident, messages::element_without_layout(&ident.to_string()))),
    }
}
