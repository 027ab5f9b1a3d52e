//! A type that can.

use owned::prelude::*;

#[derive(IntoPy)]
pub struct Channel {
    pub sender: Vec<u8>,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
