//! Function items: what cannot be called from Python, and the parameters.

use super::{asynchronous, attributes, hint, signature};
use crate::diagnostics::Diagnostics;
use crate::item::{ArgumentKind, Pattern, ReturnType, Signature};
use crate::messages;
use crate::model::{Callable, Input, Name, cfgs};
use crate::stream::{Ident, ToTokens as _, TokenStream, TokenTree, Word as _};
use crate::syntax::{Attribute, GenericParam, Type, TypeReference};

/// Reads a function whose markers (except `#[signature]`) have been taken, and whose first `skip`
/// parameters are a receiver.
pub(crate) fn callable(
    attributes: &mut Vec<Attribute>,
    sig: &Signature,
    skip: usize,
    dcx: &mut Diagnostics,
) -> Callable {
    refuse(sig, dcx);
    let written =
        attributes::take(attributes, "signature", dcx).and_then(|attribute| signature::signature(&attribute, dcx));
    let is_async = sig.asyncness.is_some();
    let mut inputs = Vec::new();
    let missing = is_async && asynchronous::require(sig, dcx).is_err();
    // Where `async` itself is refused, nothing is said of what it takes.
    for argument in sig.inputs.iter().skip(if missing { sig.inputs.len() } else { skip }) {
        match &argument.kind {
            ArgumentKind::Pattern(pattern, ty) => inputs.extend(input(pattern, ty, is_async, dcx)),
            ArgumentKind::Variadic => {}
            _ => {
                dcx.error(argument, messages::FUNCTION_WITH_SELF);
            }
        }
    }
    let mut known = Vec::new();
    for input in &inputs {
        if let Input::Argument { ident, .. } = input {
            known.push(ident);
        }
    }
    let hints = hint::of_function(attributes, &known, dcx);
    let (output, output_borrows, output_type) = match &sig.output {
        ReturnType::Default => (sig.ident.span(), false, None),
        ReturnType::Type(_, ty) => (ty.span(), may_borrow(ty.to_token_stream()), Some(ty.clone())),
    };
    Callable {
        ident: sig.ident.clone(),
        name: Name::of(&sig.ident),
        doc: attributes::documentation(attributes, dcx),
        cfgs: cfgs(attributes),
        asynchronous: sig.asyncness.as_ref().map(Ident::span),
        inputs,
        written,
        hints,
        output_type,
        output,
        output_borrows,
    }
}

/// Refuses what Python cannot call.
fn refuse(sig: &Signature, dcx: &mut Diagnostics) {
    if let Some(unsafety) = &sig.unsafety {
        dcx.error(unsafety, messages::UNSAFE);
    }
    if !sig.abi.is_empty() {
        dcx.error(&sig.abi, messages::EXTERN);
    }
    if let Some(variadic) = sig.inputs.iter().find(|input| matches!(input.kind, ArgumentKind::Variadic)) {
        dcx.error(variadic, messages::VARIADIC);
    }
    let mut params = sig.generics.params.iter();
    if let Some(generic) = params.find(|param| !matches!(param, GenericParam::Lifetime(_))) {
        dcx.error(generic, messages::GENERIC);
    }
}

fn input(pattern: &Pattern, ty: &Type, is_async: bool, dcx: &mut Diagnostics) -> Option<Input> {
    asynchronous::parameter(ty, is_async, dcx);
    if is_python(ty) {
        return Some(Input::Python);
    }
    if asynchronous::is_context(ty) {
        return Some(Input::Async);
    }
    if let Type::ImplTrait(_) = ty {
        dcx.error(ty, messages::IMPL_TRAIT);
    }
    if let Type::Reference(TypeReference { is_mut: true, elem, .. }) = ty {
        dcx.error(ty, messages::exclusive_argument(&elem.to_token_stream().to_string()));
    }
    match &pattern.ident {
        Some(ident) if pattern.plain => Some(Input::Argument { ident: ident.clone(), ty: Box::new(ty.clone()) }),
        _ => {
            dcx.error(&pattern.tokens, messages::PATTERN);
            None
        }
    }
}

/// Whether a type is `Python<'_>`, by its last segment: a macro sees names only.
pub(crate) fn is_python(ty: &Type) -> bool {
    is_named(ty, "Python")
}

/// Whether the last segment of a type's path is this name.
pub(super) fn is_named(ty: &Type, name: &str) -> bool {
    ty.last().is_some_and(|last| last.ident.is(name))
}

/// Whether a result of this type may borrow from the receiver: it shows a reference, a lifetime
/// that is not `'static` nor the token's, or hides one in `impl` or `dyn`. A result that does not is
/// converted after the receiver's borrow has ended, for a conversion may run Python code.
fn may_borrow(ty: TokenStream) -> bool {
    let mut tokens = ty.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let borrows = match &token {
            TokenTree::Punct(punct) if punct.as_char() == '\'' => match tokens.peek() {
                Some(TokenTree::Ident(name)) => !name.is("static") && !name.is("py"),
                _ => true,
            },
            TokenTree::Punct(punct) => punct.as_char() == '&',
            TokenTree::Ident(word) => word.is("impl") || word.is("dyn"),
            TokenTree::Group(group) => may_borrow(group.stream().into()),
            TokenTree::Literal(_) => false,
        };
        if borrows {
            return true;
        }
    }
    false
}
