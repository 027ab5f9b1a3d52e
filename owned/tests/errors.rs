//! Errors: from Rust to Python and back, what `?` makes of each, and the system's own numbers.

mod support;

use std::io;
use std::path::Path;

use owned::exceptions::*;
use owned::prelude::{Any, Dict, IntoPy, Owned, Py, PyErr, Python, Result, Str};
use support::{eval, exec, flat, has_gil, python};

/// What a failing Rust call becomes: the message with its type.
fn text<T>(outcome: Result<T, impl Into<PyErr>>) -> String {
    match outcome {
        Ok(_) => panic!("it succeeded"),
        Err(error) => error.into().to_string(),
    }
}

fn busy() -> core::cell::BorrowMutError {
    let cell = core::cell::RefCell::new(1);
    let _held = cell.borrow();
    cell.try_borrow_mut().expect_err("it is borrowed")
}

#[test]
fn each_error_of_std_has_its_exception() {
    python(|_| {
        assert_eq!(text("x".parse::<i32>()), "ValueError: invalid digit found in string");
        assert_eq!(text("x".parse::<f64>()), "ValueError: invalid float literal");
        assert_eq!(text(u8::try_from(300_i32)), "OverflowError: out of range integral type conversion attempted");
        assert!(text(core::str::from_utf8(&[0xff].repeat(2))).starts_with("UnicodeDecodeError: invalid utf-8"));
        assert_eq!(text(String::from_utf8(vec![0xff])), "UnicodeDecodeError: invalid start byte (0..1)");
        assert!(text(String::from_utf16(&[0xd800])).starts_with("UnicodeError: "));
        assert!(text("1.2.3".parse::<std::net::IpAddr>()).starts_with("ValueError: "));
        assert!(text(std::time::Duration::try_from_secs_f64(-1.0)).starts_with("ValueError: "));
        assert!(text(std::time::UNIX_EPOCH.duration_since(std::time::SystemTime::now())).starts_with("ValueError: "));
        assert!(text(Vec::<u64>::new().try_reserve(usize::MAX)).starts_with("MemoryError: "));
        assert!(
            text(core::cell::RefCell::new(1).try_borrow_mut().and(Err::<(), _>(busy()))).starts_with("RuntimeError: ")
        );
        assert!(text(std::ffi::CString::new("a\0b")).starts_with("ValueError: nul byte"));
        assert!(text(Err::<(), _>(core::fmt::Error)).starts_with("RuntimeError: "));
        assert!(text(<[u8; 2]>::try_from(&[1_u8][..])).starts_with("ValueError: "));
        assert!(text("ab".parse::<char>()).starts_with("ValueError: "));
        assert!(text("x".parse::<bool>()).starts_with("ValueError: "));
        Ok(())
    });
}

#[test]
fn the_system_s_errors_become_the_fitting_subclass() {
    python(|py| {
        let missing = std::fs::read("/nowhere/to be found").expect_err("there is no such file");
        let mut plain = PyErr::from(io::Error::from_raw_os_error(2));
        assert!(plain.is::<FileNotFoundError>(py));
        assert!(plain.value(py).getattr("filename")?.is_none());
        let mut named = PyErr::from_io(&missing, Path::new("/nowhere/to be found"));
        let value = named.value(py);
        assert_eq!(value.type_name(), "FileNotFoundError");
        assert_eq!(value.getattr("filename")?.extract::<String>()?, "/nowhere/to be found");
        assert_eq!(value.getattr("errno")?.extract::<i32>()?, 2);
        assert_eq!(value.str()?.to_str()?, "[Errno 2] No such file or directory: '/nowhere/to be found'");
        assert!(PyErr::from(io::Error::from_raw_os_error(13)).is::<PermissionError>(py));
        assert!(PyErr::from(io::Error::new(io::ErrorKind::UnexpectedEof, "cut")).is::<EOFError>(py));
        assert!(PyErr::from(io::Error::other("odd")).is::<OSError>(py));
        let without_number = io::Error::new(io::ErrorKind::NotFound, "gone");
        assert_eq!(PyErr::from_io(&without_number, Path::new("a.svg")).to_string(), "FileNotFoundError: gone: 'a.svg'");
        Ok(())
    });
}

#[cfg(unix)]
#[test]
fn a_file_name_that_is_no_text_comes_through() {
    use std::os::unix::ffi::OsStrExt;
    python(|py| {
        let path = Path::new(std::ffi::OsStr::from_bytes(b"caf\xe9.svg"));
        let mut error = PyErr::from_io(&io::Error::from_raw_os_error(2), path);
        let name: std::path::PathBuf = error.value(py).getattr("filename")?.extract()?;
        assert_eq!(name, path);
        Ok(())
    });
}

#[test]
fn an_error_goes_through_python_and_comes_back() {
    python(|py| {
        let mut error = ValueError::new("odd");
        let value = error.value(py);
        error.restore(py);
        let mut back = PyErr::take(py).expect("it was set");
        assert!(back.value(py).is(&value));
        assert!(PyErr::take(py).is_none());
        let copy = back.clone_ref(py);
        drop(back);
        assert!(copy.into_value(py).is(&value));
        Ok(())
    });
}

#[test]
fn what_python_raises_keeps_its_traceback_and_cause() {
    python(|py| {
        let globals = owned::types::Dict::empty(py)?;
        exec(&globals, "def f():\n try: 1/0\n except Exception as e: raise KeyError('k') from e")?;
        let f = globals.require("f")?;
        let mut error = f.call(()).expect_err("it raises");
        assert!(error.is::<KeyError>(py) && error.is::<LookupError>(py) && !error.is::<ValueError>(py));
        let value = error.value(py);
        assert!(!value.getattr("__traceback__")?.is_none());
        assert!(value.getattr("__cause__")?.is_a::<ZeroDivisionError>());
        assert_eq!(error.to_string(), "KeyError: 'k'");
        Ok(())
    });
}

#[test]
fn an_exception_can_be_taken_over_and_anything_else_cannot() {
    python(|py| {
        let exception = eval(py, "StopIteration(5)")?;
        assert!(PyErr::from_value(exception).is::<StopIteration>(py));
        let error = PyErr::from_value(eval(py, "ValueError")?);
        assert_eq!(error.to_string(), "TypeError: exceptions must derive from BaseException, not type");
        Ok(())
    });
}

#[test]
fn errors_say_what_they_are_even_when_they_cannot() {
    python(|py| {
        assert_eq!(IndexError::new("").to_string(), "IndexError");
        assert_eq!(PyErr::os(2, "gone", None).to_string(), "OSError: [Errno 2] gone");
        assert_eq!(format!("{:?}", IndexError::new("3")), "PyErr(IndexError: 3)");
        let globals = owned::types::Dict::empty(py)?;
        exec(&globals, "class E(Exception):\n def __str__(self): raise self\nclass F(Exception): pass")?;
        let broken = PyErr::from_value(globals.require("E")?.call(())?);
        assert_eq!(broken.to_string(), "E: <no message: its __str__ failed>");
        let surrogate = globals.require("F")?.call((eval(py, "'\\ud800'")?,))?;
        assert_eq!(PyErr::from_value(surrogate).to_string(), "F: \\ud800");
        assert!(PyErr::take(py).is_none());
        Ok(())
    });
}

#[test]
fn an_error_can_be_read_on_a_detached_thread() {
    python(|py| {
        let raised = eval(py, "1/0").expect_err("it raises");
        let text = py.detach(move || raised.to_string());
        assert_eq!(text, "ZeroDivisionError: division by zero");
        Ok(())
    });
}

#[test]
fn an_exception_that_waits_survives_a_destructor() {
    python(|py| {
        let globals = owned::types::Dict::empty(py)?;
        exec(
            &globals,
            "class Loud:\n def __del__(self): raise RuntimeError('in del')\n\
            import sys\nseen = []\nsys.unraisablehook = lambda u: seen.append(str(u.exc_value))",
        )?;
        let loud: Py<Any> = globals.require("Loud")?.call(())?.unbind();
        let mut error = ValueError::new("waits");
        let value = error.value(py);
        error.restore(py);
        // Dropped where nobody is attached, and released when this thread attaches again: with an exception set.
        py.detach(move || drop(loud));
        let mut still = PyErr::take(py).expect("it still waits");
        assert!(still.value(py).is(&value));
        // Without a GIL another thread may have let go of it, which waits for this one, under a number that it shares with the
        // one that has started the interpreter, and that is gone.
        if has_gil(py)? {
            exec(&globals, "assert seen == ['in del'], seen")?;
        }
        exec(&globals, "sys.unraisablehook = sys.__unraisablehook__")?;
        Ok(())
    });
}

#[test]
fn errors_leave_nothing() {
    python(|py| {
        flat(py, |probe| {
            let class = eval(py, "ValueError")?;
            let mut error = PyErr::from_value(class.call((probe,))?);
            error.clone_ref(py).restore(py);
            let back = PyErr::take(py).expect("set");
            assert!(back.is::<ValueError>(py));
            drop(PyErr::os(2, "gone", Some("x".into())).into_value(py));
            drop(PyErr::from_value(probe.clone()));
            let _: Owned<'_, Str> = error.value(py).repr()?;
            let _ = probe.getattr("missing").expect_err("no such attribute");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn without_an_interpreter_attaching_is_an_error_that_says_so() {
    if support::in_child() {
        // Nothing was started in this process.
        let error = Python::try_attach(|_| ()).expect_err("no interpreter runs");
        assert!(error.to_string().starts_with("no Python interpreter is running"));
        assert_eq!(ValueError::new("lazy").to_string(), "ValueError: lazy");
        drop(ValueError::new("never built"));
        return;
    }
    support::child_succeeds("without_an_interpreter_attaching_is_an_error_that_says_so");
}

/// Whatever the key is, it is the one argument; and what is being handled is the context, as after `raise` in C.
#[test]
fn a_key_error_has_the_key_itself() {
    python(|py| {
        let keys = eval(py, "['a', 7, None, (), (1, 2), ValueError('v'), KeyError('k')]")?;
        for key in keys.iter()? {
            let key = key?;
            let text = format!("KeyError: {}", key.repr()?.to_str()?);
            let error = KeyError::of(key.clone());
            assert!(error.is::<LookupError>(py) && !error.is::<IndexError>(py));
            assert_eq!(error.to_string(), text);
            assert!(error.into_value(py).getattr("args")?.get_item(0)?.is(&key));
            KeyError::of(key.as_borrowed()).restore(py);
            let raised = PyErr::take(py).expect("it was set");
            assert_eq!(raised.to_string(), text);
            assert!(raised.into_value(py).getattr("args")?.to_tuple()?.len() == 1);
        }
        let key = (1, "b").into_any(py)?;
        let missing = Dict::empty(py)?.require(&key).expect_err("it is empty");
        assert!(missing.into_value(py).getattr("args")?.get_item(0)?.is(&key));
        flat(py, |probe| {
            drop(KeyError::of(probe.clone()));
            drop(KeyError::of(probe.clone()).to_string());
            drop(KeyError::of(probe.clone()).caused_by(ValueError::new("why")));
            KeyError::of(probe.clone()).restore(py);
            drop(PyErr::take(py));
            let later = KeyError::of(probe.clone());
            py.detach(|| drop(later));
            Ok(())
        });
        Ok(())
    });
}
