//! `impl` blocks, and the constants in them and in modules.

use super::{Item, inside, items};
use crate::stream::{Group, Ident, ToTokens, TokenStream, TokenTree};
use crate::syntax::{Attribute, Generics, Input, Result, Type, ty};
use crate::tokens::{attributes, inner_attributes, parsed};

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
        let mut braces = Group::new(body.delimiter(), content.into());
        braces.set_span(body.span());
        tokens.append(braces);
    }
}

/// Reads an item that is an `impl`.
pub(crate) fn block(item: Item) -> Result<Block> {
    let Item { mut attrs, vis: mut head, head: rest, body, .. } = item;
    let (generics, class, of_trait) = parsed(rest.clone(), types)?;
    rest.to_tokens(&mut head);
    let (inner, content) = inside(body.as_ref())?.unwrap_or_default();
    attrs.extend(inner);
    Ok(Block { attrs, generics, class, of_trait, items: items(content)?, head, body })
}

fn types(input: &mut Input) -> Result<(Generics, Type, Option<Type>)> {
    input.word("default");
    input.word("unsafe");
    input.expect_word("impl")?;
    let mut parameters = Generics::default();
    // Otherwise it is a type such as `<T as Trait>::Item`.
    let mut ahead = input.clone();
    if let Ok(read) = Generics::read(&mut ahead) {
        *input = ahead;
        parameters = read;
    }
    input.has("!");
    let first = ty(input)?;
    let second = if input.word("for").is_some() { Some(ty(input)?) } else { None };
    // The where clause.
    input.rest();
    Ok(match second {
        Some(class) => (parameters, class, Some(first)),
        None => (parameters, first, None),
    })
}

/// The name and the type of an item that is a constant.
pub(crate) fn constant(item: &Item) -> Result<(Ident, Type)> {
    parsed(item.head.clone(), |input| {
        input.word("default");
        input.expect_word("const")?;
        let ident = input.any_ident()?;
        input.expect(":")?;
        let ty = ty(input)?;
        input.rest();
        Ok((ident, ty))
    })
}
