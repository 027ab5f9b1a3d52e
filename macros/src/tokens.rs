//! Token streams are put together in loops: to `collect` one takes some fifty functions, compiled anew for each iterator.

use proc_macro2::{Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt as _};

/// Adds a part, after a comma if there is one before it.
pub(crate) fn separated(all: &mut TokenStream, part: &dyn ToTokens) {
    if !all.is_empty() {
        all.append(Punct::new(',', Spacing::Alone));
    }
    part.to_tokens(all);
}

/// Attributes as they were written before an item: what stands for `#(#attributes)*`, a loop of its own at each place.
pub(crate) fn attributes(list: &[syn::Attribute]) -> TokenStream {
    let mut all = TokenStream::new();
    for attribute in list {
        if matches!(attribute.style, syn::AttrStyle::Outer) {
            attribute.to_tokens(&mut all);
        }
    }
    all
}

/// Those that were written inside of an item.
pub(crate) fn inner_attributes(list: &[syn::Attribute]) -> TokenStream {
    let mut all = TokenStream::new();
    for attribute in list {
        if matches!(attribute.style, syn::AttrStyle::Inner(_)) {
            attribute.to_tokens(&mut all);
        }
    }
    all
}

/// Each token as `changed` gives it; what is in a group is the caller's to change.
pub(crate) fn each(tokens: TokenStream, mut changed: impl FnMut(TokenTree) -> TokenTree) -> TokenStream {
    let mut all = TokenStream::new();
    for tree in tokens {
        all.append(changed(tree));
    }
    all
}
