//! The derives of conversions.

use super::{Output, data};
use crate::diagnostics::Diagnostics;
use crate::model::Conversion;
use crate::stream::TokenStream;
use crate::{check, expand, parse};

pub(crate) fn derive_from_py(tokens: TokenStream) -> Output {
    conversion("FromPy", tokens, check::from_py, expand::derive_from_py, expand::from_py_stub)
}

pub(crate) fn derive_into_py(tokens: TokenStream) -> Output {
    conversion("IntoPy", tokens, check::into_py, expand::derive_into_py, expand::into_py_stub)
}

fn conversion(
    name: &str,
    tokens: TokenStream,
    check: fn(&Conversion, &mut Diagnostics),
    expand: fn(&Conversion) -> TokenStream,
    stub: fn(&Conversion) -> TokenStream,
) -> Output {
    let mut dcx = Diagnostics::default();
    let parsed = data(tokens, &mut dcx).and_then(|item| parse::conversion(name, item, &mut dcx));
    let Ok(conversion) = parsed else {
        return Output::new(TokenStream::new(), dcx);
    };
    if dcx.clean() {
        check(&conversion, &mut dcx);
    }
    let expand = if dcx.clean() { expand } else { stub };
    Output::new(expand(&conversion), dcx)
}
