//! A struct is to be an enum of Python's.
//! expect: error: `#[enumeration]` goes on an enum

use owned::enumeration;

#[enumeration]
pub struct Tally {
    Up: u8,
}

fn main() {}
