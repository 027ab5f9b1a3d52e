//! Enums that Python sees, as classes of ours or of the module `enum`.

mod enumeration;
mod variants;

use super::class::{KNOWN, head};
use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::item::{Data, DeriveInput};
use crate::messages;
use crate::model::{Class, Crate, Shape};
use crate::stream::TokenStream;
use enumeration::values;
use variants::{has_fields, variants};

pub(crate) use enumeration::enumeration;

/// Reads an enum marked `#[class(options)]`, the marker itself taken.
pub(in crate::parse) fn class(
    options: TokenStream,
    library: Option<&Crate>,
    mut item: DeriveInput,
    dcx: &mut Diagnostics,
) -> Result<Class, Reported> {
    let Data::Enum(all, _) = &mut item.data else {
        return Err(dcx.error(&item, messages::CLASS_ON_OTHER));
    };
    let options = Options::parse("class", KNOWN, options, dcx);
    let has_fields = has_fields(all);
    for option in
        ["instances", "extends", "metaclass", "subclass", "sequence", "mapping", "freelist", "unsafe", "new", "repr"]
    {
        if let Some(at) = options.at(option) {
            let made = has_fields && matches!(option, "new" | "repr");
            dcx.error(at, if made { messages::made_anyway(option) } else { messages::not_of_an_enum(option) });
        }
    }
    if has_fields {
        let (variants, visited) = variants(all, options.case(dcx), dcx);
        return Ok(Class { variants, ..head(&item, &options, library, visited, dcx) });
    }
    let values = values(all, &item.ident, &["name"], options.case(dcx), dcx);
    Ok(Class { values: Some(values), ..head(&item, &options, library, Shape::Nothing, dcx) })
}
