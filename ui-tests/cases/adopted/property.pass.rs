//! A getter has the token.

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
    #[getter]
    fn count(&self, py: Python<'_>) -> isize {
        self.count.get(py)
    }
}

fn main() {}
