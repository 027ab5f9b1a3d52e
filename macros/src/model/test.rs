//! A test.

use super::Crate;
use syn::ItemFn;

/// A function marked `#[test]`.
pub(crate) struct Test {
    pub(crate) library: Crate,
    /// The function as the user wrote it.
    pub(crate) item: ItemFn,
}
