//! `#[derive(Traverse)]` and `#[derive(NoRefs)]`, and the fields that the collector sees.

use super::attributes;
use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::messages;
use crate::model::{Derived, Fields, Shape, Visit, cfgs};
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Index, Member};

/// Reads the item under `#[derive(owner)]`.
pub(crate) fn derive(owner: &str, item: DeriveInput, dcx: &mut Diagnostics) -> Result<Derived, Reported> {
    let DeriveInput { mut attrs, ident, generics, data, .. } = item;
    let shape = match data {
        Data::Struct(mut data) => Shape::Struct(visits(&mut data.fields, dcx)),
        Data::Enum(mut data) => {
            let mut variants = Vec::new();
            for variant in &mut data.variants {
                let fields = visits(&mut variant.fields, dcx);
                variants.push((variant.ident.clone(), cfgs(&variant.attrs), fields));
            }
            Shape::Enum(variants)
        }
        Data::Union(data) => return Err(dcx.error(&data.union_token, messages::derive_on_union(owner))),
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
pub(crate) fn members(fields: &mut syn::Fields) -> Vec<(Member, &mut syn::Field)> {
    let (mut members, mut index) = (Vec::new(), 0);
    for field in fields {
        let member = match &field.ident {
            Some(ident) => Member::Named(ident.clone()),
            None => Member::Unnamed(Index { index, span: field.ty.span() }),
        };
        members.push((member, field));
        index += 1;
    }
    members
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
