//! A static method is one of the type.

use owned::adopt::PlainField;
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
}

#[methods]
impl Tally {
    #[staticmethod]
    fn limit() -> i64 {
        3
    }
}

fn main() {}
