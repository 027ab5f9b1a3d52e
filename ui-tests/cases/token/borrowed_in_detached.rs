//! A `Borrowed` cannot be used in a detached section.
//! expect: `*mut owned::Python<'static>` cannot be

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let kept = py.none().unbind();
        let lent = kept.bind(py);
        py.detach(|| assert!(!lent.as_ptr().is_null()));
        assert!(kept.bind(py).is_none());
    });
}
