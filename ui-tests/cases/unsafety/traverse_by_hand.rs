//! `Traverse` is a promise to the collector: it is not implemented without `unsafe`.
//! expect: E0200

use owned::prelude::*;

pub struct Kept(Py<Any>);

impl Traverse for Kept {
    fn traverse(&self, visitor: &mut owned::Visitor<'_>) -> owned::Visited {
        self.0.traverse(visitor)
    }
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(Kept(py.none().unbind()).0.bind(py).is_none()));
}
