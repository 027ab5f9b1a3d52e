//! What others share is the `Turns`.

use owned::foreign::Turns;

fn needs<T: Send>(_: T) {}

fn main() {
    let turns = Turns::new(1_u8);
    needs(&turns);
}
