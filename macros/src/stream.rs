//! The tokens that rustc gives and takes. Where there is no rustc, in the tests, those of proc-macro2 stand for them.

#[cfg(not(test))]
use proc_macro as compiler;
#[cfg(test)]
use proc_macro2 as compiler;

use std::ffi::{CStr, CString};
use std::fmt::{self, Display};
use std::str::FromStr;

pub(crate) use compiler::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenTree};

/// Tokens, one behind the other. Of a stream of its own, rustc is asked for each token that is put in.
#[derive(Clone, Debug, Default)]
pub(crate) struct TokenStream(Vec<TokenTree>);

impl TokenStream {
    pub(crate) const fn new() -> TokenStream {
        TokenStream(Vec::new())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn append(&mut self, token: impl Into<TokenTree>) {
        self.0.push(token.into());
    }

    pub(crate) fn append_if_any(&mut self, tokens: Option<TokenTree>) {
        self.0.extend(tokens);
    }

    pub(crate) fn extend(&mut self, tokens: TokenStream) {
        self.0.extend(tokens.0);
    }
}

impl IntoIterator for TokenStream {
    type Item = TokenTree;
    type IntoIter = std::vec::IntoIter<TokenTree>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
impl FromIterator<TokenTree> for TokenStream {
    fn from_iter<I: IntoIterator<Item = TokenTree>>(tokens: I) -> Self {
        TokenStream(Vec::from_iter(tokens))
    }
}

impl From<TokenTree> for TokenStream {
    fn from(token: TokenTree) -> Self {
        TokenStream(vec![token])
    }
}

impl From<compiler::TokenStream> for TokenStream {
    fn from(tokens: compiler::TokenStream) -> Self {
        TokenStream(Vec::from_iter(tokens))
    }
}

impl From<TokenStream> for compiler::TokenStream {
    fn from(tokens: TokenStream) -> Self {
        compiler::TokenStream::from_iter(tokens.0)
    }
}

#[cfg(test)]
impl From<proc_macro::TokenStream> for TokenStream {
    fn from(tokens: proc_macro::TokenStream) -> Self {
        compiler::TokenStream::from(tokens).into()
    }
}

#[cfg(test)]
impl From<TokenStream> for proc_macro::TokenStream {
    fn from(tokens: TokenStream) -> Self {
        compiler::TokenStream::from(tokens).into()
    }
}

impl FromStr for TokenStream {
    type Err = compiler::LexError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(text.parse::<compiler::TokenStream>()?.into())
    }
}

impl Display for TokenStream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        compiler::TokenStream::from(self.clone()).fmt(formatter)
    }
}

/// What is written as tokens.
pub(crate) trait ToTokens {
    /// Adds them.
    fn to_tokens(&self, tokens: &mut TokenStream);

    /// They alone.
    fn to_token_stream(&self) -> TokenStream {
        let mut tokens = TokenStream::new();
        self.to_tokens(&mut tokens);
        tokens
    }
}

impl ToTokens for TokenStream {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.0.extend_from_slice(&self.0);
    }
}

impl ToTokens for TokenTree {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self.clone());
    }
}

macro_rules! as_it_is {
    ($($token:ty)*) => { $(
        impl ToTokens for $token {
            fn to_tokens(&self, tokens: &mut TokenStream) {
                tokens.append(self.clone());
            }
        }
    )* };
}
as_it_is!(Group Ident Literal Punct);

impl<T: ToTokens + ?Sized> ToTokens for &T {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        (**self).to_tokens(tokens);
    }
}

impl<T: ToTokens> ToTokens for Box<T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        (**self).to_tokens(tokens);
    }
}

impl<T: ToTokens> ToTokens for Option<T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if let Some(value) = self {
            value.to_tokens(tokens);
        }
    }
}

/// A value as the literal that it is.
macro_rules! literal {
    ($($value:ty => $literal:ident;)*) => { $(
        impl ToTokens for $value {
            fn to_tokens(&self, tokens: &mut TokenStream) {
                tokens.append(Literal::$literal(self));
            }
        }
    )* };
    ($($value:ty: $literal:ident;)*) => { $(
        impl ToTokens for $value {
            fn to_tokens(&self, tokens: &mut TokenStream) {
                tokens.append(Literal::$literal(*self));
            }
        }
    )* };
}
literal!(str => string; String => string; CStr => c_string; CString => c_string;);
literal!(usize: usize_suffixed; i64: i64_suffixed;);

impl ToTokens for bool {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(Ident::new(if *self { "true" } else { "false" }, Span::call_site()));
    }
}

/// What a name is. One that is written `r#type` is another than `type`.
pub(crate) trait Word {
    fn is(&self, word: &str) -> bool;

    fn same(&self, other: &Ident) -> bool {
        self.is(&other.to_string())
    }
}

impl Word for Ident {
    fn is(&self, word: &str) -> bool {
        let written = self.to_string();
        written == word
    }
}
