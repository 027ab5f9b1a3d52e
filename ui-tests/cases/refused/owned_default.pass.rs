//! An `Option` of one is `None` by default.

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none: Option<Owned<'_, Any>> = Default::default();
        drop((none, py.none()));
    });
}
