//! `#[signature(…)]` against the rules of Python and against the Rust parameters.

use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::{Callable, Entry};
use crate::stream::{Ident, Span, Word as _};

/// Checks the written signature of a function, if it has one.
pub(crate) fn signature(callable: &Callable, dcx: &mut Diagnostics) {
    let Some((_, entries)) = &callable.written else {
        return;
    };
    grammar(entries, dcx);
    if dcx.clean() {
        parameters(callable, entries, dcx);
    }
}

/// The rules of a Python parameter list.
fn grammar(entries: &[Entry], dcx: &mut Diagnostics) {
    let mut names: Vec<&Ident> = Vec::new();
    let (mut slash, mut star, mut default) = (false, false, false);
    let mut options: Option<&Ident> = None;
    for (index, entry) in entries.iter().enumerate() {
        if let Some(ident) = entry.ident() {
            if names.iter().any(|name| name.same(ident)) {
                dcx.error(ident, messages::signature_twice(&ident.to_string()));
            }
            names.push(ident);
        }
        if let Some(options) = options {
            let span = entry_span(entry);
            dcx.error_at(span, messages::after_options(&options.to_string()));
            return;
        }
        match entry {
            Entry::Named(ident, None) if default && !star => {
                dcx.error(ident, messages::required_after_default(&ident.to_string()));
            }
            Entry::Named(_, given) => default |= given.is_some(),
            Entry::Slash(span) => {
                let text = match (index, slash, star) {
                    (0, ..) => Some(messages::SLASH_FIRST),
                    (_, true, _) => Some(messages::SLASH_TWICE),
                    (_, _, true) => Some(messages::SLASH_AFTER_STAR),
                    _ => None,
                };
                if let Some(text) = text {
                    dcx.error_at(*span, text);
                }
                slash = true;
            }
            Entry::Star(span) => {
                if star {
                    dcx.error_at(*span, messages::STAR_TWICE);
                } else if matches!(entries.get(index + 1), None | Some(Entry::Options(_))) {
                    dcx.error_at(*span, messages::STAR_LAST);
                }
                star = true;
            }
            Entry::Rest(ident) => {
                if star {
                    dcx.error(ident, messages::STAR_TWICE);
                }
                star = true;
            }
            Entry::Options(ident) => options = Some(ident),
        }
    }
}

fn entry_span(entry: &Entry) -> Span {
    match entry {
        Entry::Slash(span) | Entry::Star(span) => *span,
        Entry::Named(ident, _) | Entry::Rest(ident) | Entry::Options(ident) => ident.span(),
    }
}

/// The same names as the Rust parameters, in the same order.
fn parameters(callable: &Callable, entries: &[Entry], dcx: &mut Diagnostics) {
    let (mut written, mut expected) = (Vec::new(), Vec::new());
    for entry in entries {
        if let Some(ident) = entry.ident() {
            written.push(ident);
        }
    }
    for (ident, _) in callable.arguments() {
        expected.push(ident);
    }
    for ident in &written {
        if !expected.iter().any(|name| name.same(ident)) {
            dcx.error(*ident, messages::signature_unknown(&ident.to_string()));
            return;
        }
    }
    for ident in &expected {
        if !written.iter().any(|name| name.same(ident)) {
            dcx.error(*ident, messages::signature_missing(&ident.to_string()));
            return;
        }
    }
    for (at, ident) in written.iter().enumerate() {
        if !ident.same(expected[at]) {
            let text = messages::signature_order(&ident.to_string(), &expected[at].to_string());
            dcx.error(*ident, text);
            return;
        }
    }
}
