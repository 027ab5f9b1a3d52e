//! Values may be equal.

use owned::prelude::*;

#[class(eq)]
#[derive(PartialEq)]
pub enum Tally {
    One,
}

fn main() {}
