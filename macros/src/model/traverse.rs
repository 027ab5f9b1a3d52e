//! Types as the collector sees them: for classes and for the derives.

use super::Crate;
use crate::stream::Ident;
use crate::syntax::{Attribute, Generics, Member, Type};

/// A type that derives `Traverse` or `NoRefs`.
pub(crate) struct Derived {
    pub(crate) library: Crate,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) shape: Shape,
}

/// A struct's fields, or those of each variant.
#[derive(Clone)]
pub(crate) enum Shape {
    Struct(Fields),
    Enum(Vec<(Ident, Vec<Attribute>, Fields)>),
    /// Nothing to visit: plain data, or something with a mistake in it.
    Nothing,
}

/// The fields of a struct or a variant.
#[derive(Clone)]
pub(crate) struct Fields(pub(crate) Vec<Visit>);

/// One field.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    pub(crate) cfgs: Vec<Attribute>,
    /// `#[traverse(skip = "reason")]`.
    pub(crate) skipped: bool,
}
