//! `#[test]`: the function, in one that the test harness calls.

use super::respan_ident;
use crate::item::Item;
use crate::model::Test;
use crate::stream::TokenStream;
use crate::template::hygienic;
use crate::tokens::attributes;

/// Expands a test.
pub(crate) fn test(test: &Test) -> TokenStream {
    let private = test.library.private();
    let (attributes, visibility) = (attributes(&test.item.attrs), &test.item.vis);
    let item = Item { attrs: Vec::new(), vis: TokenStream::new(), ..test.item.clone() };
    let (name, called) = (&test.ident, respan_ident(&test.ident));
    let call = if test.takes_token { hygienic!(|py| #name(py)) } else { hygienic!(|_| #name()) };
    hygienic! {
        #attributes
        #[::core::prelude::v1::test]
        #visibility fn #called() {
            #item
            #private::testing::run(#call);
        }
    }
}
