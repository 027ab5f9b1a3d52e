//! The author says so.

use owned::adopt::BorrowedField;
use owned::prelude::*;

pub fn link(field: &BorrowedField<Str>, py: Python<'_>, to: &Owned<'_, Str>) {
    unsafe { field.set(py, Some(to)) };
}

fn main() {}
