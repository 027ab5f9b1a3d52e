//! A `Turns` is not `Sync` for what cannot go to another thread: each thread has its turn.
//! expect: `*const u8` cannot be sent between threads safely

use owned::foreign::Turns;

fn needs<T: Sync>(_: T) {}

fn main() {
    needs(Turns::new(core::ptr::null::<u8>()));
}
