//! An object is cast to a class.

use owned::prelude::*;

#[class]
pub struct Limits;

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().downcast::<Limits>().is_err()));
}
