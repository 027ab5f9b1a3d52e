//! Nothing is put into an adopted type.
//! expect: an adopted type has the attributes that C gives it: leave `nested_in` out, and the class is in the module

use owned::adopt::PlainField;
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
}

#[class(nested_in = Tally)]
pub struct Inner {
    #[field(get)]
    x: i64,
}

fn main() {}
