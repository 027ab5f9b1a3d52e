//! The token is what attaching gives.

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|given| {
        let py: Python<'_> = given;
        assert!(py.none().is(&given.none()));
    });
}
