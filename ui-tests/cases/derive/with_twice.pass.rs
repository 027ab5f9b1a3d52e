//! One function.

use owned::prelude::*;

#[derive(FromPy)]
pub struct Circle {
    #[py(with = size)]
    pub radius: usize,
}

fn size(object: Borrowed<'_, '_, Any>) -> Result<usize> {
    object.length()
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
