//! A handle is passed on with the section that it has.

use owned::prelude::*;

fn pass_on<'long: 'short, 'short>(object: Owned<'long, Any>, _section: &'short ()) -> Owned<'long, Any> {
    object
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(pass_on(py.none(), &()).is_none()));
}
