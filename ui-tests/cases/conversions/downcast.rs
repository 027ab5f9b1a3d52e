//! An object is not cast to a struct that is no class.
//! expect: `Limits` is not a Python
//! errors: 2, because the cast and its result both name the type

use owned::prelude::*;

pub struct Limits;

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().downcast::<Limits>().is_err()));
}
