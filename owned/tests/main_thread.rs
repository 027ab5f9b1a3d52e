//! The main thread's stack, which an entry into Rust recognises by its address: what holds on other threads holds there
//! too. Without a harness, which would run each test on a thread of its own.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::env;
use std::hint::black_box;
#[cfg(target_os = "linux")]
use std::process::Command;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use owned::prelude::*;
use support::{python, run};

#[owned::module]
mod main_thread {
    use owned::prelude::*;

    #[export]
    pub use super::{Busy, Link, Loud};

    #[function]
    fn gone() -> usize {
        super::GONE.load(super::Relaxed)
    }

    #[function]
    fn recurse<'py>(function: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {
        function.call(())
    }

    /// Loops until a signal ends it.
    #[function]
    fn wait(py: Python<'_>) -> Result<()> {
        loop {
            py.check_signals()?;
            py.detach(|| std::thread::sleep(std::time::Duration::from_millis(1)));
        }
    }

    /// Panics, far below where it was entered.
    #[function]
    fn dig(depth: usize) {
        super::dig(depth);
    }
}

/// Holds the next.
#[class(subclass)]
pub struct Link {
    #[field(get, set)]
    next: Slot,
}

#[methods]
impl Link {
    #[new]
    fn new(next: Py<Any>) -> Self {
        Link { next: next.into() }
    }
}

static GONE: AtomicUsize = AtomicUsize::new(0);

/// Holds the next, and counts when it goes, deep in the stack as that may be.
#[class]
pub struct Loud {
    next: Py<Any>,
    room: [u64; 16],
}

impl Drop for Loud {
    fn drop(&mut self) {
        GONE.fetch_add(black_box(self.room).len() / 16, Relaxed);
    }
}

#[methods]
impl Loud {
    #[new]
    fn new(next: Py<Any>) -> Self {
        Loud { next, room: [0; 16] }
    }
}

/// Runs Python code when it goes, within which the next goes.
#[class]
pub struct Busy {
    call: Py<Any>,
    next: Option<Py<Any>>,
}

impl Drop for Busy {
    fn drop(&mut self) {
        let next = self.next.take();
        // An error is that of Python's own count of calls: the next goes all the same.
        let _: Result<()> = Python::attach(|py| {
            let items = List::empty(py)?;
            items.append(next)?;
            self.call.bind(py).call((items,)).map(drop)
        });
    }
}

#[methods]
impl Busy {
    #[new]
    fn new(call: Py<Any>, next: Py<Any>) -> Self {
        Busy { call, next: Some(next) }
    }
}

fn dig(depth: usize) -> usize {
    let page = black_box([0_u8; 4096]);
    assert!(depth > 0, "dug through");
    dig(depth - 1) + black_box(page).len()
}

const FUNCTIONS: &str = "
import os, sys, threading

def recursion(limit=10**6):
    sys.setrecursionlimit(limit)
    def f():
        return m.recurse(f)
    for _ in range(3):
        text = raised(f)
        assert text.startswith('RecursionError: '), text

class Sub(m.Link):
    deleted = 0
    def __del__(self):
        # There is room for a call, however deep the chain is.
        Sub.deleted += m.recurse(lambda: 1)

def lets_go(items, deeper=12):
    # So much of the stack for each that forty are more than a small one has.
    if deeper: sorted([0], key=lambda _: lets_go(items, deeper - 1))
    else: items.clear()

def chains(count=200_000):
    import weakref
    n = Sub(None)
    last = weakref.ref(n)
    for i in range(count // 500): n = m.Busy(lets_go, n)
    del n
    assert last() is None
    unraisable, before = [], sys.unraisablehook
    sys.unraisablehook = lambda what: unraisable.append(repr(what.exc_value))
    for makes in (m.Link,), (m.Loud,), (Sub,), (m.Link, lambda n: [n], m.Loud, lambda n: (n,), Sub):
        deleted, gone = Sub.deleted, m.gone()
        last = n = Sub(None)
        last = weakref.ref(last)
        for i in range(count):
            n = makes[i % len(makes)](n)
        del n
        assert last() is None
        assert Sub.deleted - deleted == 1 + makes.count(Sub) * (count // len(makes))
        assert m.gone() - gone == makes.count(m.Loud) * (count // len(makes))
    sys.unraisablehook = before
    assert not unraisable, unraisable[:3]
";

const SOURCE: &str = "
def signals():
    # Ctrl-C ends a loop of Rust's on the main thread; a handler may also let it go on.
    import signal, time
    before = signal.getsignal(signal.SIGINT)
    seen = []
    def press(times):
        for _ in range(times):
            time.sleep(0.05)
            os.kill(os.getpid(), signal.SIGINT)
    def handler(*_):
        seen.append(1)
        if len(seen) == 2: raise KeyError(len(seen))
    for handle, times, expected in (signal.default_int_handler, 1, 'KeyboardInterrupt: '), (handler, 2, 'KeyError: 2'):
        signal.signal(signal.SIGINT, handle)
        presser = threading.Thread(target=press, args=(times,))
        presser.start()
        text = raised(m.wait)
        presser.join()
        assert text == expected, text
    assert len(seen) == 2
    signal.signal(signal.SIGINT, before or signal.SIG_DFL)

# Where CPython's own limit comes before the end of the stack.
shallow = not getattr(sys, '_is_gil_enabled', lambda: True)()

def panics():
    # Entered where there is room, and panics also where what is left is kept for finishing.
    found = []
    def f():
        try:
            m.recurse(f)
        except RecursionError:
            pass
        if len(found) < 40:
            found.append(raised(m.dig, 4))
    f()
    assert len(found) == 40
    for text in found:
        assert text.startswith('PanicError: dug through (at ') and 'main_thread.rs' in text \\
            or text.startswith('RecursionError: the stack is nearly full') \\
            or shallow and text.startswith('RecursionError: maximum recursion depth exceeded'), text
    assert any(text.startswith('PanicError') for text in found)
    assert raised(m.dig, 3).startswith('PanicError: dug through (at ')

def everything():
    recursion()
    panics()

def elsewhere_in_child():
    # A thread forks: it is the main thread of the child, and the stacks above its own are those of other threads.
    wait, status = threading.Event(), []
    def above():
        wait.wait()
    def fork():
        child = os.fork()
        if child:
            return status.append(os.waitpid(child, 0)[1])
        try:
            recursion()
            thread = threading.Thread(target=lambda: recursion() or status.append(0))
            thread.start()
            thread.join()
        finally:
            os._exit(status != [0])
    threads = [threading.Thread(target=target) for target in (above, fork)]
    for thread in threads: thread.start()
    threads[1].join()
    wait.set()
    threads[0].join()
    assert status == [0], status

if sys.platform == 'linux':
    assert threading.get_native_id() == os.getpid()
    # Before there are other stacks, which would be used again.
    elsewhere_in_child()
signals()
chains()
thread = threading.Thread(target=chains)
thread.start()
thread.join()
everything()

failed = []
def elsewhere():
    try:
        everything()
    except BaseException as error:
        failed.append(repr(error))
        raise
for _ in range(2):
    threads = [threading.Thread(target=elsewhere) for _ in range(3)]
    for thread in threads: thread.start()
    recursion()
    for thread in threads: thread.join()
    assert not failed, failed

if hasattr(os, 'fork'):
    child = os.fork()
    if child == 0:
        everything()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
";

/// Started by the dynamic loader as its argument, the program has its name among the arguments, far before the end of its stack
/// where the environment is large.
#[cfg(target_os = "linux")]
fn started_by_the_loader() {
    let maps = std::fs::read_to_string("/proc/self/maps").expect("Linux says what is mapped");
    let mut files = maps.lines().filter_map(|line| Some(&line[line.find('/')?..]));
    let Some(loader) = files.find(|file| file.contains("/ld-linux") || file.contains("/ld-musl")) else { return };
    let mut again = Command::new(loader);
    again.arg(env::current_exe().expect("the program knows its path")).arg(AGAIN);
    again.envs((0..5).map(|n| (format!("LARGE_{n}"), "x".repeat(100_000))));
    let status = again.status().expect("the loader starts");
    assert!(status.success(), "{status}");
}

const AGAIN: &str = "--recursion-alone";

/// A long chain goes also where the main thread's stack is small, whatever of it is used without counting.
#[cfg(target_os = "linux")]
fn with_a_small_stack() {
    let mut again = Command::new("sh");
    again
        .args(["-c", "ulimit -s 256 && exec \"$0\" \"$1\""])
        .arg(env::current_exe().expect("the program knows its path"));
    let status = again.arg(CHAINS).status().expect("a shell starts");
    assert!(status.success(), "{status}");
}

const CHAINS: &str = "--chains-alone";

fn main() {
    if env::args().any(|argument| argument == CHAINS) {
        return python(|py| run(&owned::load!(py, main_thread)?, &format!("{FUNCTIONS}chains()\n")));
    }
    if env::args().any(|argument| argument == AGAIN) {
        return python(|py| run(&owned::load!(py, main_thread)?, &format!("{FUNCTIONS}recursion()\n")));
    }
    python(|py| run(&owned::load!(py, main_thread)?, &format!("{FUNCTIONS}{SOURCE}")));
    #[cfg(target_os = "linux")]
    {
        started_by_the_loader();
        with_a_small_stack();
    }
}
