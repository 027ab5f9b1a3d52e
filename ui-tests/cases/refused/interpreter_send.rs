//! An interpreter is stopped on the thread that has started it, so it stays there.
//! expect: `*mut ()` cannot be sent between threads safely

use owned::embed::Interpreter;

fn needs<T: Send>(_: &T) {}

fn main() {
    let _ = |interpreter: &Interpreter| needs(interpreter);
}
