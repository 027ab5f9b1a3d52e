//! It says it.

use owned::prelude::*;

#[derive(FromPy, IntoPy)]
pub enum Level {
    #[py(value = "very_loud")]
    VeryLoud,
    Number(u8),
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
