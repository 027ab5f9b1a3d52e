//! A field is converted by one function each way.
//! expect: error: `with` and `from_with` exclude each other

use owned::prelude::*;

#[derive(FromPy)]
pub struct Circle {
    #[py(with = size, from_with = size)]
    pub radius: usize,
}

fn size(object: Borrowed<'_, '_, Any>) -> Result<usize> {
    object.length()
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
