//! A `Py` can go to another thread, and be dropped there.

use std::thread;

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none().unbind();
        thread::scope(|scope| {
            scope.spawn(move || drop(none));
        });
    });
}
