//! It moves.

use owned::embed::Interpreter;

fn main() {
    let _ = |interpreter: Interpreter| interpreter;
}
