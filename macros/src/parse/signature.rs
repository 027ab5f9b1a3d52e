//! The text of `#[signature(a, /, b = 3, *args, c = None, **kwargs)]`.

use crate::diagnostics::Diagnostics;
use crate::item::expression;
use crate::messages;
use crate::model::Entry;
use crate::tokens::read_list;
use proc_macro2::{Ident, Span};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Attribute, Meta, Token};

/// Reads `#[signature(…)]`.
pub(crate) fn signature(attribute: &Attribute, dcx: &mut Diagnostics) -> Option<(Span, Vec<Entry>)> {
    let span = attribute.path().segments.last()?.ident.span();
    let mut entries = Vec::new();
    let read = match &attribute.meta {
        // `#[signature]` says that there are no parameters, like `#[signature()]`.
        Meta::Path(_) => Ok(()),
        Meta::List(list) => read_list(list, &mut |input| self::entries(input, &mut entries)),
        Meta::NameValue(pair) => Err(syn::Error::new_spanned(pair, messages::SIGNATURE_ENTRY)),
    };
    match read {
        Ok(()) => Some((span, entries)),
        Err(error) => {
            dcx.syntax(error);
            None
        }
    }
}

fn entries(input: ParseStream<'_>, entries: &mut Vec<Entry>) -> syn::Result<()> {
    while !input.is_empty() {
        entries.push(entry(input)?);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(())
}

fn entry(input: ParseStream<'_>) -> syn::Result<Entry> {
    if let Some(slash) = input.parse::<Option<Token![/]>>()? {
        return Ok(Entry::Slash(slash.span));
    }
    if let Some(star) = input.parse::<Option<Token![*]>>()? {
        if input.parse::<Option<Token![*]>>()?.is_some() {
            return Ok(Entry::Options(name(input)?));
        }
        return Ok(if input.is_empty() || input.peek(Token![,]) {
            Entry::Star(star.span)
        } else {
            Entry::Rest(name(input)?)
        });
    }
    let name = name(input)?;
    let default = match input.parse::<Option<Token![=]>>()? {
        Some(_) => Some(Box::new(expression(input)?)),
        None => None,
    };
    Ok(Entry::Named(name, default))
}

fn name(input: ParseStream<'_>) -> syn::Result<Ident> {
    if !input.peek(Ident::peek_any) {
        return Err(input.error(messages::SIGNATURE_ENTRY));
    }
    input.call(Ident::parse_any)
}
