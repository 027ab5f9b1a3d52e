//! What kind of item one is, by the words at its head.

use crate::stream::{Ident, TokenStream, TokenTree};
use crate::syntax::Input;

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
pub(super) fn words(input: &mut Input, head: &mut TokenStream) -> Words {
    let mut words = Words { kind: Kind::Other, ident: None, to_semicolon: false };
    while let Some(word) = input.peek_ident() {
        let (kind, to_semicolon) = match word.to_string().as_str() {
            "struct" => (Kind::Struct, false),
            "enum" => (Kind::Enum, false),
            "fn" => (Kind::Fn, false),
            "mod" => (Kind::Mod, false),
            "impl" => (Kind::Impl, false),
            "use" => (Kind::Use, true),
            "type" | "static" => (Kind::Other, true),
            // Names of their own too, such as that of a macro that is called.
            "union" if is_before_word(input) => (Kind::Union, false),
            "auto" | "default" | "gen" | "safe" if is_before_word(input) => {
                head.append_if_any(input.take());
                continue;
            }
            "async" | "unsafe" => {
                head.append_if_any(input.take());
                continue;
            }
            "extern" => {
                head.append_if_any(input.take());
                if matches!(input.front(), Some(TokenTree::Literal(_))) {
                    head.append_if_any(input.take());
                }
                continue;
            }
            "const" => {
                head.append_if_any(input.take());
                match input.peek_ident().map(|word| word.to_string()).as_deref() {
                    Some("async" | "extern" | "fn" | "impl" | "trait" | "unsafe") => continue,
                    _ => {
                        input.enter();
                        (words.kind, words.to_semicolon) = (Kind::Const, true);
                        words.ident = input.peek_ident().cloned();
                        return words;
                    }
                }
            }
            _ => return words,
        };
        (words.kind, words.to_semicolon) = (kind, to_semicolon);
        head.append_if_any(input.take());
        if !matches!(kind, Kind::Impl | Kind::Use | Kind::Other) {
            input.enter();
            words.ident = input.peek_ident().cloned();
        }
        return words;
    }
    words
}

/// Whether behind the next token stands a name or a keyword.
fn is_before_word(input: &Input) -> bool {
    let mut ahead = input.clone();
    ahead.take();
    ahead.peek_ident().is_some()
}
