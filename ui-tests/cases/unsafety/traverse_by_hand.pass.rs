//! The derive makes the promise.

use owned::prelude::*;

#[derive(Traverse)]
pub struct Kept(Py<Any>);

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(Kept(py.none().unbind()).0.bind(py).is_none()));
}
