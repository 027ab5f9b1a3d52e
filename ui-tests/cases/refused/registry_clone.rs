//! A `Registry` is not `Clone`: the collector would be shown what it owns twice.
//! expect: no method named `clone`

use owned::foreign::Registry;
use owned::prelude::*;

fn main() {
    let registry = Registry::<Callback>::default();
    let _other = registry.clone();
}
