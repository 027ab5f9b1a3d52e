//! A type without a name outside: what asks for it is called, and implemented, by this library alone.

/// See the methods that ask for it.
#[derive(Clone, Copy, Debug)]
pub struct Inside;
