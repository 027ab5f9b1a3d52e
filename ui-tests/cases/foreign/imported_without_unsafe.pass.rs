//! The declaration is vouched for.

use owned::prelude::*;

owned::foreign::import! {
    unsafe extern "C" {
        fn PyObject_Str(object: Kept<Any>) -> New<Str>;
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| PyObject_Str(py, &py.none()).map(drop))
}
