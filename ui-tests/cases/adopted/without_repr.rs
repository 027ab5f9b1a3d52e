//! The order of the fields is C's.
//! expect: an adopted struct is laid out as in C: put `#[repr(C)]` on it

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
pub struct Tally {
    count: PlainField<isize>,
    label: OwnedField<Str>,
}

fn main() {}
