//! An `Owned` cannot go to a thread that may outlive its section.
//! expect: `*mut owned::Python<'static>` cannot be

use std::thread;

use owned::prelude::*;

fn main() {
    Python::initialize();
    let thread = Python::attach(|py| {
        let none = py.none();
        thread::spawn(move || drop(none))
    });
    thread.join().unwrap();
}
