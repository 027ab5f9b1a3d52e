//! The contract table: what each function of Python's C API does with references.
//!
//! `c-shim/contracts/README.md` is the format. [`Table::load`] reads and checks it; [`wrappers`] writes the typed
//! wrappers of `owned/src/raw/generated`, [`tracking`] the header that C code is tracked with.

mod check;
mod examples;
mod model;
mod parse;
pub mod tracking;
pub mod wrappers;

pub use examples::Examples;
pub use model::{
    Exclusion, Failure, Family, Function, Kind, ObjectType, Param, Return, Source, Table, Version, is_pointer,
};
