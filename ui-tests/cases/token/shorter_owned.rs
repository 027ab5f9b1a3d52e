//! A handle's section cannot be shortened.
//! expect: lifetime may not live long enough

use owned::prelude::*;

fn pass_on<'long: 'short, 'short>(object: Owned<'long, Any>, _section: &'short ()) -> Owned<'short, Any> {
    object
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(pass_on(py.none(), &()).is_none()));
}
