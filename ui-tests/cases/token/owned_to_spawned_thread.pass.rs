//! A `Py` can go to a thread that outlives the section.

use std::thread;

use owned::prelude::*;

fn main() {
    Python::initialize();
    let thread = Python::attach(|py| {
        let none = py.none().unbind();
        thread::spawn(move || drop(none))
    });
    thread.join().unwrap();
}
