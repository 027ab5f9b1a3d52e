//! A field of a type that cannot be given to Python is refused at the field.
//! expect: error[E0277]: `std::sync::mpsc::Sender<u8>` cannot be turned into a Python object

use owned::prelude::*;

#[derive(IntoPy)]
pub struct Channel {
    pub sender: std::sync::mpsc::Sender<u8>,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
