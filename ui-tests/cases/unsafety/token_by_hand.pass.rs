//! A token comes from attaching.

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let py = py;
        assert!(py.none().is_none());
    });
}
