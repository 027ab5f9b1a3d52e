//! Two leaks on purpose, for the demo's `--leaky`: what Rust itself still allows, and the handle count finds by line.

use owned::prelude::*;

/// Forget one handle, and lose another as a raw pointer.
#[function(name = "_leak")]
pub fn leak(object: Borrowed<'_, '_, Any>) {
    std::mem::forget(object.to_owned());
    let _ = object.to_owned().into_raw();
}
