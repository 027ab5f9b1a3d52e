//! The attribute and derive macros of `owned`. Use them through that crate, which documents them
//! beside the types that they work with.
//!
//! Each macro goes through the same phases, one folder each: `parse` reads the user's item into a
//! `model`, `check` compares it with the rules, and `expand` writes the code and cannot fail. Errors
//! accumulate in [`diagnostics`]; where there is one, a stub is written, so that what uses the item
//! says nothing more. [`drive`] is the sequence.

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

/// Makes a struct a Python class: `#[class(name = "…", subclass, dict, weakref, crate = "…")]`.
///
/// Fields are visible to Python by `#[field(get)]` or `#[field(get, set, name = "…")]`. The
/// collector sees every field, except one marked `#[traverse(skip = "reason")]`.
#[proc_macro_attribute]
pub fn class(options: TokenStream, item: TokenStream) -> TokenStream {
    drive::class(options.into(), item.into()).into()
}

/// Exports the functions of an `impl` block of a class, one block a class.
///
/// Every `fn` is exported: by default as a method, otherwise marked `#[new]`, `#[staticmethod]`,
/// `#[classmethod]`, `#[getter]` or `#[setter]`; one marked `#[rust]` is not. Special methods are
/// known by their names. `#[method(name = "…")]` renames, `#[signature(a, /, b = 3, *args, c = None,
/// **kwargs)]` says what Python may pass.
#[proc_macro_attribute]
pub fn methods(options: TokenStream, item: TokenStream) -> TokenStream {
    drive::methods(options.into(), item.into()).into()
}

/// Exports a function: `#[function(name = "…", crate = "…")]`, with `#[signature(…)]` if wanted.
///
/// A module of the function's name goes with it, so that one `use` brings both where they are needed.
#[proc_macro_attribute]
pub fn function(options: TokenStream, item: TokenStream) -> TokenStream {
    drive::function(options.into(), item.into()).into()
}

/// Makes an inline `mod` an extension module: `#[module(name = "…", crate = "…")]`.
///
/// Inside it, `#[class]`, `#[methods]` and `#[function]` need no import; `#[export] pub use path::{A,
/// b as c};` exports items of other files, `#[export] pub const` a constant, and `#[init]` marks a
/// function that runs when the module is made.
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
