//! Tokens that are read from the first to the last. To look ahead, clone it: that is cheap.

use super::error::{Error, Result};
use crate::stream::{Delimiter, Group, Punct, Spacing, Span, TokenStream, TokenTree};
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
                let (place, content) = (all.len(), group.stream().into());
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
        Input::until(group.stream().into(), group.span_close())
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
}

/// A sign that is joined to nothing.
pub(super) fn sign(sign: char, span: Span) -> Punct {
    let mut punct = Punct::new(sign, Spacing::Alone);
    punct.set_span(span);
    punct
}
