//! Enums that Python sees, where the library has been built without them: `parse` has refused them all.

use super::from_fields::Given;
use crate::model::{Class, Enumeration};
use crate::stream::TokenStream;

pub(crate) fn python_enum(_: &Enumeration, _: bool) -> TokenStream {
    TokenStream::new()
}

pub(super) fn given(_: &Class, _: &TokenStream, _: &mut Given) {}
