//! A slot holds a reference.
//! expect: `owned::Slot` is not known to be free of Python references

use owned::prelude::*;

fn needs<T: NoRefs>(_: T) {}

fn main() {
    needs(Slot::empty());
}
