//! What is said of the user's tokens, and where.

use super::input::sign;
use crate::stream::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, ToTokens, TokenStream, TokenTree};

pub(crate) type Result<T> = std::result::Result<T, Error>;

/// One message, and the tokens that it is about.
#[derive(Debug)]
pub(crate) struct Error {
    start: Span,
    end: Span,
    message: String,
}

impl Error {
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Error {
        Error { start: span, end: span, message: message.into() }
    }

    /// At all of the tokens.
    pub(crate) fn spanned(tokens: TokenStream, message: impl Into<String>) -> Error {
        let (start, end) = ends(tokens);
        Error { start, end, message: message.into() }
    }

    /// `::core::compile_error! { "…" }`: rustc shows what lies between its first and its last token.
    pub(crate) fn to_compile_error(&self) -> TokenStream {
        let mut tokens = TokenStream::new();
        self.name("core", &mut tokens);
        self.name("compile_error", &mut tokens);
        tokens.append(sign('!', self.start));
        let mut text = Literal::string(&self.message);
        text.set_span(self.end);
        let mut braces = Group::new(Delimiter::Brace, TokenTree::from(text).into());
        braces.set_span(self.end);
        tokens.append(braces);
        tokens
    }

    /// `::name`
    fn name(&self, name: &str, tokens: &mut TokenStream) {
        let mut joint = Punct::new(':', Spacing::Joint);
        joint.set_span(self.start);
        tokens.append(joint);
        tokens.append(sign(':', self.start));
        tokens.append(Ident::new(name, self.start));
    }

    #[cfg(test)]
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    #[cfg(test)]
    pub(crate) fn span(&self) -> Span {
        self.start.join(self.end).unwrap_or(self.start)
    }
}

/// Where the first and the last of the tokens stand.
fn ends(tokens: TokenStream) -> (Span, Span) {
    let (mut start, mut end) = (None, Span::call_site());
    for tree in tokens {
        end = tree.span();
        start = start.or(Some(end));
    }
    (start.unwrap_or(end), end)
}

/// Where the first of the tokens stands: rustc does not join spans for macros.
pub(crate) fn span_of(tokens: &dyn ToTokens) -> Span {
    ends(tokens.to_token_stream()).0
}
