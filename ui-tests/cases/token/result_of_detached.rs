//! What a detached section returns must be able to leave it: no handle hides in it.
//! expect: E0277

use std::rc::Rc;
use std::sync::Arc;

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let (shared, counted) = (Arc::new(3), Rc::new(3));
        let result = py.detach(|| Rc::new(3));
        assert_eq!((*result, *counted), (3, *shared));
    });
}
