//! A `#[module]`.

use super::{Callable, Class, Crate, Documentation, Enumeration, Methods, Name};
use crate::item::Item;
use crate::stream::{Ident, Span};
use crate::syntax::{Attribute, LitStr, Type};

/// An inline `mod` marked `#[module]`.
pub(crate) struct Module {
    pub(crate) library: Crate,
    /// The `mod` as the user wrote it, our markers removed; `parts` take the place of its body.
    pub(crate) item: Item,
    pub(crate) ident: Ident,
    pub(crate) name: Name,
    pub(crate) doc: Documentation,
    pub(crate) parts: Vec<Part>,
    pub(crate) cfgs: Vec<Attribute>,
    /// Whether it can only be a part of another: no import finds it by itself.
    pub(crate) submodule: bool,
    /// Whether its items are laid over a module that C's own init makes.
    pub(crate) adopts: bool,
    /// Whether it asks for the GIL.
    pub(crate) gil_used: bool,
}

/// One item of the module, in the order of the source.
pub(crate) enum Part {
    /// Left as it is.
    Plain(Box<Item>),
    Class(Box<Class>),
    Enumeration(Box<Enumeration>),
    Methods(Box<Methods>),
    Function(Box<Function>),
    /// `#[export] pub const …;`
    Constant(Box<Item>, Box<Constant>),
    /// `#[export] pub use …;`
    Exports(Box<Item>, Vec<Export>),
    Init(Box<Init>),
    /// `#[module] mod …`
    Module(Box<Module>),
}

/// A function marked `#[function]`.
pub(crate) struct Function {
    pub(crate) library: Crate,
    /// The function as the user wrote it, our markers removed.
    pub(crate) item: Item,
    pub(crate) callable: Callable,
}

/// A constant that Python gets, of a module or of a class.
pub(crate) struct Constant {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) name: Name,
    pub(crate) doc: Documentation,
    /// What `#[hint(…)]` says.
    pub(crate) hint: Option<LitStr>,
    pub(crate) cfgs: Vec<Attribute>,
}

/// One name that an `#[export] pub use` brings in.
pub(crate) struct Export {
    /// The name in this module.
    pub(crate) ident: Ident,
    /// The name in Python, if it is not the item's own.
    pub(crate) renamed: Option<Name>,
    pub(crate) cfgs: Vec<Attribute>,
}

/// The function marked `#[init]`.
pub(crate) struct Init {
    pub(crate) item: Item,
    pub(crate) ident: Ident,
    /// Where the return type stands.
    pub(crate) output: Span,
    /// For each parameter, whether it is the token; the other one is the module.
    pub(crate) tokens: Vec<bool>,
}
