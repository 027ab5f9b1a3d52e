//! The C side against a running interpreter.
#![expect(unsafe_code, reason = "calls the C API directly, on objects made here")]

use std::sync::Once;

use owned_c_shim::{COMPARED, headers};
use pyo3_ffi as ffi;

/// Starts the interpreter once, and runs `test` attached to it.
fn attached(test: impl FnOnce()) {
    static START: Once = Once::new();
    START.call_once(|| {
        // SAFETY: called once, before any other use of the interpreter.
        unsafe { ffi::Py_InitializeEx(0) };
        // SAFETY: this thread is attached since the call above; the token is not needed again.
        unsafe { ffi::PyEval_SaveThread() };
    });
    // SAFETY: the interpreter runs and is never finalized.
    let state = unsafe { ffi::PyGILState_Ensure() };
    // A failed assertion must not keep the other tests waiting for the lock.
    let _attached = Attached(state);
    test();
}

struct Attached(ffi::PyGILState_STATE);

impl Drop for Attached {
    fn drop(&mut self) {
        // SAFETY: the state is from the Ensure of `attached`, on this thread.
        unsafe { ffi::PyGILState_Release(self.0) };
    }
}

/// A new reference that the test keeps to its end: a leak of one small object a test.
fn evaluated(object: *mut ffi::PyObject) -> *mut ffi::PyObject {
    assert!(!object.is_null(), "the C API failed to make an object");
    object
}

fn text(text: &str) -> *mut ffi::PyObject {
    let length = text.len() as ffi::Py_ssize_t;
    // SAFETY: the pointer is good for `length` bytes of UTF-8, and the thread is attached.
    evaluated(unsafe { ffi::PyUnicode_FromStringAndSize(text.as_ptr().cast(), length) })
}

#[test]
fn headers_belong_to_the_running_interpreter() {
    let facts = headers::header_facts();
    // SAFETY: a constant that libpython exports, readable before it is initialised.
    let running = unsafe { ffi::Py_Version };
    assert_eq!(core::ffi::c_ulong::from(facts.version_hex), running);
    attached(|| {
        // SAFETY: attached; the name is a C string. The result is borrowed, or NULL when absent.
        let total = unsafe { ffi::PySys_GetObject(c"gettotalrefcount".as_ptr()) };
        assert_eq!(facts.ref_debug(), !total.is_null());
    });
    assert_eq!(facts.debug(), cfg!(py_sys_config = "Py_DEBUG"));
    assert_eq!(facts.trace_refs(), cfg!(py_sys_config = "Py_TRACE_REFS"));
    assert_eq!(facts.gil_disabled(), cfg!(Py_GIL_DISABLED));
}

#[test]
fn sizes_agree() {
    let facts = headers::header_facts();
    assert_eq!(facts.sizeof_object as usize, size_of::<ffi::PyObject>());
    assert_eq!(facts.sizeof_var_object as usize, size_of::<ffi::PyVarObject>());
    assert_eq!(facts.sizeof_type as usize, size_of::<ffi::PyTypeObject>());
    assert_eq!(facts.sizeof_ssize as usize, size_of::<isize>());
    assert_eq!(facts.sizeof_hash as usize, size_of::<ffi::Py_hash_t>());
}

#[test]
fn the_tables_were_not_emptied() {
    let version = headers::header_facts().version_hex;
    let minor = format!("3.{}", version >> 16 & 0xff);
    let words: Vec<_> = COMPARED.python.split(' ').collect();
    assert_eq!(words[0], minor);
    assert_eq!(words.contains(&"debug"), headers::header_facts().debug());
    println!("{COMPARED:?}");
    const {
        assert!(COMPARED.structs >= 78);
        assert!(COMPARED.fields >= 451);
        assert!(COMPARED.constants >= 240);
    }
}

#[test]
fn refcnt_counts_references() {
    attached(|| {
        // SAFETY: attached; a new list, whose only reference is ours.
        let list = evaluated(unsafe { ffi::PyList_New(0) });
        // SAFETY: the list is alive: we hold its reference.
        assert_eq!(unsafe { headers::refcnt(list) }, 1);
        // SAFETY: as above; this adds a second reference, which keeps the list for good.
        unsafe { ffi::Py_INCREF(list) };
        // SAFETY: as above.
        assert_eq!(unsafe { headers::refcnt(list) }, 2);
        // SAFETY: as above.
        assert_eq!(unsafe { headers::is_immortal(list) }, 0);
    });
}

#[test]
fn none_is_immortal_since_3_12() {
    attached(|| {
        // SAFETY: the interpreter runs.
        let none = unsafe { ffi::Py_None() };
        // SAFETY: attached; None is alive as long as the interpreter.
        let immortal = unsafe { headers::is_immortal(none) };
        assert_eq!(immortal == 1, cfg!(Py_3_12));
    });
}

#[test]
fn small_ints_are_compact_since_3_12() {
    attached(|| {
        for (value, compact) in [(7_i64, true), (-7, true), (1 << 40, false)] {
            // SAFETY: attached.
            let int = evaluated(unsafe { ffi::PyLong_FromLongLong(value) });
            let mut found = 0;
            // SAFETY: `int` is a live int and `found` is writable.
            let answer = unsafe { headers::compact_int(int, &raw mut found) };
            let expected = compact && cfg!(Py_3_12);
            assert_eq!(answer == 1, expected, "{value}");
            assert_eq!(found, if expected { value } else { 0 });
        }
    });
}

#[test]
fn str_bit_fields_agree() {
    attached(|| {
        let cases = [("abc", 1, 1), ("caf\u{e9}", 1, 0), ("\u{3bb}", 2, 0), ("\u{1f600}", 4, 0)];
        for (content, kind, ascii) in cases {
            let object = text(content);
            // SAFETY: a live str that this thread, attached, has just made.
            let state = unsafe { headers::str_state(object) };
            assert_eq!(state, kind | 1 << 8 | ascii << 9, "{content:?}");
            // SAFETY: as above. This one decodes the same word in Rust.
            let in_rust = unsafe { ffi::PyUnicode_KIND(object) };
            assert_eq!(in_rust, kind, "{content:?}");
        }
    });
}
