//! The struct has the reference, and C releases it.

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
    label: OwnedField<Str>,
}

pub fn label(field: &OwnedField<Str>, py: Python<'_>) {
    field.set(py, None);
}

fn main() {}
