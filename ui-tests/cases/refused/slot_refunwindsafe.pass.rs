//! A number in a cell is `RefUnwindSafe`.

use owned::prelude::*;

fn needs<T: std::panic::RefUnwindSafe>(_: T) {}

fn main() {
    needs(AtomicCell::new(1));
}
