//! What the derives of conversions share: lifetimes, bounds, and the literals of Python.

use super::{at, bounds, located};
use crate::model::{Conversion, Converted, Literal, Source, names};
use crate::stream::{Ident, Span, ToTokens, TokenStream};
use crate::syntax::{GenericParam, Generics, Lifetime};
use crate::template::hygienic;

/// A lifetime parameter of the user's, or one of our own that is added to the generics.
pub(super) fn lifetime(generics: &mut Generics, own: Option<&Lifetime>, ours: &str) -> Lifetime {
    if let Some(own) = own {
        return own.clone();
    }
    let ours = Lifetime::new(ours, Span::mixed_site());
    generics.add_lifetime(ours.clone());
    ours
}

/// Adds the bound to the where clause for the types of some fields, or references to them, each once; in a field that
/// contains the type itself for the parameters, for to ask for that field's impl would be to ask for itself.
pub(super) fn require(
    conversion: &Conversion,
    generics: &mut Generics,
    fields: Vec<&Converted>,
    reference: Option<&Lifetime>,
    bound: &TokenStream,
) {
    let itself = Ident::new("Self", Span::call_site());
    let mut seen: Vec<String> = Vec::new();
    let mut require = |ty: &dyn ToTokens| {
        let text = ty.to_token_stream().to_string();
        if !seen.contains(&text) {
            seen.push(text);
            let bounded = match reference {
                Some(lifetime) => hygienic!(&#lifetime #ty),
                None => ty.to_token_stream(),
            };
            bounds::require(generics, &bounded, bound);
        }
    };
    for part in fields {
        if !names(&part.ty, &conversion.ident) && !names(&part.ty, &itself) {
            require(&part.ty);
            continue;
        }
        for parameter in &conversion.generics.params {
            if let GenericParam::Type(parameter) = parameter
                && names(&part.ty, &parameter.ident)
            {
                require(&parameter.ident);
            }
        }
    }
}

/// Whether a field's type depends on a type parameter.
pub(super) fn is_generic(conversion: &Conversion, part: &Converted) -> bool {
    for param in &conversion.generics.params {
        let ident = match param {
            GenericParam::Type(param) => &param.ident,
            GenericParam::Const(param) => &param.ident,
            GenericParam::Lifetime(_) => continue,
        };
        if names(&part.ty, ident) {
            return true;
        }
    }
    false
}

/// The variable that a field's value is in.
pub(super) fn variable(index: usize, part: &Converted) -> Ident {
    Ident::new(&format!("field_{index}"), at(part.ty.span()))
}

/// `__private::name`, where rustc shows what is wrong with the field's type.
pub(super) fn call(private: &TokenStream, name: &str, part: &Converted) -> TokenStream {
    let name = Ident::new(name, at(part.ty.span()));
    located(&hygienic!(#private::derive::#name), at(part.ty.span()))
}

pub(super) fn literal(private: &TokenStream, literal: &Literal) -> TokenStream {
    match literal {
        Literal::Text(text) => hygienic!(#private::derive::Literal::Text(#text)),
        Literal::Number(number) => hygienic!(#private::derive::Literal::Number(#number)),
    }
}

pub(super) fn literal_source(private: &TokenStream, source: &Source) -> TokenStream {
    match source {
        Source::Attribute(name) => hygienic!(#private::derive::Source::Attribute(#name)),
        Source::Item(key) => {
            let key = literal(private, key);
            hygienic!(#private::derive::Source::Item(#key))
        }
    }
}
