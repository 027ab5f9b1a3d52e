//! A `Py` can be stored in a static.

use std::sync::Mutex;

use owned::prelude::*;

static KEPT: Mutex<Option<Py<Any>>> = Mutex::new(None);

fn main() {
    Python::initialize();
    assert!(KEPT.lock().unwrap().take().is_none());
}
