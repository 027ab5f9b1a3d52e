//! Token streams are put together in loops: to `collect` one takes some fifty functions, compiled anew for each iterator.

use crate::stream::{Punct, Spacing, ToTokens, TokenStream, TokenTree};
use crate::syntax::{Attribute, Input, MetaList, Result};

/// What is done with tokens that are read: not a parameter, which would be compiled anew for each closure.
pub(crate) type Read<'a> = &'a mut dyn FnMut(&mut Input) -> Result<()>;

/// Reads all of the tokens.
pub(crate) fn read(tokens: TokenStream, read: Read<'_>) -> Result<()> {
    all(Input::new(tokens), read)
}

/// Reads all that is in the parentheses of an attribute.
pub(crate) fn read_list(list: &MetaList, read: Read<'_>) -> Result<()> {
    all(Input::until(list.tokens.clone(), list.end), read)
}

fn all(mut input: Input, read: Read<'_>) -> Result<()> {
    read(&mut input)?;
    input.finish()
}

/// What a function makes of all of the tokens.
pub(crate) fn parsed<T>(tokens: TokenStream, parser: fn(&mut Input) -> Result<T>) -> Result<T> {
    let mut input = Input::new(tokens);
    let found = parser(&mut input)?;
    input.finish()?;
    Ok(found)
}

/// Adds a part, after a comma if there is one before it.
pub(crate) fn separated(all: &mut TokenStream, part: &dyn ToTokens) {
    if !all.is_empty() {
        all.append(Punct::new(',', Spacing::Alone));
    }
    part.to_tokens(all);
}

/// Attributes as they were written before an item: what stands for `#(#attributes)*`, a loop of its own at each place.
pub(crate) fn attributes(list: &[Attribute]) -> TokenStream {
    written(list, false)
}

/// Those that were written inside of an item.
pub(crate) fn inner_attributes(list: &[Attribute]) -> TokenStream {
    written(list, true)
}

fn written(list: &[Attribute], inside: bool) -> TokenStream {
    let mut all = TokenStream::new();
    for attribute in list {
        if attribute.is_inner == inside {
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
