//! They are visited where they are held directly.

use owned::prelude::*;

#[derive(Traverse)]
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
