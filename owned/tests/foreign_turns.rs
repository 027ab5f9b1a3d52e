//! An object of one thread at a time that calls back: who waits, who comes back in, and what C is asked and told meanwhile.

#![allow(unsafe_code, reason = "calls trampolines as C would")]

mod support;

use std::cell::Cell;
use std::ffi::{c_int, c_void};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use owned::foreign::{self, Registry, Turns};
use owned::prelude::*;
use support::{alone, flat, start};

#[test]
fn threads_take_turns_and_lose_none() {
    let _alone = alone();
    start();
    let counter = Turns::new(Cell::new(0_u64));
    let inside = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                Python::attach(|py| {
                    for _ in 0..500 {
                        let turn = counter.enter(py).expect("nobody presses Ctrl-C");
                        assert_eq!(inside.fetch_add(1, SeqCst), 0);
                        turn.detach(py, |counter| counter.set(counter.get() + 1));
                        inside.fetch_sub(1, SeqCst);
                    }
                });
            });
        }
    });
    assert_eq!(counter.into_inner().get(), 2000);
}

#[test]
fn who_waits_is_detached_and_so_a_callback_attaches() {
    let _alone = alone();
    start();
    let turns = Turns::new(());
    let (started, waits) = mpsc::channel();
    thread::scope(|scope| {
        let turns = &turns;
        scope.spawn(move || {
            Python::attach(|py| {
                let turn = turns.enter(py).expect("it is free");
                turn.detach(py, |()| {
                    started.send(()).expect("the other thread is there");
                    thread::sleep(Duration::from_millis(200));
                    // The other thread waits for the turn by now: it must not keep this one from attaching.
                    Python::attach(|py| assert!(turns.enter(py).expect("it is this thread's").is_nested()));
                });
            });
        });
        waits.recv().expect("the first thread has the turn");
        Python::attach(|py| assert!(!turns.enter(py).expect("it comes").is_nested()));
    });
}

#[test]
fn a_turn_ends_when_the_last_of_a_thread_does() {
    let _alone = alone();
    start();
    let turns = Turns::new(());
    let free = || thread::scope(|scope| scope.spawn(|| turns.try_enter().is_some()).join().expect("it does not panic"));
    Python::attach(|py| {
        let (first, second) = (turns.enter(py).expect("free"), turns.try_enter().expect("this thread's"));
        assert!(!free());
        drop(first); // in whichever order
        assert!(!free());
        drop(second);
        assert!(free());
    });
}

#[test]
fn a_panic_gives_the_turn_back() {
    let _alone = alone();
    start();
    let turns = Turns::new(());
    let panicked = thread::scope(|scope| {
        let work = || {
            Python::attach(|py| {
                let turn = turns.enter(py).expect("free");
                turn.detach(py, |()| panic!("in the middle"))
            })
        };
        scope.spawn(work).join().is_err()
    });
    assert!(panicked && turns.try_enter().is_some());
}

/// What C has: it is asked for by number.
static NAMES: [&str; 2] = ["zero", "one"];

unsafe extern "C" fn c_user_data(context: c_int) -> *mut c_void {
    NAMES
        .get(usize::try_from(context).unwrap_or(2))
        .map_or(std::ptr::null_mut(), |name| std::ptr::from_ref(name).cast_mut().cast())
}

foreign::trampoline! {
    unsafe extern "C" fn length_of(context: c_int) -> c_int {
        // SAFETY: C answers for any number.
        state: &'static str = unsafe { c_user_data(context) },
        on_error: -1,
        call: |name| Ok(name.len() as c_int),
    }
}

foreign::trampoline! {
    /// Fails, each time that it has anything to do.
    unsafe extern "C" fn failing(number: c_int) -> c_int {
        on_error: -1,
        call: |_py| if foreign::has_raised() { Ok(0) } else { Err(ValueError::new(number.to_string())) },
    }
}

#[test]
fn a_state_that_c_is_asked_for() {
    // SAFETY: it relies on what C answers.
    let lengths = [0, 1, 7].map(|context| unsafe { length_of(context) });
    assert_eq!(lengths, [4, 3, -1]);
}

#[test]
fn the_callbacks_after_the_first_that_raises_know_of_it() {
    let _alone = alone();
    start();
    // SAFETY: it relies on nothing.
    let many = || [1, 2, 3].map(|number| unsafe { failing(number) });
    let told = Python::attach(|py| py.detach(|| foreign::surfacing(many)));
    assert_eq!(told.expect_err("the first raises").to_string(), "ValueError: 1");
    assert!(!foreign::has_raised());
    // A call in a call has exceptions of its own.
    let nested = foreign::surfacing(|| {
        let outer = many();
        let inner = foreign::surfacing(foreign::has_raised);
        (outer, inner.expect("nothing raises in it"))
    });
    assert!(nested.is_err());
}

#[test]
fn what_a_registrar_registers_is_seen_and_goes_with_its_token() {
    let _alone = alone();
    start();
    Python::attach(|py| {
        let registry: Registry<Py<Any>> = Registry::default();
        let registrar = registry.registrar();
        flat(py, |probe| {
            let list = List::new(py, [probe])?;
            let token = registrar.add(py, list.clone().into_any().unbind())?.expect("the registry is there");
            assert!(token.get(py)?.expect("it is registered").bind(py).is(&list));
            assert_eq!((list.refcount(), registry.len(py)?), (2, 1));
            drop(token);
            assert_eq!((list.refcount(), registry.len(py)?), (1, 0));
            Ok(())
        });
        drop(registry);
        assert!(registrar.add(py, py.none().unbind()).expect("one interpreter").is_none());
    });
}

#[test]
fn a_call_with_any_number_of_arguments() {
    let _alone = alone();
    start();
    Python::attach(|py| {
        let pack = py.eval("lambda *args: args", None).expect("it compiles");
        for count in [0, 1, 7, 8, 9, 100] {
            flat(py, |probe| {
                let args = vec![probe.clone(); count];
                assert_eq!(pack.call_slice(&args)?.length()?, count);
                Ok(())
            });
        }
        let wrong = py.eval("lambda probe: 1 / 0", None).expect("it compiles");
        flat(py, |probe| {
            assert!(wrong.call_slice(std::slice::from_ref(probe)).is_err());
            Ok(())
        });
    });
}
