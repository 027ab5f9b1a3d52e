//! Any other method is taken over.

use owned::adopt::PlainField;
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
}

#[methods]
impl Tally {
    fn close(&self) {}
}

fn main() {}
