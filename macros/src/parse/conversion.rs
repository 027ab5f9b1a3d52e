//! `#[derive(FromPy)]` and `#[derive(IntoPy)]`.

use super::derive::members;
use super::py_options::PyOptions;
use crate::diagnostics::{Diagnostics, Reported};
use crate::item::{self, Data, DeriveInput, Fields, FieldsKind};
use crate::messages;
use crate::model::{Case, Content, Conversion, Converted, Form, Literal, Marks, Name, Variant};
use crate::stream::Ident;
use crate::syntax::{Attribute, Member, Type};

/// Reads the item under `#[derive(owner)]`.
pub(crate) fn conversion(owner: &str, mut item: DeriveInput, dcx: &mut Diagnostics) -> Result<Conversion, Reported> {
    let (mut options, content) = match &mut item.data {
        Data::Struct(fields) => {
            let known = ["items", "namespace", "transparent", "rename_all", "crate"];
            let mut options = PyOptions::read(&item.attrs, "a struct", &known, dcx);
            let form = form(&item.ident, fields, marks(&mut options, dcx), dcx);
            (options, Content::Struct(form))
        }
        Data::Enum(all, _) => {
            let known = ["items", "namespace", "rename_all", "crate"];
            let mut options = PyOptions::read(&item.attrs, "an enum", &known, dcx);
            let marks = marks(&mut options, dcx);
            let mut variants = Vec::new();
            for each in all {
                variants.push(variant(each, &marks, dcx));
            }
            (options, Content::Enum(variants))
        }
        Data::Union(_) => return Err(dcx.error(&item.word, messages::derive_on_union(owner))),
    };
    let library = options.library(dcx).unwrap_or_default();
    Ok(Conversion { library, ident: item.ident, generics: item.generics, content })
}

fn marks(options: &mut PyOptions, dcx: &mut Diagnostics) -> Marks {
    Marks {
        items: options.flag("items", dcx),
        namespace: options.flag("namespace", dcx),
        transparent: options.flag("transparent", dcx),
        rename_all: options.case(dcx),
    }
}

/// A variant. What the enum says of `items` and `namespace` holds for its variants with named fields, unless they say
/// something themselves; its `rename_all` names the variants without fields.
fn variant(variant: &mut item::Variant, of_enum: &Marks, dcx: &mut Diagnostics) -> Variant {
    let known = ["name", "value", "items", "namespace", "transparent", "rename_all"];
    let mut options = PyOptions::read(&variant.attrs, "a variant", &known, dcx);
    let mut marks = marks(&mut options, dcx);
    let says = marks.items.is_some() || marks.namespace.is_some() || marks.transparent.is_some();
    if variant.fields.kind == FieldsKind::Named && !says {
        marks.items = of_enum.items.clone();
        marks.namespace = of_enum.namespace.clone();
    }
    let name = options.text("name", dcx).map(|name| name.value());
    let (value_option, value) = match options.value(dcx) {
        Some(mark) => (Some(mark.option), mark.value),
        None => (None, of_enum.rename_all.as_ref().map(|(_, case)| named(&variant.ident, *case))),
    };
    let form = form(&variant.ident, &mut variant.fields, marks, dcx);
    Variant { ident: variant.ident.clone(), name, value, value_option, form }
}

fn named(ident: &Ident, case: Case) -> Literal {
    Literal::Text(case.apply(&Name::of(ident).text))
}

fn form(ident: &Ident, fields: &mut Fields, marks: Marks, dcx: &mut Diagnostics) -> Form {
    let braced = fields.kind == FieldsKind::Named;
    let case = marks.rename_all.as_ref().map(|(_, case)| *case);
    let mut parts = Vec::new();
    for (member, field) in members(fields) {
        parts.push(part(member, &field.attrs, field.ty.clone(), case, dcx));
    }
    Form { ident: ident.clone(), braced, marks, parts }
}

fn part(member: Member, attrs: &[Attribute], ty: Type, case: Option<Case>, dcx: &mut Diagnostics) -> Converted {
    let known = ["attribute", "item", "default", "with", "from_with", "into_with"];
    let mut options = PyOptions::read(attrs, "a field", &known, dcx);
    let python = match &member {
        Member::Named(ident) => Name::of(ident).text,
        Member::Unnamed(_) => String::new(),
    };
    Converted {
        python: case.map_or_else(|| python.clone(), |case| case.apply(&python)),
        attribute: options.attribute(dcx),
        item: options.item(dcx),
        default: options.expression("default"),
        with: options.function("with", dcx),
        from_with: options.function("from_with", dcx),
        into_with: options.function("into_with", dcx),
        member,
        ty,
    }
}
