//! Modules in interpreters with a GIL of their own: `cargo test --features own-gil --test own_gil`, on CPython 3.13 or newer.
#![cfg(all(feature = "own-gil", target_os = "linux"))]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::sync::{Mutex, MutexGuard, PoisonError};

use owned::embed::Interpreter;
use owned::prelude::*;
use owned::{Callbacks, GcCell, pending_releases, report};
use support::{child_succeeds, in_child};

owned::create_exception! {
    /// Of each interpreter's own.
    pub Lost: ValueError,
}

/// It can hold anything.
#[class(subclass, weakref, dict)]
pub struct Node {
    #[field(get, set)]
    next: Option<Py<Any>>,
    cell: GcCell<Option<Py<Any>>>,
    listeners: Callbacks,
    on_tap: Option<Callback>,
}

#[methods]
impl Node {
    #[new]
    fn new(py: Python<'_>) -> Result<Self> {
        Ok(Node { next: None, cell: GcCell::default(), listeners: Callbacks::new(py)?, on_tap: None })
    }

    fn listen(&mut self, py: Python<'_>, callable: Borrowed<'_, '_, Callable>) -> Result<()> {
        self.on_tap = Some(Callback::new(&callable));
        self.listeners.connect(py, Callback::new(&callable)).map(drop)
    }

    fn tap(&self, py: Python<'_>) -> Result<()> {
        self.listeners.call_all(py, (1,))?;
        self.cell.set(py, self.next.as_ref().map(|next| next.clone_ref(py))).map(drop)
    }
}

/// Nothing in it can be a reference.
#[class(new, eq)]
#[derive(PartialEq)]
pub struct Point {
    #[field(get)]
    x: i64,
}

#[methods]
impl Point {
    fn plus(&self, other: Ref<'_, Point>) -> Point {
        Point { x: self.x + other.x }
    }
}

/// A class in Rust, an object for each value in each interpreter.
#[class]
pub enum Colour {
    /// One.
    Red,
    /// The other.
    Green,
}

static KEPT: Mutex<Option<Py<Any>>> = Mutex::new(None);

/// Also when somebody has panicked with it.
fn kept() -> MutexGuard<'static, Option<Py<Any>>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

#[owned::module]
mod many {
    use owned::prelude::*;

    #[export]
    pub use super::{Colour, Lost, Node, Point};

    #[function]
    fn closure(py: Python<'_>, kept: Py<Any>) -> Result<Owned<'_, Callable>> {
        Callable::from_rust(py, "kept", kept, |kept, args, _| Ok::<_, PyErr>(kept.bind(args.py()).to_owned()))
    }

    #[function]
    fn other(colour: super::Colour) -> super::Colour {
        match colour {
            super::Colour::Red => super::Colour::Green,
            super::Colour::Green => super::Colour::Red,
        }
    }

    #[function]
    async fn later(cx: owned::Async, awaitable: Kept<Any>) -> Result<Kept<Any>> {
        cx.wait(|py| awaitable.get(py)).await
    }

    #[function]
    fn fail() -> Result<()> {
        Err(super::Lost::new("lost"))
    }

    #[function]
    fn keep(object: Py<Any>) {
        *super::kept() = Some(object);
    }

    #[function]
    fn kept(py: Python<'_>) -> Option<Py<Any>> {
        super::kept().as_ref().map(|kept| kept.clone_ref(py))
    }

    #[function]
    fn drop_kept() {
        drop(super::kept().take());
    }

    /// Lets go of an object on a thread that is not attached.
    #[function]
    fn drop_elsewhere(object: Py<Any>) {
        std::thread::spawn(move || drop(object)).join().expect("the thread ends");
    }

    #[function]
    fn pause(py: Python<'_>) {
        py.detach(|| ());
    }
}

/// Runs code in new interpreters.
const HARNESS: &str = "
import _interpreters, sys
def run(id, source):
    failed = _interpreters.exec(id, source)
    assert failed is None, failed.formatted
def once(source):
    id = _interpreters.create('isolated')
    run(id, source)
    _interpreters.destroy(id)
def resident():
    with open('/proc/self/statm') as file: return int(file.read().split()[1]) * 4096
";

/// Everything that the module has, once, and circles through all of it.
const USE: &str = "
import gc, many, weakref
assert many.Point(1).plus(many.Point(2)) == many.Point(3)
assert many.other(many.Colour.Red) is many.Colour.Green
try: many.fail()
except many.Lost as error: assert str(error) == 'lost'
class Sub(many.Node): pass
live = weakref.WeakSet()
for at in range(50):
    for kind in many.Node, Sub:
        one = kind(); one.next = one; one.own = [one, many.closure(one)]
        heard = []
        one.listen(lambda what, one=one: heard.append(what)); one.tap()
        assert heard == [1]
        live.add(one)
del one, heard
gc.collect()
assert not live, len(live)
last = many.Node(); last.next = last
def step(awaitable):
    coroutine = many.later(awaitable)
    try: coroutine.send(None)
    except StopIteration as end: return end.value
class Done:
    def __await__(self): return 3; yield
assert step(Done()) == 3
many.drop_elsewhere(many.Node()); many.pause()
";

/// Runs Python code in a program that has the module.
fn embedded(source: &str) {
    let interpreter = Interpreter::builder().module(owned::builtin!(many)).start().expect("it starts");
    let outcome = interpreter.attach(|py| {
        let globals = owned::types::Dict::empty(py)?;
        support::exec(&globals, &format!("{HARNESS}USE = '''{USE}'''\n{source}"))
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
    interpreter.stop().expect("nobody is attached");
}

/// Runs the test again in a process of its own, unless this is that.
fn alone(test: &str) -> bool {
    if !in_child() {
        child_succeeds(test);
    }
    in_child()
}

#[test]
fn a_hundred_with_classes_and_callbacks_leave_nothing() {
    if alone("a_hundred_with_classes_and_callbacks_leave_nothing") {
        let before = report::snapshot();
        embedded("for at in range(100): once(USE)\nexec(USE)\nfor at in range(10): once(USE)");
        assert_eq!(pending_releases(), 0);
        if report::ENABLED {
            let left = report::snapshot().since(&before).to_string();
            assert_eq!(report::snapshot().total(), before.total(), "{left}");
        }
    }
}

#[test]
fn memory_grows_no_faster_than_with_a_module_of_c() {
    if alone("memory_grows_no_faster_than_with_a_module_of_c") {
        embedded(
            "
def growth(source):
    for at in range(20): once(source)
    before = resident()
    for at in range(100): once(source)
    return (resident() - before) // 100
plain = 'import gc, weakref, array; kept = [array.array(\"l\", [1]) for at in range(1000)]; gc.collect()'
theirs, ours = growth(plain), growth(USE)
print(f'bytes for each interpreter: {theirs} with a module of C, {ours} with ours')
assert ours <= theirs * 1.1 + 8192, (ours, theirs)
",
        );
    }
}

#[test]
fn they_run_at_the_same_time() {
    if alone("they_run_at_the_same_time") {
        embedded(
            "
import threading
failed = []
def work():
    try:
        for at in range(10): once(USE)
    except BaseException as error: failed.append(error)
threads = [threading.Thread(target=work) for at in range(4)]
for thread in threads: thread.start()
exec(USE)
for thread in threads: thread.join()
assert not failed, failed
",
        );
    }
}

#[test]
fn a_handle_that_crosses_is_caught() {
    if alone("a_handle_that_crosses_is_caught") {
        embedded(
            "
import many
one, other = _interpreters.create('isolated'), _interpreters.create('isolated')
run(one, 'import many; object = many.Node(); many.keep(object)')
crossed = '''
import many
try: many.kept()
except BaseException as error: assert 'a `Py` of one interpreter is used in another' in str(error), error
else: raise AssertionError
'''
run(other, crossed); exec(crossed)
# Let go of in the wrong interpreter, it waits for its own.
run(other, 'many.drop_kept()')
run(one, 'import sys; assert sys.getrefcount(object) == 3, sys.getrefcount(object)')
run(one, 'many.pause(); assert sys.getrefcount(object) == 2')
# The interpreter that it is of ends first.
run(one, 'many.keep(many.Node())')
_interpreters.destroy(one)
ended = crossed.replace('of one interpreter is used in another', 'of an interpreter that has ended')
run(other, ended); exec(ended)
run(other, 'many.drop_kept()')
# And the main one's, in another.
many.keep([]); run(other, crossed + 'many.drop_kept()')
many.pause()
_interpreters.destroy(other)
",
        );
        assert_eq!(pending_releases(), 0);
    }
}

/// Where `drop_kept` lets go.
fn line_of_drop_kept() -> u32 {
    let before = include_str!("own_gil.rs").split("drop(super::kept().take())").next().expect("a first part");
    before.lines().count() as u32
}

#[test]
fn a_drop_in_the_wrong_interpreter_is_told() {
    if alone("a_drop_in_the_wrong_interpreter_is_told") {
        report::set_level(report::Level::Frames);
        embedded(
            "
import many
one, other = _interpreters.create('isolated'), _interpreters.create('isolated')
keep = 'import many, sys; object = many.Node(); many.keep(object)'
# Where it belongs, and on a thread that is attached to none: as it should be.
run(one, keep + '; many.drop_kept(); many.drop_elsewhere(many.Node()); many.pause()')
run(one, keep)
run(other, 'import many; many.drop_kept()')
run(one, 'many.pause(); assert sys.getrefcount(object) == 2')
# The same in the main interpreter.
run(one, 'many.keep(object)')
many.drop_kept()
run(one, 'many.pause(); assert sys.getrefcount(object) == 2')
# Nobody is there any more who could be told of this one.
run(one, 'many.keep(object)')
_interpreters.destroy(one)
many.drop_kept()
_interpreters.destroy(other)
",
        );
        assert_eq!(pending_releases(), 0);
        let told = report::violations();
        assert_eq!(told.len(), if report::ENABLED { 2 } else { 0 }, "{told:#?}");
        for violation in told {
            assert_eq!(violation.kind, "dropped in the wrong interpreter");
            assert!(violation.who.contains("own_gil.rs"), "{violation}");
            let (file, line) = violation.place.expect("the tests have debugging information");
            assert!(file.ends_with("own_gil.rs"), "{file}");
            assert_eq!(line, line_of_drop_kept());
        }
    }
}

#[test]
fn what_is_dropped_on_another_thread_goes_with_its_interpreter() {
    if alone("what_is_dropped_on_another_thread_goes_with_its_interpreter") {
        embedded(
            "
import gc
for at in range(20): once('''
import many, weakref
class Sub(many.Node): pass
for at in range(100):
    one = Sub(); one.next = one; many.drop_elsewhere(one)
many.drop_elsewhere(many.Node())
''')
",
        );
        assert_eq!(pending_releases(), 0);
    }
}
