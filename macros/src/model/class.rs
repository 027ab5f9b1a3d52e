//! A `#[class]`.

use super::{ClassVariant, Crate, Documentation, Instance, Name, Shape};
use crate::stream::{Ident, TokenStream};
use crate::syntax::{Attribute, Expr, Generics, LitStr, Member, Path, Type};

/// A struct or an enum marked `#[class]`.
pub(crate) struct Class {
    pub(crate) library: Crate,
    /// The item as the user wrote it, our markers removed.
    pub(crate) item: TokenStream,
    pub(crate) is_enum: bool,
    pub(crate) vis: TokenStream,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// The classes that a generic struct is.
    pub(crate) instances: Vec<Instance>,
    pub(crate) name: Name,
    pub(crate) doc: Documentation,
    pub(crate) cfgs: Vec<Attribute>,
    /// `extends = …`
    pub(crate) base: Option<Path>,
    /// `extends = "module:Class"`
    pub(crate) python_bases: Vec<LitStr>,
    /// `nested_in = …`
    pub(crate) outer: Option<Path>,
    /// `metaclass = "module:Class"`
    pub(crate) metaclass: Option<LitStr>,
    /// `unsafe(adopt(…))`
    pub(crate) adopts: Option<Adopts>,
    pub(crate) subclass: bool,
    pub(crate) dict: bool,
    pub(crate) weakref: bool,
    pub(crate) sequence: bool,
    pub(crate) mapping: bool,
    /// `freelist = N`, and where it is asked for.
    pub(crate) freelist: Option<(Ident, u16)>,
    /// All fields, as the collector sees them.
    pub(crate) visited: Shape,
    /// The fields that Python sees.
    pub(crate) fields: Vec<Field>,
    /// The values of an enum without fields.
    pub(crate) values: Option<Vec<EnumValue>>,
    /// The variants of an enum with fields.
    pub(crate) variants: Vec<ClassVariant>,
    /// What is made of the fields.
    pub(crate) made: Made,
    /// All fields, as a constructor sees them.
    pub(crate) starts: Vec<Start>,
}

/// `adopt(STRUCT, type = SYMBOL)`: what C has of a class.
#[derive(Clone)]
pub(crate) struct Adopts {
    /// The word `adopt`.
    pub(crate) at: Ident,
    /// C's struct, of which the build checks the layout.
    pub(crate) c_struct: Ident,
    pub(crate) made_of: MadeOf,
    /// What is exported as `owned_c_SYMBOL`.
    pub(crate) symbol: Ident,
}

/// What C makes a type of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum MadeOf {
    /// A static `PyTypeObject`.
    Type,
    /// A `PyType_Spec`.
    Spec,
}

/// A variant without fields.
pub(crate) struct EnumValue {
    pub(crate) ident: Ident,
    pub(crate) name: Name,
    /// Its value in Python, where that is a text.
    pub(crate) text: Option<Name>,
    pub(crate) cfgs: Vec<Attribute>,
}

/// What `#[class(…)]` asks to be made of the fields, and where it asks.
#[derive(Clone, Default)]
pub(crate) struct Made {
    pub(crate) new: Option<Ident>,
    pub(crate) eq: Option<Ident>,
    pub(crate) ord: Option<Ident>,
    pub(crate) hash: Option<Ident>,
    pub(crate) repr: Option<Ident>,
}

/// A field of a new instance.
pub(crate) struct Start {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    pub(crate) name: Option<Ident>,
    pub(crate) cfgs: Vec<Attribute>,
    pub(crate) value: Value,
}

/// Where the value of a field comes from.
pub(crate) enum Value {
    /// What Python passes.
    Given,
    /// What Python passes, or else this.
    Default(Box<Expr>),
    /// This; the field is no parameter.
    Fixed(Box<Expr>),
}

impl Class {
    pub(crate) fn ident(&self) -> &Ident {
        &self.ident
    }

    /// The class with nothing in it but what its fields are, to stand for one with errors, or beside something with errors.
    pub(crate) fn stub(&self) -> Class {
        Class {
            library: self.library.clone(),
            item: self.item.clone(),
            vis: self.vis.clone(),
            ident: self.ident.clone(),
            generics: self.generics.clone(),
            instances: Vec::new(),
            name: self.name.clone(),
            doc: self.doc.clone(),
            cfgs: self.cfgs.clone(),
            base: self.base.clone(),
            outer: self.outer.clone(),
            python_bases: Vec::new(),
            metaclass: None,
            adopts: self.adopts.clone(),
            freelist: None,
            visited: self.visited.clone(),
            fields: Vec::new(),
            values: None,
            variants: Vec::new(),
            made: Made::default(),
            starts: Vec::new(),
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
    /// What `#[hint(…)]` says.
    pub(crate) hint: Option<LitStr>,
}

/// What Python may do with a field.
#[derive(Clone, Copy)]
pub(crate) struct Access {
    pub(crate) get: bool,
    pub(crate) set: bool,
}
