//! What is let go of in one interpreter with a GIL of its own while another one is in the middle of a destructor.
//! `cargo test --features own-gil --test own_gil_release_attack`, on CPython 3.13 or newer.
#![cfg(all(feature = "own-gil", target_os = "linux"))]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use owned::embed::Interpreter;
use owned::pending_releases;
use owned::prelude::*;
use support::{child_succeeds, in_child};

/// It can hold anything, and is taken apart by the trashcan.
#[class(subclass, weakref, dict)]
pub struct Node {
    #[field(get, set)]
    next: Option<Py<Any>>,
}

#[methods]
impl Node {
    #[new]
    fn new(next: Option<Py<Any>>) -> Self {
        Node { next }
    }
}

static LEFT: Mutex<Vec<Py<Any>>> = Mutex::new(Vec::new());

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[owned::module]
mod crossing {
    use owned::prelude::*;

    #[export]
    pub use super::Node;

    /// Leaves objects to `let_go`.
    #[function]
    fn leave(py: Python<'_>, objects: Vec<Py<Any>>) {
        py.detach(|| super::lock(&super::LEFT).extend(objects));
    }

    /// Lets go of them on a thread that is not attached, the last first.
    #[function]
    fn let_go(py: Python<'_>) {
        // Nobody who waits for the interpreter is attached before all have been let go of.
        let left = core::mem::take(&mut *super::lock(&super::LEFT));
        super::thread::spawn(move || left.into_iter().rev().for_each(drop)).join().expect("no panic");
        py.detach(|| ());
    }

    #[function]
    fn pause(py: Python<'_>) {
        py.detach(|| ());
    }
}

const HARNESS: &str = "
import _interpreters
def run(id, source):
    failed = _interpreters.exec(id, source)
    assert failed is None, failed.formatted
def new(source):
    id = _interpreters.create('isolated')
    run(id, source)
    return id
";

/// Runs Python code in a program that has the module, in a process of its own.
fn attack(test: &str, source: &str) {
    if !in_child() {
        child_succeeds(test);
        return;
    }
    let interpreter = Interpreter::builder().module(owned::builtin!(crossing)).start().expect("it starts");
    let outcome = interpreter.attach(|py| {
        let globals = owned::types::Dict::empty(py)?;
        support::exec(&globals, &format!("{HARNESS}{source}"))
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
    interpreter.stop().expect("nobody is attached");
    assert_eq!(pending_releases(), 0);
}

#[test]
fn what_is_let_go_of_deep_in_a_destructor_goes_in_its_interpreter() {
    attack(
        "what_is_let_go_of_deep_in_a_destructor_goes_in_its_interpreter",
        "
from crossing import Node
class Enter:
    def __init__(self, id): self.id = id
    def __del__(self):
        run(self.id, 'for at in range(50): Node(Node([]))')
        run(self.id, 'assert not gone; chain = None; import gc; gc.collect(); assert gone')
        _interpreters.destroy(self.id)
for depth in range(30, 50):
    id = new('''
from crossing import Node
gone = []
class Last:
    def __del__(self): gone.append(1)
chain = Node(Last())
for at in range(100): chain = Node(chain)
''')
    node = Node(Enter(id))
    for at in range(depth): node = Node(node)
    del node
    assert id not in [id for id, *_ in _interpreters.list_all()]
",
    );
}

#[test]
fn what_waits_for_others_does_not_wait_for_destructors_of_this() {
    attack(
        "what_waits_for_others_does_not_wait_for_destructors_of_this",
        "
import crossing
id = new('''
import sys
from crossing import pause, leave
class Thing: pass
thing = Thing()
leave([thing])
''')
seen = []
class First:
    def __del__(self):
        run(id, 'pause(); assert sys.getrefcount(thing) == 2, sys.getrefcount(thing)')
        seen.append(1)
        _interpreters.destroy(id)
crossing.leave([First()])
crossing.let_go()
crossing.pause()
assert seen
assert id not in [id for id, *_ in _interpreters.list_all()]
",
    );
}
