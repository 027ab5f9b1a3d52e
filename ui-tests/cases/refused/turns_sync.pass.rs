//! What can go need not be `Sync` itself: one thread looks at it at a time.

use owned::foreign::Turns;

fn needs<T: Sync>(_: T) {}

fn main() {
    needs(Turns::new(core::cell::Cell::new(0_u8)));
}
