//! Classes that many threads use at once: fields that are read and set, methods that change the object, cells, callbacks,
//! coroutines, modules that come and go, all of it while another thread collects and looks at whatever the collector knows.
//! Without a GIL that is at the same time; with one the threads take turns, and the same holds.
#![expect(unsafe_code, reason = "has the import system know a module of the test's")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

#[path = "free_threaded_classes_support/mod.rs"]
mod classes;
mod support;

use std::ffi::{c_char, c_int};
use std::sync::Once;

use classes::threaded;
use owned::PyObject;
use owned::prelude::*;
use support::{alone, child_succeeds, exec, flat, in_child, start};

unsafe extern "C" {
    fn PyImport_AppendInittab(name: *const c_char, init: unsafe extern "C" fn() -> *mut PyObject) -> c_int;
    fn PyInit_threaded() -> *mut PyObject;
    fn PyInit_wants_the_gil() -> *mut PyObject;
    fn PyInit_holds_one_that_wants_it() -> *mut PyObject;
}

/// The harness: `at_once(jobs)` runs each job in a thread of its own, 8 in all, over and over; `beside` goes on in one more
/// until they are done. What a job raises is raised here.
const HARNESS: &str = "
import gc, sys, threading, time, weakref
import threaded as m
sys.setswitchinterval(0.00001)
THREADS = 8
def at_once(*jobs, rounds=1500, beside=()):
    begin = threading.Barrier(THREADS + len(beside))
    failed, done = [], threading.Event()
    def run(job, at, once):
        begin.wait()
        try:
            n = 0
            while not failed and (n < rounds if not once else not done.is_set()):
                job(n * THREADS + at)
                n += 1
        except BaseException as error:
            failed.append(error)
    threads = [threading.Thread(target=run, args=(jobs[at % len(jobs)], at, False)) for at in range(THREADS)]
    others = [threading.Thread(target=run, args=(job, 0, True)) for job in beside]
    for thread in threads + others: thread.start()
    for thread in threads: thread.join()
    done.set()
    for thread in others: thread.join()
    if failed: raise failed[0]
def raised(call, *args):
    try: result = call(*args)
    except Exception as error: return f'{type(error).__name__}: {error}'
    raise AssertionError(f'returned {result!r}')
born = []
class Item:
    def __init__(self, n=0):
        self.n = n
        born.append(weakref.ref(self))
        if len(born) > 5000: born[:] = [ref for ref in list(born) if ref() is not None]
    def __call__(self, *args): return self.n
    def method(self, *args): return self.n
def nothing_is_left():
    for _ in range(100):
        gc.collect()
        left = [ref for ref in born if ref() is not None]
        if not left: break
        time.sleep(0.01)
    assert not left, left
# Without a GIL, in this very process.
without_gil = not getattr(sys, '_is_gil_enabled', lambda: True)()
";

/// Starts an interpreter in which the modules above can be imported.
#[track_caller]
fn start_with_modules() {
    static APPENDED: Once = Once::new();
    APPENDED.call_once(|| {
        for (name, init) in [
            (c"threaded", PyInit_threaded as unsafe extern "C" fn() -> *mut PyObject),
            (c"wants_the_gil", PyInit_wants_the_gil),
            (c"holds_one_that_wants_it", PyInit_holds_one_that_wants_it),
        ] {
            // SAFETY: the interpreter is not started yet; a C string that stays.
            assert_eq!(unsafe { PyImport_AppendInittab(name.as_ptr(), init) }, 0);
        }
    });
    start();
}

/// Runs Python code among those modules.
#[track_caller]
fn threads(source: &str) {
    let _alone = alone();
    start_with_modules();
    let outcome = Python::attach(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, HARNESS)?;
        exec(&globals, source)?;
        // Functions refer to the names they were made among.
        globals.clear();
        Ok::<(), PyErr>(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn importing_leaves_the_gil_off() {
    threads(
        "
import sysconfig
assert without_gil == bool(sysconfig.get_config_var('Py_GIL_DISABLED'))
",
    );
}

#[test]
fn a_module_that_asks_for_the_gil_gets_it() {
    if !in_child() {
        child_succeeds("a_module_that_asks_for_the_gil_gets_it");
        return;
    }
    threads(
        "
import warnings
warnings.simplefilter('ignore')
import wants_the_gil
assert getattr(sys, '_is_gil_enabled', lambda: True)()
",
    );
}

#[test]
fn a_module_with_one_that_asks_for_the_gil_gets_it() {
    if !in_child() {
        child_succeeds("a_module_with_one_that_asks_for_the_gil_gets_it");
        return;
    }
    threads(
        "
import warnings
warnings.simplefilter('ignore')
import holds_one_that_wants_it
assert getattr(sys, '_is_gil_enabled', lambda: True)()
",
    );
}

#[test]
fn fields_are_read_and_set() {
    threads(
        "
record = m.Record()
def set_value(n): record.value = Item(n)
def get_value(n):
    value = record.value
    assert value is None or value.n >= 0
def set_text(n): record.text = 'ab' * (n % 50)
def get_text(n):
    text = record.text
    assert text == 'ab' * (len(text) // 2)
def set_numbers(n): record.numbers = [n] * (n % 30)
def get_numbers(n):
    numbers = record.numbers
    assert len(set(numbers)) < 2, numbers
def set_both(n): record.set_both(n, n % 20)
def get_both(n):
    (a, b), numbers = record.both()
    assert a == -b and len(set(numbers)) < 2
at_once(set_value, get_value, set_text, get_text, set_numbers, get_numbers, set_both, get_both)
at_once(set_value, get_value, beside=[lambda _: gc.collect()])
del record
nothing_is_left()
",
    );
}

#[test]
fn methods_that_change_take_turns() {
    threads(
        "
counter = m.Counter()
at_once(lambda n: counter.add(), rounds=5000)
assert counter.count == THREADS * 5000, counter.count

# A method that waits for the lock of something else has the object meanwhile: others wait for it.
seen = []
counters = [m.Counter() for _ in range(3)]
at_once(lambda n: counters[n % 3].add_to(seen), lambda n: counters[n % 3].count, lambda n: len(counters[n % 3]),
    lambda n: seen.append(n), rounds=2000, beside=[lambda _: gc.collect()])
assert sum(counter.count for counter in counters) == 2 * 2000, [counter.count for counter in counters]
assert len(seen) == 4 * 2000

# Each number once.
numbers = []
def take(n): numbers.append(next(counter))
before = counter.count
at_once(take)
assert sorted(numbers) == list(range(before + 1, before + 1 + THREADS * 1500))

other = m.Counter()
at_once(lambda n: counter == other, lambda n: other == counter, lambda n: other.add(), lambda n: bool(counter),
    lambda n: setattr(counter, 'step', n))
",
    );
}

#[test]
fn cells_take_turns() {
    threads(
        "
memo = m.Memo()
at_once(lambda n: memo.add(1), rounds=5000)
assert memo.add(0) == THREADS * 5000, memo.add(0)
def look(n):
    last = memo.last()
    assert last is None or last.n >= 0
at_once(lambda n: memo.keep(Item(n)), look)
at_once(lambda n: memo.keep(Item(n)), look, beside=[lambda _: gc.collect()])
del memo
nothing_is_left()
",
    );
}

#[test]
fn who_is_in_its_own_way_is_told_at_once() {
    threads(
        "
counter, memo = m.Counter(), m.Memo()
began = time.monotonic()
for _ in range(20):
    found = counter.while_changing(lambda: raised(counter.add))
    assert found.startswith('RuntimeError: Counter object is being changed by \\'while_changing\\''), found
    found = counter.while_looking(lambda: raised(counter.add))
    assert found.startswith('RuntimeError: Counter object is in use by \\'while_looking\\''), found
    # Looking while one looks is fine, and so it is afterwards.
    found = counter.while_looking(lambda: (counter.count, raised(counter.add)))
    assert found[1].startswith('RuntimeError: Counter object is in use by \\'while_looking\\''), found
    found = raised(memo.twice)
    assert found.startswith('RuntimeError: the cell is being changed by an access at'), found
# Nobody has waited.
assert time.monotonic() - began < 10
counter.add()
memo.add(1)
",
    );
}

#[test]
fn who_is_in_the_way_of_another_is_waited_for_but_not_for_ever() {
    threads(
        "
def other(hold, call):
    held = threading.Event()
    thread = threading.Thread(target=hold, args=(held,))
    thread.start()
    held.wait()
    try: return call()
    finally: thread.join()
counter, memo = m.Counter(), m.Memo()
def change(seconds):
    return lambda held: counter.while_changing(lambda: (held.set(), time.sleep(seconds)))
def slow(seconds):
    return lambda held: (held.set(), memo.slow(int(seconds * 1000)))
if without_gil:
    other(change(0.1), counter.add)
    assert counter.count == 1
    other(slow(0.1), lambda: (time.sleep(0.02), memo.add(1)))
    assert memo.add(0) == 1
# A method that does not let others run is waited for as long as it takes, as with a GIL.
other(lambda held: (held.set(), counter.look_for(2500)), lambda: (time.sleep(0.1), counter.add()))
# Longer than anybody waits: with a GIL it is told at once.
found = other(change(4), lambda: raised(counter.add))
assert found.startswith('RuntimeError: Counter object is being changed by \\'while_changing\\''), found
found = other(slow(4), lambda: (time.sleep(0.1), raised(memo.add, 1))[1])
assert found.startswith('RuntimeError: the cell is being changed by an access at'), found
counter.add()
memo.add(1)
",
    );
}

#[test]
fn callbacks_come_and_go() {
    threads(
        "
signal = m.Signal()
# `list.append`, a bound method, a function, an object that can be called.
def connect(n):
    item, calls = Item(n), []
    ids = [signal.connect(calls.append), signal.connect(item.method), signal.connect_weak(item)]
    assert signal.emit(n) >= 3
    assert n in calls
    for id in ids[:2]: assert signal.disconnect(id)
def weakly(n):
    item = Item(n)
    signal.connect_weak(item.method)
    signal.connect_weak(item)
    signal.emit(n)
at_once(connect, weakly, lambda n: signal.emit(n), lambda n: signal.count(), rounds=300,
    beside=[lambda _: gc.collect()])
for _ in range(100):
    gc.collect()
    signal.emit(0)
    if not signal.count(): break
    time.sleep(0.01)
assert signal.count() == 0, signal.count()
del signal
nothing_is_left()
",
    );
}

/// What the collector is taking apart is found through it, and read: another thread does so while `tp_clear` runs.
#[test]
fn what_is_being_collected_is_looked_at() {
    threads(
        "
def cycles(n):
    a, b = m.Node(), m.Node()
    a.next, b.next = b, a
    a.item, b.item = Item(n), a
    a.keep(b)
    b.keep(Item(n))
    a.connect(lambda *args: b)
    memo = m.Memo()
    memo.keep(memo)
    record = m.Record()
    record.value = (record, Item(n))
found, gone = 0, 0
def look(_):
    global found, gone
    for thing in gc.get_objects():
        kind = type(thing)
        if kind is m.Node: looks = (lambda: thing.next, lambda: thing.tag, thing.kept, lambda: thing.item)
        elif kind is m.Memo: looks = (thing.last,)
        elif kind is m.Record: looks = (lambda: thing.value, lambda: thing.text)
        else: continue
        for look in looks:
            try:
                value = look()
                found += 1
                assert value is None or value == 7 or type(value) in (m.Node, m.Memo, m.Record, tuple, Item, str), value
            # Gone, or the `__dict__` was emptied.
            except (ReferenceError, AttributeError): gone += 1
gc.disable()
try:
    at_once(cycles, rounds=150, beside=[look, look, lambda _: gc.collect()])
finally: gc.enable()
assert found
nothing_is_left()
",
    );
}

/// `tp_clear` itself, on an object that is still held: where another thread may be looking an attribute up.
#[test]
fn the_dict_of_a_cleared_object_stays_without_a_gil() {
    threads(
        "
import ctypes
slot = ctypes.pythonapi.PyType_GetSlot
slot.restype, slot.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_int]
clear = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.py_object)(slot(m.Node, 51))
node = m.Node()
node.item = 1
attributes = node.__dict__
assert clear(node) == 0
assert raised(lambda: node.tag).startswith('ReferenceError: Node object has been cleared')
assert (node.__dict__ is attributes) == without_gil
assert attributes == {'item': 1}
",
    );
}

#[test]
fn many_are_made_and_dropped() {
    threads(
        "
class Sub(m.Node):
    pass
shared = m.Node()
def chains(n):
    head = None
    for _ in range(100):
        node = Sub() if n % 2 else m.Node()
        node.next = head
        head = node
    shared.next = head
def drop(n):
    shared.next = None
    shared.extra = Item(n)
at_once(chains, chains, drop, rounds=60, beside=[lambda _: gc.collect()])
del shared
nothing_is_left()
",
    );
}

#[test]
fn modules_come_and_go() {
    threads(
        "
import importlib.machinery, _imp
def copy():
    spec = importlib.machinery.ModuleSpec('threaded', importlib.machinery.BuiltinImporter)
    module = importlib.machinery.BuiltinImporter.create_module(spec)
    importlib.machinery.BuiltinImporter.exec_module(module)
    return module
counter = m.Counter()
def load(n):
    module = copy()
    mine = module.Counter()
    mine.add()
    made, known, access, colour = m.convert(mine)
    assert known and len(made) == 3
def convert(n):
    made, known, access, colour = m.convert(counter)
    assert known and len(made) == 3 and access == 1 and type(access).__name__ == 'Access'
    assert repr(colour) == 'Colour.Green'
at_once(load, convert, convert, convert, rounds=60, beside=[lambda _: gc.collect()])
assert m.widen(m.Access.Read) == 3
",
    );
}

#[test]
fn coroutines_run_in_many_threads() {
    threads(
        "
import asyncio
counter = m.Counter()
async def sleep(n):
    await asyncio.sleep(0)
    return n
async def some(n):
    return sum(await asyncio.gather(*(m.pass_(counter, sleep(i)) for i in range(5))))
m.pass_ = getattr(m, 'pass')
def run(n):
    assert asyncio.run(some(n)) == 10
at_once(run, rounds=15, beside=[lambda _: gc.collect()])
assert counter.count == THREADS * 15 * 5

# One that all of them drive.
import types
@types.coroutine
def often():
    for n in range(2000): yield n
    return 1
coroutine = m.pass_(counter, often())
seen = []
def drive(n):
    try: seen.append(coroutine.send(None))
    except (ValueError, RuntimeError, StopIteration): pass
at_once(drive, rounds=400)
assert sorted(seen) == list(range(len(seen))), 'each step once'
coroutine.close()
",
    );
}

#[test]
fn nothing_is_left_behind() {
    let _alone = alone();
    start_with_modules();
    Python::attach(|py| {
        let module = owned::load!(py, threaded).expect("the module can be made");
        let record = module.call_method("Record", ()).expect("a record");
        flat(py, |probe| {
            record.setattr("value", probe)?;
            record.getattr("value")?;
            record.setattr("value", py.none())
        });
    });
}
