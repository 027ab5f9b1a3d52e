//! The text of `#[signature(a, /, b = 3, *args, c = None, **kwargs)]`.

use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::Entry;
use crate::stream::{Ident, Span, ToTokens as _};
use crate::syntax::{Attribute, Error, Input, Meta, Result, expression};
use crate::tokens::read_list;

/// Reads `#[signature(…)]`.
pub(crate) fn signature(attribute: &Attribute, dcx: &mut Diagnostics) -> Option<(Span, Vec<Entry>)> {
    let span = attribute.path().last()?.ident.span();
    let mut entries = Vec::new();
    let read = match &attribute.meta {
        // `#[signature]` says that there are no parameters, like `#[signature()]`.
        Meta::Path(_) => Ok(()),
        Meta::List(list) => read_list(list, &mut |input| self::entries(input, &mut entries)),
        Meta::NameValue(pair) => Err(Error::spanned(pair.to_token_stream(), messages::SIGNATURE_ENTRY)),
    };
    match read {
        Ok(()) => Some((span, entries)),
        Err(error) => {
            dcx.syntax(error);
            None
        }
    }
}

fn entries(input: &mut Input, entries: &mut Vec<Entry>) -> Result<()> {
    while !input.is_empty() {
        entries.push(entry(input)?);
        if !input.is_empty() {
            input.expect(",")?;
        }
    }
    Ok(())
}

fn entry(input: &mut Input) -> Result<Entry> {
    let span = input.span();
    if input.has("/") {
        return Ok(Entry::Slash(span));
    }
    if input.has("*") {
        if input.has("*") {
            return Ok(Entry::Options(name(input)?));
        }
        let alone = input.is_empty() || input.peek(",");
        return Ok(if alone { Entry::Star(span) } else { Entry::Rest(name(input)?) });
    }
    let name = name(input)?;
    let default = if input.has("=") { Some(Box::new(expression(input)?)) } else { None };
    Ok(Entry::Named(name, default))
}

fn name(input: &mut Input) -> Result<Ident> {
    input.any_ident().map_err(|_| input.error(messages::SIGNATURE_ENTRY))
}
