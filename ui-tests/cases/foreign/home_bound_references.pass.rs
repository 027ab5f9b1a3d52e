//! Plain data is bound to a thread.

use owned::foreign::HomeBound;
use owned::prelude::*;

fn needs<T: NoRefs>(_: Option<T>) {}

fn main() {
    needs(None::<HomeBound<std::path::PathBuf>>);
}
