//! A detached section may move a `Py` about.

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let kept = py.none().unbind();
        let lent = &kept;
        py.detach(|| assert!(!lent.as_ptr().is_null()));
        assert!(kept.bind(py).is_none());
    });
}
