//! The collector, which runs on any thread, could not look at what is bound to one.
//! expect: not known to be free of Python references

use owned::foreign::HomeBound;
use owned::prelude::*;

fn needs<T: NoRefs>(_: Option<T>) {}

fn main() {
    needs(None::<HomeBound<Py<Any>>>);
}
