//! A class of this binding cannot hide its listeners from the collector.

use owned::prelude::*;

struct Listeners(Vec<Py<Any>>);

#[class]
struct Button {
    listeners: Box<Listeners>,
}

#[methods]
impl Button {
    #[new]
    fn new() -> Self {
        Button { listeners: Box::new(Listeners(Vec::new())) }
    }

    fn __len__(&self) -> usize {
        self.listeners.0.len()
    }
}

fn main() {}
