//! `pub`, and who sees what.

use super::input::Input;
use crate::stream::{Delimiter, Group, TokenStream, TokenTree};

/// `pub`, `pub(…)` or nothing.
pub(crate) fn visibility(input: &mut Input) -> TokenStream {
    let mut tokens = TokenStream::new();
    let Some(word) = input.word("pub") else { return tokens };
    tokens.append(word);
    if let Some(TokenTree::Group(group)) = input.front()
        && is_restriction(group)
    {
        tokens.append_if_any(input.take());
    }
    tokens
}

/// Whether it is `(crate)` or `(in path)`; otherwise it is the type of a field.
fn is_restriction(group: &Group) -> bool {
    let mut content = Input::inside(group);
    group.delimiter() == Delimiter::Parenthesis
        && (content.word("in").is_some()
            || (["crate", "self", "super"].iter().any(|word| content.word(word).is_some()) && content.is_empty()))
}
