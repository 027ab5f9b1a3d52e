//! An interpreter is not `Sync`: another thread could stop it through a reference.
//! expect: `*mut ()` cannot be shared between threads safely

use owned::embed::Interpreter;

fn needs<T: Sync>(_: &T) {}

fn main() {
    let _ = |interpreter: &Interpreter| needs(interpreter);
}
