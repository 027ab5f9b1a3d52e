//! `list` allocates them.

use owned::prelude::*;

#[class(extends = List)]
pub struct Tally;

fn main() {}
