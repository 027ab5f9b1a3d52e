//! A `Py` leaves the attached section through a variable.

use owned::prelude::*;

fn main() {
    Python::initialize();
    let mut kept = None;
    Python::attach(|py| kept = Some(py.none().unbind()));
    assert!(kept.is_some());
}
