//! Its name.

use owned::prelude::*;

#[derive(FromPy)]
pub struct Held<'py>(pub Owned<'py, List>);

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
