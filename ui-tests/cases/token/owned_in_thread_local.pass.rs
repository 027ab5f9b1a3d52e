//! A `Py` can be kept in a thread-local.

use std::cell::RefCell;

use owned::prelude::*;

thread_local! {
    static KEPT: RefCell<Option<Py<Any>>> = const { RefCell::new(None) };
}

fn main() {
    Python::initialize();
    Python::attach(|py| KEPT.set(Some(py.none().into())));
    Python::attach(|_| drop(KEPT.take()));
}
