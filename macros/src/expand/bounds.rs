//! Bounds on the user's parameters and types.

use proc_macro2::{Ident, Span, TokenStream};
use syn::punctuated::Punctuated;
use syn::{GenericParam, Generics, PredicateType, Token, Type, TypeParamBound, TypePath, WherePredicate};

/// Adds `ty: bound` to the where clause.
pub(super) fn require(generics: &mut Generics, ty: Type, bound: TokenStream) {
    let mut bounds = Punctuated::new();
    bounds.push_value(TypeParamBound::Verbatim(bound));
    generics.make_where_clause().predicates.push(WherePredicate::Type(PredicateType {
        attrs: Vec::new(),
        lifetimes: None,
        bounded_ty: ty,
        colon_token: Token![:](Span::mixed_site()),
        bounds,
    }));
}

/// The generics with a bound on each type parameter.
pub(super) fn on_parameters(generics: &Generics, bound: &TokenStream) -> Generics {
    let mut generics = generics.clone();
    for param in &mut generics.params {
        if let GenericParam::Type(param) = param {
            param.bounds.push(TypeParamBound::Verbatim(bound.clone()));
        }
    }
    generics
}

/// The type of this name.
pub(super) fn named(ident: &Ident) -> Type {
    Type::Path(TypePath { attrs: Vec::new(), qself: None, path: ident.clone().into() })
}
