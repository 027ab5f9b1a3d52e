//! A `Py` would release what C releases, too.
//! expect: `owned::Py<owned::types::Str>` is no field of a C struct

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
    label: Py<Str>,
}

pub fn label(field: &OwnedField<Str>, py: Python<'_>) {
    field.set(py, None);
}

fn main() {}
