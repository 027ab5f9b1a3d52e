//! Attributes that change which code there is, and the items behind them.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::path::{punct, word};

/// What an attribute says, if there is one at this place: `#[…]` or `#![…]`. And the place behind it.
pub(crate) fn attribute(tokens: &[TokenTree], at: usize) -> Option<(Vec<TokenTree>, usize)> {
    if !punct(tokens, at, '#') {
        return None;
    }
    let at = if punct(tokens, at + 1, '!') { at + 2 } else { at + 1 };
    match tokens.get(at)? {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
            Some((group.stream().into_iter().collect(), at + 1))
        }
        _ => None,
    }
}

/// Whether this attribute keeps its item out of every build but that of the tests: `test`, `cfg(test)`,
/// `cfg(all(test, …))`.
pub(crate) fn is_for_tests(attribute: &[TokenTree]) -> bool {
    match (word(attribute, 0).as_deref(), attribute.get(1)) {
        (Some("test"), None) => true,
        (Some("cfg"), Some(TokenTree::Group(group))) => needs_test(group.stream()),
        _ => false,
    }
}

fn needs_test(predicate: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = predicate.into_iter().collect();
    match (word(&tokens, 0).as_deref(), tokens.get(1)) {
        (Some("test"), None) => true,
        (Some("all"), Some(TokenTree::Group(group))) => {
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            tokens.split(|token| token.to_string() == ",").any(|part| needs_test(part.iter().cloned().collect()))
        }
        _ => false,
    }
}

/// The place behind the item at `at`, and its name if it is a module in a file of its own. What is not an item (a
/// field, a match arm, a statement) is left where it is: nothing is exempt by mistake.
pub(crate) fn behind_item(tokens: &[TokenTree], mut at: usize) -> (usize, Option<String>) {
    const ITEMS: &[&str] = &[
        "async",
        "const",
        "enum",
        "extern",
        "fn",
        "impl",
        "macro_rules",
        "mod",
        "pub",
        "static",
        "struct",
        "trait",
        "type",
        "union",
        "unsafe",
        "use",
    ];
    while let Some((_, next)) = attribute(tokens, at) {
        at = next;
    }
    let first = word(tokens, at).unwrap_or_default();
    if !ITEMS.contains(&first.as_str()) {
        return (at, None);
    }
    // These end with a semicolon, whatever groups are in them.
    let mut ends_at_semicolon = false;
    let mut module = None;
    for (place, token) in tokens.iter().enumerate().skip(at) {
        match token {
            TokenTree::Ident(name) if name == "use" || name == "static" || name == "type" => ends_at_semicolon = true,
            TokenTree::Ident(name) if name == "const" && word(tokens, place + 1).is_none_or(|next| next != "fn") => {
                ends_at_semicolon = word(tokens, place + 1).is_some_and(|next| next != "unsafe" && next != "extern");
            }
            TokenTree::Ident(name) if name == "mod" => module = word(tokens, place + 1),
            TokenTree::Punct(semicolon) if semicolon.as_char() == ';' => {
                return (place + 1, module);
            }
            TokenTree::Group(body) if body.delimiter() == Delimiter::Brace && !ends_at_semicolon => {
                return (place + 1, None);
            }
            _ => {}
        }
    }
    (tokens.len(), None)
}
