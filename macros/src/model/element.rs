//! Structs whose bytes lie in buffers.

use super::{Crate, Name};
use crate::stream::Ident;
use crate::syntax::{Member, Type};

/// A struct that derives `Element`.
pub(crate) struct Element {
    pub(crate) library: Crate,
    pub(crate) ident: Ident,
    /// `#[repr(transparent)]`: it is what its one field is.
    pub(crate) transparent: bool,
    pub(crate) fields: Vec<ElementField>,
}

/// One of its fields.
pub(crate) struct ElementField {
    pub(crate) member: Member,
    /// Its name in the format; none in a tuple struct.
    pub(crate) name: Option<Name>,
    pub(crate) ty: Type,
}
