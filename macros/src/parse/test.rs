//! `#[test]`.

use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::item::{Item, Kind};
use crate::messages;
use crate::model::Test;
use crate::stream::TokenStream;

/// Reads a function marked `#[test(options)]`.
pub(crate) fn test(options: TokenStream, mut item: Item, dcx: &mut Diagnostics) -> Result<Test, Reported> {
    if item.kind != Kind::Fn {
        return Err(dcx.error(&item, messages::TEST_ON_OTHER));
    }
    let options = Options::parse("test", &["crate"], options, dcx);
    let signature = item.signature().map_err(|error| dcx.syntax(error))?;
    if let Some(asyncness) = &signature.asyncness {
        return Err(dcx.error(asyncness, messages::ASYNC_TEST));
    }
    if let Some(second) = signature.inputs.get(1) {
        return Err(dcx.error(second, messages::TEST_TAKES));
    }
    if let Some(receiver) = signature.inputs.first().filter(|first| first.is_receiver()) {
        return Err(dcx.error(receiver, messages::TEST_TAKES));
    }
    let library = options.library(dcx).unwrap_or_default();
    Ok(Test { library, ident: signature.ident, takes_token: !signature.inputs.is_empty(), item })
}
