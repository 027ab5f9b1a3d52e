//! An `#[enumeration]`.

use super::{Crate, Documentation, EnumValue, Name};
use crate::item::DeriveInput;
use crate::stream::Ident;
use crate::syntax::Attribute;

/// An enum marked `#[enumeration]`.
pub(crate) struct Enumeration {
    pub(crate) library: Crate,
    /// The enum as the user wrote it, our markers removed.
    pub(crate) item: DeriveInput,
    pub(crate) name: Name,
    pub(crate) doc: Documentation,
    pub(crate) cfgs: Vec<Attribute>,
    /// The class of the module `enum` that it extends.
    pub(crate) kind: &'static str,
    pub(crate) values: Vec<EnumValue>,
}

impl Enumeration {
    pub(crate) fn ident(&self) -> &Ident {
        &self.item.ident
    }
}
