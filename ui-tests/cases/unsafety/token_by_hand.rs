//! A token cannot be put together by hand.
//! expect: E0423

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let py = Python(Default::default());
        assert!(py.none().is_none());
    });
}
