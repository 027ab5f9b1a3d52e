//! `#[test]`.

use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::messages;
use crate::model::Test;
use proc_macro2::TokenStream;
use syn::Item;

/// Reads a function marked `#[test(options)]`.
pub(crate) fn test(options: TokenStream, item: Item, dcx: &mut Diagnostics) -> Result<Test, Reported> {
    let Item::Fn(item) = item else {
        return Err(dcx.error(&item, messages::TEST_ON_OTHER));
    };
    let options = Options::parse("test", &["crate"], options, dcx);
    if let Some(asyncness) = &item.sig.asyncness {
        return Err(dcx.error(asyncness, messages::ASYNC_TEST));
    }
    if let Some(second) = item.sig.inputs.iter().nth(1) {
        return Err(dcx.error(second, messages::TEST_TAKES));
    }
    if let Some(receiver) = item.sig.receiver() {
        return Err(dcx.error(receiver, messages::TEST_TAKES));
    }
    Ok(Test { library: options.library(dcx).unwrap_or_default(), item })
}
