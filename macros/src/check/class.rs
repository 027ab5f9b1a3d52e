//! `#[class]`.

use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::Class;

/// Checks a `#[class]`.
pub(crate) fn class(class: &Class, dcx: &mut Diagnostics) {
    let generics = &class.item.generics;
    if !generics.params.is_empty() {
        let text = messages::generic_class(&class.item.ident.to_string());
        dcx.error(&generics.params, text);
    }
    // Fields under `#[cfg]` may be alternatives of each other.
    let fields = class.fields.iter().filter(|field| field.cfgs.is_empty());
    let mut seen: Vec<&str> = Vec::new();
    for field in fields {
        if seen.contains(&field.name.text.as_str()) {
            dcx.error_at(field.name.span, messages::property_twice(&field.name.text));
        }
        seen.push(&field.name.text);
    }
}
