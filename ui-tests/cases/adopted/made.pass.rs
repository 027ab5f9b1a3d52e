//! What C has made is used.

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
    label: OwnedField<Str>,
}

pub fn made(count: isize, tally: &Tally, py: Python<'_>) {
    tally.count.set(py, count);
}

fn main() {}
