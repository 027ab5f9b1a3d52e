//! `'a`

use crate::stream::{Ident, Punct, Spacing, Span, ToTokens, TokenStream};
use std::fmt::{self, Display};

#[derive(Clone)]
pub(crate) struct Lifetime {
    pub(crate) apostrophe: Span,
    pub(crate) ident: Ident,
}

impl Lifetime {
    /// Of the name without the apostrophe.
    pub(crate) fn new(name: &str, span: Span) -> Lifetime {
        Lifetime { apostrophe: span, ident: Ident::new(name, span) }
    }
}

impl Display for Lifetime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "'{}", self.ident)
    }
}

impl ToTokens for Lifetime {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let mut apostrophe = Punct::new('\'', Spacing::Joint);
        apostrophe.set_span(self.apostrophe);
        tokens.append(apostrophe);
        tokens.append(self.ident.clone());
    }
}
