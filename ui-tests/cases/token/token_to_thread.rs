//! The token says that *this* thread is attached: it cannot go to another.
//! expect: `*mut owned::Python<'static>` cannot be

use std::thread;

use owned::prelude::*;

fn main() {
    Python::initialize();
    let thread = Python::attach(|py| {
        assert!(py.none().is_none());
        thread::spawn(move || py.none().is_none())
    });
    assert!(thread.join().unwrap());
}
