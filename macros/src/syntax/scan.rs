//! Tokens up to a place that no group ends.

use super::input::Input;
use crate::stream::{Delimiter, Spacing, TokenStream, TokenTree, Word as _};

/// How deep in angle brackets what has been seen has come: they are no groups.
#[derive(Default)]
pub(crate) struct Angles {
    depth: usize,
    /// Whether the last token was the first half of `->` or `=>`.
    arrow: bool,
}

impl Angles {
    pub(crate) fn open(&self) -> bool {
        self.depth > 0
    }

    pub(crate) fn see(&mut self, tree: &TokenTree) {
        let TokenTree::Punct(punct) = tree else {
            self.arrow = false;
            return;
        };
        match punct.as_char() {
            '<' => self.depth += 1,
            '>' if !self.arrow => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.arrow = matches!(punct.as_char(), '-' | '=') && punct.spacing() == Spacing::Joint;
    }
}

/// Whether this sign is the last token.
pub(super) fn ends_in(tokens: &TokenStream, sign: char) -> bool {
    let mut last = None;
    for tree in tokens.clone() {
        last = Some(tree);
    }
    matches!(last, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// Goes to the first token that can follow a type.
pub(super) fn skip_type(input: &mut Input) {
    let mut angles = Angles::default();
    while !input.is_empty() && (angles.open() || angles.arrow || !ends(input)) {
        let is_path = input.peek("::");
        for _ in 0..if is_path { 2 } else { 1 } {
            if let Some(tree) = input.next() {
                angles.see(&tree);
            }
        }
    }
}

/// Whether this can follow a type.
pub(super) fn ends(input: &Input) -> bool {
    match input.front() {
        None => true,
        Some(TokenTree::Punct(punct)) => match punct.as_char() {
            ',' | ';' | '=' | '>' => true,
            ':' => !input.peek("::"),
            _ => false,
        },
        Some(TokenTree::Ident(word)) if word.is("for") => {
            let mut ahead = input.clone();
            ahead.take();
            !ahead.peek("<")
        }
        Some(TokenTree::Ident(word)) => word.is("where"),
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Brace,
        Some(TokenTree::Literal(_)) => false,
    }
}
