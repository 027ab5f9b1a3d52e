//! C takes an adopted object apart.
//! expect: an adopted type is taken apart by C, which calls no `__del__`: leave it to C's `tp_dealloc`

use owned::adopt::PlainField;
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
}

#[methods]
impl Tally {
    fn __del__(&self) {}
}

fn main() {}
