//! Another thread gets the `Py` itself.

use std::thread;

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let kept = py.none().unbind();
        let lent = &kept;
        thread::scope(|scope| {
            scope.spawn(move || assert!(!lent.as_ptr().is_null()));
        });
        assert!(kept.bind(py).is_none());
    });
}
