//! The phases of each macro in their order, with a gate between them.

use crate::diagnostics::{Diagnostics, Reported};
use crate::item::{self, DeriveInput, Item, Kind};
use crate::stream::TokenStream;
use crate::{check, expand, parse};

#[cfg(feature = "derive")]
mod conversions;
#[cfg(not(feature = "derive"))]
#[path = "drive/conversions_missing.rs"]
mod conversions;

pub(crate) use conversions::{derive_from_py, derive_into_py};

/// What a macro gives: tokens, after the errors if there are any.
pub(crate) struct Output {
    pub(crate) tokens: TokenStream,
    pub(crate) diagnostics: Diagnostics,
}

impl Output {
    fn new(tokens: TokenStream, diagnostics: Diagnostics) -> Output {
        Output { tokens, diagnostics }
    }

    /// The item as it was, for there is nothing to make of it.
    fn bare(item: TokenStream, diagnostics: Diagnostics) -> Output {
        Output::new(item, diagnostics)
    }
}

impl From<Output> for proc_macro::TokenStream {
    fn from(output: Output) -> Self {
        let mut tokens = output.diagnostics.into_tokens();
        tokens.extend(output.tokens);
        tokens.into()
    }
}

/// Parses the item under an attribute.
fn item(tokens: &TokenStream, dcx: &mut Diagnostics) -> Result<Item, Reported> {
    Item::read(tokens.clone()).map_err(|error| dcx.syntax(error))
}

/// Parses the type under a derive: rustc lets one see only structs, enums and unions.
fn data(tokens: TokenStream, dcx: &mut Diagnostics) -> Result<DeriveInput, Reported> {
    Item::read(tokens).and_then(item::data).map_err(|error| dcx.syntax(error))
}

pub(crate) fn class(options: TokenStream, tokens: TokenStream) -> Output {
    let mut dcx = Diagnostics::default();
    let parsed = item(&tokens, &mut dcx).and_then(|item| parse::class(options, None, item, &mut dcx));
    let Ok(class) = parsed else {
        return refused_class(tokens, dcx);
    };
    check::class(&class, &mut dcx);
    let tokens = if dcx.clean() { expand::class(&class) } else { expand::class(&class.stub()) };
    Output::new(tokens, dcx)
}

/// The item as it was and, for an enum, a class in its place.
fn refused_class(mut tokens: TokenStream, dcx: Diagnostics) -> Output {
    if let Ok(item) = Item::read(tokens.clone())
        && item.kind == Kind::Enum
        && let Ok(item) = item::data(item)
    {
        let (library, cfgs) = (crate::model::Crate::default(), crate::model::cfgs(&item.attrs));
        tokens.extend(expand::refused_class(&library, &item.ident, &item.generics, &cfgs));
    }
    Output::bare(tokens, dcx)
}

pub(crate) fn enumeration(options: TokenStream, tokens: TokenStream) -> Output {
    let mut dcx = Diagnostics::default();
    let parsed = item(&tokens, &mut dcx).and_then(|item| parse::enumeration(options, None, item, &mut dcx));
    let Ok(enumeration) = parsed else {
        return Output::bare(tokens, dcx);
    };
    Output::new(expand::python_enum(&enumeration, !dcx.clean()), dcx)
}

pub(crate) fn methods(options: TokenStream, tokens: TokenStream) -> Output {
    let mut dcx = Diagnostics::default();
    let parsed = item(&tokens, &mut dcx).and_then(|item| parse::methods(options, None, item, &mut dcx));
    let Ok(methods) = parsed else {
        return Output::bare(tokens, dcx);
    };
    if dcx.clean() {
        check::methods(&methods, &mut dcx);
    }
    let tokens = if dcx.clean() { expand::methods(&methods) } else { expand::methods_stub(&methods) };
    Output::new(tokens, dcx)
}

pub(crate) fn function(options: TokenStream, tokens: TokenStream) -> Output {
    let mut dcx = Diagnostics::default();
    let parsed = item(&tokens, &mut dcx).and_then(|item| parse::function(options, None, item, &mut dcx));
    let Ok(function) = parsed else {
        return Output::bare(tokens, dcx);
    };
    if dcx.clean() {
        check::function(&function, &mut dcx);
    }
    Output::new(expand::function(&function, !dcx.clean()), dcx)
}

pub(crate) fn test(options: TokenStream, tokens: TokenStream) -> Output {
    let mut dcx = Diagnostics::default();
    let parsed = item(&tokens, &mut dcx).and_then(|item| parse::test(options, item, &mut dcx));
    let Ok(test) = parsed else {
        return Output::bare(tokens, dcx);
    };
    Output::new(expand::test(&test), dcx)
}

pub(crate) fn module(options: TokenStream, tokens: TokenStream) -> Output {
    let mut dcx = Diagnostics::default();
    let parsed = item(&tokens, &mut dcx).and_then(|item| parse::module(options, None, item, &mut dcx));
    let Ok(module) = parsed else {
        return Output::bare(tokens, dcx);
    };
    if dcx.clean() {
        check::module(&module, &mut dcx);
    }
    Output::new(expand::module(&module, !dcx.clean()), dcx)
}

pub(crate) fn derive_traverse(tokens: TokenStream) -> Output {
    derive("Traverse", tokens, expand::derive_traverse)
}

pub(crate) fn derive_no_refs(tokens: TokenStream) -> Output {
    derive("NoRefs", tokens, expand::derive_no_refs)
}

#[cfg(feature = "buffers")]
pub(crate) fn derive_element(tokens: TokenStream) -> Output {
    let mut dcx = Diagnostics::default();
    let item = data(tokens, &mut dcx);
    let named = item.as_ref().ok().filter(|item| item.generics.params.is_empty()).map(|item| item.ident.clone());
    let parsed = item.and_then(|item| parse::element(item, &mut dcx));
    let tokens = match (parsed, named) {
        (Ok(element), _) if dcx.clean() => expand::derive_element(&element),
        (_, Some(ident)) => expand::element_stub(&ident),
        (_, None) => TokenStream::new(),
    };
    Output::new(tokens, dcx)
}

fn derive(name: &str, tokens: TokenStream, expand: fn(&crate::model::Derived) -> TokenStream) -> Output {
    let mut dcx = Diagnostics::default();
    let parsed = data(tokens, &mut dcx).and_then(|item| parse::derive(name, item, &mut dcx));
    let Ok(mut derived) = parsed else {
        return Output::new(TokenStream::new(), dcx);
    };
    if !dcx.clean() {
        derived.shape = crate::model::Shape::Nothing;
    }
    Output::new(expand(&derived), dcx)
}
