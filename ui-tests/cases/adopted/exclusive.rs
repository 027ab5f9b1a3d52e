//! C reaches an object of its own while Rust does, so nobody has it exclusively.
//! expect: this class cannot change, so its objects keep no state word

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
    fn tick(&mut self, py: Python<'_>) {
        self.count.set(py, self.count.get(py) + 1);
    }
}

fn main() {}
