//! It is one.

use owned::prelude::*;

#[class(freelist = 8)]
pub struct Tally;

fn main() {}
