//! What stub files say, where the library has been built without it: nothing.

use crate::model::{Callable, Constant, Documentation, Field, Methods, Name};
#[cfg(feature = "derive")]
use crate::model::{Conversion, Converted};
use crate::stream::{Ident, ToTokens, TokenStream};
use crate::syntax::{Attribute, Type};

pub(super) fn table(_: &TokenStream) -> Option<TokenStream> {
    None
}

pub(super) fn methods(_: &Methods, _: &TokenStream) -> TokenStream {
    TokenStream::new()
}

pub(super) fn function(_: &Callable, _: &TokenStream) -> TokenStream {
    TokenStream::new()
}

pub(super) fn constant(_: &Constant, _: &TokenStream) -> TokenStream {
    TokenStream::new()
}

pub(super) fn field(_: &Field, _: &TokenStream) -> TokenStream {
    TokenStream::new()
}

pub(super) fn variant_field(_: &Name, _: &Documentation, _: &dyn ToTokens, _: &TokenStream) -> TokenStream {
    TokenStream::new()
}

pub(super) fn new(_: &Callable, _: &Type, _: &TokenStream) -> TokenStream {
    TokenStream::new()
}

pub(super) fn made(_: &str, _: &str, _: &TokenStream) -> TokenStream {
    TokenStream::new()
}

pub(super) fn match_args(_: &TokenStream, _: &TokenStream) -> TokenStream {
    TokenStream::new()
}

pub(super) fn comparisons(_: bool, _: &TokenStream) -> TokenStream {
    TokenStream::new()
}

pub(super) fn accepted_class(_: &Ident, _: &TokenStream) -> Option<TokenStream> {
    None
}

pub(super) fn enum_value(_: &Name, _: &Ident, _: &TokenStream) -> TokenStream {
    TokenStream::new()
}

pub(super) fn under(_: &[Attribute], _: &TokenStream) -> TokenStream {
    TokenStream::new()
}

#[cfg(feature = "derive")]
pub(super) fn hint(_: &Conversion, _: &dyn Fn(&Converted) -> TokenStream, _: bool) -> TokenStream {
    TokenStream::new()
}
