//! Whoever declares a C function says by `unsafe` that the declaration is true.
//! expect: no rules expected

use owned::prelude::*;

owned::foreign::import! {
    extern "C" {
        fn PyObject_Str(object: Kept<Any>) -> New<Str>;
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| PyObject_Str(py, &py.none()).map(drop))
}
