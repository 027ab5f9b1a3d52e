//! A field is changed by a call, as C may change it at any time.

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
    label: OwnedField<Str>,
}

#[methods]
impl Tally {
    fn tick(&self, py: Python<'_>) {
        self.count.set(py, self.count.get(py) + 1);
    }
}

fn main() {}
