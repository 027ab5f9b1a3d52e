//! A `#[methods]` block.

use super::{Callable, Constant, Crate, Instance, Slot};
use crate::item::Block;
use crate::stream::Span;
use crate::syntax::Type;

/// An `impl` block marked `#[methods]`.
pub(crate) struct Methods {
    pub(crate) library: Crate,
    /// The block as the user wrote it, our markers removed.
    pub(crate) block: Block,
    /// For which types, where it is generic.
    pub(crate) instances: Vec<Instance>,
    pub(crate) methods: Vec<Method>,
    /// The constants that are class attributes.
    pub(crate) constants: Vec<Constant>,
}

impl Methods {
    /// The class.
    pub(crate) fn class(&self) -> &Type {
        &self.block.class
    }
}

/// One exported function of the block.
pub(crate) struct Method {
    pub(crate) callable: Callable,
    pub(crate) role: Role,
    pub(crate) receiver: Receiver,
    /// Where it says to be one of several of the same name.
    pub(crate) overload: Option<Span>,
}

/// What Python calls the function for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    New,
    Method,
    Static,
    Class,
    Getter,
    Setter,
    Deleter,
    /// Of the class itself.
    StaticGetter,
    /// Of the class itself.
    StaticSetter,
    /// A class attribute that is computed.
    Attribute,
    Slot(&'static Slot),
}

/// How the function gets its object.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Receiver {
    None,
    /// `&self`
    Shared,
    /// `&mut self`
    Exclusive,
    /// `slf: Kept<Self>`, of an `async fn`.
    Kept,
    /// `slf: Borrowed<'_, '_, Self>`, or with `true` a reference `slf: &Owned<'_, Self>`: the
    /// function borrows the inside itself.
    Handle(bool),
}
