//! An `Owned` cannot be stored in a static.
//! expect: `*mut owned::Python<'static>` cannot be

use std::sync::Mutex;

use owned::prelude::*;

static KEPT: Mutex<Option<Owned<'static, Any>>> = Mutex::new(None);

fn main() {
    Python::initialize();
    assert!(KEPT.lock().unwrap().take().is_none());
}
