//! A `Slot` is not `RefUnwindSafe`: that is one of the ways in which `Opaque` sees it.
//! expect: may contain interior mutability

use owned::prelude::*;

fn needs<T: std::panic::RefUnwindSafe>(_: T) {}

fn main() {
    needs(Slot::empty());
}
