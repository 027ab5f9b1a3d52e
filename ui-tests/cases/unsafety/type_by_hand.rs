//! To say which objects are instances of a type needs `unsafe`.
//! expect: E0200

use owned::{BorrowedRef, Python, TypeInfo};

enum Anything {}

// SAFETY: every object is an instance, and the handle offers nothing.
impl TypeInfo for Anything {
    const NAME: &'static str = "object";

    fn is_instance(_: BorrowedRef<'_>) -> bool {
        true
    }
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_a::<Anything>()));
}
