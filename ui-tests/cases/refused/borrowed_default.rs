//! There is no `Borrowed` by default: somebody owns what is borrowed.
//! expect: E0277

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none: Borrowed<'_, '_, Any> = Default::default();
        drop((none, py.none()));
    });
}
