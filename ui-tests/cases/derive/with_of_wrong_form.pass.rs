//! It does.

use owned::prelude::*;

#[derive(FromPy)]
pub struct Circle {
    #[py(with = size)]
    pub radius: usize,
}

fn size(text: Borrowed<'_, '_, Any>) -> Result<usize> {
    text.length()
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
