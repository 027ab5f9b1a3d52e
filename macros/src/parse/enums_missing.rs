//! Enums that Python sees, where the library has been built without them.

use crate::diagnostics::{Diagnostics, Reported};
use crate::messages;
use crate::model::{Class, Crate, Enumeration};
use proc_macro2::TokenStream;
use syn::{Item, ItemEnum};

pub(in crate::parse) fn class(
    _: TokenStream,
    _: Option<&Crate>,
    item: ItemEnum,
    dcx: &mut Diagnostics,
) -> Result<Class, Reported> {
    Err(dcx.error(&item.enum_token, messages::needs_feature("`#[class]` on an enum needs", "enums")))
}

pub(crate) fn enumeration(
    _: TokenStream,
    _: Option<&Crate>,
    item: Item,
    dcx: &mut Diagnostics,
) -> Result<Enumeration, Reported> {
    let Item::Enum(item) = item else {
        return Err(dcx.error(&item, messages::ENUMERATION_ON_OTHER));
    };
    Err(dcx.error(&item.ident, messages::needs_feature("`#[enumeration]` needs", "enums")))
}
