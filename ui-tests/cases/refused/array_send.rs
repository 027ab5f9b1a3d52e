//! An array is given back on a thread that is attached.
//! expect: `*mut u8` cannot be sent between threads safely

use owned::array::Array;

fn needs<T: Send>(_: &T) {}

fn main() {
    let _ = |array: &Array<'_, u8, 1>| needs(array);
}
