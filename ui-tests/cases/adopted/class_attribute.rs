//! The attributes of an adopted type are C's.
//! expect: class attributes of an adopted type are C's: set them there

use owned::adopt::PlainField;
use owned::prelude::*;

#[class(unsafe(adopt(Tally, type = TallyType)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
}

#[methods]
impl Tally {
    #[classattr]
    fn limit() -> i64 {
        3
    }
}

fn main() {}
