//! `#[function]`.

use super::callable;
use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::item::{Item, Kind};
use crate::messages;
use crate::model::{Crate, Function};
use crate::stream::TokenStream;

/// Reads an item marked `#[function(options)]`, the marker itself taken.
pub(crate) fn function(
    options: TokenStream,
    library: Option<&Crate>,
    mut item: Item,
    dcx: &mut Diagnostics,
) -> Result<Function, Reported> {
    if item.kind != Kind::Fn {
        return Err(dcx.error(&item, messages::FUNCTION_ON_OTHER));
    }
    let signature = item.signature().map_err(|error| dcx.syntax(error))?;
    let options = Options::parse("function", &["name", "crate"], options, dcx);
    let mut callable = callable::callable(&mut item.attrs, &signature, 0, dcx);
    if let Some(name) = options.name(dcx) {
        callable.name = name;
    }
    let library = options.library(dcx).or_else(|| library.cloned());
    Ok(Function { library: library.unwrap_or_default(), item, callable })
}
