//! Whether it went well is a status.

use owned::foreign;
use owned::prelude::*;

foreign::export! {
    // SAFETY: C calls it attached.
    unsafe extern "C" {
        fn owned_ui_is_text(_py, object: Borrowed<Any>) -> Status {
            object.repr().map(drop)
        }
    }
}

fn main() {}
