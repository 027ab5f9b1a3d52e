//! A token's life cannot be shortened: it is the name of one section.
//! expect: lifetime may not live long enough

use owned::prelude::*;

fn pass_on<'long: 'short, 'short>(py: Python<'long>, _section: &'short ()) -> Python<'short> {
    py
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(pass_on(py, &()).none().is_none()));
}
