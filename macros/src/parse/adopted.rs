//! `#[class(unsafe(adopt(STRUCT, type = SYMBOL)))]`: a class whose type and struct are C's.

use super::attributes::says_repr;
use super::class::KNOWN;
use super::options::Options;
use crate::diagnostics::Diagnostics;
use crate::features::Feature;
use crate::item::{Fields, FieldsKind};
use crate::messages;
use crate::model::{Adopts, Field, MadeOf};
use crate::stream::{Delimiter, Ident, Word as _};
use crate::syntax::{Attribute, Error, Input, Result};

/// Reads what stands in the parentheses of `unsafe(…)`.
pub(super) fn adopts(input: &mut Input) -> Result<Adopts> {
    let at = input.any_ident()?;
    // Wherever it goes wrong, the whole form is what helps.
    read(&at, input).map_err(|_| Error::new(at.span(), messages::ADOPT_FORM))
}

fn read(at: &Ident, input: &mut Input) -> Result<Adopts> {
    let wrong = Err(input.error(messages::ADOPT_FORM));
    if !at.is("adopt") {
        return wrong;
    }
    let mut content = Input::inside(&input.group(Delimiter::Parenthesis)?);
    let c_struct = content.ident()?;
    content.expect(",")?;
    let made_of = match content.any_ident()?.to_string().as_str() {
        "type" => MadeOf::Type,
        "spec" => MadeOf::Spec,
        _ => return wrong,
    };
    content.expect("=")?;
    let symbol = content.ident()?;
    if !content.is_empty() || !input.is_empty() {
        return wrong;
    }
    Ok(Adopts { at: at.clone(), c_struct, made_of, symbol })
}

/// What stands for one that could not be read, so that the fields are taken for C's.
pub(super) fn unknown(at: &Ident) -> Adopts {
    Adopts { at: at.clone(), c_struct: at.clone(), made_of: MadeOf::Type, symbol: at.clone() }
}

/// Refuses what only a class of Rust's own making has. `all` are its fields, `fields` are those that Python would see.
pub(super) fn check(
    options: &Options,
    attrs: &[Attribute],
    ident: &Ident,
    all: &Fields,
    fields: &[Field],
    dcx: &mut Diagnostics,
) {
    let Some(adopts) = options.adopts() else { return };
    // What could not be read has been refused.
    if adopts.symbol.same(&adopts.at) {
        return;
    }
    if Feature::Adopt.require("`adopt` needs", &adopts.at, dcx).is_err() {
        return;
    }
    for option in KNOWN.iter().filter(|option| !["name", "unsafe", "crate"].contains(option)) {
        if let Some(at) = options.at(option) {
            dcx.error(at, messages::not_of_adopted(option));
        }
    }
    if !says_repr(attrs, "C") {
        dcx.error(ident, messages::ADOPTED_WITHOUT_REPR);
    }
    if all.kind != FieldsKind::Named || all.list.is_empty() {
        dcx.error(ident, messages::ADOPTED_WITHOUT_FIELDS);
    }
    for field in fields {
        dcx.error_at(field.name.span, messages::ADOPTED_FIELD);
    }
}
