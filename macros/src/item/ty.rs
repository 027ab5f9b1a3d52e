//! Types: syn reads those of which it knows every expression. Of others, such as `Box<[u8; if WIDE { 8 } else { 4 }]>`, the
//! form is read here, and the expressions are tokens.

use super::scan::Angles;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::TokenStreamExt as _;
use syn::ext::IdentExt as _;
use syn::parse::discouraged::Speculative as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    AngleBracketedGenericArguments, AssocType, Expr, GenericArgument, Lifetime, Path, PathArguments, PathSegment,
    Token, Type, TypeArray, TypePath, TypeReference, bracketed, token,
};

/// Reads a type.
pub(crate) fn ty(input: ParseStream<'_>) -> syn::Result<Type> {
    let simple = simple(input);
    if simple.is_ok() {
        return simple;
    }
    // Where there is no type at all, what syn says of it.
    if ends(input) { simple } else { by_form(input) }
}

/// What syn reads; what it cannot, stays where it is.
pub(super) fn simple<T: Parse>(input: ParseStream<'_>) -> syn::Result<T> {
    let ahead = input.fork();
    let read = ahead.parse();
    if read.is_ok() {
        input.advance_to(&ahead);
    }
    read
}

/// The form of what syn cannot read.
pub(crate) fn by_form(input: ParseStream<'_>) -> syn::Result<Type> {
    let ahead = input.fork();
    let known = if input.peek(Token![&]) {
        reference(&ahead)
    } else if input.peek(token::Bracket) {
        array(&ahead)
    } else {
        path(&ahead)
    };
    if known.is_ok() && ends(&ahead) {
        input.advance_to(&ahead);
        return known;
    }
    tokens(input).map(Type::Verbatim)
}

fn reference(input: ParseStream<'_>) -> syn::Result<Type> {
    let and_token = input.parse()?;
    let lifetime = if input.peek(Lifetime) { Some(Lifetime::parse_any(input)?) } else { None };
    let (mutability, elem) = (input.parse()?, Box::new(ty(input)?));
    Ok(Type::Reference(TypeReference { attrs: Vec::new(), and_token, lifetime, mutability, elem }))
}

fn array(input: ParseStream<'_>) -> syn::Result<Type> {
    let content;
    let bracket_token = bracketed!(content in input);
    let (elem, semi_token) = (Box::new(ty(&content)?), content.parse()?);
    let len = Expr::Verbatim(content.parse()?);
    Ok(Type::Array(TypeArray { attrs: Vec::new(), bracket_token, elem, semi_token, len }))
}

fn path(input: ParseStream<'_>) -> syn::Result<Type> {
    let mut path = Path { leading_colon: input.parse()?, segments: Punctuated::new() };
    loop {
        let ident = input.call(Ident::parse_any)?;
        let open = input.peek(Token![<]) || input.peek(Token![::]) && input.peek3(Token![<]);
        let arguments = if open { PathArguments::AngleBracketed(arguments(input)?) } else { PathArguments::None };
        path.segments.push_value(PathSegment { ident, arguments });
        match input.parse()? {
            Some(colons) => path.segments.push_punct(colons),
            None => return Ok(Type::Path(TypePath { attrs: Vec::new(), qself: None, path })),
        }
    }
}

fn arguments(input: ParseStream<'_>) -> syn::Result<AngleBracketedGenericArguments> {
    let (colon2_token, lt_token, mut args) = (input.parse()?, input.parse()?, Punctuated::new());
    while !input.peek(Token![>]) {
        args.push_value(argument(input)?);
        if !input.peek(Token![>]) {
            args.push_punct(input.parse()?);
        }
    }
    Ok(AngleBracketedGenericArguments { colon2_token, lt_token, args, gt_token: input.parse()? })
}

fn argument(input: ParseStream<'_>) -> syn::Result<GenericArgument> {
    let simple = simple(input);
    if simple.is_ok() {
        return simple;
    }
    if input.peek(token::Brace) {
        let block: TokenTree = input.parse()?;
        return Ok(GenericArgument::Const(Expr::Verbatim(block.into())));
    }
    if input.peek2(Token![=]) {
        let (ident, eq_token) = (input.parse()?, input.parse()?);
        return Ok(GenericArgument::AssocType(AssocType { ident, generics: None, eq_token, ty: ty(input)? }));
    }
    ty(input).map(GenericArgument::Type)
}

/// The tokens up to what can follow a type.
pub(super) fn tokens(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let (mut tokens, mut angles) = (TokenStream::new(), Angles::default());
    while !input.is_empty() && (angles.open() || !ends(input)) {
        let is_path = input.peek(Token![::]);
        let tree: TokenTree = input.parse()?;
        angles.see(&tree);
        tokens.append(tree);
        // Of `->` and of `::` both.
        if is_path || input.peek(Token![>]) && angles.arrow() {
            tokens.append(input.parse::<TokenTree>()?);
        }
    }
    Ok(tokens)
}

fn ends(input: ParseStream<'_>) -> bool {
    input.is_empty()
        || input.peek(Token![,])
        || input.peek(Token![;])
        || input.peek(Token![:]) && !input.peek(Token![::])
        || input.peek(Token![=])
        || input.peek(Token![>])
        || input.peek(Token![for]) && !input.peek2(Token![<])
        || input.peek(Token![where])
        || input.peek(token::Brace)
}
