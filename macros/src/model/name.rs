//! Names, docstrings and the path to the library.

use super::Case;
use crate::stream::{Ident, Span, TokenStream};
use crate::syntax::Path;
use crate::template::hygienic;
use std::ffi::CString;

/// A name as Python sees it, and where the user wrote it.
#[derive(Clone)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) span: Span,
}

impl Name {
    /// The Python name of a Rust item: a raw identifier loses its `r#`.
    pub(crate) fn of(ident: &Ident) -> Name {
        let text = ident.to_string();
        let text = text.strip_prefix("r#").unwrap_or(&text).to_owned();
        Name { text, span: ident.span() }
    }

    /// The name in this case, if there is one.
    pub(crate) fn written(self, case: Option<Case>) -> Name {
        match case {
            Some(case) => Name { text: case.apply(&self.text), ..self },
            None => self,
        }
    }

    /// The name as a C string. Names are checked to be identifiers, which have no NUL.
    pub(crate) fn c_string(&self) -> CString {
        c_string(&self.text)
    }
}

/// The text of doc comments, checked to have no NUL.
#[derive(Clone, Default)]
pub(crate) struct Documentation(pub(crate) String);

impl Documentation {
    /// The docstring alone.
    pub(crate) fn c_string(&self) -> CString {
        c_string(&self.0)
    }

    /// The docstring behind a text signature, in the form that `inspect.signature` reads.
    pub(crate) fn with_signature(&self, name: &Name, signature: &str) -> CString {
        c_string(&format!("{}{signature}\n--\n\n{}", name.text, self.0))
    }
}

fn c_string(text: &str) -> CString {
    CString::new(text).expect("parsing refuses a NUL in names, docstrings and defaults")
}

/// The path to the library, `::owned` unless the user says `crate = "…"`.
#[derive(Clone)]
pub(crate) struct Crate(TokenStream);

impl Crate {
    pub(crate) fn named(path: &Path) -> Crate {
        Crate(hygienic!(#path))
    }

    /// The one module that generated code may name.
    pub(crate) fn private(&self) -> TokenStream {
        let path = &self.0;
        hygienic!(#path::__private)
    }
}

impl Default for Crate {
    fn default() -> Crate {
        Crate(hygienic!(::owned))
    }
}
