//! The types of exceptions: the same as Python's, with the same bases, matched and built as Python does it.

mod support;

use owned::exceptions::*;
use owned::prelude::{Any, Owned, Py, PyErr, Python, Result};
use owned::{Derived, TypeInfo};
use support::{eval, exec, flat, python};

/// What is compared of one type: its name, its class, and its base here.
type Row = (&'static str, for<'py> fn(Python<'py>) -> Result<Owned<'py, Any>>, &'static str);

fn row<E: ExceptionClass + Derived>() -> Row {
    (E::NAME, E::class, <E::Base as TypeInfo>::NAME)
}

macro_rules! rows {
    ($($name:ident)*) => { [$( row::<$name>() ),*] };
}

fn all() -> Vec<Row> {
    rows! {
        BaseException BaseExceptionGroup ExceptionGroup Exception ArithmeticError AssertionError AttributeError
        BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError
        ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError
        FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportCycleError
        ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError
        KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError
        OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError
        RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration
        SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError
        UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError
        Warning ZeroDivisionError
    }
    .to_vec()
}

/// The public exception classes of `builtins`. Those with an underscore are Python's own business.
const PUBLIC: &str = "{name: c for name, c in vars(__import__('builtins')).items() if isinstance(c, type)
    and issubclass(c, BaseException) and not name.startswith('_')}";

#[test]
fn every_exception_of_python_has_a_type_with_the_same_base() {
    python(|py| {
        let public = eval(py, &PUBLIC.replace('\n', " "))?.downcast::<owned::types::Dict>()?;
        assert!(public.len() > 60, "{}", public.len());
        let rows = all();
        for pair in public.snapshot()? {
            let (name, class) = (pair.0.extract::<String>()?, pair.1);
            // An alias has the name of what it is.
            let own = class.getattr("__name__")?.extract::<String>()?;
            assert!(own == name || class.is(&OSError::class(py)?), "{name} is an alias of {own}");
            let name = own;
            let (_, find, base) = rows.iter().find(|row| row.0 == name).unwrap_or_else(|| panic!("no type for {name}"));
            assert!(find(py)?.is(&class), "{name} is another class here");
            let expected = class.getattr("__base__")?.getattr("__name__")?.extract::<String>()?;
            assert_eq!(*base, expected, "base of {name}");
        }
        // And the other way round: what is here and not there is newer than this Python, and its base stands in.
        for (name, find, base) in rows {
            if public.get(name)?.is_none() {
                assert!(["PythonFinalizationError", "ImportCycleError"].contains(&name), "Python has no {name}");
                assert_eq!(find(py)?.getattr("__name__")?.extract::<String>()?, base);
            }
        }
        Ok(())
    });
}

#[test]
fn an_error_of_each_kind_is_of_its_class() {
    macro_rules! kinds {
        ($($name:ident)*) => { [$( ExceptionKind::$name ),*] };
    }
    let kinds = kinds! {
        BaseException ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError BufferError BytesWarning
        ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
        DeprecationWarning EOFError EncodingWarning Exception FileExistsError FileNotFoundError FloatingPointError
        FutureWarning GeneratorExit ImportError ImportWarning IndentationError IndexError InterruptedError
        IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
        NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError
        ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration
        StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError
        UnicodeError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
    };
    python(|py| {
        flat(py, |_| {
            for kind in kinds {
                let class = eval(py, kind.name())?;
                for error in [PyErr::new(kind, "of ink"), PyErr::new(kind, String::from("of ink"))] {
                    assert_eq!(error.to_string(), format!("{}: of ink", kind.name()));
                    assert!(owned::types::Type::of(&error.into_value(py)).is(&class), "{kind:?}");
                }
            }
            Ok(())
        });
        // Told without being built.
        let error = PyErr::new(ExceptionKind::ChildProcessError, "gone").caused_by(IndexError::new("no ink"));
        assert!(error.is::<OSError>(py) && !error.is::<ConnectionError>(py));
        Ok(())
    });
}

#[test]
fn a_type_that_python_does_not_have_yet_is_its_base_when_raised_and_matches_nothing() {
    python(|py| {
        let exists = ExceptionKind::PythonFinalizationError.exists();
        assert_eq!(exists, eval(py, "hasattr(__import__('builtins'), 'PythonFinalizationError')")?.is_true()?);
        let error = PythonFinalizationError::new("over");
        assert_eq!(error.is::<PythonFinalizationError>(py), exists);
        assert!(error.is::<RuntimeError>(py));
        assert!(!RuntimeError::new("x").is::<PythonFinalizationError>(py));
        assert_eq!(error.into_value(py).is_a::<PythonFinalizationError>(), exists);
        Ok(())
    });
}

#[test]
fn handles_go_up_by_deref_and_down_by_a_check() {
    python(|py| {
        fn up(any: &Owned<'_, OSError>) -> String {
            any.getattr("strerror").expect("an OSError").to_string_lossy()
        }
        trait Lossy {
            fn to_string_lossy(&self) -> String;
        }
        impl Lossy for Owned<'_, Any> {
            fn to_string_lossy(&self) -> String {
                self.extract().expect("text")
            }
        }
        let missing = PyErr::os(2, "gone", None).into_value(py).into_any().downcast::<FileNotFoundError>()?;
        assert_eq!(up(&missing), "gone");
        let base: Owned<'_, OSError> = missing.into_base();
        let base: Owned<'_, BaseException> = base.into_base().into_base();
        assert!(base.traceback().is_none());
        let back = base.into_any().downcast::<PermissionError>().expect_err("it is another");
        assert_eq!(back.to_string(), "expected PermissionError, got FileNotFoundError");
        assert!(back.input.is_a::<FileNotFoundError>());
        Ok(())
    });
}

/// Each object is asked of each class, here and by `except`.
#[test]
fn matching_is_what_except_does() {
    python(|py| {
        let globals = owned::types::Dict::empty(py)?;
        exec(
            &globals,
            "
class Child(KeyError): pass
class Both(ValueError, KeyError): pass
class Liar(Exception): __class__ = property(lambda self: KeyError)
class Meta(type):
    def __instancecheck__(cls, other): return True
    def __subclasscheck__(cls, other): return True
class Tolerant(Exception, metaclass=Meta): pass
raised = [KeyError('k'), Child(), Both(), Liar(), ValueError(), OSError(2, 'x'), KeyboardInterrupt(),
    ExceptionGroup('g', [KeyError()]), BaseExceptionGroup('g', [KeyboardInterrupt()]), StopIteration(1)]
classes = [KeyError, Child, Both, LookupError, Exception, BaseException, (ValueError, OSError), (), Liar, Tolerant,
    ExceptionGroup, BaseExceptionGroup, FileNotFoundError]
wrong = [int, 5, 'x', None, (KeyError, int), ((KeyError,),), [KeyError]]
def catches(error, classes):
    try:
        try: raise error
        except classes: return True
    except TypeError as e: return str(e)
    except BaseException: return False
",
        )?;
        let (raised, catches) = (globals.require("raised")?, globals.require("catches")?);
        for error in raised.iter()? {
            let error = error?;
            let taken = PyErr::from_value(error.clone());
            for classes in globals.require("classes")?.iter()? {
                let classes = classes?;
                let expected = catches.call((&error, &classes))?.extract::<bool>()?;
                assert_eq!(taken.matches(py, &classes)?, expected, "{error:?} by {classes:?}");
                if let Ok(class) = classes.clone().downcast() {
                    assert_eq!(taken.is_instance_of(py, &class), expected, "{error:?} of {class:?}");
                }
            }
            for wrong in globals.require("wrong")?.iter()? {
                let wrong = wrong?;
                let refusal = taken.matches(py, &wrong).expect_err("no exception class");
                let expected = catches.call((&error, &wrong))?;
                if let Ok(text) = expected.extract::<String>() {
                    assert_eq!(refusal.to_string(), format!("TypeError: {text}"), "{wrong:?}");
                }
            }
            macro_rules! agree {
                ($($class:ident)*) => { $(
                    let expected = catches.call((&error, $class::class(py)?))?.extract::<bool>()?;
                    assert_eq!(taken.is::<$class>(py), expected, concat!("{:?} by ", stringify!($class)), error);
                    assert_eq!(error.is_a::<$class>(), expected);
                )* };
            }
            agree!(KeyError LookupError ValueError Exception BaseException OSError FileNotFoundError KeyboardInterrupt);
            agree!(ExceptionGroup BaseExceptionGroup StopIteration);
        }
        Ok(())
    });
}

#[test]
fn the_errors_of_text_have_the_fields_of_python_s() {
    python(|py| {
        for bytes in
            [&b"caf\xe9!"[..], b"\xff", b"ab\xe2\x82", b"\xed\xa0\x80", b"\xc0\xaf", b"x\xf0\x90\x28\xbc", b"\xf5"]
        {
            let error = String::from_utf8(bytes.to_vec()).expect_err("no text");
            let ours = PyErr::from(error).into_value(py);
            let theirs =
                owned::types::Bytes::new(py, bytes)?.call_method("decode", ()).expect_err("no text").into_value(py);
            assert!(ours.is_a::<UnicodeDecodeError>());
            assert_eq!(ours.str()?.to_str()?, theirs.str()?.to_str()?);
            let args = |of: &Owned<'_, BaseException>| of.args()?.repr()?.to_str().map(str::to_owned);
            assert_eq!(args(&ours)?, args(&theirs)?);
        }
        let bare =
            PyErr::from(core::str::from_utf8(core::hint::black_box(b"a\xff")).expect_err("no text")).into_value(py);
        assert_eq!(bare.getattr("start")?.extract::<usize>()?, 1);
        assert!(bare.is_a::<UnicodeDecodeError>());
        let encode = UnicodeEncodeError::new("ascii", "añb", 1..2, "ordinal not in range(128)").into_value(py);
        let text = "'ascii' codec can't encode character '\\xf1' in position 1: ordinal not in range(128)";
        assert_eq!(encode.str()?.to_str()?, text);
        let translate = UnicodeTranslateError::new("abc", 1..3, "odd").into_value(py);
        assert_eq!(translate.str()?.to_str()?, "can't translate characters in position 1-2: odd");
        Ok(())
    });
}

#[test]
fn arguments_are_built_when_the_error_reaches_python() {
    python(|py| {
        flat(py, |probe| {
            let kept: Py<Any> = probe.clone().unbind();
            let mut error =
                PyErr::lazy::<KeyError, _>((kept, 7), |(object, n), py| owned::IntoPy::into_py((object, n), py));
            assert_eq!(error.to_string(), "KeyError");
            assert!(error.is::<LookupError>(py));
            let args = error.value(py).args()?;
            assert!(args.get(0)?.is(probe) && args.get(1)?.extract::<i32>()? == 7);
            drop(PyErr::lazy::<KeyError, _>((probe.clone().unbind(),), |_, _| unreachable!("never built")));
            let failing = PyErr::lazy::<KeyError, _>((probe.clone().unbind(),), |_, _| Err(ValueError::new("not so")));
            assert_eq!(PyErr::from_value(failing.into_value(py)).to_string(), "ValueError: not so");
            Ok(())
        });
        Ok(())
    });
}
