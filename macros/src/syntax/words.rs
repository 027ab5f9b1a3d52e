//! What is looked for in tokens: signs, words, names, literals and groups.

use super::error::Result;
use super::input::Input;
use super::lifetime::Lifetime;
use crate::stream::{Delimiter, Group, Ident, Literal, Spacing, TokenTree, Word as _};

impl Input {
    /// Takes these signs, if they are next.
    pub(crate) fn has(&mut self, signs: &str) -> bool {
        let (mut ahead, mut joint) = (self.clone(), true);
        for sign in signs.chars() {
            match ahead.front() {
                Some(TokenTree::Punct(punct)) if joint && punct.as_char() == sign => {
                    joint = punct.spacing() == Spacing::Joint;
                }
                _ => return false,
            }
            ahead.take();
        }
        *self = ahead;
        true
    }

    pub(crate) fn peek(&self, signs: &str) -> bool {
        match (self.front(), signs.chars().next()) {
            (Some(TokenTree::Punct(punct)), Some(sign)) if punct.as_char() == sign => {
                signs.len() == 1 || self.clone().has(signs)
            }
            _ => false,
        }
    }

    pub(crate) fn expect(&mut self, signs: &str) -> Result<()> {
        if self.has(signs) { Ok(()) } else { Err(self.error(&format!("expected `{signs}`"))) }
    }

    pub(crate) fn peek_word(&self, word: &str) -> bool {
        self.peek_ident().is_some_and(|ident| ident.is(word))
    }

    /// Takes a keyword, if it is next.
    pub(crate) fn word(&mut self, word: &str) -> Option<Ident> {
        if self.peek_word(word) { self.any_ident().ok() } else { None }
    }

    pub(crate) fn expect_word(&mut self, word: &str) -> Result<Ident> {
        self.word(word).ok_or_else(|| self.error(&format!("expected `{word}`")))
    }

    /// The next token, if it is a name or a keyword.
    pub(crate) fn peek_ident(&self) -> Option<&Ident> {
        match self.front() {
            Some(TokenTree::Ident(ident)) => Some(ident),
            _ => None,
        }
    }

    /// Takes a name or a keyword.
    pub(crate) fn any_ident(&mut self) -> Result<Ident> {
        let Some(ident) = self.peek_ident().cloned() else { return Err(self.error("expected identifier")) };
        self.take();
        Ok(ident)
    }

    /// Takes a name.
    pub(crate) fn ident(&mut self) -> Result<Ident> {
        match self.peek_ident() {
            Some(ident) if is_keyword(ident) => {
                Err(self.error(&format!("expected identifier, found keyword `{ident}`")))
            }
            _ => self.any_ident(),
        }
    }

    /// Whether a path can begin here.
    pub(crate) fn starts_path(&self) -> bool {
        let is_name = self.peek_ident().is_some_and(|ident| !is_keyword(ident) || is_path_word(ident));
        is_name || self.peek("::")
    }

    pub(crate) fn lifetime(&mut self) -> Option<Lifetime> {
        let mut ahead = self.clone();
        match (ahead.take(), ahead.take()) {
            (Some(TokenTree::Punct(quote)), Some(TokenTree::Ident(ident))) if quote.as_char() == '\'' => {
                *self = ahead;
                Some(Lifetime { apostrophe: quote.span(), ident })
            }
            _ => None,
        }
    }

    pub(crate) fn literal(&mut self) -> Option<Literal> {
        let Some(TokenTree::Literal(literal)) = self.front().cloned() else { return None };
        self.take();
        Some(literal)
    }

    pub(crate) fn peek_group(&self, delimiter: Delimiter) -> bool {
        matches!(self.front(), Some(TokenTree::Group(group)) if group.delimiter() == delimiter)
    }

    pub(crate) fn group(&mut self, delimiter: Delimiter) -> Result<Group> {
        if self.peek_group(delimiter)
            && let Some(TokenTree::Group(group)) = self.take()
        {
            return Ok(group);
        }
        Err(self.error(match delimiter {
            Delimiter::Parenthesis => "expected parentheses",
            Delimiter::Brace => "expected curly braces",
            Delimiter::Bracket => "expected square brackets",
            Delimiter::None => "expected invisible group",
        }))
    }
}

/// The words that Rust keeps for itself.
const KEYWORDS: &[&str] = &[
    "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "if", "impl", "in", "let", "loop", "macro", "match",
    "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "Self", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Whether it is a keyword that can stand in a path.
pub(super) fn is_path_word(ident: &Ident) -> bool {
    ["crate", "self", "Self", "super"].contains(&ident.to_string().as_str())
}

fn is_keyword(ident: &Ident) -> bool {
    KEYWORDS.contains(&ident.to_string().as_str())
}
