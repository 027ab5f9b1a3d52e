//! They lie as in C.

use owned::types::Element;

#[derive(Clone, Copy, Element)]
#[repr(C)]
pub struct Point {
    pub x: f32,
    pub y: f64,
}

fn main() {
    assert_eq!(Point::FORMAT.size(), 16);
}
