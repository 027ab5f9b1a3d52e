//! An `Owned` cannot leave the attached section in its result.
//! expect: lifetime may not live long enough

use owned::prelude::*;

fn main() {
    Python::initialize();
    let none = Python::attach(|py| py.none());
    assert!(!none.as_ptr().is_null());
}
