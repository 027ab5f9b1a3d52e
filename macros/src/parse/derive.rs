//! `#[derive(Traverse)]` and `#[derive(NoRefs)]`, and the fields that the collector sees.

use super::attributes;
use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::messages;
use crate::model::{Derived, Fields, Shape, Visit, cfgs};
use syn::spanned::Spanned as _;
use syn::{Index, Item, Member};

/// Reads the item under `#[derive(owner)]`.
pub(crate) fn derive(owner: &str, item: Item, dcx: &mut Diagnostics) -> Result<Derived, Reported> {
    let (mut attrs, ident, generics, shape) = match item {
        Item::Struct(mut item) => {
            let fields = visits(&mut item.fields, dcx);
            (item.attrs, item.ident, item.generics, Shape::Struct(fields))
        }
        Item::Enum(item) => {
            let mut variants = Vec::new();
            for mut variant in item.variants {
                let fields = visits(&mut variant.fields, dcx);
                variants.push((variant.ident, cfgs(&variant.attrs), fields));
            }
            (item.attrs, item.ident, item.generics, Shape::Enum(variants))
        }
        // rustc lets a derive see only structs, enums and unions.
        other => {
            let text = messages::derive_on_union(owner);
            return Err(match &other {
                Item::Union(item) => dcx.error(&item.union_token, text),
                other => dcx.error(other, text),
            });
        }
    };
    let marker = attributes::take(&mut attrs, "traverse", dcx);
    let library = marker.and_then(|marker| Options::of(&marker, "traverse", &["crate"], dcx).library(dcx));
    Ok(Derived { library: library.unwrap_or_default(), ident, generics, shape })
}

fn visits(fields: &mut syn::Fields, dcx: &mut Diagnostics) -> Fields {
    let mut visits = Vec::new();
    for (member, field) in members(fields) {
        visits.push(visit(member, field, dcx));
    }
    Fields(visits)
}

/// The fields with the way to reach each.
pub(crate) fn members(fields: &mut syn::Fields) -> impl Iterator<Item = (Member, &mut syn::Field)> {
    fields.iter_mut().enumerate().map(|(index, field)| {
        let member = match &field.ident {
            Some(ident) => Member::Named(ident.clone()),
            None => Member::Unnamed(Index {
                index: u32::try_from(index).expect("a struct has few fields"),
                span: field.ty.span(),
            }),
        };
        (member, field)
    })
}

/// Reads one field, and takes `#[traverse(skip = "reason")]` off it.
pub(crate) fn visit(member: Member, field: &mut syn::Field, dcx: &mut Diagnostics) -> Visit {
    let marker = attributes::take(&mut field.attrs, "traverse", dcx);
    if let Some(marker) = &marker {
        let before = dcx.clean();
        let options = Options::of(marker, "traverse", &["skip"], dcx);
        let reason = options.text("skip").map(syn::LitStr::value);
        let said = reason.is_some_and(|reason| !reason.trim().is_empty());
        if !said && before && dcx.clean() {
            dcx.error(marker, messages::SKIP_WITHOUT_REASON);
        }
    }
    Visit { member, ty: field.ty.clone(), cfgs: cfgs(&field.attrs), skipped: marker.is_some() }
}
