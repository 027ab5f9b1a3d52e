//! The values of an enum are all there are.
//! expect: error: `freelist` is not for enums

use owned::prelude::*;

#[class(freelist = 8)]
#[derive(PartialEq)]
pub enum Tally {
    One,
}

fn main() {}
