//! The rarer types of std. The feature `more-types` has them.

mod net;
mod ranges;
mod wide;
