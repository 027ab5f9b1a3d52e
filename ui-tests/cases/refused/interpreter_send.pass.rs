//! What is computed in it is `Send`.

use owned::embed::Interpreter;

fn needs<T: Send>(_: &T) {}

fn main() {
    let _ = |interpreter: &Interpreter| needs(&interpreter.attach(|_| 1));
}
