//! The derives of conversions, where the library has been built without them.

use super::{Output, item};
use crate::diagnostics::Diagnostics;
use crate::expand;
use crate::messages;
use proc_macro2::{Ident, TokenStream};
use syn::{Generics, Item};

pub(crate) fn derive_from_py(tokens: TokenStream) -> Output {
    missing("FromPy", tokens, expand::missing_from_py)
}

pub(crate) fn derive_into_py(tokens: TokenStream) -> Output {
    missing("IntoPy", tokens, expand::missing_into_py)
}

fn missing(name: &str, tokens: TokenStream, stub: fn(&Ident, &Generics) -> TokenStream) -> Output {
    let mut dcx = Diagnostics::default();
    let stub = match item(&tokens, &mut dcx) {
        Ok(Item::Struct(item)) => refused(name, &item.ident, &item.generics, stub, &mut dcx),
        Ok(Item::Enum(item)) => refused(name, &item.ident, &item.generics, stub, &mut dcx),
        _ => TokenStream::new(),
    };
    Output::new(stub, dcx)
}

fn refused(
    name: &str,
    ident: &Ident,
    generics: &Generics,
    stub: fn(&Ident, &Generics) -> TokenStream,
    dcx: &mut Diagnostics,
) -> TokenStream {
    dcx.error(ident, messages::needs_feature(&format!("`#[derive({name})]` needs"), "derive"));
    stub(ident, generics)
}
