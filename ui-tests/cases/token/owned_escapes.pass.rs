//! A `Py` leaves the attached section.

use owned::prelude::*;

fn main() {
    Python::initialize();
    let none = Python::attach(|py| py.none().unbind());
    assert!(!none.as_ptr().is_null());
}
