//! Plain data can be stored in a static.

use std::sync::OnceLock;

use owned::prelude::*;

static KEPT: OnceLock<bool> = OnceLock::new();

fn main() {
    Python::initialize();
    assert!(KEPT.get().is_none());
}
