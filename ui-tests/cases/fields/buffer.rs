//! A buffer belongs to its attached section.
//! expect: the collector cannot see into `Buffer<'static, u8>`

use owned::prelude::*;

#[derive(Traverse)]
pub struct Kept {
    pub items: owned::types::Buffer<'static, u8>,
}

fn main() {
    Python::initialize();
}
