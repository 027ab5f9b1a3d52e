//! A `Slot` is not `Unpin`: that is one of the ways in which `Opaque` sees it.
//! expect: E0277

use owned::prelude::*;

fn needs<T: Unpin>(_: T) {}

fn main() {
    needs(Slot::empty());
}
