//! Enums that Python sees.

mod python_enum;
mod values;
mod variants;

use super::from_fields::Given;
use crate::model::Class;
use crate::stream::TokenStream;

pub(crate) use python_enum::python_enum;

/// What an enum gives its class: its values, or the classes of its variants.
pub(super) fn given(class: &Class, private: &TokenStream, given: &mut Given) {
    if let Some(values) = &class.values {
        values::values(class, values, private, given);
    }
    if !class.variants.is_empty() {
        variants::variants(class, &class.variants, private, given);
    }
}
