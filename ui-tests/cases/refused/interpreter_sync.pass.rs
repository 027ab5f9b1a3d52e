//! What is computed in it is `Sync`.

use owned::embed::Interpreter;

fn needs<T: Sync>(_: &T) {}

fn main() {
    let _ = |interpreter: &Interpreter| needs(&interpreter.attach(|_| 1));
}
