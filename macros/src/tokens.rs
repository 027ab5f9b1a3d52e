//! Token streams are put together in loops: to `collect` one takes some fifty functions, compiled anew for each iterator.

use proc_macro2::{Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt as _};
use syn::MetaList;
use syn::parse::{ParseStream, Parser as _};

/// What is done with tokens that are read: `Parser`, which is compiled anew for each closure.
pub(crate) type Read<'a> = &'a mut dyn FnMut(ParseStream<'_>) -> syn::Result<()>;

/// Reads all of the tokens.
pub(crate) fn read(tokens: TokenStream, read: Read<'_>) -> syn::Result<()> {
    (|input: ParseStream<'_>| read(input)).parse2(tokens)
}

/// Reads all that is in the parentheses of an attribute.
pub(crate) fn read_list(list: &MetaList, read: Read<'_>) -> syn::Result<()> {
    list.parse_args_with(|input: ParseStream<'_>| read(input))
}

/// What a function makes of all of the tokens.
pub(crate) fn parsed<T>(tokens: TokenStream, parser: fn(ParseStream<'_>) -> syn::Result<T>) -> syn::Result<T> {
    let mut found = None;
    read(tokens, &mut |input| {
        found = Some(parser(input)?);
        Ok(())
    })?;
    Ok(found.expect("no error has been given"))
}

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
