//! Enums that Python sees, where the library has been built without them.

use crate::diagnostics::{Diagnostics, Reported};
use crate::item::{Data, DeriveInput, Item, Kind};
use crate::messages;
use crate::model::{Class, Crate, Enumeration};
use crate::stream::{ToTokens, TokenStream};

pub(in crate::parse) fn class(
    _: TokenStream,
    _: Option<&Crate>,
    item: DeriveInput,
    dcx: &mut Diagnostics,
) -> Result<Class, Reported> {
    let at: &dyn ToTokens = match &item.data {
        Data::Enum(..) => &item.word,
        _ => &item.ident,
    };
    Err(dcx.error(at, messages::needs_feature("`#[class]` on an enum needs", "enums")))
}

pub(crate) fn enumeration(
    _: TokenStream,
    _: Option<&Crate>,
    item: Item,
    dcx: &mut Diagnostics,
) -> Result<Enumeration, Reported> {
    if item.kind != Kind::Enum {
        return Err(dcx.error(&item, messages::ENUMERATION_ON_OTHER));
    }
    Err(dcx.error(&item.ident, messages::needs_feature("`#[enumeration]` needs", "enums")))
}
