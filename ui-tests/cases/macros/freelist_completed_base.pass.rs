//! It keeps nothing.

use owned::prelude::*;

#[class(extends = "abc:ABC")]
pub struct Tally;

fn main() {}
