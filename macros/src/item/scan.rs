//! Tokens as they stand: angle brackets, which are no groups, and what is between two places.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::TokenStreamExt as _;
use syn::buffer::Cursor;

/// How deep in angle brackets what has been seen has come: they are no groups.
#[derive(Default)]
pub(super) struct Angles {
    depth: usize,
    /// Whether the last token was the first half of `->` or `=>`.
    arrow: bool,
}

impl Angles {
    pub(super) fn open(&self) -> bool {
        self.depth > 0
    }

    /// Whether the next `>` is the second half of an arrow.
    pub(super) fn arrow(&self) -> bool {
        self.arrow
    }

    pub(super) fn see(&mut self, tree: &TokenTree) {
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

/// The tokens from one place to another.
pub(super) fn between(begin: Cursor<'_>, end: Cursor<'_>) -> TokenStream {
    let (mut tokens, mut cursor) = (TokenStream::new(), begin);
    while cursor != end
        && let Some((tree, next)) = cursor.token_tree()
    {
        tokens.append(tree);
        cursor = next;
    }
    tokens
}
