//! A base is named as in Rust.
//! expect: error: "List" names no class: write one of Rust without quotes

use owned::prelude::*;

#[class(extends = "List")]
pub struct Circle {
    radius: f64,
}

#[owned::module]
mod shapes {
    #[export]
    pub use super::{Circle};
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, shapes).map(drop))
}
