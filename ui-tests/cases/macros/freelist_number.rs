//! How many are kept is a number.
//! expect: error: `freelist` needs a number

use owned::prelude::*;

#[class(freelist = "8")]
pub struct Tally;

fn main() {}
