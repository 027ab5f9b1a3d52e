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

// The markers below are consumed by the macro around them. They exist to say so where there is none.

/// Marks the constructor of a class, inside a `#[methods]` block.
#[proc_macro_attribute]
pub fn new(_options: TokenStream, item: TokenStream) -> TokenStream {
    drive::stray("new", "a `#[methods]` block", item.into()).into()
}

/// Renames a method, inside a `#[methods]` block.
#[proc_macro_attribute]
pub fn method(_options: TokenStream, item: TokenStream) -> TokenStream {
    drive::stray("method", "a `#[methods]` block", item.into()).into()
}

/// Marks a static method, inside a `#[methods]` block.
#[proc_macro_attribute]
pub fn staticmethod(_options: TokenStream, item: TokenStream) -> TokenStream {
    drive::stray("staticmethod", "a `#[methods]` block", item.into()).into()
}

/// Marks a class method, inside a `#[methods]` block.
#[proc_macro_attribute]
pub fn classmethod(_options: TokenStream, item: TokenStream) -> TokenStream {
    drive::stray("classmethod", "a `#[methods]` block", item.into()).into()
}

/// Marks the getter of a property, inside a `#[methods]` block.
#[proc_macro_attribute]
pub fn getter(_options: TokenStream, item: TokenStream) -> TokenStream {
    drive::stray("getter", "a `#[methods]` block", item.into()).into()
}

/// Marks the setter of a property, inside a `#[methods]` block.
#[proc_macro_attribute]
pub fn setter(_options: TokenStream, item: TokenStream) -> TokenStream {
    drive::stray("setter", "a `#[methods]` block", item.into()).into()
}

/// Keeps a function out of Python, inside a `#[methods]` block.
#[proc_macro_attribute]
pub fn rust(_options: TokenStream, item: TokenStream) -> TokenStream {
    drive::stray("rust", "a `#[methods]` block", item.into()).into()
}

/// Says what Python may pass to a function, inside a `#[methods]` block or under `#[function]`.
#[proc_macro_attribute]
pub fn signature(_options: TokenStream, item: TokenStream) -> TokenStream {
    drive::stray(
        "signature",
        "a `#[methods]` block or under `#[function]`",
        item.into(),
    )
    .into()
}

/// Exports what a `use` brings in, or a constant, inside a `#[module]`.
#[proc_macro_attribute]
pub fn export(_options: TokenStream, item: TokenStream) -> TokenStream {
    drive::stray("export", "a `#[module]`", item.into()).into()
}

/// Marks the function that runs when a module is made, inside a `#[module]`.
#[proc_macro_attribute]
pub fn init(_options: TokenStream, item: TokenStream) -> TokenStream {
    drive::stray("init", "a `#[module]`", item.into()).into()
}
