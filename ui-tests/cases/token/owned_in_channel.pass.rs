//! A `Py` can be sent through a channel.

use std::sync::mpsc;
use std::thread;

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let (sender, receiver) = mpsc::channel();
        sender.send(py.none().unbind()).unwrap();
        thread::scope(|scope| {
            scope.spawn(move || drop(receiver));
        });
    });
}
