//! Binds the table of units.

use owned::foreign;
use owned::prelude::*;

foreign::import! {
    // SAFETY: as the comment in C says.
    unsafe extern "C" {
        fn unit_lookup_bug_unit(sign: Borrowed<Str>) -> New<Str>; // BUG
    }
}

#[owned::module]
mod unit_lookup_bug {
    use super::*;

    #[function]
    fn unit<'py>(sign: Borrowed<'_, 'py, Str>) -> Result<Owned<'py, Str>> {
        unit_lookup_bug_unit(sign.py(), &sign) // BUG
    }
}
