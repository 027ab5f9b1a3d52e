//! The conversions of std's types, both ways, by subject.

mod bytes;
mod c_strings;
mod floats;
pub(in crate::convert) mod ints;
pub(in crate::convert) mod maps;
#[cfg(feature = "more-types")]
mod more;
mod options;
mod paths;
pub(in crate::convert) mod sequences;
pub(in crate::convert) mod sets;
mod text;
#[cfg(feature = "time")]
pub(in crate::convert) mod time;
mod tuples;
