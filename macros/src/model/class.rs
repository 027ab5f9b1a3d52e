//! A `#[class]`.

use super::{Crate, Documentation, Name, Shape};
use proc_macro2::Ident;
use syn::{Attribute, ItemStruct, Member, Type};

/// A struct marked `#[class]`.
pub(crate) struct Class {
    pub(crate) library: Crate,
    /// The struct as the user wrote it, our markers removed.
    pub(crate) item: ItemStruct,
    pub(crate) name: Name,
    pub(crate) doc: Documentation,
    pub(crate) cfgs: Vec<Attribute>,
    pub(crate) subclass: bool,
    pub(crate) dict: bool,
    pub(crate) weakref: bool,
    /// All fields, as the collector sees them.
    pub(crate) visited: Shape,
    /// The fields that Python sees.
    pub(crate) fields: Vec<Field>,
}

impl Class {
    pub(crate) fn ident(&self) -> &Ident {
        &self.item.ident
    }

    /// The class with nothing in it, to stand for one with errors.
    pub(crate) fn stub(&self) -> Class {
        Class {
            library: self.library.clone(),
            item: self.item.clone(),
            name: self.name.clone(),
            doc: self.doc.clone(),
            cfgs: self.cfgs.clone(),
            visited: Shape::Nothing,
            fields: Vec::new(),
            ..*self
        }
    }
}

/// A field marked `#[field(…)]`.
pub(crate) struct Field {
    /// How the field is reached: `.count`, `.0`.
    pub(crate) member: Member,
    pub(crate) ty: Type,
    pub(crate) name: Name,
    pub(crate) doc: Documentation,
    pub(crate) cfgs: Vec<Attribute>,
    pub(crate) access: Access,
}

/// What Python may do with a field.
#[derive(Clone, Copy)]
pub(crate) struct Access {
    pub(crate) get: bool,
    pub(crate) set: bool,
}
