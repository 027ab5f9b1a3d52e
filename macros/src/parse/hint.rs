//! `#[hint("…")]` of a value, and `#[hint(name: "…", -> "…")]` of a function.

use super::attributes;
use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::{Hints, hint_fault};
use crate::stream::{Ident, Word as _};
use crate::syntax::{Attribute, Error, Input, LitStr, Meta, Result};
use crate::tokens::{parsed, read_list};

/// Takes the hint of a field or a constant.
pub(crate) fn of_value(attributes: &mut Vec<Attribute>, dcx: &mut Diagnostics) -> Option<LitStr> {
    let attribute = attributes::take(attributes, "hint", dcx)?;
    match &attribute.meta {
        Meta::List(list) => match parsed(list.tokens.clone(), text) {
            Ok(text) => {
                check(&text, dcx);
                return Some(text);
            }
            Err(_) => dcx.error(&list.tokens, messages::HINT_OF_VALUE),
        },
        _ => dcx.error(&attribute, messages::HINT_OF_VALUE),
    };
    None
}

/// Takes those of a function that has these parameters in Python.
pub(crate) fn of_function(attributes: &mut Vec<Attribute>, known: &[&Ident], dcx: &mut Diagnostics) -> Hints {
    let mut hints = Hints::default();
    let Some(attribute) = attributes::take(attributes, "hint", dcx) else { return hints };
    let Meta::List(list) = &attribute.meta else {
        dcx.error(&attribute, messages::HINT_ENTRY);
        return hints;
    };
    let mut each = |input: &mut Input| {
        while !input.is_empty() {
            entry(input, &mut hints)?;
            if !input.is_empty() {
                input.expect(",")?;
            }
        }
        Ok(())
    };
    if let Err(error) = read_list(list, &mut each) {
        dcx.syntax(error);
        return Hints::default();
    }
    for (at, (name, text)) in hints.params.iter().enumerate() {
        check(text, dcx);
        if !known.iter().any(|known| known.same(name)) {
            dcx.error(name, messages::hint_of_nothing(&name.to_string()));
        } else if hints.params[..at].iter().any(|(other, _)| other.same(name)) {
            dcx.error(name, messages::hint_twice(&name.to_string()));
        }
    }
    if let Some(text) = &hints.returns {
        check(text, dcx);
    }
    hints
}

fn entry(input: &mut Input, hints: &mut Hints) -> Result<()> {
    let begin = input.clone();
    if input.has("->") {
        if hints.returns.is_some() {
            return Err(Error::spanned(input.since(&begin), messages::HINT_RETURNS_TWICE));
        }
        hints.returns = Some(text(input)?);
        return Ok(());
    }
    let name = input.any_ident().map_err(|_| input.error(messages::HINT_ENTRY))?;
    if !input.has(":") {
        return Err(input.error(messages::HINT_ENTRY));
    }
    hints.params.push((name, text(input)?));
    Ok(())
}

fn text(input: &mut Input) -> Result<LitStr> {
    LitStr::read(input).ok_or_else(|| input.error(messages::HINT_ENTRY))
}

/// Refuses what is no type.
fn check(text: &LitStr, dcx: &mut Diagnostics) {
    if let Some(fault) = hint_fault(&text.value()) {
        dcx.error(text, messages::not_a_hint(&text.value(), fault));
    }
}
