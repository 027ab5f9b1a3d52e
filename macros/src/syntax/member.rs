//! How a field is reached: by its name or by its place.

use crate::stream::{Ident, Literal, Span, ToTokens, TokenStream, Word as _};

#[derive(Clone)]
pub(crate) enum Member {
    Named(Ident),
    Unnamed(Index),
}

#[derive(Clone)]
pub(crate) struct Index {
    pub(crate) index: u32,
    pub(crate) span: Span,
}

impl Member {
    /// Whether it is the same field.
    pub(crate) fn is(&self, other: &Member) -> bool {
        match (self, other) {
            (Member::Named(one), Member::Named(other)) => one.same(other),
            (Member::Unnamed(one), Member::Unnamed(other)) => one.index == other.index,
            _ => false,
        }
    }
}

impl ToTokens for Member {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Member::Named(ident) => tokens.append(ident.clone()),
            Member::Unnamed(Index { index, span }) => {
                let mut number = Literal::u32_unsuffixed(*index);
                number.set_span(*span);
                tokens.append(number);
            }
        }
    }
}
