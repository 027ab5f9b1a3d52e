//! What is called and what is resumed: functions, generators.

mod function;
mod generator;

pub use function::{BoundMethod, BuiltinFunction, Function};
pub use generator::{AsyncGenerator, Coroutine, Generator};
