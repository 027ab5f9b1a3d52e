//! Another thread attaches by itself.

use std::thread;

use owned::prelude::*;

fn main() {
    Python::initialize();
    let thread = Python::attach(|py| {
        assert!(py.none().is_none());
        thread::spawn(move || Python::attach(|py| py.none().is_none()))
    });
    assert!(thread.join().unwrap());
}
