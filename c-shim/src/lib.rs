//! The C side of `owned-py`: proof that Rust and `Python.h` agree, and what only C can say.
//!
//! * Building this crate compares every struct and constant of `layout/*.layout` with the headers of
//!   the configured interpreter, in both directions. A wrong belief on the Rust side stops the build
//!   with the name of the struct and the field; so does a field that only one side has.
//!   [`COMPARED`] says how much was compared.
//! * [`headers`] declares the few functions of `csrc/headers.c`.
//! * Dependents find the C headers through the build metadata of the `links` key:
//!   `DEP_OWNED_C_SHIM_INCLUDE`, and `DEP_OWNED_C_SHIM_GENERATED_INCLUDE` for
//!   `owned/layout_numbers.h`, which makes their own C assert the same layout.
//!
//! The library `owned` does not depend on this crate, so it needs no C compiler.

pub mod headers;
mod layout;

pub use layout::{COMPARED, Compared};
