//! A free list keeps something.
//! expect: error: `freelist = 0` asks for nothing

use owned::prelude::*;

#[class(freelist = 0)]
pub struct Tally;

fn main() {}
