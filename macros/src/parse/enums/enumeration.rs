//! `#[enumeration]`, and the values of enums.

use crate::diagnostics::{Diagnostics, Reported};
use crate::item::{self, Data, FieldsKind, Item, Kind, Variant};
use crate::messages;
use crate::model::{Case, Crate, EnumValue, Enumeration, Name, cfgs};
use crate::parse::attributes;
use crate::parse::options::Options;
use crate::stream::{Ident, TokenStream};

/// The classes of the module `enum`.
const KINDS: [&str; 5] = ["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"];

/// Reads an item marked `#[enumeration(options)]`, the marker itself taken.
pub(crate) fn enumeration(
    options: TokenStream,
    library: Option<&Crate>,
    item: Item,
    dcx: &mut Diagnostics,
) -> Result<Enumeration, Reported> {
    if item.kind != Kind::Enum {
        return Err(dcx.error(&item, messages::ENUMERATION_ON_OTHER));
    }
    let mut item = item::data(item).map_err(|error| dcx.syntax(error))?;
    let Data::Enum(variants, _) = &mut item.data else {
        return Err(dcx.error(&item, messages::ENUMERATION_ON_OTHER));
    };
    let [one, two, three, four, five] = KINDS;
    let options =
        Options::parse("enumeration", &[one, two, three, four, five, "name", "rename_all", "crate"], options, dcx);
    let mut kind: Option<&'static str> = None;
    for known in KINDS {
        let Some(at) = options.at(known) else { continue };
        if let Some(first) = kind.replace(known) {
            dcx.error(at, messages::two_kinds(first, known));
        }
    }
    let kind = kind.unwrap_or("Enum");
    let mut values = values(variants, &item.ident, &["name", "value"], options.case(dcx), dcx);
    for value in &mut values {
        match (&value.text, kind) {
            (Some(text), "IntEnum" | "Flag" | "IntFlag") => {
                dcx.error_at(text.span, messages::text_of_numbers(kind));
            }
            (None, "StrEnum") => value.text = Some(value.name.clone()),
            _ => {}
        }
    }
    let generics = &item.generics;
    if !generics.params.is_empty() {
        dcx.error(&generics.list(), messages::generic_enum(&item.ident.to_string()));
    }
    let library = options.library(dcx).or_else(|| library.cloned());
    Ok(Enumeration {
        library: library.unwrap_or_default(),
        name: options.name(dcx).unwrap_or_else(|| Name::of(&item.ident)),
        doc: attributes::documentation(&item.attrs, dcx),
        cfgs: cfgs(&item.attrs),
        kind,
        values,
        item,
    })
}

/// The variants of an enum, and takes `#[variant(…)]` off, which has the options `known`.
pub(super) fn values(
    variants: &mut [Variant],
    ident: &Ident,
    known: &[&str],
    case: Option<Case>,
    dcx: &mut Diagnostics,
) -> Vec<EnumValue> {
    let mut values: Vec<EnumValue> = Vec::new();
    for variant in &mut *variants {
        let marker = attributes::take(&mut variant.attrs, "variant", dcx);
        let options = marker.map(|marker| Options::of(&marker, "variant", known, dcx)).unwrap_or_default();
        if variant.fields.kind != FieldsKind::Unit {
            dcx.error(&variant.fields, messages::variant_with_fields(&variant.ident.to_string()));
            continue;
        }
        let name = options.name(dcx).unwrap_or_else(|| Name::of(&variant.ident).written(case));
        let text = options.text("value").map(|text| Name { text: text.value(), span: text.span() });
        let cfgs = cfgs(&variant.attrs);
        if cfgs.is_empty() && values.iter().any(|other| other.cfgs.is_empty() && other.name.text == name.text) {
            dcx.error_at(name.span, messages::value_named_twice(&name.text));
        }
        values.push(EnumValue { ident: variant.ident.clone(), name, text, cfgs });
    }
    if variants.is_empty() {
        dcx.error(ident, messages::enum_without_values(&ident.to_string()));
    }
    values
}
