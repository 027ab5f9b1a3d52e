//! It does.

use owned::prelude::*;

#[class(freelist = 8)]
pub struct Tally;

fn main() {}
