//! It is named as Python finds it.

use owned::prelude::*;

#[class(metaclass = "abc:ABCMeta")]
pub struct Shape;

fn main() {}
