//! What is of the attached section is not used in a detached one by having the turn of it.
//! expect: `*mut owned::Python<'static>` cannot be

use owned::foreign::Turns;
use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let turns = Turns::new(List::empty(py).expect("a list"));
        let turn = turns.try_enter().expect("nobody has it");
        turn.detach(py, |list| drop(list.as_ptr()));
    });
}
