//! What runs: code, frames, functions, generators, and what they are made of.

mod cell;
mod compiled;
mod frame;
mod function;
mod generator;
mod property;

pub use cell::Cell;
pub use compiled::{Code, CompileMode};
pub use frame::Frame;
pub use function::{BoundMethod, BuiltinFunction, Function};
pub use generator::{AsyncGenerator, Coroutine, Generator};
pub use property::{Property, Super};
