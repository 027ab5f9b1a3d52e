//! The derives of conversions, where the library has been built without them.

use super::{Output, data};
use crate::diagnostics::Diagnostics;
use crate::expand;
use crate::item::Data;
use crate::messages;
use crate::stream::{Ident, TokenStream};
use crate::syntax::Generics;

pub(crate) fn derive_from_py(tokens: TokenStream) -> Output {
    missing("FromPy", tokens, expand::missing_from_py)
}

pub(crate) fn derive_into_py(tokens: TokenStream) -> Output {
    missing("IntoPy", tokens, expand::missing_into_py)
}

fn missing(name: &str, tokens: TokenStream, stub: fn(&Ident, &Generics) -> TokenStream) -> Output {
    let mut dcx = Diagnostics::default();
    let stub = match data(tokens, &mut dcx) {
        Ok(item) if !matches!(item.data, Data::Union(_)) => {
            dcx.error(&item.ident, messages::needs_feature(&format!("`#[derive({name})]` needs"), "derive"));
            stub(&item.ident, &item.generics)
        }
        _ => TokenStream::new(),
    };
    Output::new(stub, dcx)
}
