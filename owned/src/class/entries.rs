//! What the macros say about a class: constants, each typed by the class that it belongs to.

use core::ffi::c_int;
use core::marker::PhantomData;

use crate::raw::structs::{self, PyMethodDef};

use super::function::{self, FunctionDef, Receiver};
use super::{Class, ClassAttribute, ClassMethod, Function, Method, Property, Slot};

/// What `#[class(…)]` asked for.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Python classes may derive from it.
    pub subclass: bool,
    /// Each instance has a `__dict__`.
    pub dict: bool,
    /// Weak references to instances may be made.
    pub weakref: bool,
    /// Patterns of sequences match instances (PEP 634).
    pub sequence: bool,
    /// Patterns of mappings match instances.
    pub mapping: bool,
    /// The memory of how many instances that are gone is kept for the next ones.
    pub freelist: usize,
    /// Classes defined in Python that it extends, as `module:Class`.
    pub bases: &'static [&'static str],
    /// Its metaclass, as `module:Class`.
    pub metaclass: Option<&'static str>,
}

impl Options {
    /// Nothing was asked for.
    pub const PLAIN: Options = Options {
        subclass: false,
        dict: false,
        weakref: false,
        sequence: false,
        mapping: false,
        freelist: 0,
        bases: &[],
        metaclass: None,
    };

    /// Whether Python makes the class that users see, of ours and of what only Python code can make classes with.
    pub(super) const fn completed(self) -> bool {
        !self.bases.is_empty() || self.metaclass.is_some()
    }
}

/// One method.
pub struct Entry<C> {
    pub(super) def: PyMethodDef,
    marker: PhantomData<fn() -> C>,
}

impl<C: Class> Entry<C> {
    const fn of(def: PyMethodDef) -> Self {
        Entry { def, marker: PhantomData }
    }

    /// A method of an instance.
    pub const fn method<M: Method<C>>() -> Self {
        Entry::of(function::definition::<FunctionDef<Receiver<C, M>>>(M::NAME, M::DOC, 0))
    }

    /// A static method.
    pub const fn static_method<F: Function>() -> Self {
        Entry::of(function::definition::<FunctionDef<F>>(F::NAME, F::DOC, structs::METH_STATIC))
    }

    /// A class method.
    pub const fn class_method<M: ClassMethod>() -> Self {
        Entry::of(function::definition::<FunctionDef<Receiver<(), M>>>(M::NAME, M::DOC, structs::METH_CLASS))
    }
}

/// What `#[methods]` makes of a block, and `#[class]` of fields.
pub struct Methods<C: Class> {
    /// The methods.
    pub entries: &'static [Entry<C>],
    /// The getters and setters.
    pub properties: &'static [Property<C>],
    /// The special methods.
    pub slots: &'static [Slot<C>],
    /// The class attributes.
    pub attributes: &'static [ClassAttribute],
    /// How the class is called: a constructor, or each of those that are overloads.
    pub called: &'static [Called],
    /// What stub files say of all of them.
    #[cfg(feature = "stubs")]
    pub described: &'static [super::Described],
}

impl<C: Class> Methods<C> {
    /// Nothing.
    pub const NONE: Self = Methods {
        entries: &[],
        properties: &[],
        slots: &[],
        attributes: &[],
        called: &[],
        #[cfg(feature = "stubs")]
        described: &[],
    };
}

/// A constructor, as the class's docstring tells of it.
pub struct Called {
    /// Its parameters, as `(limit, step=1)`.
    pub signature: &'static str,
    /// What is said of it.
    pub doc: &'static str,
}

/// Whether `#[methods]` fills the slot, which `#[class]` was asked to fill.
pub const fn fills_slot<C: Class>(id: c_int) -> bool {
    let Some(Methods { slots, .. }) = C::METHODS else { return false };
    let mut at = 0;
    while at < slots.len() {
        if slots[at].fills(id) {
            return true;
        }
        at += 1;
    }
    false
}

/// Stands in where a class has no `#[methods]`: the block's inherent constant of the same name takes its place.
pub trait NoMethods {
    /// Whether a method takes `&mut self`.
    const __OWNED_MUTATES: bool = false;
}

impl<T> NoMethods for T {}

/// Stands in where a class has no `#[methods]`.
pub trait NoMethodsTable: Class {
    /// The methods.
    const __OWNED_METHODS: Option<&'static Methods<Self>> = None;
}

impl<C: Class> NoMethodsTable for C {}
