//! A `Registry` is moved.

use owned::foreign::Registry;
use owned::prelude::*;

fn main() {
    let registry = Registry::<Callback>::default();
    let _other = registry;
}
