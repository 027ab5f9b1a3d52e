//! Floor 7: classes. A struct of the user's becomes the inside of a Python object that the collector visits and clears.

mod alloc;
mod borrow;
mod build;
mod call;
mod cell;
mod dealloc;
mod entries;
mod layout;
mod slots;
mod state;
mod trashcan;
mod visit;

pub use borrow::{Ref, RefMut};
pub(crate) use build::{CreatedType, build};
pub use call::{Call, ClassMethod, Constructor, Function, Getter, Initializer, Method, Setter};
pub(crate) use call::{FunctionDef, definition as function_definition};
pub use cell::TypeCell;
pub use entries::{Entry, Methods, NoMethods, NoMethodsTable, Options, Property, Slot};
pub use slots::{Binary, Compare, Contains, Hash, Len, Next, Truth, Unary};
pub use state::{Choice, Choose, Exclusive, Frozen, Mutable, State, Unchanging};

use core::ffi::CStr;

use crate::gc::Traverse;

/// A Rust struct that is a Python class. Implemented by `#[class]`.
///
/// `Send` and `Sync`, because Python moves objects between threads at will.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Python class",
    label = "not marked `#[class]`",
    note = "put `#[class]` on the struct"
)]
pub trait Class: Traverse + Send + Sync + Sized + 'static {
    /// The name in Python.
    const NAME: &'static CStr;
    /// The docstring, without a signature.
    const DOC: &'static CStr;
    /// What `#[class(…)]` asked for.
    const OPTIONS: Options;
    /// Whether anything in an instance can change.
    type State: State;
    /// The properties made from `#[field(…)]`.
    const FIELDS: &'static [Property<Self>];
    /// What `#[methods]` made.
    const METHODS: Option<&'static Methods<Self>>;

    /// Where the running type object is found.
    fn cell() -> &'static TypeCell<Self>;
}
