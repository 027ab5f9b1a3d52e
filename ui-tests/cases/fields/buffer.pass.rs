//! A lent buffer that a field can hold.

use owned::prelude::*;

#[derive(Traverse)]
pub struct Kept {
    pub items: owned::types::PyBuffer<u8>,
}

fn main() {
    Python::initialize();
}
