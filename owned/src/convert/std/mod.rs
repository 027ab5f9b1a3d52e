//! The conversions of std's types, both ways, by subject.

mod bytes;
mod c_strings;
mod floats;
mod ints;
mod maps;
mod net;
mod options;
mod paths;
mod ranges;
mod sequences;
mod sets;
mod text;
mod time;
mod tuples;
mod wide;
