//! `#[derive(Traverse)]` and `#[derive(NoRefs)]`, and the fields that the collector sees.

use super::attributes;
use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::item::{self, Data, DeriveInput, Field};
use crate::messages;
use crate::model::{Derived, Fields, Shape, Visit, cfgs};
use crate::syntax::{Index, LitStr, Member};

/// Reads the item under `#[derive(owner)]`.
pub(crate) fn derive(owner: &str, item: DeriveInput, dcx: &mut Diagnostics) -> Result<Derived, Reported> {
    let DeriveInput { mut attrs, word, ident, generics, data, .. } = item;
    let shape = match data {
        Data::Struct(mut fields) => Shape::Struct(visits(&mut fields, dcx)),
        Data::Enum(mut all, _) => {
            let mut variants = Vec::new();
            for variant in &mut all {
                let fields = visits(&mut variant.fields, dcx);
                variants.push((variant.ident.clone(), cfgs(&variant.attrs), fields));
            }
            Shape::Enum(variants)
        }
        Data::Union(_) => return Err(dcx.error(&word, messages::derive_on_union(owner))),
    };
    let marker = attributes::take(&mut attrs, "traverse", dcx);
    let library = marker.and_then(|marker| Options::of(&marker, "traverse", &["crate"], dcx).library(dcx));
    Ok(Derived { library: library.unwrap_or_default(), ident, generics, shape })
}

fn visits(fields: &mut item::Fields, dcx: &mut Diagnostics) -> Fields {
    let mut visits = Vec::new();
    for (member, field) in members(fields) {
        visits.push(visit(member, field, dcx));
    }
    Fields(visits)
}

/// The fields with the way to reach each.
pub(crate) fn members(fields: &mut item::Fields) -> Vec<(Member, &mut Field)> {
    let (mut members, mut index) = (Vec::new(), 0);
    for field in &mut fields.list {
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
pub(crate) fn visit(member: Member, field: &mut Field, dcx: &mut Diagnostics) -> Visit {
    let marker = attributes::take(&mut field.attrs, "traverse", dcx);
    if let Some(marker) = &marker {
        let before = dcx.clean();
        let options = Options::of(marker, "traverse", &["skip"], dcx);
        let reason = options.text("skip").map(LitStr::value);
        let said = reason.is_some_and(|reason| !reason.trim().is_empty());
        if !said && before && dcx.clean() {
            dcx.error(marker, messages::SKIP_WITHOUT_REASON);
        }
    }
    Visit { member, ty: field.ty.clone(), cfgs: cfgs(&field.attrs), skipped: marker.is_some() }
}
