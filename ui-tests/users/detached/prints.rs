//! What is computed while detached cannot tell Python of its progress.

use owned::prelude::*;

fn compute(progress: impl Fn(u32)) -> u32 {
    progress(50);
    42
}

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let seen = List::empty(py).expect("a list");
        let answer = py.detach(|| compute(|percent| seen.append(percent).expect("a list takes all")));
        assert_eq!(answer, 42);
    });
}
