//! There is no `Py` by default: an object comes from somewhere.
//! expect: E0277

use owned::prelude::*;

fn main() {
    Python::initialize();
    let none: Py<Any> = Default::default();
    drop(none);
}
