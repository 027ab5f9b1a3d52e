//! The token cannot be stored in a static.
//! expect: `*mut owned::Python<'static>` cannot be
//! errors: 2, because a static's type is `Send` and `Sync`

use std::sync::OnceLock;

use owned::prelude::*;

static KEPT: OnceLock<Python<'static>> = OnceLock::new();

fn main() {
    Python::initialize();
    assert!(KEPT.get().is_none());
}
