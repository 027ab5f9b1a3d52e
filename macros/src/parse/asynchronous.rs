//! `async fn`: what its parameters can be. It runs when the call that gave them is over, and what it holds meanwhile is
//! in the table of its coroutine.

use super::callable::{is_named, is_python};
use crate::diagnostics::{Diagnostics, Reported};
use crate::features::Feature;
use crate::item::Signature;
use crate::messages;
use crate::model::Receiver;
use crate::stream::{ToTokens as _, TokenStream, TokenTree, Word as _};
use crate::syntax::Type;

/// Whether a type is `Async`, by its last segment: a macro sees names only.
pub(super) fn is_context(ty: &Type) -> bool {
    is_named(ty, "Async")
}

/// Refuses `async` without its feature.
pub(super) fn require(sig: &Signature, dcx: &mut Diagnostics) -> Result<(), Reported> {
    Feature::Async.require("an `async fn` needs", &sig.asyncness, dcx)
}

/// Refuses a parameter of an `async fn` that would not outlive the call, or would hide a reference, as far as its type
/// shows; and in any other function what only an `async fn` gets.
pub(super) fn parameter(ty: &Type, is_async: bool, dcx: &mut Diagnostics) {
    if !is_async {
        if is_context(ty) {
            dcx.error(ty, messages::CONTEXT_WITHOUT_ASYNC);
        } else if names(ty.to_token_stream(), "Kept") {
            dcx.error(ty, messages::KEPT_WITHOUT_ASYNC);
        }
        return;
    }
    if is_python(ty) {
        dcx.error(ty, messages::ASYNC_TOKEN);
        return;
    }
    match found(ty.to_token_stream()) {
        Some(Found::Borrows) => {
            dcx.error(ty, messages::ASYNC_BORROWS);
        }
        Some(Found::Hides) => {
            dcx.error(ty, messages::ASYNC_HIDES);
        }
        None => {}
    }
}

/// How an `async fn` of a `#[methods]` block gets its object.
pub(super) fn receiver(sig: &Signature, dcx: &mut Diagnostics) -> Result<Receiver, Reported> {
    require(sig, dcx)?;
    let Some(first) = sig.inputs.first() else { return Ok(Receiver::None) };
    if first.is_receiver() {
        return Err(dcx.error(first, messages::ASYNC_SELF));
    }
    match first.slf() {
        Some(ty) if is_named(ty, "Kept") => Ok(Receiver::Kept),
        Some(ty) => Err(dcx.error(ty, messages::ASYNC_SELF)),
        None => Ok(Receiver::None),
    }
}

fn names(ty: TokenStream, name: &str) -> bool {
    ty.into_iter().any(|tree| match tree {
        TokenTree::Ident(word) => word.is(name),
        TokenTree::Group(group) => names(group.stream().into(), name),
        _ => false,
    })
}

enum Found {
    /// A reference or a lifetime, or a handle that has one.
    Borrows,
    /// A handle that the collector does not see in a future.
    Hides,
}

fn found(ty: TokenStream) -> Option<Found> {
    for tree in ty {
        let found = match &tree {
            TokenTree::Punct(punct) if punct.as_char() == '&' => Some(Found::Borrows),
            TokenTree::Ident(word) if ["Borrowed", "Owned", "Ref", "RefMut"].iter().any(|name| word.is(name)) => {
                Some(Found::Borrows)
            }
            TokenTree::Ident(word) if word.is("Py") => Some(Found::Hides),
            TokenTree::Group(group) => found(group.stream().into()),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}
