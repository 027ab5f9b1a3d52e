//! The attribute and derive macros of `owned`. Use them through that crate, which documents them
//! beside the types that they work with.
//!
//! Each macro goes through the same phases, one folder each: `parse` reads the user's item into a
//! `model`, `check` compares it with the rules, and `expand` writes the code and cannot fail. Errors
//! accumulate in `diagnostics`; where there is one, a stub is written, so that what uses the item
//! says nothing more. `drive` is the sequence. What is read of Rust, `item` and `syntax` read.

#![forbid(unsafe_code)]
// With all features nothing may be left unused; without one, what is there for it alone is not looked for.
#![cfg_attr(
    not(all(feature = "derive", feature = "enums", feature = "stubs")),
    allow(dead_code, unused_imports, reason = "a feature that is off would use it")
)]

mod check;
mod diagnostics;
mod drive;
mod expand;
mod features;
mod item;
mod messages;
mod model;
mod parse;
mod stream;
mod syntax;
mod template;
#[cfg(test)]
mod tests;
mod tokens;

use proc_macro::TokenStream;

/// Makes a struct, or an enum, a Python class.
///
/// `#[class(name = "…", extends = …, metaclass = "…", nested_in = …, subclass, dict, weakref, sequence, mapping, freelist = N, crate = "…")]`: a name of
/// its own in Python; what it extends: a class of Rust, a built-in type, or one defined in Python, which is found when
/// the module is imported (`extends = "collections.abc:Mapping"`, `extends = (Dict, "module:Class")`); the class of
/// which it is an attribute, instead of one of the module; whether Python may subclass it; whether its objects take attributes that nobody declared, and weak
/// references; whether patterns of sequences, or of mappings, match them (`case [a, *rest]`), where a mapping has no items by number; the memory of how many
/// instances that are gone is kept for the next ones (1 to 65535; nothing of a class with a `__del__`, nor without the GIL;
/// not over a built-in type, nor where Python completes the class); where the library is, if it is not `::owned`.
///
/// `#[class(new, eq, ord, hash, repr)]` makes of the fields what a dataclass has: a constructor with a parameter for each
/// (and `__match_args__`), comparisons by `PartialEq` and `PartialOrd`, a hash by `Hash`, a text of the fields that
/// Python can read.
///
/// On fields:
/// - `#[field(get)]`, `#[field(get, set, name = "…")]`: a property, documented by the field's comment.
/// - `#[field(default = …)]`: the parameter of the constructor that `new` makes is optional; `#[field(init = …)]`: there is
///   none, and the field starts with this value.
/// - `#[traverse(skip = "reason")]`: the collector is not shown this field. All others it is shown,
///   once each; nothing need be written for that.
///
/// `#[class(rename_all = "…")]` writes the names of all fields, or values, in another case. An enum without fields becomes
/// a class with an attribute for each value; `#[variant(name = "…")]` renames one. Each value is one object, which
/// conversions give and take, and which copies and pickles give again.
///
/// An enum with fields becomes a class that cannot be made, with a class in it for each variant: `Shape.Circle(2.0)`. Its
/// fields are parameters and attributes (`_0`, `_1` where they have no names), `#[field(name = "…", default = …)]`; it
/// extends the enum's class, so `#[methods]` on the enum serve all variants. Patterns, copies, pickles and `repr` go by the
/// fields, which Python cannot set.
///
/// A generic struct is a class for each of its types that is named, in Python and in Rust:
/// `#[class(instances(IntStack = Stack<i64>))]`. Its `#[methods(instances(Stack<i64>))]` name the types too.
///
/// `unsafe(adopt(Struct, type = SomeType))`, or `spec = some_spec` (feature `adopt`): the class is one that C code makes, of a
/// static type or of a spec. The struct is `#[repr(C)]` and lists the fields of C's behind `PyObject_HEAD`, as
/// [`owned::adopt`](../owned/adopt/index.html) has them. What its `#[methods]` have takes the place of C's methods, members,
/// properties and slots of the same names; the rest, instances' making and end above all, stays C's. The symbol is found as
/// `owned_c_SomeType`, a constant pointer to it.
///
/// Something in an instance can change, and a word of its memory guards that, if a field is settable or a method in its
/// `#[methods]` takes `&mut self`.
#[proc_macro_attribute]
pub fn class(options: TokenStream, item: TokenStream) -> TokenStream {
    drive::class(options.into(), item.into()).into()
}

/// Makes an enum without fields a class of Python's module `enum`.
///
/// `#[enumeration(IntEnum, name = "…", rename_all = "…", crate = "…")]`: which class of that module it extends (`Enum`,
/// `IntEnum`, `StrEnum`, `Flag` or `IntFlag`; `Enum` if none is named), and the names in Python. A member's value is the
/// number of its variant, or of `StrEnum` its name; `#[variant(name = "…", value = "…")]` says otherwise.
///
/// The enum is `Copy` then. Functions take and return it as it is; a combination of flags is a `Flags<…>`. It has no
/// methods of Rust in Python: for these, put `#[class]` on the enum.
#[proc_macro_attribute]
pub fn enumeration(options: TokenStream, item: TokenStream) -> TokenStream {
    drive::enumeration(options.into(), item.into()).into()
}

/// Exports the functions of an `impl` block of a class, one block a class.
///
/// Every `fn` is exported. By default it is a method: it takes `&self`, `&mut self`, or as first parameter
/// the Python object itself, `slf: Borrowed<'_, '_, Self>` or `slf: &Owned<'_, Self>`. Otherwise it says
/// what it is:
/// - `#[new]`: the constructor, `fn new(…) -> Self` or a `Result` of it. Beside an `__init__`, one without parameters takes
///   whatever the class is called with.
/// - `#[staticmethod]`; `#[classmethod]`, whose first parameter is `class: Borrowed<'_, '_, Type>`.
/// - `#[getter]`, `#[setter]`, `#[deleter]`: a property; `fn set_x` sets `x`, `fn delete_x` deletes it.
/// - `#[staticgetter]`, `#[staticsetter]`: a property of the class itself, which its instances and subclasses have too:
///   `fn count() -> u64`, `fn set_count(count: u64)`, with `py: Python<'_>` where it is needed. Nobody can delete it.
/// - `#[classattr]`, on a function without parameters (but `py: Python<'_>`) or on a `const`: an attribute of the
///   class, computed when all classes of the module are there, so it can be an instance of one. Python cannot set it.
/// - `#[rust]`: a function of Rust, not exported.
///
/// Several functions of one name in Python are marked `overload` (`#[method(name = "…", overload)]`, and in `#[new]`,
/// `#[staticmethod]`, `#[classmethod]`): the first whose parameters take the arguments is called.
///
/// `name = "…"` in a marker renames (`#[method(name = "…")]` for methods), a raw identifier loses its
/// `r#`, and a parameter of type `Python<'_>` gets the token. `#[signature(a, /, b = 3, *args, c = None,
/// **kwargs)]` says what Python may pass, in the order of the parameters, with Rust expressions as
/// defaults; without it every parameter is required, by position or by keyword.
///
/// Special methods are known by their names, which are Python's: `__init__`, `__repr__`, `__add__`,
/// `__getitem__`, `__enter__` and all others; the guide has the table. An operator or a comparison whose
/// operand is not of the parameter's type is left to the operand; without `__ne__`, `!=` is the opposite of
/// `__eq__`. An operator in place (`__iadd__`) that returns nothing gives the object itself, and `None`
/// from `__next__` ends the iteration. `__class_getitem__` and `__init_subclass__` are class methods.
///
/// An `async fn` gives a coroutine. Its object is `slf: Kept<Self>`, its class `class: Kept<Type>`, and a
/// parameter of type `Async` gets the coroutine itself; its other parameters own what they are. Of the special
/// methods `__call__`, `__aenter__`, `__aexit__` and `__anext__` can be async; the last returns an `Option`,
/// where `None` ends.
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
/// or a `Result` of it. An `async fn` gives a coroutine, whose result that is; a parameter of type `Async`
/// gets the coroutine itself. A module of the function's name goes with it, so that one `use` brings both where
/// they are needed.
#[proc_macro_attribute]
pub fn function(options: TokenStream, item: TokenStream) -> TokenStream {
    drive::function(options.into(), item.into()).into()
}

/// Makes an inline `mod` an extension module: `#[module(name = "…", submodule, gil_used, adopt, crate = "…")]`.
///
/// A free-threaded interpreter leaves the GIL off when it imports the module. One that needs it all the same says
/// `gil_used`: because of C code, or of `unsafe` code of its own, that counts on one thread at a time.
///
/// Inside it, and without an import:
/// - `#[class]`, `#[methods]` and `#[function]` as elsewhere.
/// - `#[export] pub use path::{A, b as c};` exports classes and functions of other files, under the names
///   that they get here; a glob is refused, for the macro cannot see what it brings.
/// - `#[rust]` keeps a function, a `use` or a constant for Rust. What is `pub` and has no marker does not compile: one that was
///   forgotten would be noticed by whoever imports the module.
/// - `#[module] mod inner { … }`: a module in the module, `outer.inner`, which `import` finds by that name; one of another
///   file is exported like a class, and says `#[module(submodule)]`, for no import finds it by itself.
/// - `#[export] pub const X: T = …;` or `#[export(name = "…")]`: a value.
/// - `__all__` lists the names without an underscore, unless `#[export(name = "__all__")]` does.
/// - `#[init] fn init<'py>(py: Python<'py>, module: &Owned<'py, Any>) -> Result<()>` runs when a copy of
///   the module has been made; both parameters can be left out.
///
/// `adopt` (feature `adopt`) lays the items over an extension of C's that is linked in, and whose `PyInit_name` was compiled
/// as `PyInit_name_c`: C's init makes the module, in one phase or in several, and each item takes the place of what C has
/// under its name. The rest stays C's, the docstring too. `#[init]` gets C's module, with the items in it. The Rust module
/// that owns the classes is its attribute `__owned_module__`.
#[proc_macro_attribute]
pub fn module(options: TokenStream, item: TokenStream) -> TokenStream {
    drive::module(options.into(), item.into()).into()
}

/// A test that runs attached to Python, and fails if it leaves handles each time that it runs: `#[owned::test(crate = "…")]`.
///
/// The function takes nothing or a `Python<'_>`, and gives nothing or a `Result`. Other attributes (`#[ignore]`,
/// `#[should_panic]`, `#[cfg(…)]`) go with it. `owned::testing::run` says how it is run; with the feature `ledger` of
/// `owned-py` handles are counted.
#[proc_macro_attribute]
pub fn test(options: TokenStream, item: TokenStream) -> TokenStream {
    drive::test(options.into(), item.into()).into()
}

/// Shows each field to the collector, once. `#[traverse(skip = "reason")]` leaves one out.
#[proc_macro_derive(Traverse, attributes(traverse))]
pub fn derive_traverse(item: TokenStream) -> TokenStream {
    drive::derive_traverse(item.into()).into()
}

#[cfg_attr(not(doctest), doc = include_str!("../docs/from_py.md"))]
#[proc_macro_derive(FromPy, attributes(py))]
pub fn derive_from_py(item: TokenStream) -> TokenStream {
    drive::derive_from_py(item.into()).into()
}

#[cfg_attr(not(doctest), doc = include_str!("../docs/into_py.md"))]
#[proc_macro_derive(IntoPy, attributes(py))]
pub fn derive_into_py(item: TokenStream) -> TokenStream {
    drive::derive_into_py(item.into()).into()
}

/// Makes a `#[repr(C)]` struct an item of buffers and arrays: [`owned::types::Element`](../owned/types/trait.Element.html)
/// says what that is.
///
/// The struct is `Copy`, not generic, and each of its fields is an `Element`. Its format has the names of the fields, or of
/// `#[element(name = "…")]`; those of a tuple struct have none. One that is `#[repr(transparent)]` is what its field is.
/// `#[element(crate = "…")]` on the struct says where the library is.
#[cfg(feature = "buffers")]
#[proc_macro_derive(Element, attributes(element))]
pub fn derive_element(item: TokenStream) -> TokenStream {
    drive::derive_element(item.into()).into()
}

/// Says that a type holds no reference to a Python object: each field must say so too. `Traverse`
/// comes with it, with nothing to visit.
#[proc_macro_derive(NoRefs, attributes(traverse))]
pub fn derive_no_refs(item: TokenStream) -> TokenStream {
    drive::derive_no_refs(item.into()).into()
}
