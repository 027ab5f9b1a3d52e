//! C functions that take and give Python objects are as they are declared, or are found not to be.

#![allow(unsafe_code, reason = "declares C functions, and defines them")]
#![allow(unreachable_pub, reason = "a test has no outside")]

mod support;

use std::ffi::c_int;
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::SeqCst};

use owned::foreign;
use owned::prelude::*;
use owned::raw::PyObject;
use owned::report;
use support::{flat, python};

/// The library: functions that keep their word, and functions that break it.
mod c {
    use super::*;

    unsafe extern "C" {
        pub(super) fn Py_IncRef(object: *mut PyObject);
        pub(super) fn Py_DecRef(object: *mut PyObject);
        fn PyList_New(size: isize) -> *mut PyObject;
        fn PyList_SetItem(list: *mut PyObject, index: isize, item: *mut PyObject) -> c_int;
        fn PyList_GetItem(list: *mut PyObject, index: isize) -> *mut PyObject;
        fn PyErr_SetString(kind: *mut PyObject, text: *const std::ffi::c_char);
        fn PyErr_SetObject(kind: *mut PyObject, value: *mut PyObject);
        static PyExc_ValueError: *mut PyObject;
        static PyExc_KeyError: *mut PyObject;
    }

    fn fail() -> *mut PyObject {
        // SAFETY: attached.
        unsafe { PyErr_SetString(PyExc_ValueError, c"no".as_ptr()) };
        ptr::null_mut()
    }

    static KEPT: AtomicPtr<PyObject> = AtomicPtr::new(ptr::null_mut());

    macro_rules! library {
        ($($name:ident($($argument:ident: $type:ty),*) $(-> $return:ty)? $body:block)*) => { $(
            #[unsafe(no_mangle)]
            extern "C" fn $name($($argument: $type),*) $(-> $return)? {
                // SAFETY: attached, with live arguments: what the test is about aside.
                #[allow(unused_unsafe, clippy::multiple_unsafe_ops_per_block, reason = "C knows no such thing")]
                unsafe { $body }
            }
        )* };
    }

    type O = *mut PyObject;

    library! {
        right_same(x: O) -> O { Py_IncRef(x); x }
        right_list(x: O, steal: O) -> O { let list = PyList_New(2); Py_IncRef(x); PyList_SetItem(list, 0, x); PyList_SetItem(list, 1, steal); list }
        right_item(list: O) -> O { PyList_GetItem(list, 0) }
        right_steal(steal: O, fails: c_int) -> c_int { Py_DecRef(steal); if fails != 0 { fail(); -1 } else { 3 } }
        right_fail(x: O) -> O { let _ = x; fail() }
        right_key(x: O) -> O { PyErr_SetObject(PyExc_KeyError, x); ptr::null_mut() }
        right_hide(x: O) { KEPT.store(x, SeqCst) }
        right_give_back() -> O { KEPT.swap(ptr::null_mut(), SeqCst) }
        right_add(a: c_int, b: f64) -> f64 { f64::from(a) + b }

        wrong_lent_released(x: O) -> c_int { Py_DecRef(x); 0 }
        wrong_lent_kept(x: O) -> c_int { Py_IncRef(x); 0 }
        wrong_lent_kept_failing(x: O) -> O { Py_IncRef(x); fail() }
        wrong_steal_ignored(x: O) -> c_int { let _ = x; 0 }
        wrong_steal_ignored_failing(x: O) -> O { let _ = x; fail() }
        wrong_steal_twice(x: O) -> c_int { Py_DecRef(x); Py_DecRef(x); 0 }
        wrong_steal_taken(x: O) -> c_int { Py_IncRef(x); 0 }
        wrong_new_same(x: O) -> O { x }
        wrong_new_item(list: O) -> O { PyList_GetItem(list, 0) }
        wrong_borrowed_item(list: O) -> O { let item = PyList_GetItem(list, 0); Py_IncRef(item); item }
        wrong_silent(x: O) -> O { let _ = x; ptr::null_mut() }
        wrong_silent_status() -> c_int { -1 }
        wrong_raised(x: O) -> O { Py_IncRef(x); fail(); x }
    }
}

foreign::import! {
    unsafe extern "C" {
        fn right_same(x: Borrowed<Any>) -> New<Any>;
        fn right_list(x: Kept<Any>, steal: Stolen<Any>) -> New<List>;
        fn right_item(list: Borrowed<List>) -> Borrowed<Any>;
        fn right_steal(steal: Stolen<Any>, fails: c_int) -> Status;
        fn right_fail(x: Borrowed<Any>) -> New<Any>;
        fn right_key(x: Borrowed<Any>) -> New<Any>;
        fn right_hide(x: Escaped<Any>);
        fn right_give_back() -> New<Any>;
        fn right_add(a: c_int, b: f64) -> f64;
    }
}

#[test]
fn what_keeps_its_word_is_left_alone() {
    python(|py| {
        let before = report::violations();
        flat(py, |probe| {
            assert!(right_same(py, probe)?.is(probe));
            let list = right_list(py, probe, probe.clone())?;
            assert_eq!((list.len(), probe.refcount()), (2, 3));
            assert!(right_item(py, &list)?.is(probe));
            assert_eq!(right_steal(py, probe.clone(), 0)?, 3);
            assert_eq!(right_steal(py, probe.clone(), 1).unwrap_err().to_string(), "ValueError: no");
            assert_eq!(right_fail(py, probe).unwrap_err().to_string(), "ValueError: no");
            assert!(right_key(py, probe).unwrap_err().to_string().starts_with("KeyError"));
            let escaped = report::snapshot();
            right_hide(py, probe.clone());
            assert_eq!(report::snapshot().since(&escaped).total(), i64::from(report::ENABLED));
            assert!(right_give_back(py)?.is(probe));
            assert_eq!(report::snapshot().since(&escaped).total(), 0);
            assert_eq!(right_add(py, 1, 0.5), 1.5);
            // Immortal, or as good as: their counts say nothing.
            assert!(right_same(py, &py.none())?.is_none());
            // The same object in two places.
            right_list(py, probe, probe.clone()).map(drop)
        });
        assert_eq!(report::violations(), before);
        Ok(())
    });
}

/// A result that is of another type than declared is refused, and released.
#[test]
fn a_result_of_another_type_is_an_error() {
    mod wrong {
        use owned::prelude::*;
        owned::foreign::import! {
            unsafe extern "C" {
                pub(super) fn right_same(x: Borrowed<Any>) -> New<List>;
            }
        }
    }
    python(|py| {
        flat(py, |probe| {
            let error = wrong::right_same(py, probe).unwrap_err().to_string();
            assert!(error.starts_with("TypeError") && error.contains("list"), "{error}");
            Ok(())
        });
        Ok(())
    });
}

#[cfg(feature = "ledger")]
mod checked {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;
    use support::probe;

    foreign::import! {
        unsafe extern "C" {
            fn wrong_lent_released(x: Borrowed<Any>) -> Status;
            fn wrong_lent_kept(x: Borrowed<Any>) -> Status;
            fn wrong_lent_kept_failing(x: Borrowed<Any>) -> New<Any>;
            fn wrong_steal_ignored(x: Stolen<Any>) -> Status;
            fn wrong_steal_ignored_failing(x: Stolen<Any>) -> New<Any>;
            fn wrong_steal_twice(x: Stolen<Any>) -> Status;
            fn wrong_steal_taken(x: Stolen<Any>) -> Status;
            fn wrong_new_same(x: Borrowed<Any>) -> New<Any>;
            fn wrong_new_item(list: Borrowed<List>) -> New<Any>;
            fn wrong_borrowed_item(list: Borrowed<List>) -> Borrowed<Any>;
            fn wrong_silent(x: Borrowed<Any>) -> New<Any>;
            fn wrong_silent_status() -> Status;
            fn wrong_raised(x: Borrowed<Any>) -> New<Any>;
        }
    }

    /// What is found of a call, which panics here; then the count is put right, by as many references as are missing.
    #[track_caller]
    fn found<R>(py: Python<'_>, object: &Owned<'_, Any>, missing: isize, call: impl FnOnce() -> R) -> Vec<String> {
        let before = report::violations().len();
        let panic = catch_unwind(AssertUnwindSafe(|| drop(call()))).expect_err("a violation panics here");
        let panic = panic.downcast_ref::<String>().expect("a message");
        for _ in 0..missing.unsigned_abs() {
            let count = if missing > 0 { c::Py_IncRef } else { c::Py_DecRef };
            // SAFETY: what the wrong function has done wrong is made right.
            unsafe { count(object.as_ptr()) };
        }
        let _raised = PyErr::take(py);
        let found = report::violations().split_off(before);
        assert!(found.iter().all(|one| panic.contains(&one.what) && panic.contains(&one.who)), "{panic}");
        assert!(
            found.iter().all(|one| one
                .place
                .as_ref()
                .is_some_and(|(file, line)| file.ends_with("foreign_import.rs") && *line > 0)),
            "{found:?}"
        );
        found.into_iter().map(|one| format!("{} {}", one.who.trim_matches('`'), one.what)).collect()
    }

    #[test]
    fn what_breaks_its_word_is_found() {
        python(|py| {
            let x = probe(py);
            let y = &x.clone();
            let say = |missing, call: &dyn Fn()| found(py, y, missing, call).join("; ");
            assert_eq!(
                say(1, &|| drop(wrong_lent_released(py, y))),
                "wrong_lent_released released a reference of `x` that is not its own"
            );
            assert_eq!(
                say(-1, &|| drop(wrong_lent_kept(py, y))),
                "wrong_lent_kept kept a reference of `x` that was only lent"
            );
            assert_eq!(
                say(-1, &|| drop(wrong_lent_kept_failing(py, y))),
                "wrong_lent_kept_failing failed and kept a reference of `x`"
            );
            assert_eq!(
                say(-1, &|| drop(wrong_steal_ignored(py, y.clone()))),
                "wrong_steal_ignored neither released the reference to `x` nor stored it in the result or an argument: \
                 if C keeps it, declare `Escaped`"
            );
            assert_eq!(
                say(-1, &|| drop(wrong_steal_ignored_failing(py, y.clone()))),
                "wrong_steal_ignored_failing failed and did not release a reference of `x`"
            );
            assert_eq!(
                say(1, &|| drop(wrong_steal_twice(py, y.clone()))),
                "wrong_steal_twice released a reference of `x` that is not its own"
            );
            assert_eq!(
                say(-2, &|| drop(wrong_steal_taken(py, y.clone()))),
                "wrong_steal_taken kept a reference of `x` that was only lent"
            );
            // The call panics before the result is taken over.
            assert_eq!(
                say(0, &|| drop(wrong_new_same(py, y))),
                "wrong_new_same released a reference of `x` that is not its own"
            );
            let list = List::new(py, [y])?;
            assert_eq!(
                say(0, &|| drop(wrong_new_item(py, &list))),
                "wrong_new_item gave a borrowed reference as a new one"
            );
            assert_eq!(
                say(-1, &|| drop(wrong_borrowed_item(py, &list))),
                "wrong_borrowed_item gave a new reference as a borrowed one"
            );
            drop(list);
            assert_eq!(say(0, &|| drop(wrong_silent(py, y))), "wrong_silent failed without an exception");
            assert_eq!(say(0, &|| drop(wrong_silent_status(py))), "wrong_silent_status failed without an exception");
            assert_eq!(
                say(-1, &|| drop(wrong_raised(py, y))),
                "wrong_raised succeeded with an exception set: ValueError: no"
            );
            let _ = PyErr::take(py);
            assert_eq!(x.refcount(), 2);
            Ok(())
        });
    }
}
