//! Only a class that allocates its instances itself can keep their memory.
//! expect: error[E0080]

use owned::prelude::*;

#[class(extends = List, freelist = 8)]
pub struct Tally;

fn main() {}
