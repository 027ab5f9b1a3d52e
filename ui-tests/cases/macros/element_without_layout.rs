//! Rust may order the fields of a struct as it likes, and Python sees where they lie.
//! expect: error: Rust may order the fields of `Point` as it likes: put `#[repr(C)]` on it

use owned::types::Element;

#[derive(Clone, Copy, Element)]
#[repr(align(8))]
pub struct Point {
    pub x: f32,
    pub y: f64,
}

fn main() {
    assert_eq!(Point::FORMAT.size(), 16);
}
