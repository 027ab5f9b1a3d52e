//! An `Owned` cannot be dropped in a detached section.
//! expect: `*mut owned::Python<'static>` cannot be

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        py.detach(move || drop(none));
    });
}
