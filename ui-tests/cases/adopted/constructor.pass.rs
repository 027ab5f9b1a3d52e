//! It is filled by Rust.

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
    label: OwnedField<Str>,
}

#[methods]
impl Tally {
    fn __init__(&self) {
        panic!("none can be made")
    }
}

fn main() {}
