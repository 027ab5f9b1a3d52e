//! A `Py` can be moved about there.

use owned::foreign::Turns;
use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let turns = Turns::new(List::empty(py).expect("a list").unbind());
        let turn = turns.try_enter().expect("nobody has it");
        turn.detach(py, |list| drop(list.as_ptr()));
    });
}
