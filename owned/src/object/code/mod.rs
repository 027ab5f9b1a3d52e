//! What runs: code, frames, functions, generators, and what they are made of.

mod compiled;
mod function;
mod generator;

pub use compiled::{Code, CompileMode};
pub use function::{BoundMethod, BuiltinFunction, Function};
pub use generator::{AsyncGenerator, Coroutine, Generator};
