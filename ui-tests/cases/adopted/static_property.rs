//! The metaclass of an adopted type is C's.
//! expect: an adopted type has C's metaclass, so no static properties: write a `#[staticmethod]`

use owned::adopt::PlainField;
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
}

#[methods]
impl Tally {
    #[staticgetter]
    fn limit() -> i64 {
        3
    }
}

fn main() {}
