//! An array is read on the thread that has it.
//! expect: `*mut u8` cannot be shared between threads safely

use owned::array::Array;

fn needs<T: Sync>(_: &T) {}

fn main() {
    let _ = |array: &Array<'_, u8, 1>| needs(array);
}
