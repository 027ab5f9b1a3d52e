//! Structs, enums and unions, with each field.

use super::generics::{generics, where_clause};
use super::{Item, expression, ty};
use crate::tokens::parsed;
use quote::ToTokens as _;
use syn::parse::ParseStream;
use syn::{
    Attribute, Data, DataEnum, DataStruct, DataUnion, DeriveInput, Expr, Field, FieldsNamed, FieldsUnnamed, Ident,
    Token, Variant, Visibility, braced, parenthesized, token,
};

/// Reads an item that is a struct, an enum or a union.
pub(crate) fn data(item: Item) -> syn::Result<DeriveInput> {
    let Item { attrs, vis: mut tokens, head, body, .. } = item;
    head.to_tokens(&mut tokens);
    body.to_tokens(&mut tokens);
    let mut item = parsed(tokens, whole)?;
    item.attrs = attrs;
    Ok(item)
}

fn whole(input: ParseStream<'_>) -> syn::Result<DeriveInput> {
    let vis = input.parse()?;
    let (struct_token, enum_token): (Option<Token![struct]>, Option<Token![enum]>) = (input.parse()?, input.parse()?);
    let is_union = struct_token.is_none() && enum_token.is_none();
    let union_token: Token![union] = if is_union { input.parse()? } else { Default::default() };
    let (ident, mut generics) = (input.parse::<Ident>()?, generics(input)?);
    generics.where_clause = where_clause(input)?;
    let data = match (struct_token, enum_token) {
        (Some(struct_token), _) => {
            let fields = fields(input)?;
            if generics.where_clause.is_none() {
                generics.where_clause = where_clause(input)?;
            }
            Data::Struct(DataStruct { struct_token, fields, semi_token: input.parse()? })
        }
        (None, Some(enum_token)) => {
            let content;
            let brace_token = braced!(content in input);
            let variants = content.parse_terminated(variant, Token![,])?;
            Data::Enum(DataEnum { enum_token, brace_token, variants })
        }
        (None, None) => Data::Union(DataUnion { union_token, fields: named_fields(input)? }),
    };
    Ok(DeriveInput { attrs: Vec::new(), vis, ident, generics, data })
}

fn fields(input: ParseStream<'_>) -> syn::Result<syn::Fields> {
    if input.peek(token::Brace) {
        return named_fields(input).map(syn::Fields::Named);
    }
    if !input.peek(token::Paren) {
        return Ok(syn::Fields::Unit);
    }
    let content;
    let paren_token = parenthesized!(content in input);
    let unnamed = content.parse_terminated(unnamed_field, Token![,])?;
    Ok(syn::Fields::Unnamed(FieldsUnnamed { paren_token, unnamed }))
}

fn named_fields(input: ParseStream<'_>) -> syn::Result<FieldsNamed> {
    let content;
    let brace_token = braced!(content in input);
    Ok(FieldsNamed { brace_token, named: content.parse_terminated(named_field, Token![,])? })
}

fn named_field(input: ParseStream<'_>) -> syn::Result<Field> {
    field(input, true)
}

fn unnamed_field(input: ParseStream<'_>) -> syn::Result<Field> {
    field(input, false)
}

fn field(input: ParseStream<'_>, has_name: bool) -> syn::Result<Field> {
    let (attrs, vis) = (input.call(Attribute::parse_outer)?, input.parse()?);
    let ident = if has_name { Some(input.parse()?) } else { None };
    let colon_token = if has_name { Some(input.parse()?) } else { None };
    let (ty, default) = (ty(input)?, value(input)?);
    Ok(Field { attrs, vis, modifiers: Default::default(), ident, colon_token, ty, default })
}

fn variant(input: ParseStream<'_>) -> syn::Result<Variant> {
    let attrs = input.call(Attribute::parse_outer)?;
    // That rustc refuses.
    input.parse::<Visibility>()?;
    Ok(Variant { attrs, ident: input.parse()?, fields: fields(input)?, discriminant: value(input)? })
}

/// `= expression`, if that is there.
fn value(input: ParseStream<'_>) -> syn::Result<Option<(Token![=], Expr)>> {
    Ok(match input.parse::<Option<Token![=]>>()? {
        Some(equals) => Some((equals, expression(input)?)),
        None => None,
    })
}
