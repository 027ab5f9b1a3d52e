//! A test.

use super::Crate;
use crate::item::Item;
use crate::stream::Ident;

/// A function marked `#[test]`.
pub(crate) struct Test {
    pub(crate) library: Crate,
    /// The function as the user wrote it.
    pub(crate) item: Item,
    pub(crate) ident: Ident,
    pub(crate) takes_token: bool,
}
