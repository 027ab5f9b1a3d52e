//! `#[owned::test]` and `assert_no_handles!`: what they let pass, and what they say of the rest.
#![deny(warnings)]

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

use owned::prelude::*;
use owned::report::ENABLED;
use owned::testing::run;

#[owned::test]
fn nothing_is_left() {
    Python::attach(|py| List::empty(py).map(drop)).expect("there is memory");
}

#[owned::test]
fn a_token_is_given_and_an_error_fails(py: Python<'_>) -> Result<()> {
    let list = List::new(py, [1, 2, 3])?;
    list.append(list.clone())?; // a cycle is collected before the handles are counted
    Ok(())
}

#[owned::test]
#[should_panic(expected = "it is not")]
fn what_a_test_says_is_shown(py: Python<'_>) -> Result<()> {
    List::empty(py)?;
    Err(ValueError::new("it is not"))
}

/// What a first use caches grows once.
#[owned::test]
fn a_cache_is_no_leak(py: Python<'_>) -> Result<()> {
    static CACHE: Mutex<Option<Py<Str>>> = Mutex::new(None);
    let mut cache = CACHE.lock().expect("no test panics with it");
    if cache.is_none() {
        *cache = Some(Str::new(py, "kept for the next ones")?.unbind());
    }
    Ok(())
}

/// What the panic of `run` says.
fn said(body: impl for<'py> Fn(Python<'py>) -> Result<()>) -> String {
    let panic = catch_unwind(AssertUnwindSafe(|| run(body))).expect_err("the body leaks");
    panic.downcast_ref::<String>().cloned().unwrap_or_default()
}

#[test]
fn a_leak_is_named_by_its_line() {
    if !ENABLED {
        return run(|py| Str::new(py, "lost").map(std::mem::forget));
    }
    let line = line!() + 1;
    let text = said(|py| Str::new(py, "lost").map(std::mem::forget));
    assert!(text.starts_with("the test leaves handles each time that it runs:\n+1 Owned<Str> at "), "{text}");
    assert!(text.contains(&format!("owned_test.rs:{line}\n")), "{text}");
}

#[test]
fn a_leak_that_cannot_be_seen_twice_is_told_with_why() {
    if !ENABLED {
        return;
    }
    let runs = Cell::new(0);
    let text = said(|py| {
        runs.set(runs.get() + 1);
        match runs.get() {
            1 => Str::new(py, "lost").map(std::mem::forget),
            _ => Err(ValueError::new("there is nothing left to do")),
        }
    });
    assert!(text.contains("+1 Owned<Str>") && text.contains("run again"), "{text}");
    assert!(text.contains("there is nothing left to do"), "{text}");
}

#[test]
fn a_leak_of_every_other_run_is_none_that_grows_each_time() {
    let runs = Cell::new(0);
    run(|py| {
        runs.set(runs.get() + 1);
        if runs.get() % 2 == 1 { Str::new(py, "kept").map(std::mem::forget) } else { Ok(()) }
    });
    assert_eq!(runs.get(), if ENABLED { 2 } else { 1 });
}

#[owned::test]
fn an_expression_can_be_asked(py: Python<'_>) -> Result<()> {
    owned::assert_no_handles!(py, List::new(py, ["a", "b"])?.len());
    owned::assert_no_handles!(py, Str::new(py, "given up")?.leak_forever("it is meant"));
    Ok(())
}

#[test]
fn what_an_expression_leaves_is_told() {
    if !ENABLED {
        return;
    }
    let text = said(|py| {
        owned::assert_no_handles!(py, Str::new(py, "lost").map(|text| text.into_raw()));
        Ok(())
    });
    assert!(text.starts_with("handles are left:\n+1 Owned<Str> (into_raw) at owned/tests/owned_test.rs:"), "{text}");
}
