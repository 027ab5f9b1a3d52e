//! `impl` blocks, and the constants in them and in modules.

use super::generics::generics;
use super::{Item, inside, items, ty};
use crate::tokens::{attributes, inner_attributes, parsed};
use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt as _};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative as _;
use syn::{Attribute, Generics, Token, Type};

/// An `impl` block.
pub(crate) struct Block {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) generics: Generics,
    pub(crate) class: Type,
    /// The trait that it implements.
    pub(crate) of_trait: Option<Type>,
    pub(crate) items: Vec<Item>,
    /// All that stands before the braces.
    head: TokenStream,
    body: Option<TokenTree>,
}

impl Block {
    /// `impl Class {}`
    pub(crate) fn of(class: Type) -> Block {
        Block {
            attrs: Vec::new(),
            generics: Generics::default(),
            class,
            of_trait: None,
            items: Vec::new(),
            head: TokenStream::new(),
            body: None,
        }
    }
}

impl ToTokens for Block {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        attributes(&self.attrs).to_tokens(tokens);
        self.head.to_tokens(tokens);
        let Some(TokenTree::Group(body)) = &self.body else { return };
        let mut content = inner_attributes(&self.attrs);
        for item in &self.items {
            item.to_tokens(&mut content);
        }
        let mut braces = Group::new(body.delimiter(), content);
        braces.set_span(body.span());
        tokens.append(braces);
    }
}

/// Reads an item that is an `impl`.
pub(crate) fn block(item: Item) -> syn::Result<Block> {
    let Item { mut attrs, vis: mut head, head: rest, body, .. } = item;
    let (generics, class, of_trait) = parsed(rest.clone(), types)?;
    rest.to_tokens(&mut head);
    let (inner, content) = inside(body.as_ref())?.unwrap_or_default();
    attrs.extend(inner);
    Ok(Block { attrs, generics, class, of_trait, items: items(content)?, head, body })
}

fn types(input: ParseStream<'_>) -> syn::Result<(Generics, Type, Option<Type>)> {
    input.parse::<Option<Token![default]>>()?;
    input.parse::<Option<Token![unsafe]>>()?;
    input.parse::<Token![impl]>()?;
    let mut parameters = Generics::default();
    // Otherwise it is a type such as `<T as Trait>::Item`.
    let ahead = input.fork();
    if let Ok(read) = generics(&ahead) {
        input.advance_to(&ahead);
        parameters = read;
    }
    input.parse::<Option<Token![!]>>()?;
    let first = ty(input)?;
    let second = if input.parse::<Option<Token![for]>>()?.is_some() { Some(ty(input)?) } else { None };
    // The where clause.
    input.parse::<TokenStream>()?;
    Ok(match second {
        Some(class) => (parameters, class, Some(first)),
        None => (parameters, first, None),
    })
}

/// The name and the type of an item that is a constant.
pub(crate) fn constant(item: &Item) -> syn::Result<(Ident, Type)> {
    parsed(item.head.clone(), |input| {
        input.parse::<Option<Token![default]>>()?;
        input.parse::<Token![const]>()?;
        let ident = input.call(Ident::parse_any)?;
        input.parse::<Token![:]>()?;
        let ty = ty(input)?;
        input.parse::<TokenStream>()?;
        Ok((ident, ty))
    })
}
