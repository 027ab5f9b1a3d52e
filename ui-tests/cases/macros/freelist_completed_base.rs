//! Python allocates the instances of a class over one of its own.
//! expect: error: Python allocates the instances

use owned::prelude::*;

#[class(extends = "abc:ABC", freelist = 8)]
pub struct Tally;

fn main() {}
