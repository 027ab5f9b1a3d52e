//! An interpreter has one owner.
//! expect: E0599

use owned::embed::Interpreter;

fn main() {
    let _ = |interpreter: Interpreter| interpreter.clone();
}
