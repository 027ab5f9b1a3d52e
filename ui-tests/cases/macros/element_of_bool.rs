//! A byte that Python writes need not be a `bool`.
//! expect: `bool` cannot be an item of a buffer

use owned::types::Element;

#[derive(Clone, Copy, Element)]
#[repr(C)]
pub struct Switch {
    pub number: u16,
    pub on: bool,
}

fn main() {
    assert_eq!(Switch::FORMAT.size(), 4);
}
