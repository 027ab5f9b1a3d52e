//! Errors accumulate here, so that one run of a macro reports every mistake, each once.
//!
//! A function that fails must return a [`Reported`], which only [`Diagnostics`] can make: a failure
//! that says nothing to the user does not compile.

use crate::stream::{Span, ToTokens, TokenStream};
use crate::syntax::Error;

/// The witness that an error has been shown to the user.
#[derive(Debug)]
pub(crate) struct Reported(());

/// The errors of one macro call.
#[derive(Default)]
pub(crate) struct Diagnostics {
    errors: Vec<Error>,
    /// Whether there is an error that rustc reports.
    of_rustc: bool,
}

impl Diagnostics {
    /// Reports `message` at the tokens that the user wrote.
    pub(crate) fn error(&mut self, at: &dyn ToTokens, message: impl Into<String>) -> Reported {
        self.syntax(Error::spanned(at.to_token_stream(), message))
    }

    /// Reports `message` where there are no tokens to point at but a span.
    pub(crate) fn error_at(&mut self, span: Span, message: impl Into<String>) -> Reported {
        self.syntax(Error::new(span, message))
    }

    /// Reports what the parser said.
    pub(crate) fn syntax(&mut self, error: Error) -> Reported {
        self.errors.push(error);
        Reported(())
    }

    /// Says nothing of an error that rustc reports by itself, in the item as it was written.
    pub(crate) fn left_to_rustc(&mut self) -> Reported {
        self.of_rustc = true;
        Reported(())
    }

    /// Whether nothing has been reported: the gate between two phases.
    pub(crate) fn clean(&self) -> bool {
        self.errors.is_empty() && !self.of_rustc
    }

    /// The errors as tokens that make rustc report them.
    pub(crate) fn into_tokens(self) -> TokenStream {
        let mut all = TokenStream::new();
        for error in &self.errors {
            all.extend(error.to_compile_error());
        }
        all
    }

    /// The errors themselves, for the tests of their texts and places.
    #[cfg(test)]
    pub(crate) fn into_errors(self) -> Vec<Error> {
        self.errors
    }
}
