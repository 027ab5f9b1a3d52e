//! Only C makes an instance: a struct of it cannot be written in Rust.
//! expect: cannot initialize a tuple struct which contains private fields

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
    label: OwnedField<Str>,
}

pub fn made(count: isize, label: OwnedField<Str>) -> Tally {
    Tally { count: PlainField(count.into()), label }
}

fn main() {}
