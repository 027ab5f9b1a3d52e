//! What a struct points to without a reference must stay alive, and nobody but the author knows that it does.
//! expect: call to unsafe function `BorrowedField::<T>::set` is unsafe

use owned::adopt::BorrowedField;
use owned::prelude::*;

pub fn link(field: &BorrowedField<Str>, py: Python<'_>, to: &Owned<'_, Str>) {
    field.set(py, Some(to));
}

fn main() {}
