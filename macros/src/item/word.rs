//! What kind of item one is, by the words at its head.

use super::split::Trees;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::TokenStreamExt as _;

/// The kinds that a macro looks into.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Struct,
    Enum,
    Union,
    /// With a body.
    Fn,
    Impl,
    Mod,
    Const,
    Use,
    Other,
}

/// What the words say.
pub(super) struct Words {
    pub(super) kind: Kind,
    pub(super) ident: Option<Ident>,
    /// Whether only a semicolon ends it: braces may be a part of a value, or of what is used.
    pub(super) to_semicolon: bool,
}

/// Reads the words up to the one that decides, into `head`.
pub(super) fn words(trees: &mut Trees, head: &mut TokenStream) -> Words {
    let mut words = Words { kind: Kind::Other, ident: None, to_semicolon: false };
    while let Some(word) = trees.word() {
        let (kind, to_semicolon) = match word.as_str() {
            "struct" => (Kind::Struct, false),
            "enum" => (Kind::Enum, false),
            "fn" => (Kind::Fn, false),
            "mod" => (Kind::Mod, false),
            "impl" => (Kind::Impl, false),
            "use" => (Kind::Use, true),
            "type" | "static" => (Kind::Other, true),
            // Names of their own too, such as that of a macro that is called.
            "union" if trees.is_before_word() => (Kind::Union, false),
            "auto" | "default" | "gen" | "safe" if trees.is_before_word() => {
                head.append_all(trees.next());
                continue;
            }
            "async" | "unsafe" => {
                head.append_all(trees.next());
                continue;
            }
            "extern" => {
                head.append_all(trees.next());
                if matches!(trees.peek(), Some(TokenTree::Literal(_))) {
                    head.append_all(trees.next());
                }
                continue;
            }
            "const" => {
                head.append_all(trees.next());
                match trees.word().as_deref() {
                    Some("async" | "extern" | "fn" | "impl" | "trait" | "unsafe") => continue,
                    _ => {
                        (words.kind, words.to_semicolon) = (Kind::Const, true);
                        words.ident = trees.ident();
                        return words;
                    }
                }
            }
            _ => return words,
        };
        (words.kind, words.to_semicolon) = (kind, to_semicolon);
        head.append_all(trees.next());
        if !matches!(kind, Kind::Impl | Kind::Use | Kind::Other) {
            words.ident = trees.ident();
        }
        return words;
    }
    words
}
