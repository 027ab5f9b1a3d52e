//! The attribute and derive macros of `owned`. Use them through that crate, which documents them
//! beside the types that they work with.
//!
//! Each macro goes through the same phases, one folder each: `parse` reads the user's item into a
//! `model`, `check` compares it with the rules, and `expand` writes the code and cannot fail. Errors
//! accumulate in `diagnostics`; where there is one, a stub is written, so that what uses the item
//! says nothing more. `drive` is the sequence.

#![forbid(unsafe_code)]

mod check;
mod diagnostics;
mod drive;
mod expand;
mod messages;
mod model;
mod parse;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

/// Makes a struct a Python class.
///
/// `#[class(name = "…", subclass, dict, weakref, crate = "…")]`: a name of its own in Python; whether
/// Python may subclass it; whether its objects take attributes that nobody declared, and weak
/// references; where the library is, if it is not `::owned`.
///
/// On fields:
/// - `#[field(get)]`, `#[field(get, set, name = "…")]`: a property, documented by the field's comment.
/// - `#[traverse(skip = "reason")]`: the collector is not shown this field. All others it is shown,
///   once each; nothing need be written for that.
///
/// The struct cannot be generic. Something in it can change, and a word of its memory guards that, if a
/// field is settable or a method in its `#[methods]` takes `&mut self`.
#[proc_macro_attribute]
pub fn class(options: TokenStream, item: TokenStream) -> TokenStream {
    drive::class(options.into(), item.into()).into()
}

/// Exports the functions of an `impl` block of a class, one block a class.
///
/// Every `fn` is exported. By default it is a method: it takes `&self`, `&mut self`, or as first parameter
/// the Python object itself, `slf: Borrowed<'_, '_, Self>` or `slf: &Owned<'_, Self>`. Otherwise it says
/// what it is:
/// - `#[new]`: the constructor, `fn new(…) -> Self` or a `Result` of it.
/// - `#[staticmethod]`; `#[classmethod]`, whose first parameter is `class: Borrowed<'_, '_, Type>`.
/// - `#[getter]`, `#[setter]`: a property; `fn set_x` sets `x`.
/// - `#[rust]`: a function of Rust, not exported.
///
/// `name = "…"` in a marker renames (`#[method(name = "…")]` for methods), a raw identifier loses its
/// `r#`, and a parameter of type `Python<'_>` gets the token. `#[signature(a, /, b = 3, *args, c = None,
/// **kwargs)]` says what Python may pass, in the order of the parameters, with Rust expressions as
/// defaults; without it every parameter is required, by position or by keyword.
///
/// Special methods are known by their names: `__init__`, `__repr__`, `__str__`, `__len__`, `__hash__`,
/// `__bool__`, `__iter__`, `__next__` (`None` ends), `__call__`, `__eq__`, `__ne__`, `__lt__`, `__le__`,
/// `__gt__`, `__ge__`, `__getitem__`, `__contains__`, `__getattr__`, and those that Python looks up like
/// any other method, such as `__enter__`. A comparison whose operand is not of the parameter's type is
/// left to the operand; without `__ne__`, `!=` is the opposite of `__eq__`.
///
/// Arguments are converted before the object is borrowed, and results after, unless the type of the
/// result shows that it borrows from the object: write the lifetime (`View<'_>`) of one that does.
#[proc_macro_attribute]
pub fn methods(options: TokenStream, item: TokenStream) -> TokenStream {
    drive::methods(options.into(), item.into()).into()
}

/// Exports a function: `#[function(name = "…", crate = "…")]`.
///
/// Parameters are as for `#[methods]`, `#[signature(…)]` included; the result is what Python can be given,
/// or a `Result` of it. A module of the function's name goes with it, so that one `use` brings both where
/// they are needed.
#[proc_macro_attribute]
pub fn function(options: TokenStream, item: TokenStream) -> TokenStream {
    drive::function(options.into(), item.into()).into()
}

/// Makes an inline `mod` an extension module: `#[module(name = "…", crate = "…")]`.
///
/// Inside it, and without an import:
/// - `#[class]`, `#[methods]` and `#[function]` as elsewhere.
/// - `#[export] pub use path::{A, b as c};` exports classes and functions of other files, under the names
///   that they get here; a glob is refused, for the macro cannot see what it brings.
/// - `#[export] pub const X: T = …;` or `#[export(name = "…")]`: a value.
/// - `#[init] fn init<'py>(py: Python<'py>, module: &Owned<'py, Any>) -> Result<()>` runs when a copy of
///   the module has been made; both parameters can be left out.
#[proc_macro_attribute]
pub fn module(options: TokenStream, item: TokenStream) -> TokenStream {
    drive::module(options.into(), item.into()).into()
}

/// Shows each field to the collector, once. `#[traverse(skip = "reason")]` leaves one out.
#[proc_macro_derive(Traverse, attributes(traverse))]
pub fn derive_traverse(item: TokenStream) -> TokenStream {
    drive::derive_traverse(item.into()).into()
}

/// Says that a type holds no reference to a Python object: each field must say so too. `Traverse`
/// comes with it, with nothing to visit.
#[proc_macro_derive(NoRefs, attributes(traverse))]
pub fn derive_no_refs(item: TokenStream) -> TokenStream {
    drive::derive_no_refs(item.into()).into()
}
