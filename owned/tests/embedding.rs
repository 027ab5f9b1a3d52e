//! Starting and stopping the interpreter, each in a process of its own.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use owned::embed::{Interpreter, InterpreterBuilder, StartError, StopError};
use owned::prelude::*;
use owned::{AttachError, pending_releases};
use support::{child, child_succeeds, in_child};

owned::create_exception! {
    /// There is nothing left.
    pub Exhausted: ValueError,
}

owned::import_exception!(json.decoder, JSONDecodeError);

/// Has a reference, and a destructor that calls Python.
#[class(weakref, subclass)]
pub struct Thing {
    #[field(get, set)]
    held: Option<Py<Any>>,
}

#[methods]
impl Thing {
    #[new]
    #[signature(held = None)]
    fn new(held: Option<Py<Any>>) -> Self {
        Thing { held }
    }
}

impl Drop for Thing {
    fn drop(&mut self) {
        let _ = Python::try_attach(|py| drop(py.import("sys")));
    }
}

/// What a program offers to the Python code that it runs.
#[owned::module]
mod offered {
    use owned::prelude::*;

    #[export]
    pub use super::{Exhausted, Thing};

    #[function]
    fn add(a: i64, b: i64) -> i64 {
        a + b
    }

    #[function]
    fn exhaust() -> Result<()> {
        Err(super::Exhausted::new("nothing is left"))
    }

    /// Runs a Rust closure as a Python callable.
    #[function]
    fn closure(py: Python<'_>) -> Result<Owned<'_, Callable>> {
        Callable::from_rust(py, "answer", (), |(), args, _| 42_i64.into_py(args.py()).map(Owned::into_any))
    }

    /// Lets go of an object on a thread that was never attached, and of another one while nobody comes by.
    #[function]
    fn drop_elsewhere(object: Py<Any>) {
        std::thread::spawn(move || drop(object)).join().expect("the thread ends");
    }

    /// Has a thread of Rust attach, and waits for it.
    #[function]
    fn attached_elsewhere(py: Python<'_>) -> bool {
        py.detach(|| std::thread::spawn(|| Python::try_attach(|_| ()).is_ok()).join().expect("it ends"))
    }
}

fn builder() -> InterpreterBuilder {
    Interpreter::builder().module(owned::builtin!(offered))
}

fn run(interpreter: &Interpreter, source: &str) {
    if let Err(error) = interpreter.attach(|py| py.run(source, None)) {
        panic!("{error}");
    }
}

/// Runs `body` in a child.
#[track_caller]
fn alone(test: &str, body: impl FnOnce()) {
    if in_child() {
        body();
    } else {
        child_succeeds(test);
    }
}

/// Uses most of what remembers objects.
const USE: &str = "
import gc, json, sys, threading, weakref
import offered
# CPython 3.12.1 crashes when `datetime` is imported in several of its lives, in a program in C too.
if sys.version_info[:2] != (3, 12): import datetime
assert offered.add(2, 3) == 5
class Sub(offered.Thing): pass
thing = offered.Thing(offered.Thing(Sub()))
thing.held.held.held = thing
weak = weakref.ref(thing)
del thing
gc.collect()
assert weak() is None
try: offered.exhaust()
except offered.Exhausted as error: assert str(error) == 'nothing is left'
assert offered.closure()() == 42
offered.drop_elsewhere(offered.Thing())
kept = offered.Thing()
kept.held = kept
";

fn use_from_rust(interpreter: &Interpreter) {
    interpreter
        .attach(|py| {
            let date: std::time::SystemTime =
                py.eval("__import__('datetime').datetime.now(__import__('datetime').timezone.utc)", None)?.extract()?;
            assert!(date > std::time::UNIX_EPOCH);
            let error = py.import("json")?.call_method("loads", ("{",)).unwrap_err();
            assert!(error.is::<JSONDecodeError>(py));
            let thing = Thing { held: None }.into_py(py)?.into_any();
            assert!(thing.as_borrowed().downcast::<Thing>().is_ok());
            Ok::<_, PyErr>(())
        })
        .expect("all of it works");
}

#[test]
fn it_starts_runs_and_stops() {
    alone("it_starts_runs_and_stops", || {
        let interpreter = builder().start().expect("it starts");
        run(&interpreter, USE);
        use_from_rust(&interpreter);
        assert_eq!(Interpreter::start().err(), Some(StartError::Running));
        Python::initialize();
        interpreter.stop().expect("it stops");
        interpreter.stop().expect("it has stopped");
        assert_eq!(Python::try_attach(|_| ()), Err(AttachError::NotRunning));
        let attached = thread::spawn(|| Python::try_attach(|_| ())).join().expect("the thread ends");
        assert_eq!(attached, Err(AttachError::NotRunning));
        let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| interpreter.attach(|_| ())));
        assert!(panic.is_err());
    });
}

#[test]
fn it_ends_with_its_value() {
    alone("it_ends_with_its_value", || {
        for _ in 0..3 {
            let interpreter = Interpreter::start().expect("it starts");
            run(&interpreter, "import sys");
            drop(interpreter);
            assert!(Python::try_attach(|_| ()).is_err());
        }
    });
}

#[test]
fn it_is_configured() {
    alone("it_is_configured", || {
        let interpreter = builder()
            .isolated(true)
            .arguments(["prögram", "-c", "--verbose"])
            .path("/nowhere/first")
            .path("/nowhere/second")
            .start()
            .expect("it starts");
        run(
            &interpreter,
            "
import signal, sys
assert sys.argv == ['prögram', '-c', '--verbose'], sys.argv
assert sys.flags.isolated == 1 and sys.flags.ignore_environment == 1, sys.flags
assert sys.path[:2] == ['/nowhere/first', '/nowhere/second'], sys.path
assert 'offered' in sys.builtin_module_names, sys.builtin_module_names
# `python3` ignores it.
if hasattr(signal, 'SIGXFSZ'): assert signal.getsignal(signal.SIGXFSZ) == signal.SIG_DFL, signal.getsignal(signal.SIGXFSZ)
home = sys.base_prefix
",
        );
        let home: String = interpreter
            .attach(|py| py.import("sys")?.getattr("base_prefix")?.extract())
            .expect("the interpreter knows its home");
        interpreter.stop().expect("it stops");

        let interpreter = builder()
            .signal_handlers(true)
            .home(&home)
            .program_name("/nowhere/bin/python3")
            .start()
            .expect("it starts");
        run(
            &interpreter,
            &format!(
                "
import os, signal, sys, time
assert sys.argv == [''], sys.argv
assert sys.flags.isolated == 0, sys.flags
assert sys.prefix == {home:?} and sys.executable == '/nowhere/bin/python3', (sys.prefix, sys.executable)
assert sys.builtin_module_names.count('offered') == 1, sys.builtin_module_names
if hasattr(signal, 'SIGXFSZ'): assert signal.getsignal(signal.SIGXFSZ) == signal.SIG_IGN
# Who is started in the background ignores it, and so does Python then.
if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:
    try: os.kill(os.getpid(), signal.SIGINT); time.sleep(5)
    except KeyboardInterrupt: pass
    else: raise AssertionError('not interrupted')
"
            ),
        );
        interpreter.stop().expect("it stops");

        let invalid = Interpreter::builder().arguments(["a\0b"]).start();
        assert!(matches!(invalid, Err(StartError::Invalid(_))), "{invalid:?}");
        // Nothing was started: the next one does.
        Interpreter::start().expect("it starts").stop().expect("it stops");
    });
}

#[test]
fn a_start_that_failed_is_an_error_and_the_last() {
    alone("a_start_that_failed_is_an_error_and_the_last", || {
        let failed = Interpreter::builder().isolated(true).home("/nowhere").start();
        let Err(StartError::PythonFailed(why)) = failed else { panic!("{failed:?}") };
        assert!(!why.is_empty());
        assert_eq!(Interpreter::start().err(), Some(StartError::FailedBefore));
        assert!(Python::try_attach(|_| ()).is_err());
    });
}

#[test]
fn it_does_not_stop_while_a_thread_is_attached() {
    alone("it_does_not_stop_while_a_thread_is_attached", || {
        let interpreter = Interpreter::start().expect("it starts");
        assert_eq!(interpreter.attach(|_| interpreter.stop()), Err(StopError::Attached(1)));
        assert!(interpreter.attach(|py| py.detach(a_second_start_is_refused)));
        let met = Arc::new(Barrier::new(2));
        let other = thread::spawn({
            let met = met.clone();
            move || {
                Python::attach(|py| {
                    py.detach(|| {
                        met.wait();
                        met.wait();
                    });
                    py.run("import sys", None)
                })
            }
        });
        met.wait();
        assert_eq!(interpreter.stop(), Err(StopError::Attached(1)));
        run(&interpreter, "import threading; threading.Thread(target=print).start()");
        met.wait();
        other.join().expect("the thread ends").expect("the interpreter is still there");
        interpreter.stop().expect("it stops");
    });
}

/// On another thread.
fn a_second_start_is_refused() -> bool {
    thread::scope(|scope| {
        scope.spawn(|| Interpreter::start().err() == Some(StartError::Running)).join().expect("it ends")
    })
}

#[test]
fn threads_that_attach_while_it_stops_get_an_error_and_do_not_hang() {
    alone("threads_that_attach_while_it_stops_get_an_error_and_do_not_hang", || {
        for _ in 0..20 {
            let interpreter = builder().start().expect("it starts");
            run(&interpreter, "import offered; x = offered.Thing()");
            let threads: Vec<_> = (0..4)
                .map(|_| {
                    thread::spawn(|| {
                        while let Ok(result) = Python::try_attach(|py| py.import("sys").map(drop)) {
                            result.expect("sys is there");
                            thread::yield_now();
                        }
                    })
                })
                .collect();
            thread::sleep(Duration::from_millis(5));
            while let Err(error) = interpreter.stop() {
                assert!(matches!(error, StopError::Attached(_)), "{error}");
            }
            assert!(Python::try_attach(|_| ()).is_err());
            for thread in threads {
                thread.join().expect("the thread comes back");
            }
        }
    });
}

#[test]
fn threads_and_exit_functions_of_python_come_first_and_may_attach() {
    alone("threads_and_exit_functions_of_python_come_first_and_may_attach", || {
        let interpreter = builder().start().expect("it starts");
        run(
            &interpreter,
            "
import atexit, threading, time, offered
done = []
def work():
    time.sleep(0.1)
    assert offered.attached_elsewhere()
    done.append(1)
def at_exit():
    assert done == [1] and offered.attached_elsewhere()
    print('exit function', flush=True)
threading.Thread(target=work).start()
atexit.register(at_exit)
",
        );
        interpreter.stop().expect("it stops");
        println!("stopped");
    });
    if !in_child() {
        let output = child("threads_and_exit_functions_of_python_come_first_and_may_attach");
        let text = String::from_utf8_lossy(&output.stdout);
        let (first, second) = (text.find("exit function"), text.find("stopped"));
        assert!(first.is_some() && first < second, "{text}");
    }
}

#[test]
fn output_is_flushed_or_the_failure_is_said() {
    alone("output_is_flushed_or_the_failure_is_said", || {
        let interpreter = Interpreter::start().expect("it starts");
        run(&interpreter, "import sys; sys.stdout.write('not a line')");
        interpreter.stop().expect("it stops");
        println!(", and flushed");
        #[cfg(target_os = "linux")]
        {
            let interpreter = Interpreter::start().expect("it starts");
            run(&interpreter, "import sys; sys.stdout = open('/dev/full', 'w'); sys.stdout.write('lost')");
            assert_eq!(interpreter.stop(), Err(StopError::NotFlushed));
            assert!(Python::try_attach(|_| ()).is_err());
        }
    });
    if !in_child() {
        let output = child("output_is_flushed_or_the_failure_is_said");
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.contains("not a line, and flushed"), "{text}");
    }
}

#[test]
fn a_handle_of_an_ended_interpreter_is_of_no_use_in_the_next() {
    alone("a_handle_of_an_ended_interpreter_is_of_no_use_in_the_next", || {
        let interpreter = builder().start().expect("it starts");
        let (list, thing, mut error, more) = interpreter.attach(|py| {
            let list = List::new(py, [1, 2, 3]).expect("a list").unbind();
            let thing = Thing { held: Some(list.clone_ref(py).into_any()) };
            py.import("offered").expect("it is built in");
            let error = ValueError::new("x").clone_ref(py);
            let more: Vec<Py<Any>> = (0..4).map(|_| list.clone_ref(py).into_any()).collect();
            (list, thing, error, more)
        });
        interpreter.stop().expect("it stops");
        assert_eq!(error.to_string(), "a Python exception");
        let mut more = more.into_iter();
        drop(more.next());
        thread::spawn({
            let one = more.next();
            move || drop(one)
        })
        .join()
        .expect("the thread ends");
        assert_eq!(pending_releases(), 0, "nobody could release it");

        let interpreter = builder().start().expect("it starts again");
        interpreter.attach(|py| {
            let panics = |body: &dyn Fn()| {
                let payload = std::panic::catch_unwind(std::panic::AssertUnwindSafe(body)).expect_err("it panics");
                let text = payload.downcast_ref::<&str>().copied().map(str::to_owned);
                let text = text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default();
                assert!(text.contains("an interpreter that has ended"), "{text}");
            };
            panics(&|| assert_eq!(list.bind(py).len(), 3));
            panics(&|| drop(list.clone_ref(py)));
            panics(&|| drop((&list).into_py(py)));
            let restored = std::cell::RefCell::new(&mut error);
            panics(&|| drop(restored.borrow_mut().clone_ref(py)));
            assert_eq!(error.to_string(), "a Python exception");
            drop(more.next());
            // An object of this interpreter that holds one of the last: the collector passes it over.
            py.import("offered").expect("it is built in");
            let held = thing.into_py(py).expect("the class is there");
            held.setattr("held", py.none()).expect("the old one is dropped");
            let dict = Dict::empty(py).expect("a dict");
            dict.set("held", Thing { held: more.next() }.into_py(py).expect("an object")).expect("set");
            dict.set("self", &dict).expect("set");
            drop(dict);
            py.run("import gc\nfor _ in range(3): gc.collect()", None).expect("the collector runs");
        });
        run(&interpreter, USE);
        use_from_rust(&interpreter);
        interpreter.stop().expect("it stops");
        drop((list, error));
    });
}

#[test]
fn what_waits_when_it_stops_is_not_released_in_the_next() {
    alone("what_waits_when_it_stops_is_not_released_in_the_next", || {
        let mut kept = Vec::new();
        for _ in 0..5 {
            let interpreter = builder().start().expect("it starts");
            run(&interpreter, USE);
            let objects: Vec<Py<Any>> = interpreter
                .attach(|py| (0..50).map(|_| Dict::empty(py).expect("a dict").into_any().unbind()).collect());
            let dropping = thread::spawn(move || {
                let mut objects = objects;
                while objects.len() > 10 {
                    objects.pop();
                    thread::sleep(Duration::from_micros(200));
                }
                objects
            });
            thread::sleep(Duration::from_millis(2));
            while interpreter.stop().is_err() {}
            kept.push(dropping.join().expect("the thread ends"));
        }
        let interpreter = Interpreter::start().expect("it starts");
        drop(kept);
        run(&interpreter, "import gc; gc.collect()");
        assert_eq!(pending_releases(), 0);
        // Whoever drops on a detached thread is served in this life too, and soon.
        let object = interpreter.attach(|py| Dict::empty(py).expect("a dict").unbind());
        drop(object);
        for _ in 0..1000 {
            if pending_releases() == 0 {
                return;
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("the reaper does not come");
    });
}

#[test]
fn it_does_not_start_again_over_threads_that_are_left() {
    alone("it_does_not_start_again_over_threads_that_are_left", || {
        let interpreter = Interpreter::start().expect("it starts");
        run(
            &interpreter,
            "
import threading, time
for _ in range(2): threading.Thread(target=time.sleep, args=(0.3,), daemon=True).start()
",
        );
        interpreter.stop().expect("it stops");
        let refused = Interpreter::start().err();
        assert_eq!(refused, Some(StartError::ThreadsLeft(2)));
        assert!(refused.is_some_and(|error| error.to_string().contains("2 thread(s)")));
        assert!(std::panic::catch_unwind(Python::initialize).is_err());
        assert!(Python::try_attach(|_| ()).is_err());
        // They wake up, and harm nobody.
        thread::sleep(Duration::from_millis(600));
    });
}

#[test]
fn another_thread_may_start_the_next() {
    alone("another_thread_may_start_the_next", || {
        for _ in 0..3 {
            let round = || {
                let interpreter = builder().start().expect("it starts");
                run(&interpreter, USE);
                interpreter.stop().expect("it stops");
            };
            thread::spawn(round).join().expect("the thread ends");
            round();
        }
    });
}
