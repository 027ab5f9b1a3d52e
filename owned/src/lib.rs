//! Bind C and Rust libraries to Python so that a forgotten release does not compile and every cycle can be collected.
//!
//! Each reference in Python's C API is *new*, *borrowed* or *stolen*. Here those are types: [`Owned`] holds exactly one
//! strong reference and releases it when it is dropped; [`Borrowed`] holds none and cannot outlive its owner; what a C
//! function steals is moved away. A struct marked [`#[class]`](class) is visited and cleared by Python's collector with
//! nothing written by its author, and a field that would hide references does not compile.
//!
//! ```standalone_crate
//! use owned::prelude::*;
//!
//! /// A counter that calls back when it reaches its limit.
//! #[class]
//! pub struct Tally {
//!     #[field(get)]
//!     count: u64,
//!     #[field(get)]
//!     limit: u64,
//!     #[field(get, set)]
//!     on_limit: Option<Py<Callable>>, // the collector sees it: nothing to write
//! }
//!
//! #[methods]
//! impl Tally {
//!     #[new]
//!     fn new(limit: u64) -> Self {
//!         Tally { count: 0, limit, on_limit: None }
//!     }
//!
//!     /// Count one more; returns whether the limit has been reached.
//!     fn tick(&mut self, py: Python<'_>) -> Result<bool> {
//!         self.count += 1;
//!         let reached = self.count >= self.limit;
//!         if let (true, Some(callback)) = (reached, &self.on_limit) {
//!             callback.bind(py).call((self.count,))?;
//!         }
//!         Ok(reached)
//!     }
//! }
//!
//! /// Counts things.
//! #[owned::module]
//! mod tallies {
//!     #[export]
//!     pub use super::Tally;
//!
//!     /// Add two numbers.
//!     #[function]
//!     fn add(a: i64, b: i64) -> i64 {
//!         a + b
//!     }
//! }
//! # fn main() -> Result<()> {
//! #     Python::initialize();
//! #     Python::attach(|py| {
//! #         let module = owned::load!(py, tallies)?;
//! #         assert_eq!(module.call_method("add", (2, 3))?.extract::<i64>()?, 5);
//! #         let tally = module.call_method("Tally", (1,))?;
//! #         assert!(tally.call_method("tick", ())?.extract::<bool>()?);
//! #         Ok(())
//! #     })
//! # }
//! ```
//!
//! # Features
//!
//! Without any there are handles, errors, functions, classes, modules, the common built-in types, and the conversions of the common
//! types of std. On by default are `callbacks` and `embed`, which cost a build next to nothing; `full` has these and the other
//! larger parts, down to `time` in the table. Each feature that is off makes a build shorter; nothing behaves differently for it.
//!
//! | feature | what it brings |
//! |---|---|
//! | `arrays` | memory of a type and a number of dimensions, both ways: the module [`mod@array`]; it needs `buffers` |
//! | `async` | exported `async fn`, [`Async`], [`Kept`], the module [`coroutine`]; it needs `callbacks` |
//! | `buffers` | memory that is lent: [`Buffer`](types::Buffer), [`MemoryView`](types::MemoryView), [`#[derive(Element)]`](types::Element), `__buffer__` of a class |
//! | `callbacks` | [`Callback`], [`Callbacks`], [`Action`], [`callback!`], [`Callable::from_rust`](types::Callable::from_rust) |
//! | `derive` | `#[derive(FromPy)]` and `#[derive(IntoPy)]` (the traits are always there) |
//! | `embed` | starting an interpreter in a program of Rust: [`Python::initialize`], the module [`embed`], [`#[owned::test]`](test) |
//! | `enums` | `#[enumeration]` with [`Flags`], and `#[class]` on an enum |
//! | `foreign` | the module [`foreign`], for wrapping a C library; it needs `callbacks` |
//! | `more-types` | code: [`Python::eval`], [`Python::run`], [`Code`](types::Code), [`Frame`](types::Frame), [`Cell`](types::Cell); [`Property`](types::Property), [`Context`](types::Context), [`Capsule`](types::Capsule), [`Namespace`](types::Namespace), [`Range`](types::Range), [`MappingProxy`](types::MappingProxy), [`GenericAlias`](types::GenericAlias), [`StructSequence`](types::StructSequence); the methods of exception groups, searches in a `str`, an `int` as bytes; conversions of std's ranges, addresses, 128-bit and nonzero integers; tuples of more than six |
//! | `time` | Python's dates and times; conversions of `Duration` and `SystemTime` |
//! | `raw` | the whole C API, typed by ownership: [`raw`] |
//! | `ledger` | counts every live handle by the line that made it: [`report`] |
//! | `adopt` | taking an extension of C's over step by step: [`#[module(adopt)]`](module); it needs `foreign` |
//! | `stubs` | the text of stub files, for type checkers: `stubs!` |
//! | `log` | [`logging`]: what Rust code logs by the crate `log`, for Python's `logging` |
//! | `own-gil` | modules that can be imported in interpreters with a GIL of their own (PEP 684) |
//! | `abi3-py311`, `abi3-py312`, `abi3-py313` | one extension module for that version of CPython and later ones: the stable ABI, with less |
//! | `anyhow`, `eyre` | `?` turns their errors into exceptions |
//! | `bytes`, `chrono`, `indexmap`, `jiff`, `num-bigint`, `num-complex`, `rust_decimal`, `smallvec`, `uuid` | conversions of the types of the crate of that name |
//! | `serde` | conversions of any type with its traits: the module `serde` |

// With all features nothing may be left unused; without one, what is there for it alone is not looked for.
#![cfg_attr(
    not(all(
        feature = "arrays",
        feature = "async",
        feature = "buffers",
        feature = "callbacks",
        feature = "derive",
        feature = "embed",
        feature = "enums",
        feature = "foreign",
        feature = "more-types",
        feature = "time"
    )),
    allow(dead_code, unused_imports, reason = "a feature that is off would use it")
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
pub mod __private;
#[cfg(feature = "adopt")]
pub mod adopt;
#[cfg(feature = "arrays")]
pub mod array;
mod class;
mod convert;
#[cfg(feature = "embed")]
pub mod embed;
mod err;
#[cfg(feature = "foreign")]
pub mod foreign;
mod gc;
mod hook;
#[cfg(feature = "log")]
pub mod logging;
mod module;
mod object;
mod ptr;
pub mod raw;
pub mod report;
#[cfg(feature = "embed")]
pub mod testing;
mod token;

#[cfg(not(feature = "foreign"))]
#[doc(hidden)]
pub use __private::off::foreign;
#[cfg(feature = "callbacks")]
pub use class::Callbacks;
#[cfg(feature = "async")]
pub use class::{Async, Kept};
pub use class::{Base, BaseArgs, Class, Exclusive, Extended, Frozen, Initial, Mutable, Ref, RefMut, Unchanging};
#[cfg(feature = "enums")]
pub use class::{Enumeration, Flags};
#[cfg(feature = "serde")]
pub use convert::serde;
pub use convert::{FromPy, IntoArgs, IntoPy};
pub use err::{PyErr, Result};
#[cfg(feature = "callbacks")]
pub use gc::{Action, Callback};
pub use gc::{Atomic, AtomicCell, GcCell, NoRefs, Opaque, PyWeak, Slot, Stop, Traverse, Visited, Visitor};
#[cfg(feature = "buffers")]
pub use owned_macros::Element;
#[cfg(feature = "embed")]
pub use owned_macros::test;
pub use owned_macros::{FromPy, IntoPy, NoRefs, Traverse, class, enumeration, function, methods, module};
pub use ptr::{Any, Borrowed, Derived, Downcast, Owned, Py, TypeHint, TypeInfo};
pub use raw::{BorrowedRef, PyObject};
pub use token::{AttachError, Python, pending_releases};

/// What `async fn` is made of, besides [`Async`] and [`Kept`].
#[cfg(feature = "async")]
pub mod coroutine {
    pub use crate::class::{Catch, HoldsNoReference, Spawned, Wait};
}

/// Stub files of a module, for type checkers: what `cargo owned stubs` writes.
#[cfg(feature = "stubs")]
pub mod stubs {
    pub use crate::module::stubs::{Stub, of};
}

/// The built-in types: what handles are handles of.
pub mod types {
    #[cfg(feature = "callbacks")]
    pub use crate::class::RustFn;
    pub use crate::convert::Values;
    pub use crate::object::*;
    // Once more by their names: of these the compiler says which feature one that is off is configured out by.
    #[cfg(feature = "buffers")]
    pub use crate::object::{Bool8, Buffer, BufferMut, Exported, Field, Format, MemoryView, PyBuffer, Shared};
    #[cfg(feature = "more-types")]
    pub use crate::object::{
        ByteOrder, Capsule, Cell, Code, CompileMode, Context, ContextToken, ContextVar, Frame, GenericAlias,
        MappingProxy, Namespace, Property, Range, Super,
    };
    #[cfg(feature = "time")]
    pub use crate::object::{Date, DateParts, DateTime, Time, TimeDelta, TimeParts, TimeZone, TzInfo};
    #[cfg(feature = "buffers")]
    pub use owned_macros::Element;
}

/// The built-in exceptions: `ValueError::new("…")` makes an error of one.
pub mod exceptions {
    pub use crate::err::*;
    pub use crate::raw::ExceptionKind;
}

/// What a binding uses all the time.
pub mod prelude {
    pub use crate::exceptions::{
        AttributeError, IndexError, KeyError, OSError, OverflowError, RuntimeError, TypeError, ValueError,
    };
    pub use crate::types::{Bytes, Callable, CompareOp, Dict, Float, Int, Iter, List, Str, Tuple, Type, Weak};
    pub use crate::{
        Any, AtomicCell, Borrowed, FromPy, GcCell, IntoPy, NoRefs, Opaque, Owned, Py, PyErr, PyWeak, Python, Ref,
        RefMut, Result, Slot, Traverse, class, function, methods, module,
    };
    #[cfg(feature = "async")]
    pub use crate::{Async, Kept};
    #[cfg(feature = "callbacks")]
    pub use crate::{Callback, Callbacks};
}

/// Makes a new copy of a `#[module]` in this interpreter, without an import statement: `owned::load!(py, tallies)`.
///
/// For programs that embed Python, and for tests. A new reference, in a `Result`.
///
/// ```standalone_crate
/// use owned::prelude::*;
///
/// #[owned::module]
/// mod tallies {
///     #[function]
///     fn add(a: i64, b: i64) -> i64 {
///         a + b
///     }
/// }
///
/// # fn main() -> Result<()> {
/// # Python::initialize();
/// Python::attach(|py| {
///     let tallies = owned::load!(py, tallies)?;
///     assert_eq!(tallies.call_method("add", (2, 3))?.extract::<i64>()?, 5);
///     Ok(())
/// })
/// # }
/// ```
#[macro_export]
macro_rules! load {
    ($py:expr, $($module:ident)::+) => {
        $($module)::+::__owned_load($py)
    };
}

/// The stub files of a `#[module]`, one for it and one for each module in it: `owned::stubs!(tallies)`.
///
/// With a name behind it, those of a module that is in a package: `owned::stubs!(_tallies, "tallies._tallies")`. Nothing of
/// Python is needed. The feature `stubs` has the macros say what the module has.
///
/// ```standalone_crate
/// use owned::prelude::*;
///
/// #[owned::module]
/// mod tallies {
///     /// Add two numbers.
///     #[function]
///     fn add(a: i64, b: i64) -> i64 {
///         a + b
///     }
/// }
///
/// let [stub] = &owned::stubs!(tallies)[..] else { panic!("one module") };
/// assert_eq!(stub.module, "tallies");
/// assert!(stub.text.contains("def add(a: int, b: int) -> int:\n    \"\"\"Add two numbers.\"\"\"\n"));
/// ```
#[cfg(feature = "stubs")]
#[macro_export]
macro_rules! stubs {
    ($($module:ident)::+) => {
        $crate::stubs::of::<$($module)::+::__OwnedModule>(None)
    };
    ($($module:ident)::+, $name:expr) => {
        $crate::stubs::of::<$($module)::+::__OwnedModule>(Some($name))
    };
}

/// A `#[module]` of this program as one that `import` finds: `Interpreter::builder().module(owned::builtin!(tallies))`.
///
/// ```standalone_crate
/// use owned::embed::Interpreter;
/// use owned::prelude::*;
///
/// #[owned::module]
/// mod tallies {
///     #[function]
///     fn add(a: i64, b: i64) -> i64 {
///         a + b
///     }
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let interpreter = Interpreter::builder().module(owned::builtin!(tallies)).start()?;
/// interpreter.attach(|py| py.run("import tallies; assert tallies.add(2, 3) == 5", None))?;
/// interpreter.stop()?;
/// # Ok(())
/// # }
/// ```
#[cfg(feature = "embed")]
#[macro_export]
macro_rules! builtin {
    ($($module:ident)::+) => {
        $crate::embed::Builtin::of::<$($module)::+::__OwnedModule>()
    };
}

/// A test that misuse of a binding does not compile: of the cases in a folder, a path from the package's own.
///
/// ```
/// // tests/ui.rs
/// owned::ui_tests!("tests/ui");
/// # fn main() {}
/// ```
///
/// It needs the crate `owned-ui-tests` among the `[dev-dependencies]`, whose documentation says what a case is.
#[macro_export]
macro_rules! ui_tests {
    ($folder:literal $(,)?) => {
        #[test]
        fn ui() {
            ::owned_ui_tests::run($folder);
        }
    };
}

/// The pages outside of the crate: their code is compiled and run with the documentation's tests.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../../README.md")]
    struct Readme;
    #[doc = include_str!("../../SOUNDNESS.md")]
    struct Soundness;
    #[doc = include_str!("../../macros/docs/from_py.md")]
    struct DeriveFromPy;
    #[doc = include_str!("../../macros/docs/into_py.md")]
    struct DeriveIntoPy;
    #[doc = include_str!("../../guide/README.md")]
    struct Introduction;
    #[doc = include_str!("../../guide/references.md")]
    struct References;
    #[doc = include_str!("../../guide/handles.md")]
    struct Handles;
    #[doc = include_str!("../../guide/objects.md")]
    struct Objects;
    #[doc = include_str!("../../guide/arrays.md")]
    struct Arrays;
    #[doc = include_str!("../../guide/values.md")]
    struct Values;
    #[cfg(all(feature = "anyhow", feature = "serde"))]
    #[doc = include_str!("../../guide/crates.md")]
    struct Crates;
    #[doc = include_str!("../../guide/errors.md")]
    struct Errors;
    #[doc = include_str!("../../guide/classes.md")]
    struct Classes;
    #[doc = include_str!("../../guide/callbacks.md")]
    struct CallbacksPage;
    #[doc = include_str!("../../guide/async.md")]
    struct AsyncFunctions;
    #[doc = include_str!("../../guide/from-pyo3.md")]
    struct FromPyO3;
    #[doc = include_str!("../../guide/stable-abi.md")]
    struct StableAbi;
    #[doc = include_str!("../../guide/c-library.md")]
    struct CLibrary;
    #[doc = include_str!("../../guide/sqlite.md")]
    struct SqliteBound;
    #[doc = include_str!("../../guide/threads.md")]
    struct Threads;
    #[doc = include_str!("../../guide/embedding.md")]
    struct Embedding;
    #[doc = include_str!("../../guide/ledger.md")]
    struct Ledger;
    #[doc = include_str!("../../guide/port-markupsafe.md")]
    struct PortMarkupsafe;
    #[doc = include_str!("../../guide/raw.md")]
    struct Raw;
    #[doc = include_str!("../../guide/contracts.md")]
    struct Contracts;
    #[doc = include_str!("../../guide/testing.md")]
    struct Testing;
    #[doc = include_str!("../../guide/stubs.md")]
    struct Stubs;
}
