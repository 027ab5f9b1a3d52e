//! A `Turn` is not `Send`: it is one thread's.
//! expect: `*const ()` cannot be sent between threads safely

use owned::foreign::Turns;

fn needs<T: Send>(_: T) {}

fn main() {
    let turns = Turns::new(1_u8);
    needs(turns.try_enter().expect("it is nobody's turn"));
}
