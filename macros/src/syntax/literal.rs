//! Literals and their values.

use super::error::Result;
use super::input::Input;
use super::number::{float, integer};
use super::path::Path;
use super::text;
use crate::stream::{Ident, Literal, Span, ToTokens, TokenStream, TokenTree, Word as _};
use std::fmt::{self, Display};

#[derive(Clone)]
pub(crate) enum Lit {
    Str(LitStr),
    Int(LitInt),
    /// With its digits.
    Float(Literal, String),
    Char(Literal, char),
    Bool(Ident),
    /// Bytes, and what C has for a text.
    Other(Literal),
}

#[derive(Clone)]
pub(crate) struct LitStr {
    token: Literal,
    value: String,
    suffix: String,
}

#[derive(Clone)]
pub(crate) struct LitInt {
    token: Literal,
    digits: String,
    suffix: String,
}

impl Lit {
    /// The literal that a token is.
    pub(crate) fn of(tree: &TokenTree) -> Option<Lit> {
        match tree {
            TokenTree::Literal(token) => Some(Lit::new(token.clone())),
            TokenTree::Ident(word) if word.is("true") || word.is("false") => Some(Lit::Bool(word.clone())),
            _ => None,
        }
    }

    pub(crate) fn new(token: Literal) -> Lit {
        let written = token.to_string();
        if let Some((value, suffix)) = text::string(&written) {
            return Lit::Str(LitStr { token, value, suffix: suffix.to_owned() });
        }
        if let Some(value) = text::character(&written) {
            return Lit::Char(token, value);
        }
        if let Some((digits, suffix)) = integer(&written) {
            return Lit::Int(LitInt { token, digits, suffix: suffix.to_owned() });
        }
        match float(&written) {
            Some(digits) => Lit::Float(token, digits),
            None => Lit::Other(token),
        }
    }
}

impl ToTokens for Lit {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Lit::Str(LitStr { token, .. })
            | Lit::Int(LitInt { token, .. })
            | Lit::Float(token, _)
            | Lit::Char(token, _)
            | Lit::Other(token) => tokens.append(token.clone()),
            Lit::Bool(word) => tokens.append(word.clone()),
        }
    }
}

impl LitStr {
    /// Reads one, if it is next.
    pub(crate) fn read(input: &mut Input) -> Option<LitStr> {
        let mut ahead = input.clone();
        match Lit::new(ahead.literal()?) {
            Lit::Str(text) => {
                *input = ahead;
                Some(text)
            }
            _ => None,
        }
    }

    pub(crate) fn value(&self) -> String {
        self.value.clone()
    }

    pub(crate) fn span(&self) -> Span {
        self.token.span()
    }

    /// The path that is written in it, all at its place.
    pub(crate) fn path(&self) -> Result<Path> {
        let mut tokens = TokenStream::new();
        let written = if names(&self.value) { self.value.parse().unwrap_or_default() } else { TokenStream::new() };
        for mut tree in written {
            tree.set_span(self.span());
            tokens.append(tree);
        }
        let mut input = Input::until(tokens, self.span());
        let path = Path::names(&mut input)?;
        input.finish()?;
        if self.suffix.is_empty() { Ok(path) } else { Err(input.error("expected no suffix")) }
    }
}

/// Whether it is names with `::` between them. What is no token at all, rustc would tell by itself, or panic.
fn names(text: &str) -> bool {
    let text = text.trim();
    for name in text.strip_prefix("::").unwrap_or(text).split("::") {
        let name = name.trim();
        let name = name.strip_prefix("r#").unwrap_or(name);
        let mut characters = name.chars();
        if !characters.next().is_some_and(|first| first == '_' || first.is_alphabetic()) {
            return false;
        }
        for character in characters {
            if character != '_' && !character.is_alphanumeric() {
                return false;
            }
        }
    }
    true
}

impl ToTokens for LitStr {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self.token.clone());
    }
}

impl LitInt {
    /// In base ten, with its sign.
    pub(crate) fn base10_digits(&self) -> &str {
        &self.digits
    }

    pub(crate) fn suffix(&self) -> &str {
        &self.suffix
    }
}

/// As it is written.
impl Display for LitInt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.token.fmt(formatter)
    }
}
