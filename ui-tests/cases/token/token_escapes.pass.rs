//! What the token was asked for leaves the attached section.

use owned::prelude::*;

fn main() {
    Python::initialize();
    let answer = Python::attach(|py| py.none().is_none());
    drop(answer);
}
