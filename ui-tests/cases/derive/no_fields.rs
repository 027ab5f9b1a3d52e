//! A struct without fields says nothing of an object.
//! expect: error: `Nothing` has no fields to convert

use owned::prelude::*;

#[derive(FromPy, IntoPy)]
pub struct Nothing;

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
