//! Attributes on the user's items: our markers and doc comments.

use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::Documentation;
use crate::stream::{Ident, TokenTree, Word as _};
use crate::syntax::{Attribute, Expr, Lit, Meta, Path};

/// Takes `#[marker]` out of the attributes.
pub(crate) fn take(attributes: &mut Vec<Attribute>, marker: &str, dcx: &mut Diagnostics) -> Option<Attribute> {
    let mut found: Option<Attribute> = None;
    attributes.retain(|attribute| {
        if !is_marker(attribute.path(), marker) {
            return true;
        }
        if found.is_some() {
            dcx.error(attribute, messages::marker_twice(marker));
        } else {
            found = Some(attribute.clone());
        }
        false
    });
    found
}

/// Whether a path is `marker` or `….owned::marker`.
fn is_marker(path: &Path, marker: &str) -> bool {
    let mut before: Option<&Ident> = None;
    let mut last: Option<&Ident> = None;
    for segment in &path.segments {
        before = last.replace(&segment.ident);
    }
    match (before, last) {
        (None, Some(only)) => only.is(marker) && !path.is_absolute(),
        (Some(owner), Some(last)) => last.is(marker) && owner.is("owned"),
        (_, None) => false,
    }
}

/// Whether there is a `#[repr(…)]` with the word. What stands there wrongly, rustc says.
pub(crate) fn says_repr(attributes: &[Attribute], word: &str) -> bool {
    for attribute in attributes {
        if let Meta::List(list) = &attribute.meta
            && list.path.is_ident("repr")
            && list.tokens.clone().into_iter().any(|tree| matches!(tree, TokenTree::Ident(said) if said.is(word)))
        {
            return true;
        }
    }
    false
}

/// The text of the doc comments, one leading space of each line removed.
pub(crate) fn documentation(attributes: &[Attribute], dcx: &mut Diagnostics) -> Documentation {
    let mut lines = String::new();
    for attribute in attributes {
        let Meta::NameValue(pair) = &attribute.meta else {
            continue;
        };
        let Expr::Lit(Lit::Str(text)) = &pair.value else {
            continue;
        };
        if !pair.path.is_ident("doc") {
            continue;
        }
        let value = text.value();
        if value.as_bytes().contains(&0) {
            dcx.error(attribute, messages::DOC_HAS_NUL);
            continue;
        }
        for line in value.split('\n') {
            lines += line.strip_prefix(' ').unwrap_or(line).trim_end();
            lines.push('\n');
        }
    }
    let mut lines = lines.trim_end();
    while let Some(others) = lines.strip_prefix('\n') {
        lines = others;
    }
    Documentation(lines.to_owned())
}
