//! Any byte is a `Bool8`.

use owned::types::Element;

#[derive(Clone, Copy, Element)]
#[repr(C)]
pub struct Switch {
    pub number: u16,
    pub on: owned::types::Bool8,
}

fn main() {
    assert_eq!(Switch::FORMAT.size(), 4);
}
