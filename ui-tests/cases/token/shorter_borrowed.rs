//! A borrowed handle's section cannot be shortened, though the life of its owner can.
//! expect: lifetime may not live long enough

use owned::prelude::*;

fn pass_on<'a, 'long: 'short, 'short: 'a>(
    object: Borrowed<'short, 'long, Any>,
) -> Borrowed<'a, 'short, Any> {
    object
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(pass_on(py.none().as_borrowed()).is_none()));
}
