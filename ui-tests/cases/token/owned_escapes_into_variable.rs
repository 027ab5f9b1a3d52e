//! An `Owned` cannot leave the attached section through a variable outside of it.
//! expect: E0521

use owned::prelude::*;

fn main() {
    Python::initialize();
    let mut kept = None;
    Python::attach(|py| kept = Some(py.none()));
    assert!(kept.is_some());
}
