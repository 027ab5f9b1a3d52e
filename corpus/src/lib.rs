//! The bugs of Rust and their repaired twins, a module of Python for each: `build.rs` lists them.
#![allow(unsafe_code, missing_docs, dead_code, unreachable_pub, reason = "bugs are what is written here")]

include!(concat!(env!("OUT_DIR"), "/cases.rs"));
