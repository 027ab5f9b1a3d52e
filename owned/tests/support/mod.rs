//! What the tests of the library share: the interpreter, one test at a time, and the oracles that nothing leaks.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::env;
use std::process::{Command, Output, Stdio};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use owned::prelude::*;
use owned::report;

/// Counts of the whole process are compared, so the tests of a binary run one after another.
pub(crate) fn alone() -> MutexGuard<'static, ()> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts the configured interpreter and runs `body` attached, alone, after what another test left was collected: what is
/// alive is counted against what was. An error fails the test.
#[track_caller]
pub(crate) fn python(body: impl for<'py> FnOnce(Python<'py>) -> Result<()>) {
    let _alone = alone();
    start();
    if let Err(error) = Python::attach(|py| collect(py).and_then(|_| body(py))) {
        panic!("{error}");
    }
}

/// Starts the interpreter and asserts that it, and the feature `ledger`, are what this run was configured for.
#[track_caller]
pub(crate) fn start() {
    if report::level() == report::Level::Off {
        report::set_level(report::Level::Sites);
    }
    Python::initialize();
    let facts = Python::attach(|py| {
        let sys = py.import("sys")?;
        let version: String = sys.getattr("version")?.extract()?;
        let prefix: String = sys.getattr("base_prefix")?.extract()?;
        Ok::<_, PyErr>((version, prefix, sys.getattr_opt("gettotalrefcount")?.is_some()))
    });
    let (version, prefix, debug) = facts.expect("sys says what the interpreter is");
    owned_testing::assert_configured(&version, &prefix, debug);
    owned_testing::assert_ledger(report::ENABLED);
}

/// Runs Python statements; names are taken from and left in `globals`.
pub(crate) fn exec<'py>(globals: &Owned<'py, Dict>, source: &str) -> Result<()> {
    let exec = globals.py().import("builtins")?.getattr("exec")?;
    exec.call((source, globals)).map(drop)
}

/// The value of a Python expression.
pub(crate) fn eval<'py>(py: Python<'py>, source: &str) -> Result<Owned<'py, Any>> {
    eval_in(&Dict::empty(py)?, source)
}

/// The value of a Python expression that sees `globals`.
fn eval_in<'py>(globals: &Owned<'py, Dict>, source: &str) -> Result<Owned<'py, Any>> {
    globals.py().import("builtins")?.getattr("eval")?.call((source, globals))
}

/// Runs Python statements that see `module` as `m`; a failed `assert` is an error.
pub(crate) fn run<'py>(module: &Owned<'py, Any>, source: &str) -> Result<()> {
    let globals = Dict::empty(module.py())?;
    globals.set("m", module)?;
    exec(
        &globals,
        "import gc, sys, weakref\n\
        def raised(call, *args, **kwargs):\n    \
            try: result = call(*args, **kwargs)\n    \
            except BaseException as error: return f'{type(error).__name__}: {error}'\n    \
            raise AssertionError(f'returned {result!r}')\n",
    )?;
    let outcome = exec(&globals, source);
    if keeps_what_it_compiles(module.py()) {
        // The functions of the source stay for ever, and with them what they were made among.
        globals.clear();
    }
    outcome
}

/// A mortal object that nobody else knows, whose count can be watched. (Interned and small values cannot.)
#[track_caller]
pub(crate) fn probe(py: Python<'_>) -> Owned<'_, Any> {
    eval(py, "type('Probe', (), {})()").expect("a class without a base")
}

pub(crate) fn collect(py: Python<'_>) -> Result<i64> {
    py.import("gc")?.call_method("collect", ())?.extract()
}

/// Runs `body` many times and asserts that nothing is left behind: no reference to the probe that it is given, no
/// handle (with the ledger on), no reference at all on a debug build, no block of memory on the others.
///
/// A batch that leaves something can be a cache that has grown; a leak is what *every* batch leaves. References are
/// counted exactly. Blocks are not: free lists and interned names come and go by the dozen, so there a leak is what
/// leaves, each time, a block in more than half of the rounds. Free-threaded CPython 3.13 never frees the strings,
/// constants and classes that compiled code has, so there no count of blocks says anything; the probe and the handles
/// do.
#[track_caller]
pub(crate) fn flat<'py>(py: Python<'py>, body: impl FnMut(&Owned<'py, Any>) -> Result<()>) {
    flat_unless(py, false, body);
}

/// As [`flat`], of a body that puts the probe into classes, modules or functions. Where Python's own classes stay, and what
/// is in them with them, the handles of the library are counted there, but neither the probe nor the handles in its fields.
#[track_caller]
pub(crate) fn flat_with_classes<'py>(py: Python<'py>, body: impl FnMut(&Owned<'py, Any>) -> Result<()>) {
    let stay = classes_stay(py).expect("a class can be made");
    flat_unless(py, stay, body);
}

#[track_caller]
fn flat_unless<'py>(py: Python<'py>, held: bool, mut body: impl FnMut(&Owned<'py, Any>) -> Result<()>) {
    let exact = counts_references(py);
    let (rounds, allowed) = if exact { (10, 0) } else { (50, 25) };
    let probe = probe(py);
    let mut batch = || {
        for _ in 0..rounds {
            body(&probe).expect("the body succeeds");
            if !held {
                settle(py, &probe);
                assert_eq!(probe.refcount(), 1, "a reference to the probe is left");
            }
        }
        collect(py).expect("the collector runs");
        clear_caches(py).expect("the caches are cleared");
    };
    batch();
    let handles = report::snapshot();
    if keeps_what_it_compiles(py) {
        batch();
        let more = report::snapshot().since(&handles);
        let stay = classes_stay(py).expect("a class can be made");
        // Where classes of Python's stay, those of a copy of a module do, with what they hold: of such a copy the library
        // has handles in these places, and the test in the fields of what is in its classes.
        let places = ["src/class/build.rs", "src/class/exception.rs", "src/module/state.rs"];
        let of_copy = |site: &report::Site| places.iter().any(|place| site.file.ends_with(place));
        let stays = held || stay && more.sites().iter().any(of_copy);
        let kept = |site: &report::Site| stays && (of_copy(site) || site.file.contains("tests/"));
        assert!(more.sites().iter().all(kept), "handles are left:\n{more}");
        return;
    }
    batch();
    let handles = report::snapshot();
    let mut left = Vec::new();
    // What grows by caches grows less each time; a leak stays as it is.
    let batches = if exact { 4 } else { 24 };
    while left.len() < batches && left.last().is_none_or(|&left| left > allowed) {
        let before = everything(py);
        batch();
        left.push(everything(py) - before);
    }
    let more = report::snapshot().since(&handles);
    assert!(more.sites().is_empty(), "handles are left:\n{more}");
    assert!(left.last().is_some_and(|&left| left <= allowed), "left by each batch of {rounds}: {left:?}");
}

/// Empties the cache of attributes by type. Each of its 4,096 entries holds a name, and which entry a name that is not
/// interned gets depends on its address: what is held would grow by chance until all entries are in use. (References
/// show this from 3.12 on: before, an empty entry held a counted one to `None`. Blocks show it everywhere.)
fn clear_caches(py: Python<'_>) -> Result<()> {
    let sys = py.import("sys")?;
    let clear = match sys.getattr_opt("_clear_internal_caches")? {
        Some(clear) => clear,
        None => sys.getattr("_clear_type_cache")?,
    };
    clear.call(()).map(drop)
}

/// Where there is no GIL, the reaper can be about to release a reference that was dropped on a detached thread. If it has
/// done so, this thread, which has made the object, must run some Python code before that shows in the count.
fn settle(py: Python<'_>, probe: &Owned<'_, Any>) {
    for _ in 0..1000 {
        if probe.refcount() == 1 && owned::pending_releases() == 0 {
            return;
        }
        py.detach(|| std::thread::sleep(std::time::Duration::from_millis(1)));
        eval(py, "(lambda: None)()").expect("a function can be called");
    }
}

/// Whether the interpreter makes immortal what it compiles: free-threaded CPython 3.13 does, later ones do not.
fn keeps_what_it_compiles(py: Python<'_>) -> bool {
    static ANSWER: OnceLock<bool> = OnceLock::new();
    let source =
        "__import__('sys').version_info < (3, 14) and __import__('sysconfig').get_config_var('Py_GIL_DISABLED')";
    if let Some(answer) = ANSWER.get() {
        return *answer;
    }
    let answer = eval(py, source).and_then(|answer| answer.is_true()).expect("the interpreter says how it was built");
    // Not asked in there: it runs Python code, and another thread that waits for the answer would hold it up.
    *ANSWER.get_or_init(|| answer)
}

/// How many of so many classes that are written in Python alone stay, with an instance in each, when nobody has them:
/// none, except on free-threaded CPython 3.13 once the process has had a second thread, where all do. What is left of
/// classes of Rust's is compared with it.
pub(crate) fn left_of_python(py: Python<'_>, number: usize) -> Result<usize> {
    let globals = Dict::empty(py)?;
    globals.set("number", number)?;
    exec(
        &globals,
        "import gc, weakref\n\
         weak = []\n\
         for _ in range(number):\n    \
             kind = type('Kind', (), {})\n    \
             kind.one = kind()\n    \
             weak.append(weakref.ref(kind.one))\n\
         del kind\n\
         gc.collect()\n\
         left = sum(one() is not None for one in weak)\n",
    )?;
    eval_in(&globals, "left")?.extract()
}

/// How many of these are alive.
pub(crate) fn alive(py: Python<'_>, weak: &[Py<owned::types::Weak>]) -> Result<usize> {
    let mut alive = 0;
    for weak in weak {
        alive += usize::from(weak.bind(py).upgrade()?.is_some());
    }
    Ok(alive)
}

/// Whether a class that is written in Python alone stays, as [`left_of_python`] counts.
pub(crate) fn classes_stay(py: Python<'_>) -> Result<bool> {
    Ok(keeps_what_it_compiles(py) && left_of_python(py, 1)? == 1)
}

/// Whether it is so later, when this thread has come by: where there is no GIL, what this thread has made is released by
/// it alone, once another has let go of it. With a GIL there is no later.
pub(crate) fn later(py: Python<'_>, mut is_so: impl FnMut() -> Result<bool>) -> Result<bool> {
    if has_gil(py)? {
        return Ok(false);
    }
    // Only a failure takes so long.
    for _ in 0..60_000 {
        if is_so()? {
            return Ok(true);
        }
        py.detach(|| std::thread::sleep(std::time::Duration::from_millis(1)));
        eval(py, "(lambda: None)()")?;
    }
    Ok(false)
}

/// Whether one thread at a time is attached.
pub(crate) fn has_gil(py: Python<'_>) -> Result<bool> {
    eval(py, "getattr(__import__('sys'), '_is_gil_enabled', lambda: True)()")?.is_true()
}

fn counts_references(py: Python<'_>) -> bool {
    let sys = py.import("sys").expect("sys is there");
    sys.getattr_opt("gettotalrefcount").expect("sys answers").is_some()
}

/// All references that there are, or where Python does not count them, all blocks of memory.
fn everything(py: Python<'_>) -> i64 {
    let sys = py.import("sys").expect("sys is there");
    let count = match sys.getattr_opt("gettotalrefcount").expect("sys answers") {
        Some(total) => total.call(()),
        None => sys.call_method("getallocatedblocks", ()),
    };
    count.and_then(|count| count.extract()).expect("a number")
}

/// Runs one test of this binary in a process of its own, where it sees [`in_child`].
#[track_caller]
pub(crate) fn child(test: &str) -> Output {
    child_in(test, &[])
}

/// As [`child`], with more in its environment.
#[track_caller]
pub(crate) fn child_in(test: &str, environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env::current_exe().expect("the test binary knows its path"));
    command.args(["--exact", test, "--nocapture", "--test-threads=1"]);
    command.env(CHILD, "1").envs(environment.iter().copied()).stdin(Stdio::null());
    command.output().expect("the test binary starts")
}

/// As [`child`]; it must end by itself, successfully.
#[track_caller]
pub(crate) fn child_succeeds(test: &str) -> String {
    let output = child(test);
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}:\n{text}", output.status);
    assert!(text.contains("1 passed") || text.contains("child is done"), "the child ran no test:\n{text}");
    text
}

const CHILD: &str = "OWNED_TEST_CHILD";

pub(crate) fn in_child() -> bool {
    env::var_os(CHILD).is_some()
}

/// The type and message of the error that a call must give.
#[track_caller]
pub(crate) fn raised<T>(result: Result<T>) -> String {
    match result {
        Ok(_) => panic!("no error"),
        Err(error) => error.to_string(),
    }
}

/// The first line of what must be an error, without its message.
#[track_caller]
pub(crate) fn raised_kind<T>(result: Result<T>) -> String {
    let text = raised(result);
    text.split(':').next().unwrap_or(&text).to_owned()
}
