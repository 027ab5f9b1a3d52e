//! An `Option` of one is `None` by default.

use owned::prelude::*;

fn main() {
    Python::initialize();
    let none: Option<Py<Any>> = Default::default();
    drop(none);
}
