//! What generated code may name, and nothing else. No promise is made about any of it from one version to the next.

// The values and errors that the generated functions pass on.
pub use crate::err::{PyErr, Result};
pub use crate::ptr::{Any, Borrowed, Owned, Py, TypeInfo};
pub use crate::token::Python;
// The types of receivers and of what `*args` and `**kwargs` take.
pub use crate::object::{CompareOp, Dict, Tuple, Type};
// Arguments: a `Signature` constant for each function, and the conversions that name the argument in their errors.
pub use crate::convert::{Args, FromPy, IntoPy, Param, Parsed, Signature, argument, operand, options, rest, value};
// Results: a value or a `Result` of one.
pub use crate::convert::{IntoNext, IntoResult, IntoReturn, plain, ret, ret_next};
// What the derives implement, and the checks of `#[derive(NoRefs)]` and `#[traverse(skip = "…")]`.
pub use crate::gc::{NoRefs, Traverse, Visited, Visitor, assert_field_no_refs, assert_no_visible_references};
// What `#[class]` implements and chooses from.
pub use crate::class::{
    Choice, Choose, Class, Exclusive, Frozen, Mutable, NoMethods, NoMethodsTable, Options, Ref, RefMut, State, TypeCell,
};
// One trait for each kind of function: the macros implement them, the trampolines call them.
pub use crate::class::{
    Binary, Call, ClassMethod, Compare, Constructor, Contains, Function, Getter, Hash, Initializer, Len, Method, Next,
    Setter, Truth, Unary,
};
// The constants that describe a class's members.
pub use crate::class::{Entry, Methods, Property, Slot};
// What `#[module]` implements and calls; `PyObject` is what `PyInit_…` returns.
pub use crate::module::{Constant, Item, Module, ModuleCell, load, module_init};
pub use crate::raw::PyObject;
