//! The symbol is an identifier.

use owned::adopt::PlainField;
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
}

fn main() {}
