//! The life of a borrowed handle's owner can be shortened.

use owned::prelude::*;

fn pass_on<'a, 'long: 'short, 'short: 'a>(
    object: Borrowed<'short, 'long, Any>,
) -> Borrowed<'a, 'long, Any> {
    object
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(pass_on(py.none().as_borrowed()).is_none()));
}
