//! An `Owned` cannot go to another thread.
//! expect: `*mut owned::Python<'static>` cannot be

use std::thread;

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        thread::scope(|scope| {
            scope.spawn(move || drop(none));
        });
    });
}
