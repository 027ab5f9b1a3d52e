//! Is built and linked, and with it what must fail.

fn main() {}
