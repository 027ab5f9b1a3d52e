//! `inkface`: draw a user interface in Inkscape, program it from Python.

pub mod ink;
pub mod svg;
