//! `#[function]`.

use super::callable;
use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::messages;
use crate::model::{Crate, Function};
use proc_macro2::TokenStream;
use syn::{Item, ItemFn};

/// Reads an item marked `#[function(options)]`, the marker itself taken.
pub(crate) fn function(
    options: TokenStream,
    library: Option<&Crate>,
    item: Item,
    dcx: &mut Diagnostics,
) -> Result<Function, Reported> {
    match item {
        Item::Fn(item) => Ok(item_fn(options, library, item, dcx)),
        other => Err(dcx.error(&other, messages::FUNCTION_ON_OTHER)),
    }
}

fn item_fn(options: TokenStream, library: Option<&Crate>, mut item: ItemFn, dcx: &mut Diagnostics) -> Function {
    let options = Options::parse("function", &["name", "crate"], options, dcx);
    let mut callable = callable::callable(&mut item.attrs, &item.sig, 0, dcx);
    if let Some(name) = options.name(dcx) {
        callable.name = name;
    }
    let library = options.library(dcx).or_else(|| library.cloned());
    Function { library: library.unwrap_or_default(), item, callable }
}
