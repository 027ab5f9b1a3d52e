//! A number in a cell is `Unpin`.

use owned::prelude::*;

fn needs<T: Unpin>(_: T) {}

fn main() {
    needs(AtomicCell::new(1));
}
