//! `#[test]`: the function, in one that the test harness calls.

use super::respan_ident;
use crate::model::Test;
use crate::template::hygienic;
use crate::tokens::attributes;
use proc_macro2::TokenStream;
use syn::ItemFn;

/// Expands a test.
pub(crate) fn test(test: &Test) -> TokenStream {
    let private = test.library.private();
    let item = ItemFn { attrs: Vec::new(), vis: syn::Visibility::Inherited, ..test.item.clone() };
    let (attributes, visibility) = (attributes(&test.item.attrs), &test.item.vis);
    let (name, called) = (&test.item.sig.ident, respan_ident(&test.item.sig.ident));
    let call = if item.sig.inputs.is_empty() { hygienic!(|_| #name()) } else { hygienic!(|py| #name(py)) };
    hygienic! {
        #attributes
        #[::core::prelude::v1::test]
        #visibility fn #called() {
            #item
            #private::testing::run(#call);
        }
    }
}
