//! An `Owned` cannot be sent through a channel.
//! expect: `*mut owned::Python<'static>` cannot be

use std::sync::mpsc;
use std::thread;

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let (sender, receiver) = mpsc::channel();
        sender.send(py.none()).unwrap();
        thread::scope(|scope| {
            scope.spawn(move || drop(receiver));
        });
    });
}
