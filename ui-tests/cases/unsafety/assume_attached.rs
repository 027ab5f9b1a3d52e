//! A token from nowhere needs `unsafe`.
//! expect: E0133

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let token = Python::assume_attached();
        assert!(token.none().is(&py.none()));
    });
}
