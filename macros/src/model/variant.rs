//! The variants of an enum with fields, each of which is a class.

use super::{Documentation, Name};
use crate::stream::Ident;
use crate::syntax::{Attribute, Expr, Member, Type};

/// One variant.
pub(crate) struct ClassVariant {
    pub(crate) ident: Ident,
    pub(crate) name: Name,
    pub(crate) doc: Documentation,
    pub(crate) cfgs: Vec<Attribute>,
    /// Whether its fields are known by their places: `Rect(f64, f64)`.
    pub(crate) tuple: bool,
    pub(crate) fields: Vec<VariantField>,
}

/// One of its fields: a parameter of its constructor, and an attribute.
pub(crate) struct VariantField {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    pub(crate) name: Name,
    pub(crate) doc: Documentation,
    /// What it is where Python passes nothing.
    pub(crate) default: Option<Box<Expr>>,
}
