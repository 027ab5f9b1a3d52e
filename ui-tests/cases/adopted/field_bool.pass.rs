//! A `u8` may be anything.

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<u8>,
    label: OwnedField<Str>,
}

fn main() {}
