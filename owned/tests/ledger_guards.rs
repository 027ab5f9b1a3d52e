//! What `unsafe` code does wrong is said before it crashes: with the ledger at `frames`, C is then not called.
#![allow(unsafe_code, reason = "does what must not be done")]
#![cfg_attr(not(feature = "ledger"), allow(dead_code, unused_imports, reason = "without the ledger nobody looks"))]

mod ledger_support;
mod support;

use std::panic::{self, AssertUnwindSafe};

use ledger_support::At;
use owned::Borrowed;
use owned::prelude::*;
use owned::report::{Level, Violation, violations};
use support::{child_in, in_child, probe, python};

/// Runs `body` and gives what was found to go wrong meanwhile.
fn found(body: impl FnOnce()) -> Vec<Violation> {
    let before = violations().len();
    body();
    violations().split_off(before)
}

#[track_caller]
fn one_of(found: &[Violation], kind: &str, line: u32) {
    let [violation] = found else { panic!("one violation expected: {found:#?}") };
    assert_eq!(violation.kind, kind, "{violation}");
    let place = violation.place.as_ref().expect("the tests have debugging information");
    assert!(place.0.ends_with("ledger_guards.rs"), "{violation}");
    assert_eq!(place.1, line, "{violation}");
}

/// Goes where it may not.
struct Smuggled<T>(T);

// SAFETY: none: this is the mistake.
unsafe impl<T> Send for Smuggled<T> {}
// SAFETY: none, again.
unsafe impl<T> Sync for Smuggled<T> {}

impl<T> Smuggled<T> {
    fn open(&self) -> &T {
        &self.0
    }
}

/// What a panic says.
fn refused<R>(f: impl FnOnce() -> R) -> String {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let outcome = panic::catch_unwind(AssertUnwindSafe(f));
    panic::set_hook(hook);
    match outcome {
        Ok(_) => panic!("nothing was refused"),
        Err(payload) => payload.downcast_ref::<String>().expect("a text").clone(),
    }
}

/// Without a GIL the counts are not compared: another thread may change one meanwhile.
#[cfg(feature = "ledger")]
fn compared(py: Python<'_>) -> Result<bool> {
    Ok(!support::eval(py, "bool(__import__('sysconfig').get_config_var('Py_GIL_DISABLED'))")?.extract::<bool>()?)
}

#[cfg(feature = "ledger")]
#[test]
fn one_pointer_that_is_taken_over_twice() {
    python(|py| {
        if !compared(py)? {
            return Ok(());
        }
        let _at = At::level(Level::Frames);
        let first = probe(py);
        let references = first.refcount();
        let mut second = None;
        let made = found(|| {
            // SAFETY: none: the reference is that of `first`.
            second = unsafe { Owned::<Any>::from_new(py, first.as_ptr()) };
        });
        one_of(&made, "over-release", line!() - 2);
        assert!(made[0].what.contains("1 references for 2 handles"), "{}", made[0]);
        assert!(made[0].what.matches("ledger_guards.rs").count() >= 1, "each line is said: {}", made[0]);
        let dropped = found(|| drop(second));
        assert_eq!(dropped[0].kind, "over-release");
        assert_eq!(first.refcount(), references, "nothing was released that was not there");
        assert!(found(|| drop(first)).is_empty());
        Ok(())
    });
}

#[cfg(feature = "ledger")]
#[test]
fn a_reference_that_c_releases_once_too_often() {
    python(|py| {
        if !compared(py)? {
            return Ok(());
        }
        let _at = At::level(Level::Frames);
        let (one, two) = (probe(py), None::<Owned<'_, Any>>);
        let two = two.unwrap_or_else(|| one.clone());
        // SAFETY: none: nobody has given this reference.
        unsafe { pyo3_ffi::Py_DECREF(one.as_ptr()) };
        let found = found(|| drop(two));
        one_of(&found, "over-release", line!() - 1);
        assert_eq!(one.refcount(), 1, "what is there stays");
        Ok(())
    });
}

#[cfg(feature = "ledger")]
#[test]
fn a_token_that_is_used_on_a_detached_thread() {
    python(|py| {
        let _at = At::level(Level::Frames);
        let token = Smuggled(py);
        let found = found(|| {
            let text = refused(|| py.detach(|| List::empty(*token.open()).is_ok()));
            assert_eq!(text, "a token was used on a thread that is detached from Python");
        });
        one_of(&found, "used while detached", line!() - 3);
        Ok(())
    });
}

#[cfg(feature = "ledger")]
#[test]
fn a_handle_that_is_used_or_dropped_on_a_detached_thread() {
    python(|py| {
        let _at = At::level(Level::Frames);
        let object = probe(py);
        let kept = object.clone();
        let references = object.refcount();
        let handle = Smuggled(object);
        let used = found(|| drop(refused(|| py.detach(|| handle.open().repr().is_ok()))));
        one_of(&used, "used while detached", line!() - 1);
        let dropped = found(|| py.detach(move || drop(handle)));
        one_of(&dropped, "dropped while detached", line!() - 1);
        assert_eq!(kept.refcount(), references, "it is not released without the interpreter's lock");
        Ok(())
    });
}

#[cfg(feature = "ledger")]
#[test]
fn what_is_used_after_its_owner_let_go() {
    if in_child() {
        python(|py| {
            let _at = At::level(Level::Frames);
            let owner = probe(py);
            // SAFETY: the object is alive now, but not for as long as is said.
            let lent = unsafe { Borrowed::<Any>::from_ptr(py, owner.as_ptr()) }.expect("not NULL");
            drop(owner);
            let found = found(|| {
                let text = refused(|| lent.repr());
                assert!(text.contains("was used after its owner let go of it"), "{text}");
            });
            one_of(&found, "used after release", line!() - 3);
            Ok(())
        });
        return;
    }
    // The debugging allocator is there in every build, and says what is free.
    for environment in [&[("PYTHONMALLOC", "debug")][..], &[]] {
        let output = child_in("what_is_used_after_its_owner_let_go", environment);
        assert!(output.status.success(), "{environment:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[cfg(not(feature = "ledger"))]
#[test]
fn nobody_looks() {
    python(|py| {
        let object = probe(py);
        drop((object.clone(), object));
        assert!(violations().is_empty());
        Ok(())
    });
}

#[cfg(feature = "ledger")]
#[test]
fn what_c_gives_without_an_exception_or_with_one() {
    python(|py| {
        let _at = At::level(Level::Frames);
        let nothing = found(|| {
            // SAFETY: NULL is no reference.
            assert!(unsafe { Owned::<Any>::from_new(py, std::ptr::null_mut()) }.is_none());
        });
        one_of(&nothing, "NULL without an exception", line!() - 2);
        ValueError::new("left behind").restore(py);
        let both = found(|| {
            // SAFETY: attached.
            let list = unsafe { pyo3_ffi::PyList_New(0) };
            // SAFETY: a new reference or NULL.
            drop(unsafe { Owned::<Any>::from_new(py, list) });
        });
        one_of(&both, "result with an exception", line!() - 2);
        assert!(PyErr::take(py).is_some());
        // What C means by NULL and an exception is an error as any other.
        ValueError::new("said").restore(py);
        // SAFETY: NULL is no reference.
        assert!(found(|| assert!(unsafe { Owned::<Any>::from_new(py, std::ptr::null_mut()) }.is_none())).is_empty());
        assert!(PyErr::take(py).is_some());
        Ok(())
    });
}

/// Calls something when it is dropped, and does not look at what comes of it.
struct Careless<'py>(Owned<'py, Any>);

impl Drop for Careless<'_> {
    fn drop(&mut self) {
        let _ = self.0.call(());
    }
}

/// Tells Python what has come of it.
struct Careful<'py>(Owned<'py, Any>);

impl Drop for Careful<'_> {
    fn drop(&mut self) {
        if let Err(error) = self.0.call(()) {
            error.write_unraisable(self.0.py(), None);
        }
    }
}

#[cfg(feature = "ledger")]
#[test]
fn an_exception_that_a_destructor_swallows() {
    python(|py| {
        let _at = At::level(Level::Frames);
        let fails = support::eval(py, "lambda: {}['a']")?;
        let swallowed = found(|| drop(Careless(fails.clone())));
        one_of(&swallowed, "exception swallowed", line!() - 22);
        assert!(swallowed[0].who.contains("Careless"), "{}", swallowed[0]);
        py.import("sys")?.setattr("unraisablehook", support::eval(py, "lambda _: None")?)?;
        let told = found(|| drop(Careful(fails.clone())));
        assert!(told.is_empty(), "{told:?}");
        // Who drops an error elsewhere has seen it.
        assert!(found(|| drop(fails.call(()))).is_empty());
        let works = support::eval(py, "lambda: 1")?;
        assert!(found(|| drop(Careless(works))).is_empty());
        Ok(())
    });
}

static KEPT: std::sync::OnceLock<Py<Any>> = std::sync::OnceLock::new();

#[cfg(feature = "ledger")]
#[test]
fn what_is_alive_at_the_end_is_written() {
    let name = std::env::temp_dir().join(format!("owned-at-exit-{}.jsonl", std::process::id()));
    if in_child() {
        let interpreter = owned::embed::Interpreter::start().expect("it starts");
        let line = Python::attach(|py| {
            owned::report::set_level(Level::Frames);
            let object = probe(py);
            KEPT.set(object.unbind()).expect("once");
            let line = line!() - 1;
            drop(probe(py));
            // SAFETY: NULL is no reference.
            assert!(unsafe { Owned::<Any>::from_new(py, std::ptr::null_mut()) }.is_none());
            line
        });
        println!("line {line}");
        interpreter.stop().expect("it stops");
        return;
    }
    let output =
        child_in("what_is_alive_at_the_end_is_written", &[("OWNED_LEDGER_AT_EXIT", name.to_str().expect("text"))]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let written = std::fs::read_to_string(&name).expect("it was written");
    std::fs::remove_file(&name).expect("it is there");
    let line =
        said.lines().find_map(|line| Some(line.rsplit_once("line ")?.1.to_owned())).expect("the child says its line");
    let [alive, violation] = written.lines().collect::<Vec<_>>()[..] else { panic!("two lines: {written}") };
    assert!(alive.contains(&format!(r#""line":{line},"handle":"Py<Any>","escaped":false,"count":1"#)), "{alive}");
    assert!(
        violation.contains(r#""violation":{"kind":"NULL without an exception","what":"a C function failed"#),
        "{violation}"
    );
}
