//! A token is passed on with the life that it has.

use owned::prelude::*;

fn pass_on<'long: 'short, 'short>(py: Python<'long>, _section: &'short ()) -> Python<'long> {
    py
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(pass_on(py, &()).none().is_none()));
}
