//! The interpreter's lifetime is known by its name.
//! expect: error: `'a` is the interpreter's lifetime here

use owned::prelude::*;

#[derive(FromPy)]
pub struct Held<'a>(pub Owned<'a, List>);

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
