//! Another thread can look at the address of a `Py`.

use std::thread;

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none().unbind();
        thread::scope(|scope| {
            scope.spawn(|| assert!(!none.as_ptr().is_null()));
        });
    });
}
