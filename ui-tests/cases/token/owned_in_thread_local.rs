//! An `Owned` cannot be kept in a thread-local, past its section.
//! expect: E0521

use std::cell::RefCell;

use owned::prelude::*;

thread_local! {
    static KEPT: RefCell<Option<Owned<'static, Any>>> = const { RefCell::new(None) };
}

fn main() {
    Python::initialize();
    Python::attach(|py| KEPT.set(Some(py.none().into())));
    Python::attach(|_| drop(KEPT.take()));
}
