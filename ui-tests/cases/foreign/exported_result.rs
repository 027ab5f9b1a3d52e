//! C is given what C has: no `bool`, which is another type in each dialect.
//! expect: C cannot be given `bool`

use owned::foreign;
use owned::prelude::*;

foreign::export! {
    // SAFETY: C calls it attached.
    unsafe extern "C" {
        fn owned_ui_is_text(_py, object: Borrowed<Any>) -> bool {
            Ok(object.is_none())
        }
    }
}

fn main() {}
