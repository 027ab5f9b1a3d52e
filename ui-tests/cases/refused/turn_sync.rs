//! A `Turn` is not `Sync`: it is one thread's.
//! expect: `*const ()` cannot be shared between threads safely

use owned::foreign::Turns;

fn needs<T: Sync>(_: T) {}

fn main() {
    let turns = Turns::new(1_u8);
    needs(turns.try_enter().expect("it is nobody's turn"));
}
