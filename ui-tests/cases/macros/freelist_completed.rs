//! Python allocates the instances of a class that it completes.
//! expect: error: Python allocates the instances

use owned::prelude::*;

#[class(metaclass = "abc:ABCMeta", freelist = 8)]
pub struct Tally;

fn main() {}
