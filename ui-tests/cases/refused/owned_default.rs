//! There is no `Owned` by default: an object comes from somewhere.
//! expect: E0277

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none: Owned<'_, Any> = Default::default();
        drop((none, py.none()));
    });
}
