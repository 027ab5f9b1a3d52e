//! A `Borrowed` cannot go to another thread.
//! expect: `*mut owned::Python<'static>` cannot be

use std::thread;

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let kept = py.none().unbind();
        let lent = kept.bind(py);
        thread::scope(|scope| {
            scope.spawn(move || assert!(!lent.as_ptr().is_null()));
        });
        assert!(kept.bind(py).is_none());
    });
}
