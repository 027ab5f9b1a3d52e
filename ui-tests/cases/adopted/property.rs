//! A field that C shares is read with the token.
//! expect: a field that C shares is no property by itself: write a `#[getter]`

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    #[field(get)]
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
