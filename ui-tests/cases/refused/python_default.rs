//! There is no token by default: it is what attaching gives.
//! expect: E0277

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|given| {
        let py: Python<'_> = Default::default();
        assert!(py.none().is(&given.none()));
    });
}
