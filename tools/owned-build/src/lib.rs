//! The build side of adopting a C extension for Python.
//!
//! A crate that adopts an extension says in Rust which C structs its classes lie over, and which helpers of C it calls.
//! Its `build.rs` names the sources:
//!
//! ```no_run
//! owned_build::Extension::new("_lru")   // the module's name
//!     .source("upstream/src/lru/_lru.c") // as it is: nothing is written to it
//!     .rust("src/lib.rs")                // with the modules that it declares
//!     .compile();
//! ```
//!
//! That reads the declarations, writes a C file around the source, and compiles it. The C file renames the source's
//! `PyInit__lru` to `PyInit__lru_c`, makes what is `static` there visible where Rust names it, and compares each adopted
//! struct with C's: where they differ it does not compile, and the message names the Rust file, the struct and the field.
//!
//! Where C's own build stays in charge, [`host`] writes what it needs to build and link the Rust crate, and the crate's
//! `build.rs` ends with [`Extension::host`].

mod c;
mod compiler;
mod extension;
mod fault;
mod header;
pub mod host;

mod python;
mod read;
mod sources;
mod write;

pub use extension::Extension;
pub use fault::Error;
pub use header::{OWNED_H, header};
