//! A free list is no heap.
//! expect: error: `freelist` is 65535 at most

use owned::prelude::*;

#[class(freelist = 65536)]
pub struct Tally;

fn main() {}
