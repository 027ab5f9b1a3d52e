//! `static fn` in `foreign::import!`.

use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

use super::name_of;
use crate::fault::Place;

/// A C function that is reached through a pointer.
#[derive(Debug)]
pub(crate) struct Helper {
    pub(crate) place: Place,
    pub(crate) name: String,
}

/// The `static fn`s among the declarations, wherever the macro takes them. Whether they are right is for it to say.
pub(crate) fn read(file: &Path, tokens: TokenStream) -> Vec<Helper> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |token: &TokenTree, word: &str| matches!(token, TokenTree::Ident(ident) if ident == word);
    let mut found = Vec::new();
    for window in tokens.windows(3) {
        if let [first, second, TokenTree::Ident(name)] = window
            && is(first, "static")
            && is(second, "fn")
        {
            found.push(Helper { place: Place::of(file, name.span()), name: name_of(name) });
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            found.extend(read(file, group.stream()));
        }
    }
    found
}
