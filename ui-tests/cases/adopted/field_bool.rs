//! A `bool` in a struct that C writes to could be neither true nor false.
//! expect: C may leave something in the field that is no `bool`

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<bool>,
    label: OwnedField<Str>,
}

fn main() {}
