//! Attached again for a moment, it can.

use owned::prelude::*;

fn compute(progress: impl Fn(u32)) -> u32 {
    progress(50);
    42
}

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let seen = List::empty(py).expect("a list").unbind();
        let tell = |percent| Python::attach(|py| seen.bind(py).to_owned().append(percent).expect("a list takes all"));
        let answer = py.detach(|| compute(tell));
        assert_eq!(answer, 42);
    });
}
