//! That a struct is C's is a promise.
//! expect: that the struct is C's, and its fields are used so, is a promise: write `unsafe(adopt(…))`

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(adopt(Tally, type = TallyType))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
    label: OwnedField<Str>,
}

fn main() {}
