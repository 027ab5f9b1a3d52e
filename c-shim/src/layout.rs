//! The Rust half of the comparison. The assertions are generated from `layout/*.layout` and from
//! the numbers that the C compiler gave.

/// How much a build compared; see [`COMPARED`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Compared {
    /// The interpreter whose headers were asked, as in `3.11 debug`.
    pub python: &'static str,
    /// Structs and scalar types: size and alignment of each.
    pub structs: usize,
    /// Fields: offset and size of each.
    pub fields: usize,
    /// Constants: the value of each.
    pub constants: usize,
}

/// Everything the Rust side believes about C, under the names that the tables use.
mod believed {
    pub(super) use crate::headers::HeaderFacts;
    #[expect(deprecated, reason = "the old names are still what 3.11 calls its member codes")]
    pub(super) use pyo3_ffi::structmember::*;
    pub(super) use pyo3_ffi::*;
}

pub use generated::COMPARED;

#[expect(unsafe_code, reason = "reads the address that a constant of pointer type stands for")]
#[allow(
    clippy::all,
    deprecated,
    ptr_to_integer_transmute_in_consts,
    reason = "generated: casts that do nothing on some target, and C names that Python deprecates"
)]
mod generated {
    use super::{Compared, believed};
    use core::ffi::c_void;
    use memoffset::offset_of;

    /// The size of what `get` borrows: a field's type cannot be named from outside, but inferred.
    const fn size_of_field<S, F>(_get: fn(&S) -> &F) -> usize {
        size_of::<F>()
    }

    /// The number in a constant such as `2 as *mut c_void`.
    const fn address(pointer: *mut c_void) -> usize {
        // SAFETY: both types are one word and every bit pattern is a `usize`. A pointer to a real
        // object would make this constant fail to evaluate, which is an error at build time.
        unsafe { core::mem::transmute::<*mut c_void, usize>(pointer) }
    }
    /// Needed from Python 3.12 on; here so that 3.11 checks the function too.
    const _: () = assert!(address(core::ptr::null_mut()) == 0);

    include!(concat!(env!("OUT_DIR"), "/layout.rs"));
}
