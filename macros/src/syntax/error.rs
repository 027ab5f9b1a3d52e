//! What is said of the user's tokens, and where.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt as _};

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
        for name in ["core", "compile_error"] {
            for spacing in [Spacing::Joint, Spacing::Alone] {
                let mut colon = Punct::new(':', spacing);
                colon.set_span(self.start);
                tokens.append(colon);
            }
            tokens.append(Ident::new(name, self.start));
        }
        let mut bang = Punct::new('!', Spacing::Alone);
        bang.set_span(self.start);
        tokens.append(bang);
        let mut text = Literal::string(&self.message);
        text.set_span(self.end);
        let mut braces = Group::new(Delimiter::Brace, TokenTree::from(text).into());
        braces.set_span(self.end);
        tokens.append(braces);
        tokens
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
    let mut trees = tokens.into_iter();
    let start = trees.next().map_or_else(Span::call_site, |tree| tree.span());
    (start, trees.last().map_or(start, |tree| tree.span()))
}

/// The span of all of the tokens; of the first alone, where rustc does not join spans.
pub(crate) fn span_of(tokens: &dyn ToTokens) -> Span {
    let (start, end) = ends(tokens.to_token_stream());
    start.join(end).unwrap_or(start)
}
