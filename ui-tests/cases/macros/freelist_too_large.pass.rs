//! This is the most.

use owned::prelude::*;

#[class(freelist = 65535)]
pub struct Tally;

fn main() {}
