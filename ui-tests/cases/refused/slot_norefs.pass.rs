//! A number in a cell is `NoRefs`.

use owned::prelude::*;

fn needs<T: NoRefs>(_: T) {}

fn main() {
    needs(AtomicCell::new(1));
}
