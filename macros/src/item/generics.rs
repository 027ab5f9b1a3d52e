//! Parameters of types, and where clauses: as with types, syn reads what it knows every expression of.

use super::ty::{self, simple, ty};
use proc_macro2::{TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, ConstParam, Expr, GenericParam, Generics, PredicateType, Token, Type, TypeParam, TypeParamBound,
    WhereClause, WherePredicate, token,
};

/// Reads `<…>`, if it is there.
pub(super) fn generics(input: ParseStream<'_>) -> syn::Result<Generics> {
    let mut generics = Generics { lt_token: input.parse()?, ..Generics::default() };
    if generics.lt_token.is_none() {
        return Ok(generics);
    }
    while !input.peek(Token![>]) {
        generics.params.push_value(parameter(input)?);
        if !input.peek(Token![>]) {
            generics.params.push_punct(input.parse()?);
        }
    }
    generics.gt_token = Some(input.parse()?);
    Ok(generics)
}

fn parameter(input: ParseStream<'_>) -> syn::Result<GenericParam> {
    let simple = simple(input);
    if simple.is_ok() {
        return simple;
    }
    let attrs = input.call(Attribute::parse_outer)?;
    if input.peek(Token![const]) {
        let (const_token, ident, colon_token) = (input.parse()?, input.parse()?, input.parse()?);
        let (ty, equals): (Type, Option<Token![=]>) = (ty(input)?, input.parse()?);
        let default = match equals {
            Some(equals) => Some((equals, Expr::Verbatim(input.parse::<TokenTree>()?.into()))),
            None => None,
        };
        return Ok(GenericParam::Const(ConstParam { attrs, const_token, ident, colon_token, ty, default }));
    }
    let (ident, colon_token) = (input.parse()?, input.parse::<Option<Token![:]>>()?);
    let bounds = if colon_token.is_some() { bounds(ty::tokens(input)?) } else { Punctuated::new() };
    let default = match input.parse::<Option<Token![=]>>()? {
        Some(equals) => Some((equals, ty(input)?)),
        None => None,
    };
    Ok(GenericParam::Type(TypeParam { attrs, ident, colon_token, bounds, default }))
}

/// Reads a where clause, if it is there.
pub(super) fn where_clause(input: ParseStream<'_>) -> syn::Result<Option<WhereClause>> {
    let simple = simple(input);
    if simple.is_ok() {
        return simple;
    }
    let mut clause = WhereClause { where_token: input.parse()?, predicates: Punctuated::new() };
    while !input.is_empty() && !input.peek(token::Brace) && !input.peek(Token![;]) {
        let (bounded_ty, colon_token) = (ty(input)?, input.parse()?);
        let predicate = PredicateType {
            attrs: Vec::new(),
            lifetimes: None,
            bounded_ty,
            colon_token,
            bounds: bounds(ty::tokens(input)?),
        };
        clause.predicates.push_value(WherePredicate::Type(predicate));
        if input.peek(Token![,]) {
            clause.predicates.push_punct(input.parse()?);
        }
    }
    Ok(Some(clause))
}

fn bounds(tokens: TokenStream) -> Punctuated<TypeParamBound, Token![+]> {
    let mut bounds = Punctuated::new();
    bounds.push_value(TypeParamBound::Verbatim(tokens));
    bounds
}
