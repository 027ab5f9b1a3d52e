//! A value is for a variant that has nothing else.
//! expect: error: `value` is for a variant without fields

use owned::prelude::*;

#[derive(FromPy)]
pub enum Size {
    #[py(value = "auto")]
    Auto(u64),
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
