//! An enum is.

use owned::enumeration;

#[enumeration]
pub enum Tally {
    Up,
}

fn main() {}
