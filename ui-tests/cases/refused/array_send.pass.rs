//! What was copied out of it is `Send`.

use owned::array::Array;

fn needs<T: Send>(_: &T) {}

fn main() {
    let _ = |array: &Array<'_, u8, 1>| needs(&array.to_vec());
}
