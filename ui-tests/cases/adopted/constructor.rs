//! An instance of C's type is made by C.
//! expect: an adopted type is made by C: write `fn __init__(&self, …)` in place of `#[new]`

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
    #[new]
    fn new() -> Self {
        panic!("none can be made")
    }
}


pub const ITEM: usize = size_of::<Tally>();

fn main() {}
