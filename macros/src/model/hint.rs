//! `#[hint(…)]`: types as Python writes them, where Rust's say too little.

use crate::stream::{Ident, Word as _};
use crate::syntax::LitStr;

/// Of a function: some parameters, and what comes back.
#[derive(Clone, Default)]
pub(crate) struct Hints {
    pub(crate) params: Vec<(Ident, LitStr)>,
    pub(crate) returns: Option<LitStr>,
}

impl Hints {
    /// What is said of a parameter.
    pub(crate) fn param(&self, name: &Ident) -> Option<&LitStr> {
        self.params.iter().find(|(param, _)| param.same(name)).map(|(_, hint)| hint)
    }
}

/// What keeps a text from being a type: nothing, if it is one as far as its letters show.
pub(crate) fn fault(text: &str) -> Option<&'static str> {
    if text.trim() != text || text.is_empty() {
        return Some("it is empty, or has a space around it");
    }
    let (mut open, mut quote) = (Vec::new(), None);
    for letter in text.chars() {
        if letter.is_control() {
            return Some("it goes over a line");
        }
        match (quote, letter) {
            (Some(begun), _) => quote = Some(begun).filter(|begun| *begun != letter),
            (None, '\'' | '"') => quote = Some(letter),
            (None, '[' | '(') => open.push(letter),
            (None, ']') if open.pop() != Some('[') => return Some("a `]` closes nothing"),
            (None, ')') if open.pop() != Some('(') => return Some("a `)` closes nothing"),
            (None, ']' | ')' | '_' | '.' | ',' | '|' | '-' | '*' | ' ') => {}
            (None, other) if other.is_alphanumeric() => {}
            (None, ':') => return Some("a `:` is in no type"),
            (None, _) => return Some("a letter in it is in no type"),
        }
    }
    if quote.is_some() || !open.is_empty() {
        return Some("a bracket or a quote is not closed");
    }
    None
}
