//! Embedding: a Rust program that owns an interpreter, from its start to its end.
//!
//! ```
//! use owned::embed::Interpreter;
//! use owned::prelude::*;
//!
//! let interpreter = Interpreter::start()?;
//! let sum = interpreter.attach(|py| py.eval("6 * 7", None)?.extract::<i64>())?;
//! assert_eq!(sum, 42);
//! interpreter.stop()?;
//!
//! let again = Interpreter::builder().isolated(true).arguments(["again", "--verbose"]).start()?;
//! again.attach(|py| py.run("import sys; assert sys.argv == ['again', '--verbose']", None))?;
//! again.stop()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The page on embedding of the guide has the rest: modules of the program's own, other threads, what ends with the
//! interpreter.

mod builder;
mod builtin;
mod interpreter;

pub use crate::token::{StartError, StopError};
pub use builder::InterpreterBuilder;
pub use builtin::Builtin;
pub use interpreter::Interpreter;
