//! A metaclass is a class of Python's.
//! expect: error: `metaclass` needs a class of Python's

use owned::prelude::*;

#[class(metaclass = Type)]
pub struct Shape;

fn main() {}
