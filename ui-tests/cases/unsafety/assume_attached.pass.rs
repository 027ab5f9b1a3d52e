//! A token comes from attaching.

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let token = py;
        assert!(token.none().is(&py.none()));
    });
}
