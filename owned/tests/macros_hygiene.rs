//! Generated code in a hostile place: no prelude, a renamed crate, names that it uses itself, lints that are forbidden.

#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, unreachable_pub, clippy::all)]

extern crate owned as renamed;

/// Names that the generated code might use.
mod parsed {
    pub(crate) fn result() -> u64 {
        1
    }
}
fn args() -> u64 {
    parsed::result()
}

/// In place of the library.
mod owned {}
/// In place of the standard library.
mod core {}

/// A class.
#[::renamed::class(crate = "::renamed")]
pub struct Thing {
    #[field(get, set)]
    value: u64,
    #[traverse(skip = "a number")]
    skipped: u64,
    plain: Plain,
    choice: Choice<u64>,
}

#[::renamed::methods(crate = "::renamed")]
impl Thing {
    #[new]
    #[signature(value = args(), other = None)]
    fn new(value: u64, other: ::std::option::Option<u64>) -> Self {
        let plain = Plain { number: other.unwrap_or(0) };
        Thing { value, skipped: 0, plain, choice: Choice::Some(value) }
    }
    fn __eq__(&self, other: u64) -> bool {
        self.value == other
    }
    fn __next__(&mut self) -> ::std::option::Option<u64> {
        ::std::option::Option::Some(self.plain.number)
    }
    fn result(&mut self, this: u64, py: ::renamed::Python<'_>, slf: u64) -> u64 {
        let _ = py;
        self.value += this + slf + self.skipped;
        match &self.choice {
            Choice::Some(value) => *value,
            Choice::None => 0,
        }
    }
    async fn later(slf: ::renamed::Kept<Self>, cx: ::renamed::Async, future: u64, args: u64) -> u64 {
        ::std::mem::drop((slf, cx));
        future + args
    }
    #[setter]
    fn twice(&mut self, operand: u64) {
        self.value = operand * 2;
    }
}

/// Variants named like the prelude's, and fields like what is generated.
#[::renamed::class(crate = "::renamed", eq, hash)]
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::cmp::Eq, ::std::hash::Hash)]
pub enum Result {
    /// Fields without names.
    Ok(u64, #[field(default = args())] u64),
    /// With names.
    Some {
        /// The token.
        py: u64,
        /// The number of a field.
        at: u64,
        /// What is passed.
        #[field(default = parsed::result())]
        args: u64,
        /// What is made.
        #[field(default = None)]
        new: ::std::option::Option<bool>,
    },
    /// Nothing.
    None,
}

#[::renamed::methods(crate = "::renamed")]
impl Result {
    /// Of the class.
    #[staticgetter]
    fn py(operand: ::renamed::Python<'_>) -> u64 {
        let _ = operand;
        args()
    }
    #[staticsetter(name = "py")]
    fn result(py: u64) {
        let _ = py;
    }
}

/// Named like the prelude's.
#[derive(::renamed::Traverse)]
#[traverse(crate = "::renamed")]
pub enum Choice<Err> {
    /// One.
    Some(Err),
    /// Another.
    None,
}

/// Nothing.
#[derive(::renamed::Traverse)]
#[traverse(crate = "::renamed")]
pub enum Never {}

/// Plain data.
#[derive(::renamed::NoRefs)]
#[traverse(crate = "::renamed")]
pub struct Plain {
    number: u64,
}

/// Fields, functions and a lifetime named like what is generated, with options of each kind.
#[derive(::renamed::FromPy, ::renamed::IntoPy)]
#[py(items, crate = "::renamed")]
pub struct Converted<T> {
    object: u64,
    #[py(default = args())]
    value: u64,
    #[py(item = "py", from_with = tuple, into_with = given)]
    dict: u64,
    #[py(default)]
    field_0: ::std::option::Option<T>,
}
fn tuple(object: ::renamed::Borrowed<'_, '_, ::renamed::Any>) -> ::renamed::Result<u64> {
    object.length().map(|length| length as u64)
}
fn given(value: &u64, _: ::renamed::Python<'_>) -> ::std::string::String {
    "x".repeat(*value as usize)
}

/// Variants named like the prelude's.
#[derive(::renamed::FromPy, ::renamed::IntoPy)]
#[py(crate = "::renamed")]
pub enum Alternatives<'owner, 'py, Literal: ::renamed::TypeInfo> {
    /// Text.
    Ok(&'owner str),
    /// A list or another.
    Err(::renamed::Owned<'py, Literal>),
    /// A pair.
    Some(u64, u64),
    /// Nothing.
    #[py(value = "none")]
    None,
}

/// A module.
#[::renamed::module(crate = "::renamed", name = "_hygiene")]
pub mod hygiene {
    use super::{Converted, args};

    /// There and back.
    #[function]
    fn converted(dict: Converted<u64>) -> Converted<u64> {
        dict
    }

    /// A function whose parameters are named like the generated variables.
    #[function]
    #[signature(py = args(), args = args(), parsed = 3, *, value = args())]
    fn function(py: u64, args: u64, parsed: u64, value: u64) -> u64 {
        py + args + parsed + value
    }

    #[export]
    pub use super::{Result, Thing as Ok};
}

#[test]
fn generated_code_keeps_to_itself() {
    ::renamed::Python::initialize();
    let outcome: ::renamed::Result<()> = ::renamed::Python::attach(|py| {
        let module = ::renamed::load!(py, hygiene)?;
        ::std::assert_eq!(module.call_method("function", ())?.extract::<u64>()?, 6);
        let thing = module.call_method("Ok", (4,))?;
        ::std::assert_eq!(thing.call_method("result", (1, 2))?.extract::<u64>()?, 4);
        ::std::assert_eq!(thing.getattr("value")?.extract::<u64>()?, 7);
        let class = module.getattr("Result")?;
        let some = class.call_method("Some", (1, 2))?;
        ::std::assert_eq!(some.repr()?.to_str()?, "Result.Some(py=1, at=2, args=1, new=None)");
        ::std::assert_eq!(class.call_method("Ok", (3,))?.repr()?.to_str()?, "Result.Ok(3, 1)");
        class.setattr("py", 4)?;
        ::std::assert_eq!(class.getattr("py")?.extract::<u64>()?, 1);
        thing.setattr("twice", 5)?;
        ::std::assert_eq!(thing.getattr("value")?.extract::<u64>()?, 10);
        let dict = ::renamed::types::Dict::empty(py)?;
        dict.set("object", 1)?;
        dict.set("py", "xyz")?;
        let dict = module.call_method("converted", (&dict,))?;
        let expected = "{'object': 1, 'value': 1, 'py': 'xxx', 'field_0': None}";
        ::std::assert_eq!(dict.repr()?.to_str()?, expected);
        let list = ::renamed::types::List::empty(py)?;
        let list: Alternatives<'_, '_, ::renamed::types::List> = list.as_borrowed().into_any().extract()?;
        ::std::assert!(::std::matches!(list, Alternatives::Err(_)));
        ::std::result::Result::Ok(())
    });
    outcome.expect("the module works");
}
