//! All fields of one value are lent by one object.
//! expect: error: `'b` is one lifetime too many

use owned::prelude::*;

#[derive(FromPy)]
pub struct Entry<'a, 'b>(pub &'a str, pub &'b str);

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
