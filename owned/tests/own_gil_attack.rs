//! Safe code that tries to reach from one interpreter with a GIL of its own into another.
//! `cargo test --features own-gil --test own_gil_attack`, on CPython 3.13 or newer.
#![cfg(all(feature = "own-gil", target_os = "linux"))]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::future::poll_fn;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Poll;
use std::thread;
use std::time::{Duration, Instant};

use owned::embed::Interpreter;
use owned::foreign::{Registry, Token};
use owned::prelude::*;
use owned::{GcCell, pending_releases};
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

/// It changes behind `&self`, which may go to another thread.
#[class(weakref)]
pub struct Holder {
    cell: GcCell<Option<Py<Any>>>,
    registry: Registry<Py<Any>>,
}

static TOKENS: Mutex<Vec<Token<Py<Any>>>> = Mutex::new(Vec::new());
static LEFT: Mutex<Vec<Py<Any>>> = Mutex::new(Vec::new());
static KEPT: Mutex<Vec<Kept<Any>>> = Mutex::new(Vec::new());

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[methods]
impl Holder {
    #[new]
    fn new() -> Self {
        Holder { cell: GcCell::default(), registry: Registry::default() }
    }

    fn put(&self, py: Python<'_>, object: Option<Py<Any>>) -> Result<()> {
        self.cell.set(py, object)
    }

    /// A thread that no interpreter knows attaches, to the main one, and changes the cell for so long.
    fn disturb(&self, py: Python<'_>, seconds: f64) -> usize {
        let until = Instant::now() + Duration::from_secs_f64(seconds);
        let busy = || {
            let mut changed = 0;
            while Instant::now() < until {
                let change = |value: &mut Option<Py<Any>>| {
                    let end = Instant::now() + Duration::from_micros(20);
                    while Instant::now() < end {}
                    value.is_some()
                };
                changed += usize::from(Python::attach(|py| self.cell.with_mut(py, change)).is_ok());
            }
            changed
        };
        py.detach(|| thread::scope(|scope| scope.spawn(busy).join())).expect("it does not panic")
    }

    fn register(&self, py: Python<'_>, object: Py<Any>) -> Result<()> {
        lock(&TOKENS).push(self.registry.add(py, object)?);
        Ok(())
    }

    fn registered(&self, py: Python<'_>) -> Result<usize> {
        self.registry.len(py)
    }
}

#[owned::module]
mod crossing {
    use owned::prelude::*;

    #[export]
    pub use super::{Holder, Node};

    /// Waits for a future that another thread wakes.
    #[function]
    async fn tick() -> bool {
        super::tick().await;
        true
    }

    /// Leaves what keeps the object where others find it.
    #[function]
    async fn stash(cx: owned::Async, object: Kept<Any>, awaitable: Kept<Any>) -> Result<Kept<Any>> {
        super::lock(&super::KEPT).push(object);
        cx.wait(|py| awaitable.get(py)).await
    }

    #[function]
    fn drop_stashed() {
        drop(core::mem::take(&mut *super::lock(&super::KEPT)));
    }

    /// Asks for what was registered, wherever.
    #[function]
    fn ask(py: Python<'_>) -> Result<usize> {
        let mut found = 0;
        for token in &*super::lock(&super::TOKENS) {
            found += usize::from(token.get(py)?.is_some());
        }
        Ok(found)
    }

    #[function]
    fn drop_tokens() {
        drop(core::mem::take(&mut *super::lock(&super::TOKENS)));
    }

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

async fn tick() {
    let done = Arc::new(AtomicBool::new(false));
    let mut started = false;
    poll_fn(|context| {
        if done.load(SeqCst) {
            return Poll::Ready(());
        }
        if !core::mem::replace(&mut started, true) {
            let (done, waker) = (done.clone(), context.waker().clone());
            thread::spawn(move || {
                thread::sleep(Duration::from_millis(50));
                done.store(true, SeqCst);
                waker.wake();
            });
        }
        Poll::Pending
    })
    .await;
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
fn a_cell_is_not_changed_while_the_collector_of_its_interpreter_looks() {
    attack(
        "a_cell_is_not_changed_while_the_collector_of_its_interpreter_looks",
        "
id = new('''
import gc, threading, weakref
from crossing import Holder
class Cycle: pass
holder = Holder()
one = Cycle(); one.me = one
holder.put(one)
weak = weakref.ref(one)
del one
thread = threading.Thread(target=holder.disturb, args=(3,))
thread.start()
while thread.is_alive():
    gc.collect()
    assert weak() is not None, 'the collector took what is alive'
''')
_interpreters.destroy(id)
",
    );
}

#[test]
fn tokens_and_places_that_cross_leave_what_is_of_others() {
    attack(
        "tokens_and_places_that_cross_leave_what_is_of_others",
        "
import crossing
id = new('''
import gc, sys, weakref
from crossing import Holder, stash, pause
class Thing: pass
class Never:
    def __await__(self): yield
thing, other = Thing(), Thing()
holder = Holder()
holder.register(thing)
coroutine = stash(other, Never())
coroutine.send(None)
assert sys.getrefcount(thing) == 3 and sys.getrefcount(other) == 3
''')
try: found = crossing.ask()
except BaseException as error: found = 0
assert found == 0
crossing.drop_tokens(); crossing.drop_stashed()
run(id, '''
pause()
assert holder.registered() == 0 and sys.getrefcount(thing) == 2, (holder.registered(), sys.getrefcount(thing))
try: coroutine.send(None)
except StopIteration: pass
pause()
assert sys.getrefcount(other) == 2, sys.getrefcount(other)
''')
_interpreters.destroy(id)
",
    );
}

#[test]
fn a_waker_wakes_the_loop_of_its_interpreter() {
    attack(
        "a_waker_wakes_the_loop_of_its_interpreter",
        "
id = new('''
import asyncio
from crossing import tick, pause
async def main():
    # Somebody of this interpreter comes by, which is all that is promised.
    async def come_by():
        while True:
            await asyncio.sleep(0.01); pause()
    comer = asyncio.create_task(come_by())
    assert await asyncio.wait_for(tick(), 3)
    comer.cancel()
asyncio.run(main())
''')
_interpreters.destroy(id)
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
