//! One lifetime for both.

use owned::prelude::*;

#[derive(FromPy)]
pub struct Entry<'a>(pub &'a str, pub &'a str);

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
