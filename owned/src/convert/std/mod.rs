//! The conversions of std's types, both ways, by subject.

mod bytes;
mod c_strings;
mod floats;
mod ints;
mod maps;
#[cfg(feature = "more-types")]
mod more;
mod options;
mod paths;
mod sequences;
mod sets;
mod text;
#[cfg(feature = "time")]
mod time;
mod tuples;
