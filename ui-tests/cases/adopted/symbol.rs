//! What C makes the type of is named as in C, without quotes.
//! expect: write `unsafe(adopt(Struct, type = SomeType))`, or `spec = some_spec` of a heap type

use owned::adopt::PlainField;
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = "TallyType")))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
}

fn main() {}
