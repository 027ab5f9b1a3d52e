//! Safe code that tries to reach from one interpreter with a GIL of its own (3.13 or newer) into another.
#![cfg(all(feature = "own-gil", target_os = "linux"))]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
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

/// It changes behind `&self`, which may go to another thread.
#[class(weakref)]
pub struct Holder {
    cell: GcCell<Option<Py<Any>>>,
    #[field(get, set)]
    slot: Slot,
    registry: Registry<Py<Any>>,
}

static TOKENS: Mutex<Vec<Token<Py<Any>>>> = Mutex::new(Vec::new());
static KEPT: Mutex<Vec<Kept<Any>>> = Mutex::new(Vec::new());

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[methods]
impl Holder {
    #[new]
    fn new() -> Self {
        Holder { cell: GcCell::default(), slot: Slot::empty(), registry: Registry::default() }
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

    /// How many ways of reaching the slot are open to a thread that attaches to the main interpreter.
    fn reach(&self, py: Python<'_>) -> usize {
        let reach = |by: fn(&Slot, Python<'_>) -> bool| {
            usize::from(catch_unwind(AssertUnwindSafe(|| Python::attach(|py| by(&self.slot, py)))).is_ok())
        };
        let reach_all = || {
            reach(|slot, py| slot.get(py).is_some())
                + reach(|slot, py| slot.take(py).is_some())
                + reach(|slot, py| slot.replace(List::empty(py).expect("there is memory")).is_some())
        };
        py.detach(|| thread::scope(|scope| scope.spawn(reach_all).join())).expect("it does not panic")
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
    pub use super::Holder;

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

    /// Leaves an object in a slot that is in no object.
    #[function]
    fn leave(object: Borrowed<'_, '_, Any>) {
        static LEFT: Slot = Slot::empty();
        LEFT.set(object.to_owned());
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
fn a_slot_is_not_reached_from_another_interpreter() {
    attack(
        "a_slot_is_not_reached_from_another_interpreter",
        "
import crossing
source = \"\"\"
import gc
from crossing import Holder
holder = Holder()
assert holder.reach() == {open}, 'an empty one is of its interpreter, too'
holder.slot = holder; assert holder.slot is holder
assert holder.reach() == {open}
if not {open}: assert holder.slot is holder; del holder.slot
assert hasattr(holder, 'slot') == bool({open}); holder.slot = holder; del holder; gc.collect()
\"\"\"
exec(source.format(open=3))
id = new(source.format(open=0)); _interpreters.destroy(id)
",
    );
}

#[test]
fn what_a_slot_had_of_another_interpreter_is_released_there() {
    attack(
        "what_a_slot_had_of_another_interpreter_is_released_there",
        "
import crossing, weakref
source = \"\"\"
import crossing, weakref
left = crossing.Holder(); watch = weakref.ref(left); crossing.leave(left); del left
assert watch() is not None
\"\"\"
exec(source)
id = new(source + 'crossing.leave(1)')
crossing.pause(); assert watch() is None
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
try: assert crossing.ask() == 0
except RuntimeError: pass
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
