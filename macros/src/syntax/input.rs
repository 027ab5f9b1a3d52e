//! Tokens that are read from the first to the last. To look ahead, clone it: that is cheap.

use super::error::{Error, Result};
use super::lifetime::Lifetime;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::TokenStreamExt as _;
use std::rc::Rc;

/// A place in tokens.
///
/// What a `macro_rules!` passes on stands in a group without delimiters. Where a certain token is looked for, such a group
/// counts as if its tokens stood there themselves; where any is taken as it stands, the group stays, for it says what belongs
/// together.
#[derive(Clone)]
pub(crate) struct Input {
    entries: Rc<Vec<Entry>>,
    at: usize,
    /// Where the tokens end, for messages.
    end: Span,
}

enum Entry {
    Tree(TokenTree),
    /// A group without delimiters, and the place behind its end: what is in it stands between.
    Open(Group, usize),
    Close,
}

fn entries(tokens: TokenStream, all: &mut Vec<Entry>) {
    for tree in tokens {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                let (place, content) = (all.len(), group.stream());
                all.push(Entry::Open(group.clone(), 0));
                entries(content, all);
                all.push(Entry::Close);
                all[place] = Entry::Open(group, all.len());
            }
            tree => all.push(Entry::Tree(tree)),
        }
    }
}

impl Input {
    pub(crate) fn new(tokens: TokenStream) -> Input {
        Input::until(tokens, Span::call_site())
    }

    /// What is in a group.
    pub(crate) fn inside(group: &Group) -> Input {
        Input::until(group.stream(), group.span_close())
    }

    pub(crate) fn until(tokens: TokenStream, end: Span) -> Input {
        let mut all = Vec::new();
        entries(tokens, &mut all);
        Input { entries: Rc::new(all), at: 0, end }
    }

    /// Goes to where the next token stands, into groups without delimiters too.
    pub(crate) fn enter(&mut self) {
        while let Some(Entry::Open(..) | Entry::Close) = self.entries.get(self.at) {
            self.at += 1;
        }
    }

    fn advance(&mut self, to: usize) {
        self.at = to;
        while let Some(Entry::Close) = self.entries.get(self.at) {
            self.at += 1;
        }
    }

    /// The next token, seen through groups without delimiters.
    pub(crate) fn front(&self) -> Option<&TokenTree> {
        let mut at = self.at;
        loop {
            match self.entries.get(at)? {
                Entry::Tree(tree) => return Some(tree),
                Entry::Open(..) | Entry::Close => at += 1,
            }
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.front().is_none()
    }

    /// The group without delimiters that stands here.
    pub(crate) fn passed(&self) -> Option<&Group> {
        match self.entries.get(self.at) {
            Some(Entry::Open(group, _)) => Some(group),
            _ => None,
        }
    }

    /// The next token as it stands.
    pub(crate) fn next(&mut self) -> Option<TokenTree> {
        let (tree, behind) = match self.entries.get(self.at)? {
            Entry::Tree(tree) => (tree.clone(), self.at + 1),
            Entry::Open(group, behind) => (group.clone().into(), *behind),
            Entry::Close => return None,
        };
        self.advance(behind);
        Some(tree)
    }

    /// The next token, out of groups without delimiters.
    pub(crate) fn take(&mut self) -> Option<TokenTree> {
        self.enter();
        self.next()
    }

    /// All tokens that are left.
    pub(crate) fn rest(&mut self) -> TokenStream {
        let mut tokens = TokenStream::new();
        while let Some(tree) = self.next() {
            tokens.append(tree);
        }
        tokens
    }

    /// The tokens from an earlier place to this one. What stood behind the last of them may not be joined to it.
    pub(crate) fn since(&self, begin: &Input) -> TokenStream {
        let (mut tokens, mut at, mut end) = (TokenStream::new(), begin.at, self.at);
        while end > at && matches!(self.entries[end - 1], Entry::Close) {
            end -= 1;
        }
        while at < self.at {
            let (tree, behind) = match &self.entries[at] {
                Entry::Tree(TokenTree::Punct(last)) if at + 1 == end => {
                    (sign(last.as_char(), last.span()).into(), at + 1)
                }
                Entry::Tree(tree) => (tree.clone(), at + 1),
                Entry::Open(group, behind) if *behind <= self.at => (group.clone().into(), *behind),
                Entry::Open(..) | Entry::Close => {
                    at += 1;
                    continue;
                }
            };
            tokens.append(tree);
            at = behind;
        }
        tokens
    }

    /// Where the next token stands, or the end.
    pub(crate) fn span(&self) -> Span {
        match self.front() {
            Some(TokenTree::Group(group)) => group.span_open(),
            Some(tree) => tree.span(),
            None => self.end,
        }
    }

    /// An error at the next token.
    pub(crate) fn error(&self, message: &str) -> Error {
        if self.is_empty() {
            return Error::new(self.end, format!("unexpected end of input, {message}"));
        }
        Error::new(self.span(), message)
    }

    /// That nothing is left.
    pub(crate) fn finish(&self) -> Result<()> {
        if self.is_empty() { Ok(()) } else { Err(Error::new(self.span(), "unexpected token")) }
    }

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
        self.peek_ident().is_some_and(|ident| ident == word)
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

/// A sign that is joined to nothing.
pub(super) fn sign(sign: char, span: Span) -> Punct {
    let mut punct = Punct::new(sign, Spacing::Alone);
    punct.set_span(span);
    punct
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
