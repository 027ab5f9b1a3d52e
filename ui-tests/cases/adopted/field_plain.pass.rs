//! It is read by a call.

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
    label: OwnedField<Str>,
}

pub fn count(field: &PlainField<isize>, py: Python<'_>) -> isize {
    field.get(py)
}

fn main() {}
