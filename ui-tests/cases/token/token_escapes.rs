//! The token cannot leave the attached section in its result.
//! expect: lifetime may not live long enough

use owned::prelude::*;

fn main() {
    Python::initialize();
    let answer = Python::attach(|py| py);
    drop(answer);
}
