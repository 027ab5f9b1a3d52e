//! Enums that Python sees, as classes of ours or of the module `enum`.

mod enumeration;
mod variants;

use super::class::{Head, KNOWN};
use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::messages;
use crate::model::{Class, Crate, Shape};
use enumeration::values;
use proc_macro2::TokenStream;
use syn::{Item, ItemEnum};
use variants::{has_fields, variants};

pub(crate) use enumeration::enumeration;

/// Reads an enum marked `#[class(options)]`, the marker itself taken.
pub(in crate::parse) fn class(
    options: TokenStream,
    library: Option<&Crate>,
    mut item: ItemEnum,
    dcx: &mut Diagnostics,
) -> Result<Class, Reported> {
    let options = Options::parse("class", KNOWN, options, dcx);
    let has_fields = has_fields(&item);
    for option in
        ["instances", "extends", "metaclass", "subclass", "sequence", "mapping", "freelist", "unsafe", "new", "repr"]
    {
        if let Some(at) = options.at(option) {
            let made = has_fields && matches!(option, "new" | "repr");
            dcx.error(at, if made { messages::made_anyway(option) } else { messages::not_of_an_enum(option) });
        }
    }
    if has_fields {
        let (variants, visited) = variants(&mut item, options.case(dcx), dcx);
        let head = Head { attrs: &item.attrs, ident: &item.ident, generics: &item.generics };
        let class = head.class(&options, library, visited, dcx);
        return Ok(Class { variants, item: Item::Enum(item), ..class });
    }
    let values = values(&mut item, &["name"], options.case(dcx), dcx);
    let head = Head { attrs: &item.attrs, ident: &item.ident, generics: &item.generics };
    let class = head.class(&options, library, Shape::Nothing, dcx);
    Ok(Class { values: Some(values), item: Item::Enum(item), ..class })
}
