//! Names of arguments that have been seen before, which are known by their address.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::embed::Interpreter;
use owned::prelude::*;
use support::{child_succeeds, flat, in_child, python, run};

/// Where something is.
#[class]
pub struct Mark {
    #[field(get)]
    place: (i64, i64),
}

#[methods]
impl Mark {
    #[new]
    fn new(left: i64, top: i64) -> Self {
        Mark { place: (left, top) }
    }

    #[signature(dx = 1, dy = 2)]
    fn moved(&self, dx: i64, dy: i64) -> (i64, i64) {
        (self.place.0 + dx, self.place.1 + dy)
    }
}

#[owned::module]
mod names {
    #[export]
    pub use super::Mark;

    #[function]
    fn both(left: i64, top: i64) -> (i64, i64) {
        (left, top)
    }

    #[function]
    #[signature(only, *, left = 2, top = 3)]
    fn one(only: i64, left: i64, top: i64) -> (i64, i64, i64) {
        (only, left, top)
    }

    #[function]
    #[signature(first, /, second = 2, *, third = 3)]
    fn some(first: i64, second: i64, third: i64) -> (i64, i64, i64) {
        (first, second, third)
    }
}

/// Each is called by the same names often: the first time they are compared as texts, from then on by where they are.
const CALLS: &str = "
def calls():
    for _ in range(3):
        assert m.both(left=1, top=2) == m.both(top=2, left=1) == m.both(1, top=2) == (1, 2)
        assert m.some(1) == m.some(1, second=2) == m.some(1, third=3, second=2) == (1, 2, 3)
        assert m.some(5, third=4) == (5, 2, 4) and m.some(5, 6, third=7) == (5, 6, 7)
        mark = m.Mark(top=4, left=3)
        assert mark.place == (3, 4) and mark.moved(dy=10) == (4, 14) and mark.moved(dx=0) == (3, 6)
calls()
";

#[test]
fn names_that_were_seen_are_matched_as_before() {
    python(|py| {
        let module = owned::load!(py, names)?;
        run(&module, CALLS)?;
        flat(py, |_| run(&module, CALLS));
        Ok(())
    });
}

#[test]
fn what_does_not_match_is_refused_as_before() {
    python(|py| {
        let module = owned::load!(py, names)?;
        let source = "
def says(f, text):
    try: f()
    except TypeError as e: assert str(e) == text, str(e)
    else: raise AssertionError('nothing')
m.both(left=1, top=2); m.some(1, second=2, third=3)
for _ in range(3):
    says(lambda: m.both(1, left=2), \"both() got multiple values for argument 'left'\")
    says(lambda: m.both(1, left=2, top=3), \"both() got multiple values for argument 'left'\")
    says(lambda: m.both(left=1), \"both() missing 1 required argument: 'top'\")
    says(lambda: m.both(left=1, top=2, third=3), \"both() got an unexpected keyword argument 'third'\")
    says(lambda: m.both(third=3, left=1, top=2), \"both() got an unexpected keyword argument 'third'\")
    says(lambda: m.some(first=1), \"some() got a positional-only argument passed as keyword argument: 'first'\")
    says(lambda: m.some(1, 2, second=2), \"some() got multiple values for argument 'second'\")
    assert m.one(1, top=4) == (1, 2, 4)
    says(lambda: m.one(1, 2, top=4), \"one() takes 1 positional argument but 2 were given\")
    says(lambda: m.some(1, 2, 3, third=4), \"some() takes from 1 to 2 positional arguments but 3 were given\")
    says(lambda: m.both(1, 2, 3, top=4), \"both() takes 2 positional arguments but 3 were given\")
    says(lambda: m.some(third=3, second=2), \"some() missing 1 required argument: 'first'\")
    assert m.both(left=1, top=2) == (1, 2)
";
        run(&module, source)?;
        flat(py, |_| run(&module, source));
        Ok(())
    });
}

/// A name that nobody keeps is not known by its address: the next text there can be another.
#[test]
fn names_that_go_are_compared_as_texts() {
    python(|py| {
        let module = owned::load!(py, names)?;
        let source = "
class Name(str): pass
def made(text): return ''.join(list(text))
for _ in range(300):
    # One after the other, at the same address, as far as the allocator has it.
    for a, b in (('left', 'top'), ('top', 'left')):
        assert m.both(**{made(a): 1, made(b): 2}) == ((1, 2) if a == 'left' else (2, 1))
    assert m.some(1, **{made('third'): 9}) == (1, 2, 9) and m.some(1, **{made('second'): 9}) == (1, 9, 3)
    assert m.some(1, **{Name('third'): 9}) == (1, 2, 9)
    try: m.some(1, **{made('thirt'): 9})
    except TypeError as e: assert 'thirt' in str(e)
    else: raise AssertionError('matched')
import sys
for text in ('left', 'top'): sys.intern(made(text))
assert m.both(**{sys.intern(made('left')): 1, sys.intern(made('top')): 2}) == (1, 2)
";
        run(&module, source)?;
        flat(py, |_| run(&module, source));
        Ok(())
    });
}

/// What is immortal lives as long as its interpreter. The next one has other names where those were.
#[test]
fn names_of_an_ended_interpreter_are_forgotten() {
    if !in_child() {
        child_succeeds("names_of_an_ended_interpreter_are_forgotten");
        return;
    }
    for _ in 0..6 {
        let interpreter = Interpreter::start().expect("it starts");
        let passes: Result<()> = interpreter.attach(|py| run(&owned::load!(py, names)?, CALLS));
        passes.expect("it passes");
        interpreter.stop().expect("it stops");
    }
}

#[test]
fn threads_see_names_at_once() {
    python(|py| {
        let module = owned::load!(py, names)?;
        let source = format!(
            "{CALLS}
import threading
failed = []
def work():
    try:
        for _ in range(200): calls()
    except BaseException as e: failed.append(e)
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert not failed, failed
"
        );
        run(&module, &source)
    });
}
