//! Tests of the phases without rustc.
