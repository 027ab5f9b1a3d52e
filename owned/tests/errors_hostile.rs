//! Exception classes that misbehave, hooks that do, and errors that nobody can be told of.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::exceptions::*;
use owned::prelude::{Any, Dict, Owned, PyErr, Python, Result, class, methods};
use owned::raw;
use support::{eval, exec, flat, python, run};

owned::import_exception!(hostile, NotAnException);
owned::import_exception!(hostile, Raises);
owned::import_exception!(hostile, Abstract);

const HOSTILE: &str = "
import sys, types
class NotAnException(Exception):
    def __new__(cls, *args): return 5
class Raises(Exception):
    def __init__(self, *args): raise KeyError('in init')
class RaisesItself(Exception):
    def __init__(self, *args): raise RaisesItself2('again')
class RaisesItself2(Exception): pass
class Meta(type):
    def __call__(cls, *args): return 'a str'
class Abstract(Exception, metaclass=Meta): pass
class BadStr(Exception):
    def __str__(self): raise SystemExit('in str')
class NoStr(Exception):
    def __str__(self): return 7
class BadRepr(Exception):
    __repr__ = __str__ = lambda self: 1 / 0
class BadEq(Exception):
    def __eq__(self, other): raise KeyError('in eq')
    __hash__ = None
class BadDel(Exception):
    def __del__(self): raise KeyError('in del')
class BadAttributes(Exception):
    def __getattribute__(self, name): raise KeyError(name)
hostile = types.ModuleType('hostile')
vars(hostile).update({k: v for k, v in globals().items() if isinstance(v, type)})
sys.modules['hostile'] = hostile
";

fn hostile(py: Python<'_>) -> Result<Owned<'_, Dict>> {
    let globals = Dict::empty(py)?;
    exec(&globals, HOSTILE)?;
    Ok(globals)
}

/// Has C set an exception from a class and a value: before 3.12 it is only made one when it is taken.
fn set<'py>(class: &Owned<'py, Any>, value: &Owned<'py, Any>) -> PyErr {
    // SAFETY: attached, by the handles; a class.
    #[allow(unsafe_code, reason = "the situation comes from C")]
    let failed = unsafe { raw::err_set_object(class.raw(), Some(value.raw())) };
    PyErr::from(failed)
}

#[test]
fn a_class_that_makes_no_exception_is_an_error() {
    python(|py| {
        let globals = hostile(py)?;
        let built = |error: PyErr| PyErr::from_value(error.into_value(py)).to_string();
        let text = "TypeError: calling NotAnException should have given an exception, not int";
        assert_eq!(built(NotAnException::new("x")), text);
        assert_eq!(built(Raises::new("x")), "KeyError: 'in init'");
        assert_eq!(built(Abstract::new("x")), "TypeError: calling Abstract should have given an exception, not str");
        assert!(!NotAnException::new("x").is::<NotAnException>(py));
        let value = owned::types::Str::new(py, "x")?.into_any();
        let taken = |name: &str| Ok::<_, PyErr>(set(&globals.require(name)?, &value));
        for name in ["NotAnException", "Abstract"] {
            let error = taken(name)?;
            assert!(error.is::<TypeError>(py), "{name}: {error}");
        }
        assert_eq!(taken("Raises")?.to_string(), "KeyError: 'in init'");
        assert_eq!(taken("RaisesItself")?.to_string(), "RaisesItself2: again");
        assert!(taken("BadEq")?.is::<Exception>(py));
        assert!(PyErr::take(py).is_none());
        Ok(())
    });
}

#[test]
fn an_exception_of_another_class_than_was_set_is_what_it_is() {
    python(|py| {
        let base = eval(py, "LookupError")?;
        let child = eval(py, "KeyError('k')")?;
        let error = set(&base, &child);
        assert!(error.is::<KeyError>(py) && error.into_value(py).is(&child));
        let args = eval(py, "(2, 'gone')")?;
        assert_eq!(set(&eval(py, "OSError")?, &args).into_value(py).type_name(), "FileNotFoundError");
        assert_eq!(set(&eval(py, "ValueError")?, &py.none()).to_string(), "ValueError");
        Ok(())
    });
}

#[test]
fn whatever_an_exception_does_it_can_be_looked_at() {
    python(|py| {
        let globals = hostile(py)?;
        for (name, text) in [
            ("BadStr", "BadStr: <no message: its __str__ failed>"),
            ("NoStr", "NoStr: <no message: its __str__ failed>"),
            ("BadRepr", "BadRepr: <no message: its __str__ failed>"),
            ("BadEq", "BadEq: x"),
            ("BadAttributes", "BadAttributes: x"),
        ] {
            let mut error = PyErr::from_value(globals.require(name)?.call(("x",))?);
            assert_eq!(error.to_string(), text);
            assert_eq!(format!("{error:?}"), format!("PyErr({text})"));
            assert!(error.is::<Exception>(py) && !error.is::<KeyError>(py));
            assert!(error.matches(py, &globals.require(name)?)?);
            error.set_cause(py, Some(ValueError::new("why")));
            assert!(error.cause(py).expect("set").is::<ValueError>(py));
            // Those that ask the object can fail, and say so.
            drop((error.notes(py), error.add_note(py, "n"), error.format(py)));
            drop(std::io::Error::from(error));
            assert!(PyErr::take(py).is_none(), "{name}");
        }
        Ok(())
    });
}

#[test]
fn printing_and_displaying_go_where_python_s_go() {
    python(|py| {
        let globals = hostile(py)?;
        exec(
            &globals,
            "
import io
seen = []
def hook(kind, value, trace): seen.append((kind, value))
def bad_hook(kind, value, trace): raise KeyError('in hook')
def begin(new_hook):
    global err, old
    err, old = sys.stderr, sys.excepthook
    sys.stderr = io.StringIO()
    if new_hook is None: del sys.excepthook
    else: sys.excepthook = new_hook
def end():
    global text
    text = sys.stderr.getvalue()
    sys.stderr, sys.excepthook = err, old",
        )?;
        let begin = |hook: &str| globals.require("begin")?.call((globals.require(hook)?,)).map(drop);
        let end = || {
            globals.require("end")?.call(())?;
            globals.require("text")?.extract::<String>()
        };
        begin("hook")?;
        ValueError::new("shown").display(py);
        ValueError::new("printed").print(py);
        SystemExit::new("not ended").display(py);
        let text = end()?;
        assert!(text.contains("ValueError: printed") && text.contains("SystemExit: not ended"), "{text}");
        assert!(!text.contains("shown"));
        exec(&globals, "assert [str(value) for _, value in seen] == ['shown'], seen")?;

        begin("bad_hook")?;
        ValueError::new("shown").display(py);
        let text = end()?;
        assert!(text.contains("in hook") && text.contains("ValueError: shown"), "{text}");

        globals.require("begin")?.call((py.none(),))?;
        ValueError::new("shown").display(py);
        let text = end()?;
        assert!(text.contains("ValueError: shown"), "{text}");
        for name in ["BadStr", "BadRepr"] {
            begin("hook")?;
            let error = PyErr::from_value(globals.require(name)?.call(("x",))?);
            error.print(py);
            error.display(py);
            assert!(end()?.contains(name));
        }
        assert!(PyErr::take(py).is_none());
        Ok(())
    });
}

/// Panics when it is dropped.
#[class(subclass)]
pub struct Bomb {
    #[field(get, set)]
    load: Option<owned::Py<Any>>,
}

#[methods]
impl Bomb {
    #[new]
    fn new() -> Self {
        Bomb { load: None }
    }
}

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("in drop");
    }
}

#[owned::module]
mod bombs {
    #[export]
    pub use super::Bomb;
}

/// The hooks that a report can meet.
const HOOKS: &str = "
seen = []
class Hook:
    def __enter__(self): self.old, self.err = sys.unraisablehook, sys.stderr
    def __exit__(self, *_): sys.unraisablehook, sys.stderr = self.old, self.err
def record(u): seen.append((type(u.exc_value).__name__, str(u.exc_value), u.object))
def raises(u): raise KeyError('in hook')
";

#[test]
fn what_is_swallowed_in_a_drop_is_reported_with_its_object() {
    python(|py| {
        let module = owned::load!(py, bombs)?;
        run(
            &module,
            &format!(
                "{HOOKS}
import io
with Hook():
    sys.unraisablehook = record
    m.Bomb()
    class Sub(m.Bomb): pass
    Sub()
    b = m.Bomb(); b.load = b; del b
    gc.collect()
assert [s[0] for s in seen] == ['PanicError'] * 3 and all('in drop' in s[1] for s in seen), seen
assert seen[0][2] is m.Bomb and seen[1][2] is Sub, seen
# The collector still has the object, which has been cleared.
assert type(seen[2][2]) is m.Bomb
assert raised(lambda: seen[2][2].load).startswith('ReferenceError')
with Hook():
    sys.unraisablehook, sys.stderr = raises, io.StringIO()
    m.Bomb()
    text = sys.stderr.getvalue()
assert 'in hook' in text, text
with Hook():
    sys.stderr = io.StringIO()
    del sys.unraisablehook
    m.Bomb()
    text = sys.stderr.getvalue()
assert 'in drop' in text and 'Bomb' in text, text
with Hook():
    sys.unraisablehook, sys.stderr = raises, None
    m.Bomb()
seen.clear()
"
            ),
        )
    });
}

#[test]
fn an_error_can_be_reported_by_hand() {
    python(|py| {
        let module = owned::load!(py, bombs)?;
        let globals = Dict::empty(py)?;
        exec(&globals, &format!("import sys\n{HOOKS}\nsys.unraisablehook = record"))?;
        ValueError::new("unheard").write_unraisable(py, Some(&module));
        KeyError::new("alone").write_unraisable(py, None);
        globals.set("m", &module)?;
        exec(
            &globals,
            "sys.unraisablehook = sys.__unraisablehook__\n\
            assert seen == [('ValueError', 'unheard', m), ('KeyError', \"'alone'\", None)], seen",
        )?;
        assert!(PyErr::take(py).is_none());
        Ok(())
    });
}

#[test]
fn hostile_exceptions_leave_nothing() {
    python(|py| {
        let globals = hostile(py)?;
        exec(&globals, "def quiet(u): pass\nsys.unraisablehook = quiet")?;
        let module = owned::load!(py, bombs)?;
        flat(py, |probe| {
            for name in ["BadStr", "NoStr", "BadEq", "BadDel", "BadAttributes"] {
                let mut error = PyErr::from_value(globals.require(name)?.call((probe,))?);
                let _ = error.to_string();
                drop((error.notes(py), error.add_note(py, "n"), error.format(py), error.clone_ref(py)));
                error.write_unraisable(py, Some(probe));
            }
            for name in ["NotAnException", "Abstract", "Raises", "RaisesItself"] {
                drop(set(&globals.require(name)?, probe));
            }
            drop((NotAnException::new("x").into_value(py), Raises::new("x").into_value(py)));
            drop((Abstract::new("x").into_value(py), module.call_method("Bomb", ())?));
            Ok(())
        });
        exec(&globals, "sys.unraisablehook = sys.__unraisablehook__")
    });
}
