//! A field that C changes behind the back of Rust is no plain value.
//! expect: `isize` is no field of a C struct

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: isize,
    label: OwnedField<Str>,
}

pub fn count(field: &PlainField<isize>, py: Python<'_>) -> isize {
    field.get(py)
}

fn main() {}
