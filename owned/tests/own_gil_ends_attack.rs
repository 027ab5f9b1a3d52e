//! Interpreters with a GIL of their own (3.13 or newer) that end at the wrong moment, or with what does not want to.
#![cfg(all(feature = "own-gil", target_os = "linux"))]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::cell::RefCell;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use owned::embed::Interpreter;
use owned::prelude::*;
use owned::{GcCell, pending_releases};
use support::{child_succeeds, in_child};

owned::create_exception! {
    /// Of each interpreter's own.
    pub Lost: ValueError,
}

/// It can hold anything, and is called when it goes.
#[class(subclass, weakref, dict)]
pub struct Node {
    #[field(get, set)]
    next: Option<Py<Any>>,
    cell: GcCell<Option<Py<Any>>>,
}

#[methods]
impl Node {
    #[new]
    #[signature(next = None)]
    fn new(next: Option<Py<Any>>) -> Self {
        Node { next, cell: GcCell::default() }
    }

    fn put(&self, py: Python<'_>, object: Option<Py<Any>>) -> Result<()> {
        self.cell.set(py, object)
    }

    fn __del__(&self) {
        Python::attach(|py| py.detach(|| Python::attach(|py| drop(self.cell.take(py)))));
    }
}

/// One object for each value and interpreter, and a metaclass.
#[class]
pub enum Colour {
    /// One.
    Red,
    /// The other.
    Green,
}

/// With a metaclass.
#[class(subclass)]
pub struct Counted;

#[methods]
impl Counted {
    #[staticgetter]
    fn colour() -> Colour {
        Colour::Green
    }
}

static KEPT: Mutex<Vec<Py<Any>>> = Mutex::new(Vec::new());
static ERRORS: Mutex<Vec<PyErr>> = Mutex::new(Vec::new());
thread_local!(static LOCAL: RefCell<Vec<Py<Any>>> = const { RefCell::new(Vec::new()) });

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[owned::module]
mod ending {
    use owned::prelude::*;

    #[export]
    pub use super::{Colour, Counted, Lost, Node};

    #[function]
    fn keep(object: Py<Any>) {
        super::lock(&super::KEPT).push(object);
    }

    #[function]
    fn drop_kept() {
        drop(core::mem::take(&mut *super::lock(&super::KEPT)));
    }

    /// Let go of when this thread ends.
    #[function]
    fn keep_by_thread(object: Py<Any>) {
        super::LOCAL.with_borrow_mut(|local| local.push(object));
    }

    #[function]
    fn keep_error(callable: Borrowed<'_, '_, Callable>) {
        super::lock(&super::ERRORS).extend(callable.call(()).err());
    }

    #[function]
    fn raise_kept() -> Result<()> {
        super::lock(&super::ERRORS).pop().map_or(Ok(()), Err)
    }

    #[function]
    fn elsewhere(object: Py<Any>) {
        super::thread::spawn(move || drop(object)).join().expect("the thread ends");
    }

    #[function]
    fn detached(py: Python<'_>, callable: Py<Callable>) -> Result<()> {
        py.detach(|| Python::attach(|py| callable.bind(py).call(()).map(drop)))
    }

    #[function]
    async fn later(cx: owned::Async, awaitable: Kept<Any>) -> Result<Kept<Any>> {
        cx.wait(|py| awaitable.get(py)).await
    }

    #[function]
    fn closure(py: Python<'_>, kept: Py<Any>) -> Result<Owned<'_, Callable>> {
        Callable::from_rust(py, "kept", kept, |kept, args, _| Ok::<_, PyErr>(kept.bind(args.py()).to_owned()))
    }
}

const HARNESS: &str = "
import _interpreters, ending, gc, threading
def run(id, source):
    failed = _interpreters.exec(id, source)
    assert failed is None, failed.formatted
def new(source):
    id = _interpreters.create('isolated')
    run(id, source)
    return id
";

/// Everything that can be left over, in circles, with destructors that make more.
const MESS: &str = "
import gc, threading, ending
from ending import *
class Bad(Node):
    def __del__(self):
        self.again = Bad.kept = [self, Node(self)]
        try: elsewhere(Node(self)); keep(Node(self))
        except BaseException: pass
class Never:
    def __await__(self): yield; yield
for at in range(20):
    one = Bad(); one.next = [one, Bad, Node, Counted, Colour.Red]; one.put(one); one.closure = closure(one)
    coroutine = later(Never()); coroutine.send(None); one.coroutine = coroutine
    elsewhere(Node(one)); keep(one); keep_by_thread(Node(one))
    def fail(one=one): raise Lost(one)
    keep_error(fail)
detached(lambda: gc.collect())
thread = threading.Thread(target=lambda: (detached(lambda: Node(Node(one))), keep_by_thread(Node(one))))
thread.start(); thread.join()
ending.colour, ending.kept = Counted.colour, one
";

/// Runs Python code in a program that has the module, in a process of its own, in two lives.
fn attack(test: &str, source: &str) {
    if !in_child() {
        child_succeeds(test);
        return;
    }
    for _ in 0..2 {
        let interpreter = Interpreter::builder().module(owned::builtin!(ending)).start().expect("it starts");
        let outcome = interpreter.attach(|py| {
            let globals = owned::types::Dict::empty(py)?;
            support::exec(&globals, &format!("{HARNESS}MESS = '''{MESS}'''\n{source}"))
        });
        if let Err(error) = outcome {
            panic!("{error}");
        }
        interpreter.stop().expect("nobody is attached");
        drop(core::mem::take(&mut *lock(&KEPT)));
        drop(core::mem::take(&mut *lock(&ERRORS)));
        LOCAL.with_borrow_mut(Vec::clear);
    }
    let interpreter = Interpreter::builder().module(owned::builtin!(ending)).start().expect("it starts");
    interpreter.attach(|py| py.detach(|| ()));
    assert_eq!(pending_releases(), 0);
    interpreter.stop().expect("nobody is attached");
}

#[test]
fn with_everything_in_circles() {
    attack(
        "with_everything_in_circles",
        "
for at in range(5):
    id = new(MESS); exec(MESS)
    other = new(MESS + 'drop_kept(); gc.collect()')
    _interpreters.destroy(id)
    run(other, 'drop_kept()'); ending.drop_kept()
    try: ending.raise_kept()
    except BaseException: pass
    _interpreters.destroy(other); ending.drop_kept(); gc.collect()
",
    );
}

#[test]
fn when_the_main_one_ends_first() {
    attack("when_the_main_one_ends_first", "for at in range(3): new(MESS)");
}

#[test]
fn on_other_threads_and_in_destructors() {
    attack(
        "on_other_threads_and_in_destructors",
        "
def work():
    for at in range(3): _interpreters.destroy(new(MESS))
threads = [threading.Thread(target=work) for at in range(3)]
for thread in threads: thread.start()
class Ends:
    def __init__(self): self.id = new(MESS)
    def __del__(self): ending.detached(lambda: _interpreters.destroy(self.id))
for at in range(3):
    one = ending.Node(Ends()); one.put(ending.closure(Ends())); one.me = one
    del one; gc.collect(); ending.drop_kept()
for thread in threads: thread.join()
",
    );
}

#[test]
fn when_python_code_runs_after_all_is_said_to_be_over() {
    attack(
        "when_python_code_runs_after_all_is_said_to_be_over",
        "
for at in range(3):
    id = new('''
import os
from ending import *
class Late:
    def __del__(self, detached=detached, keep=keep, elsewhere=elsewhere, nothing=dir):
        detached(nothing); keep([]); elsewhere([])
    def call(self): pass
os.register_at_fork(before=Late().call)
''')
    _interpreters.destroy(id)
    ending.drop_kept()
",
    );
}
