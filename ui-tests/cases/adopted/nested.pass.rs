//! Beside it there can be any class.

use owned::adopt::PlainField;
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
}

#[class]
pub struct Inner {
    #[field(get)]
    x: i64,
}

fn main() {}
