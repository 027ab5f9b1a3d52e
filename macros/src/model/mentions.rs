//! What the user's types name, by their tokens: the fields of a struct write all their lifetimes out.

use crate::stream::{Ident, ToTokens as _, TokenStream, TokenTree, Word as _};
use crate::syntax::{Lifetime, Type};

/// The lifetimes that a type names.
pub(crate) fn lifetimes(ty: &Type) -> Vec<Lifetime> {
    let mut found = Vec::new();
    let mut after_quote = None;
    for tree in flat(ty.to_token_stream()) {
        match (&tree, after_quote.take()) {
            (TokenTree::Punct(punct), _) if punct.as_char() == '\'' => after_quote = Some(punct.span()),
            (TokenTree::Ident(ident), Some(apostrophe)) => found.push(Lifetime { apostrophe, ident: ident.clone() }),
            _ => {}
        }
    }
    found
}

/// The lifetimes in the place of the interpreter's, in `Owned<'py, T>` and `Borrowed<'a, 'py, T>`.
pub(crate) fn interpreter_lifetimes(ty: &Type) -> Vec<Lifetime> {
    let trees = flat(ty.to_token_stream());
    let mut found = Vec::new();
    for (at, tree) in trees.iter().enumerate() {
        let place = match tree {
            TokenTree::Ident(handle) if handle.is("Owned") => 0,
            TokenTree::Ident(handle) if handle.is("Borrowed") => 1,
            _ => continue,
        };
        // `<`, then each lifetime of two tokens and its comma.
        let skipped = at + 2 + 3 * place;
        if let Some([TokenTree::Punct(quote), TokenTree::Ident(ident)]) = trees.get(skipped..skipped + 2)
            && quote.as_char() == '\''
        {
            found.push(Lifetime { apostrophe: quote.span(), ident: ident.clone() });
        }
    }
    found
}

/// Whether a type names this identifier; `T::Item` names `T` alone.
pub(crate) fn names(ty: &Type, wanted: &Ident) -> bool {
    let mut after_path = false;
    for tree in flat(ty.to_token_stream()) {
        if let TokenTree::Ident(ident) = &tree
            && !after_path
            && ident.same(wanted)
        {
            return true;
        }
        after_path = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == ':');
    }
    false
}

/// The tokens without their groups.
fn flat(tokens: TokenStream) -> Vec<TokenTree> {
    let mut trees = Vec::new();
    for tree in tokens {
        match tree {
            TokenTree::Group(group) => trees.append(&mut flat(group.stream().into())),
            other => trees.push(other),
        }
    }
    trees
}
