//! What an exception carries: traceback, causes, context, notes, and other exceptions.

mod support;

use std::error::Error;
use std::io;

use owned::exceptions::*;
use owned::prelude::{Any, Owned, PyErr, Python, Result};
use owned::types::Dict;
use support::{eval, exec, flat, probe, python};

/// What calling `f` of the Python source raises.
fn raised<'py>(py: Python<'py>, source: &str) -> Result<PyErr> {
    let globals = Dict::empty(py)?;
    exec(&globals, source)?;
    Ok(globals.require("f")?.call(()).expect_err("it raises"))
}

#[test]
fn a_traceback_has_its_lines_and_can_be_set() {
    python(|py| {
        let mut error = raised(py, "def g():\n    return 1 / 0\ndef f():\n    g()")?;
        let trace = error.traceback(py).expect("it was raised by Python");
        assert_eq!(trace.line()?, 4);
        let next = trace.next()?.expect("f called g");
        assert_eq!(next.line()?, 2);
        assert!(next.next()?.is_none());
        let code = next.frame()?.getattr("f_code")?;
        assert_eq!(code.getattr("co_name")?.extract::<String>()?, "g");
        let text = "Traceback (most recent call last):\n  File \"<string>\", line 4, in f\n  File \"<string>\", line 2, in g\n";
        assert_eq!(trace.format()?, text);
        assert_eq!(error.format(py)?, format!("{text}ZeroDivisionError: division by zero\n"));
        error.set_traceback(py, None);
        assert!(error.traceback(py).is_none());
        error.set_traceback(py, Some(&trace));
        assert!(error.traceback(py).expect("set").is(&trace));
        let fresh = ValueError::new("fresh");
        assert!(fresh.traceback(py).is_none());
        assert_eq!(fresh.type_of(py).name(), "ValueError");
        assert_eq!(fresh.format(py)?, "ValueError: fresh\n");
        Ok(())
    });
}

#[test]
fn causes_are_sources_both_ways() {
    python(|py| {
        let mut error = raised(
            py,
            "def f():\n try:\n  try: 1/0\n  except Exception as e: raise KeyError('k') from e\n except Exception as e: raise OSError(2, 'gone') from e",
        )?;
        let first = error.source().expect("a cause");
        assert_eq!(first.to_string(), "KeyError: 'k'");
        assert_eq!(first.source().expect("another").to_string(), "ZeroDivisionError: division by zero");
        assert!(first.source().expect("another").source().is_none());
        assert!(error.cause(py).expect("a cause").is::<KeyError>(py));
        let taken = error.take_cause(py).expect("a cause");
        assert!(taken.is::<KeyError>(py) && error.cause(py).is_none() && error.source().is_none());
        assert!(error.value(py).suppress_context()?);
        error.set_cause(py, Some(ValueError::new("why")));
        assert!(error.value(py).getattr("__cause__")?.is_a::<ValueError>());
        assert_eq!(error.source().expect("set").to_string(), "ValueError: why");

        let mut lazy = ValueError::new("top").caused_by(io::Error::other("bottom"));
        assert_eq!(lazy.source().expect("given").to_string(), "OSError: bottom");
        assert_eq!(lazy.value(py).getattr("__cause__")?.str()?.to_str()?, "bottom");
        assert_eq!(lazy.source().expect("still there").to_string(), "OSError: bottom");
        let raised = raised(py, "def f(): raise KeyError('k')")?.caused_by(TypeError::new("t"));
        assert!(raised.into_value(py).cause().expect("given").is_a::<TypeError>());
        Ok(())
    });
}

#[test]
fn a_chain_of_causes_that_bites_its_tail_ends() {
    python(|py| {
        flat(py, |_| {
            let error = raised(
                py,
                "def f():\n a, b = KeyError('a'), KeyError('b')\n a.__cause__ = b; b.__cause__ = a\n raise a",
            )?;
            let mut links = 0;
            let mut next: Option<&(dyn Error + 'static)> = Some(&error);
            while let Some(link) = next {
                links += 1;
                next = link.source();
            }
            assert_eq!(links, 2);
            let deep = raised(
                py,
                "def f():\n e = KeyError(0)\n for n in range(1000):\n  d = KeyError(n); d.__cause__ = e; e = d\n raise e",
            )?;
            let mut value = deep.into_value(py);
            // CPython takes a long chain apart by recursion of its own: cut it.
            while let Some(cause) = value.cause() {
                value.set_cause(None);
                value = cause;
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn errors_of_rust_keep_their_sources() {
    #[derive(Debug)]
    struct Load(io::Error);
    impl core::fmt::Display for Load {
        fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("cannot load")
        }
    }
    impl Error for Load {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(&self.0)
        }
    }
    fn fails(how: &str) -> Result<(), Box<dyn Error + Send + Sync>> {
        match how {
            "parse" => Err(Box::new("x".parse::<i32>().expect_err("no number"))),
            "load" => Err(Box::new(Load(io::Error::from_raw_os_error(2)))),
            "exception" => Err(Box::new(KeyError::new("k"))),
            "io" => Err(Box::new(io::Error::from_raw_os_error(13))),
            text => Err(text.into()),
        }
    }
    fn through(how: &str) -> Result<()> {
        fails(how)?;
        Ok(())
    }
    python(|py| {
        let error = |how| through(how).expect_err("it fails");
        assert_eq!(error("parse").to_string(), "RuntimeError: invalid digit found in string");
        assert_eq!(error("exception").to_string(), "KeyError: k");
        assert_eq!(error("just text").to_string(), "RuntimeError: just text");
        assert!(error("io").is::<PermissionError>(py));
        let load = error("load");
        assert_eq!(load.to_string(), "RuntimeError: cannot load");
        assert_eq!(load.source().expect("kept").to_string(), "OSError: [Errno 2] No such file or directory");
        let value = load.into_value(py);
        let cause = value.cause().expect("kept");
        assert!(cause.is_a::<FileNotFoundError>());
        // An error that is in the middle of a chain is the same exception there.
        let mut inner = raised(py, "def f(): raise KeyError('inner')")?;
        let exception = inner.value(py);
        let outer = PyErr::from_error(ExceptionKind::ValueError, &Load(io::Error::other(inner)));
        assert!(outer.into_value(py).cause().expect("kept").is(&exception));
        Ok(())
    });
}

#[test]
fn an_io_error_and_an_oserror_are_each_other() {
    python(|py| {
        for (source, kind) in [
            ("FileNotFoundError(2, 'gone', 'a.svg')", io::ErrorKind::NotFound),
            ("OSError(13, 'no')", io::ErrorKind::PermissionDenied),
            ("OSError(28, 'full')", io::ErrorKind::StorageFull),
            ("ConnectionResetError('without a number')", io::ErrorKind::ConnectionReset),
            ("TimeoutError()", io::ErrorKind::TimedOut),
            ("EOFError()", io::ErrorKind::UnexpectedEof),
            ("ValueError()", io::ErrorKind::Other),
            ("OSError('odd')", io::ErrorKind::Other),
        ] {
            let exception = eval(py, source)?;
            let error = io::Error::from(PyErr::from_value(exception.clone()));
            assert_eq!(error.kind(), kind, "{source}");
            // Nothing is lost on the way back: it is the same exception.
            assert!(PyErr::from(error).into_value(py).is(&exception));
        }
        let lazy = io::Error::from(PyErr::os(2, "gone", Some("a.svg".into())));
        assert_eq!(lazy.kind(), io::ErrorKind::NotFound);
        let value = PyErr::from(lazy).into_value(py);
        assert_eq!(value.getattr("filename")?.extract::<String>()?, "a.svg");
        for kind in [io::ErrorKind::BrokenPipe, io::ErrorKind::AlreadyExists, io::ErrorKind::WouldBlock] {
            let there = PyErr::from(io::Error::new(kind, "x"));
            assert!(there.is::<OSError>(py));
            let there = PyErr::from_value(there.into_value(py));
            assert_eq!(io::Error::from(there).kind(), kind);
        }
        Ok(())
    });
}

#[test]
fn notes_context_and_arguments() {
    python(|py| {
        let mut error = raised(py, "def f():\n try: 1/0\n except Exception: raise KeyError('k', 2)")?;
        let context = error.context(py).expect("it was raised while handling another");
        assert!(context.is::<ZeroDivisionError>(py) && error.cause(py).is_none());
        assert!(!error.value(py).suppress_context()?);
        error.value(py).set_suppress_context(true)?;
        assert!(error.value(py).suppress_context()?);
        error.set_context(py, None);
        assert!(error.context(py).is_none());
        error.set_context(py, Some(context));
        assert!(error.context(py).is_some());
        assert_eq!(error.value(py).args()?.len(), 2);
        assert!(error.notes(py)?.is_empty());
        error.add_note(py, "in line 3")?;
        error.add_note(py, "of a.svg")?;
        let notes: Vec<String> = error.notes(py)?.iter().map(|note| note.extract()).collect::<Result<_>>()?;
        assert_eq!(notes, ["in line 3", "of a.svg"]);
        assert!(error.format(py)?.ends_with("KeyError: ('k', 2)\nin line 3\nof a.svg\n"));
        error.value(py).setattr("__notes__", 5)?;
        assert!(error.notes(py).expect_err("no notes").is::<TypeError>(py));
        assert!(error.add_note(py, "x").expect_err("no list").is::<TypeError>(py));
        Ok(())
    });
}

#[test]
fn groups_are_made_and_taken_apart() {
    python(|py| {
        let inner = ExceptionGroup::new("inner", vec![KeyError::new("k"), ValueError::new("v")]);
        let mut group = ExceptionGroup::new("outer", vec![ValueError::new("w"), inner, TypeError::new("t")]);
        assert_eq!(group.to_string(), "ExceptionGroup: outer (3 sub-exceptions)");
        assert!(group.is::<ExceptionGroup>(py) && group.is::<Exception>(py) && !group.is::<ValueError>(py));
        let value = group.value(py).into_any().downcast::<ExceptionGroup>()?;
        assert_eq!(value.message()?.to_str()?, "outer");
        let names: Vec<String> = value.exceptions()?.iter().map(|e| e.type_name()).collect();
        assert_eq!(names, ["ValueError", "ExceptionGroup", "TypeError"]);
        let class = ValueError::class(py)?;
        let (caught, left) = value.split(&class)?;
        assert_eq!(caught.expect("two").exceptions()?.len(), 2);
        assert_eq!(left.expect("two").exceptions()?.len(), 2);
        assert!(value.subgroup(&KeyError::class(py)?)?.is_some());
        assert!(value.subgroup(&OSError::class(py)?)?.is_none());
        assert!(value.split(&eval(py, "5")?).expect_err("no condition").is::<TypeError>(py));

        let (caught, left) = group.except_star::<ValueError>(py)?;
        assert_eq!(
            caught.expect("two").into_value(py).repr()?.to_str()?,
            "ExceptionGroup('outer', [ValueError('w'), ExceptionGroup('inner', [ValueError('v')])])"
        );
        let (none, left) = left.expect("two").except_star::<OSError>(py)?;
        assert!(none.is_none() && left.is_some());
        let (caught, left) = KeyError::new("naked").except_star::<LookupError>(py)?;
        assert_eq!(caught.expect("it").into_value(py).repr()?.to_str()?, "ExceptionGroup('', [KeyError('naked')])");
        assert!(left.is_none());
        let (caught, left) = KeyError::new("naked").except_star::<OSError>(py)?;
        assert!(caught.is_none() && left.expect("it").is::<KeyError>(py));
        let (caught, _) = KeyboardInterrupt::new("stop").except_star::<BaseException>(py)?;
        let caught = caught.expect("it");
        assert!(caught.is::<BaseExceptionGroup>(py) && !caught.is::<ExceptionGroup>(py));
        let refused = caught.except_star::<ExceptionGroup>(py).expect_err("no group");
        assert!(refused.is::<TypeError>(py));

        let built = |error: PyErr| PyErr::from_value(error.into_value(py)).to_string();
        assert!(built(ExceptionGroup::new("empty", vec![])).starts_with("ValueError: "));
        let stop = || vec![KeyboardInterrupt::new("stop")];
        assert_eq!(
            built(ExceptionGroup::new("g", stop())),
            "TypeError: Cannot nest BaseExceptions in an ExceptionGroup"
        );
        assert!(BaseExceptionGroup::new("g", stop()).into_value(py).is_a::<BaseExceptionGroup>());
        assert!(BaseExceptionGroup::new("g", vec![KeyError::new("")]).into_value(py).is_a::<ExceptionGroup>());
        Ok(())
    });
}

#[test]
fn a_group_that_splits_badly_is_an_error() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "
class G(ExceptionGroup):
    answer = None
    def split(self, condition):
        if self.answer == 'raise': raise KeyError('no')
        return self.answer
g = G('g', [ValueError()])",
        )?;
        let group = globals.require("g")?.downcast::<BaseExceptionGroup>()?;
        for (answer, text) in [
            ("(1, 2)", "TypeError: expected BaseExceptionGroup, got int"),
            ("None", "TypeError: expected tuple, got NoneType"),
            ("(None,)", "TypeError: split() should give two groups, not 1"),
            ("'raise'", "KeyError: 'no'"),
        ] {
            group.setattr("answer", eval(py, answer)?)?;
            let error = group.split(&ValueError::class(py)?).expect_err("a bad answer");
            assert_eq!(error.to_string(), text);
        }
        Ok(())
    });
}

#[test]
fn what_exceptions_carry_leaves_nothing() {
    python(|py| {
        flat(py, |object| {
            let class = eval(py, "ValueError")?;
            let error = || Ok::<_, PyErr>(PyErr::from_value(class.call((object,))?));
            let mut one = error()?.caused_by(error()?);
            one.set_context(py, Some(error()?));
            one.add_note(py, "a note")?;
            drop((one.cause(py), one.context(py), one.notes(py)?, one.format(py)?, one.clone_ref(py)));
            one.restore(py);
            let mut back = PyErr::take(py).expect("set");
            let (caught, left) = ExceptionGroup::new("g", vec![error()?, back.clone_ref(py), TypeError::new("t")])
                .except_star::<ValueError>(py)?;
            drop((caught, left, back.take_cause(py)));
            drop(ExceptionGroup::new("never built", vec![error()?.caused_by(error()?)]));
            drop(ValueError::new("never built").caused_by(error()?));
            drop(io::Error::from(error()?));
            drop(PyErr::from(io::Error::from(error()?)).into_value(py));
            drop(ExceptionGroup::new("bad", vec![error()?, KeyboardInterrupt::new("")]).into_value(py));
            drop(PyErr::from_error(ExceptionKind::ValueError, &io::Error::other(error()?)).into_value(py));
            Ok(())
        });
        let _: Owned<'_, Any> = probe(py);
        Ok(())
    });
}
