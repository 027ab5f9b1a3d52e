//! Paths from the root of the crate, read out of tokens.

use proc_macro2::{Delimiter, Group, TokenTree};

/// A path, from the root: `super::raw` in `ptr/owned.rs` is `["ptr", "raw"]`.
pub(crate) type Path = Vec<String>;

/// Where a path begins.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    /// The module that `crate`, `self` or the `super`s lead to; `None` above the root.
    pub(crate) base: Option<Path>,
    /// The place behind it.
    pub(crate) next: usize,
}

/// The beginning of a path at `at`, if there is one: `crate`, `$crate`, `self`, `super`, `::owned`.
pub(crate) fn start(tokens: &[TokenTree], at: usize, module: &[String]) -> Option<Start> {
    let root = |next| Some(Start { base: Some(Vec::new()), next });
    match word(tokens, at)?.as_str() {
        "crate" => root(at + 1),
        // The crate's own name behind a leading `::`, as generated code writes it.
        "owned" if at >= 2 && colons(tokens, at - 2) && !is_path_end(tokens, at.checked_sub(3)) => root(at + 1),
        // A `self` that is a value is not followed by `::`; in the middle of a path (`a::{self}`) it is not a start.
        "self" if colons(tokens, at + 1) => supers(tokens, at + 1, module.to_vec()),
        "super" => supers(tokens, at + 1, parent(module)?).or(Some(Start { base: parent(module), next: at + 1 })),
        _ => None,
    }
}

/// Follows `::super`s.
fn supers(tokens: &[TokenTree], mut next: usize, module: Path) -> Option<Start> {
    let mut base = Some(module);
    while colons(tokens, next) && word(tokens, next + 2).is_some_and(|word| word == "super") {
        base = base.and_then(|base| parent(&base));
        next += 3;
    }
    Some(Start { base, next })
}

fn parent(module: &[String]) -> Option<Path> {
    Some(module.split_last()?.1.to_vec())
}

/// Every path that begins with `base` and goes on at `next`: several, if a `use` has groups. A glob ends in `*`, the
/// base itself in nothing.
pub(crate) fn expand(tokens: &[TokenTree], mut next: usize, base: Path, found: &mut Vec<Path>) {
    let mut path = base;
    while colons(tokens, next) {
        match tokens.get(next + 2) {
            Some(TokenTree::Ident(name)) => path.push(name.to_string()),
            Some(TokenTree::Punct(star)) if star.as_char() == '*' => path.push("*".into()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                return expand_group(group, &path, found);
            }
            _ => break, // a turbofish
        }
        next += 3;
    }
    found.push(path);
}

fn expand_group(group: &Group, base: &[String], found: &mut Vec<Path>) {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let comma = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    for entry in tokens.split(comma) {
        let mut path = base.to_vec();
        match entry.first() {
            None => continue, // behind the last comma
            Some(TokenTree::Group(inner)) => {
                expand_group(inner, base, found);
                continue;
            }
            Some(TokenTree::Ident(name)) if name == "self" => {}
            Some(first) => path.push(first.to_string()),
        }
        expand(entry, 1, path, found);
    }
}

/// The identifier at this place.
pub(crate) fn word(tokens: &[TokenTree], at: usize) -> Option<String> {
    match tokens.get(at)? {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    }
}

/// Whether `::` is at this place.
pub(crate) fn colons(tokens: &[TokenTree], at: usize) -> bool {
    punct(tokens, at, ':') && punct(tokens, at + 1, ':')
}

/// Whether this character is at this place.
pub(crate) fn punct(tokens: &[TokenTree], at: usize, character: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}

/// Whether a path can end here, so that a `::` behind it continues it.
fn is_path_end(tokens: &[TokenTree], at: Option<usize>) -> bool {
    const KEYWORDS: &[&str] = &["use", "pub", "in", "return", "as", "dyn", "impl", "for", "mut", "const", "where"];
    match at.and_then(|at| tokens.get(at)) {
        Some(TokenTree::Ident(word)) => !KEYWORDS.iter().any(|keyword| word == keyword),
        Some(TokenTree::Punct(punct)) => punct.as_char() == '>',
        _ => false,
    }
}
