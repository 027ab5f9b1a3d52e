//! The variants of an enum with fields.

use crate::diagnostics::Diagnostics;
use crate::item::{FieldsKind, Variant};
use crate::messages;
use crate::model::{Case, ClassVariant, Fields, Name, Shape, VariantField, cfgs};
use crate::parse::attributes;
use crate::parse::derive::{self, visit};
use crate::parse::options::Options;
use crate::syntax::Member;

/// Whether the enum has fields, so that its variants are classes.
pub(super) fn has_fields(variants: &[Variant]) -> bool {
    for variant in variants {
        if variant.fields.kind != FieldsKind::Unit {
            return true;
        }
    }
    false
}

/// The variants, and what the collector sees of them; takes `#[variant(…)]`, `#[field(…)]` and `#[traverse(…)]` off.
pub(super) fn variants(all: &mut [Variant], case: Option<Case>, dcx: &mut Diagnostics) -> (Vec<ClassVariant>, Shape) {
    let (mut variants, mut visited) = (Vec::new(), Vec::new());
    for variant in all {
        let marker = attributes::take(&mut variant.attrs, "variant", dcx);
        let options = marker.map(|marker| Options::of(&marker, "variant", &["name"], dcx)).unwrap_or_default();
        let name = options.name(dcx).unwrap_or_else(|| Name::of(&variant.ident).written(case));
        let (fields, seen) = fields(variant, dcx);
        visited.push((variant.ident.clone(), cfgs(&variant.attrs), seen));
        variants.push(ClassVariant {
            ident: variant.ident.clone(),
            name,
            doc: attributes::documentation(&variant.attrs, dcx),
            cfgs: cfgs(&variant.attrs),
            tuple: variant.fields.kind == FieldsKind::Unnamed,
            fields,
        });
    }
    (variants, Shape::Enum(visited))
}

fn fields(variant: &mut Variant, dcx: &mut Diagnostics) -> (Vec<VariantField>, Fields) {
    let (mut fields, mut visited) = (Vec::new(), Vec::new());
    for (member, field) in derive::members(&mut variant.fields) {
        let marker = attributes::take(&mut field.attrs, "field", dcx);
        let known = &["get", "set", "init", "name", "default"];
        let options = marker.map(|marker| Options::of(&marker, "field", known, dcx)).unwrap_or_default();
        for (option, message) in [
            ("get", messages::VARIANT_FIELD_GET),
            ("set", messages::VARIANT_FIELD_SET),
            ("init", messages::VARIANT_FIELD_INIT),
        ] {
            if let Some(at) = options.at(option) {
                dcx.error(at, message);
            }
        }
        if let Some(cfg) = cfgs(&field.attrs).first() {
            dcx.error(cfg, messages::VARIANT_FIELD_UNDER_CFG);
        }
        let name = options.name(dcx).unwrap_or_else(|| match &member {
            Member::Named(ident) => Name::of(ident),
            Member::Unnamed(index) => Name { text: format!("_{}", index.index), span: index.span },
        });
        fields.push(VariantField {
            member: member.clone(),
            ty: field.ty.clone(),
            name,
            doc: attributes::documentation(&field.attrs, dcx),
            default: options.expression("default").map(|value| Box::new(value.clone())),
        });
        visited.push(visit(member, field, dcx));
    }
    (fields, Fields(visited))
}
