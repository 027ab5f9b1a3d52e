//! From a checked model to tokens. Nothing here can fail.
//!
//! Names that the generated code makes up are invisible to the user's expressions, and the other way
//! round: their tokens carry `mixed_site` spans. Lints are silent in code with such spans, so the
//! user's `forbid(unsafe_code)` and `deny(warnings)` hold for what the user wrote.

mod adopted;
mod arguments;
mod bounds;
mod class;
mod compare;
#[cfg(feature = "derive")]
mod conversion;
#[cfg(all(feature = "derive", any(test, feature = "stubs")))]
mod conversion_hint;
mod coroutine;
#[cfg(any(test, feature = "stubs"))]
mod described;
#[cfg(not(any(test, feature = "stubs")))]
#[path = "described_missing.rs"]
mod described;
#[cfg(feature = "buffers")]
mod element;
mod entries;
#[cfg(feature = "enums")]
mod enums;
#[cfg(not(feature = "enums"))]
#[path = "enums_missing.rs"]
mod enums;
mod from_fields;
#[cfg(feature = "derive")]
mod from_py;
mod function;
#[cfg(feature = "derive")]
mod into_py;
mod methods;
#[cfg(not(feature = "derive"))]
mod missing;
mod module;
mod overloads;
mod slots;
mod test;
mod text_signature;
mod traverse;

pub(crate) use class::{class, refused as refused_class};
#[cfg(feature = "buffers")]
pub(crate) use element::{derive_element, element_stub};
pub(crate) use enums::python_enum;
#[cfg(feature = "derive")]
pub(crate) use from_py::{derive_from_py, from_py_stub};
pub(crate) use function::function;
#[cfg(feature = "derive")]
pub(crate) use into_py::{derive_into_py, into_py_stub};
pub(crate) use methods::{methods, methods_stub};
#[cfg(not(feature = "derive"))]
pub(crate) use missing::{from_py as missing_from_py, into_py as missing_into_py};
pub(crate) use module::module;
pub(crate) use test::test;
pub(crate) use traverse::{derive_no_refs, derive_traverse};

use crate::model::Instance;
use crate::stream::{Group, Ident, Span, ToTokens, TokenStream, TokenTree};
use crate::syntax::{Attribute, GenericParam, Generics, Meta};
use crate::template::hygienic;
use crate::tokens::{each, separated};
use std::ffi::CStr;

/// The span of the user's tokens, but with the hygiene of generated code.
fn at(span: Span) -> Span {
    span.resolved_at(Span::mixed_site())
}

/// A constant of the name with a C string.
fn c_constant(name: &str, text: &CStr) -> TokenStream {
    let name = Ident::new(name, Span::mixed_site());
    hygienic!(const #name: &'static ::core::ffi::CStr = #text;)
}

/// What makes the names of the parameters stand for what takes their place.
fn arguments(instance: &Instance, generics: &Generics) -> TokenStream {
    let mut all = TokenStream::new();
    for (parameter, given) in instance.arguments(generics) {
        let ident = match parameter {
            GenericParam::Type(parameter) => &parameter.ident,
            GenericParam::Const(parameter) => {
                let (ident, ty) = (&parameter.ident, &parameter.ty);
                all.extend(hygienic!(#[allow(dead_code)] const #ident: #ty = #given;));
                continue;
            }
            GenericParam::Lifetime(_) => continue,
        };
        all.extend(hygienic!(#[allow(dead_code)] type #ident = #given;));
    }
    all
}

/// The type of a handle that the function owns.
fn object(private: &TokenStream) -> TokenStream {
    hygienic!(#private::Owned<'py, #private::Any>)
}

/// The type of a handle that the function is lent.
fn lent(private: &TokenStream, ty: &dyn ToTokens) -> TokenStream {
    hygienic!(#private::Borrowed<'a, 'py, #ty>)
}

/// The user's tokens, seen as generated code, so that a lint about them is reported once.
fn respan(tokens: TokenStream) -> TokenStream {
    let respan_tree = |mut tree: TokenTree| {
        if let TokenTree::Group(group) = &tree {
            let mut inner = Group::new(group.delimiter(), respan(group.stream().into()).into());
            inner.set_span(at(group.span()));
            return TokenTree::Group(inner);
        }
        tree.set_span(at(tree.span()));
        tree
    };
    each(tokens, respan_tree)
}

/// The tokens of a path, all at one place: rustc shows an error about a call where its path stands.
fn located(path: &TokenStream, span: Span) -> TokenStream {
    each(path.clone(), |mut tree| {
        tree.set_span(span);
        tree
    })
}

/// The identifier, seen as generated code.
fn respan_ident(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(at(ident.span()));
    ident
}

/// The predicate that all of some `#[cfg(…)]` hold.
fn all(cfgs: &[Attribute]) -> TokenStream {
    let mut predicates = TokenStream::new();
    for cfg in cfgs {
        if let Meta::List(list) = &cfg.meta {
            separated(&mut predicates, &list.tokens);
        }
    }
    hygienic!(all(#predicates))
}

/// An expression that is true if an item under any of these lists of `#[cfg]` is there.
fn any_present(items: &[&[Attribute]]) -> TokenStream {
    if items.iter().any(|cfgs| cfgs.is_empty()) {
        return hygienic!(true);
    }
    if items.is_empty() {
        return hygienic!(false);
    }
    let mut predicates = TokenStream::new();
    for cfgs in items {
        separated(&mut predicates, &all(cfgs));
    }
    hygienic!(::core::cfg!(any(#predicates)))
}
