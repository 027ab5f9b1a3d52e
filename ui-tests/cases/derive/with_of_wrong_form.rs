//! A function that converts a field takes the object.
//! expect: error[E0308]: mismatched types
//! elsewhere: rustc names the use of the function; the twin has another function

use owned::prelude::*;

#[derive(FromPy)]
pub struct Circle {
    #[py(with = size)]
    pub radius: usize,
}

fn size(text: &str) -> Result<usize> {
    Ok(text.len())
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
