//! It keeps nothing.

use owned::prelude::*;

#[class(metaclass = "abc:ABCMeta")]
pub struct Tally;

fn main() {}
