//! What stands before the body of a function.

use super::scan::between;
use super::ty;
use crate::tokens::parsed;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative as _;
use syn::{Abi, Attribute, Generics, Lifetime, ReturnType, Token, Type, parenthesized};

pub(crate) struct Signature {
    pub(crate) asyncness: Option<Token![async]>,
    pub(crate) unsafety: Option<Token![unsafe]>,
    pub(crate) abi: Option<Abi>,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// The parentheses of the parameters.
    pub(crate) parentheses: Span,
    pub(crate) inputs: Vec<Argument>,
    pub(crate) output: ReturnType,
}

/// One parameter.
pub(crate) struct Argument {
    /// All of it.
    pub(crate) tokens: TokenStream,
    pub(crate) kind: ArgumentKind,
}

pub(crate) enum ArgumentKind {
    /// `&self`
    Shared,
    /// `&mut self`
    Exclusive,
    /// `self` or `mut self`
    Value,
    /// `self: Box<Self>`
    Typed,
    /// `name: Type`
    Pattern(Pattern, Box<Type>),
    /// `...`
    Variadic,
}

/// What is before the colon of a parameter.
pub(crate) struct Pattern {
    pub(crate) tokens: TokenStream,
    /// The name that it gives to the whole.
    pub(crate) ident: Option<Ident>,
    /// Whether it is that name alone.
    pub(crate) plain: bool,
}

impl Argument {
    /// The type, of one that is no receiver.
    pub(crate) fn ty(&self) -> Option<&Type> {
        match &self.kind {
            ArgumentKind::Pattern(_, ty) => Some(ty),
            _ => None,
        }
    }

    /// The type of one that is called `slf`.
    pub(crate) fn slf(&self) -> Option<&Type> {
        match &self.kind {
            ArgumentKind::Pattern(pattern, ty) if pattern.ident.as_ref().is_some_and(|ident| ident == "slf") => {
                Some(ty)
            }
            _ => None,
        }
    }

    pub(crate) fn is_receiver(&self) -> bool {
        !matches!(self.kind, ArgumentKind::Pattern(..) | ArgumentKind::Variadic)
    }
}

impl ToTokens for Argument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

/// Reads the head of a function.
pub(super) fn signature(head: &TokenStream) -> syn::Result<Signature> {
    parsed(head.clone(), read)
}

fn read(input: ParseStream<'_>) -> syn::Result<Signature> {
    input.parse::<Option<Token![default]>>()?;
    input.parse::<Option<Token![const]>>()?;
    let asyncness = input.parse()?;
    let unsafety = input.parse()?;
    let abi = input.parse()?;
    input.parse::<Token![fn]>()?;
    let (ident, generics) = (input.parse()?, input.parse()?);
    let content;
    let parentheses = parenthesized!(content in input).span.join();
    let mut inputs = Vec::new();
    while !content.is_empty() {
        inputs.push(argument(&content)?);
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    let output = match input.parse::<Option<Token![->]>>()? {
        Some(arrow) => ReturnType::Type(arrow, Box::new(ty(input)?)),
        None => ReturnType::Default,
    };
    // The where clause.
    input.parse::<TokenStream>()?;
    Ok(Signature { asyncness, unsafety, abi, ident, generics, parentheses, inputs, output })
}

fn argument(input: ParseStream<'_>) -> syn::Result<Argument> {
    let begin = input.cursor();
    input.call(Attribute::parse_outer)?;
    let kind = kind(input)?;
    Ok(Argument { tokens: between(begin, input.cursor()), kind })
}

fn kind(input: ParseStream<'_>) -> syn::Result<ArgumentKind> {
    let ahead = input.fork();
    if let Some(receiver) = receiver(&ahead)? {
        input.advance_to(&ahead);
        return Ok(receiver);
    }
    if input.parse::<Option<Token![...]>>()?.is_some() {
        return Ok(ArgumentKind::Variadic);
    }
    let pattern = pattern(input)?;
    input.parse::<Token![:]>()?;
    if input.parse::<Option<Token![...]>>()?.is_some() {
        return Ok(ArgumentKind::Variadic);
    }
    Ok(ArgumentKind::Pattern(pattern, Box::new(ty(input)?)))
}

/// What has `self`; none if it is something else, and then it has been read in part.
fn receiver(input: ParseStream<'_>) -> syn::Result<Option<ArgumentKind>> {
    let reference = input.parse::<Option<Token![&]>>()?.is_some();
    if reference && input.peek(Lifetime) {
        Lifetime::parse_any(input)?;
    }
    let exclusive = input.parse::<Option<Token![mut]>>()?.is_some();
    if input.parse::<Option<Token![self]>>()?.is_none() || input.peek(Token![::]) {
        return Ok(None);
    }
    Ok(Some(match (reference, exclusive) {
        (true, false) => ArgumentKind::Shared,
        (true, true) => ArgumentKind::Exclusive,
        (false, _) if input.parse::<Option<Token![:]>>()?.is_some() => {
            ty(input)?;
            ArgumentKind::Typed
        }
        (false, _) => ArgumentKind::Value,
    }))
}

fn pattern(input: ParseStream<'_>) -> syn::Result<Pattern> {
    let (begin, ahead) = (input.cursor(), input.fork());
    let by_ref = ahead.parse::<Option<Token![ref]>>()?.is_some();
    ahead.parse::<Option<Token![mut]>>()?;
    let (ident, alone) = (ahead.parse::<Ident>().ok(), is_colon(&ahead));
    let ident = ident.filter(|_| alone || ahead.peek(Token![@]));
    while !input.is_empty() && !is_colon(input) {
        // Of `::` both, and of all else one.
        if input.parse::<Option<Token![::]>>()?.is_none() {
            input.parse::<proc_macro2::TokenTree>()?;
        }
    }
    Ok(Pattern { tokens: between(begin, input.cursor()), ident, plain: alone && !by_ref })
}

fn is_colon(input: ParseStream<'_>) -> bool {
    input.peek(Token![:]) && !input.peek(Token![::])
}
