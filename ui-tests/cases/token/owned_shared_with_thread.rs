//! Another thread cannot look at an `Owned` of this one.
//! expect: `*mut owned::Python<'static>` cannot be

use std::thread;

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        thread::scope(|scope| {
            scope.spawn(|| assert!(!none.as_ptr().is_null()));
        });
    });
}
