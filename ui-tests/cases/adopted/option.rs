//! What a type of C's is, C says.
//! expect: `subclass` is for a class whose type Rust makes: of an adopted one C says it

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

#[class(subclass, unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
    label: OwnedField<Str>,
}

fn main() {}
