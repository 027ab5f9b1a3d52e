//! Exception classes that a module of ours makes, and those that a module of Python has.

#![allow(missing_docs, reason = "one class has no docstring")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::exceptions::*;
use owned::prelude::{Any, Borrowed, Callable, Dict, Owned, PyErr, Python, Result, class, methods};
use support::{classes_stay, collect, eval, exec, flat, python, run};

owned::create_exception! {
    /// A drawing cannot be loaded.
    ///
    /// Two paragraphs.
    pub LoadError: ValueError,
    /// It is too large.
    pub SizeError: LoadError,
    pub Plain: FileNotFoundError,
}

owned::import_exception!(pub(crate) json.decoder, JSONDecodeError);
owned::import_exception!(asyncio, CancelledError);
owned::import_exception!(no_such_module_at_all, Missing);
owned::import_exception!(json, NoSuchName);
owned::import_exception!(json, JSONDecoder);
owned::import_exception!(late_module, LateError);

/// Keeps errors, so that the collector has to see into them.
#[class(weakref)]
pub struct Keeper {
    error: Option<PyErr>,
}

#[methods]
impl Keeper {
    #[new]
    fn new() -> Self {
        Keeper { error: None }
    }

    /// Keeps what `callback` raises, in one of the forms that an error has.
    fn keep(&mut self, py: Python<'_>, how: &str, callback: Borrowed<'_, '_, Callable>) -> Result<()> {
        let raised = || callback.call(()).map(drop).expect_err("it raises");
        self.error = Some(match how {
            "raised" => raised(),
            "caused" => ValueError::new("lazy").caused_by(raised()),
            "group" => {
                ExceptionGroup::new("g", vec![TypeError::new("t"), raised(), ValueError::new("v").caused_by(raised())])
            }
            "key" => KeyError::of(raised().into_value(py)),
            "lazy" => PyErr::lazy::<KeyError, _>((raised().into_value(py).unbind(), 1), |(error, n), py| {
                owned::IntoPy::into_py((error, n), py)
            }),
            "created" => LoadError::new("x").caused_by(raised()),
            _ => return Err(KeyError::new(how.to_owned())),
        });
        Ok(())
    }

    fn text(&self) -> Option<String> {
        self.error.as_ref().map(|error| error.to_string())
    }

    fn throw(&mut self) -> Result<()> {
        self.error.take().map_or(Ok(()), Err)
    }

    /// What `?` makes of an error that only has a text.
    fn boxed(&self, text: String) -> Result<u32, Box<dyn std::error::Error + Send + Sync>> {
        Ok(text.parse::<u32>()?)
    }
}

/// Draws.
#[owned::module]
mod drawings {
    #[export]
    pub use super::{Keeper, LoadError, Plain, SizeError};

    #[function]
    fn load(size: u32) -> owned::Result<u32> {
        match size {
            0 => Err(super::LoadError::new("nothing there")),
            7 => Err(super::Plain::new("gone")),
            size if size > 9 => Err(super::SizeError::new(format!("{size} is more than 9"))),
            size => Ok(size),
        }
    }
}

/// `import drawings` finds it from now on.
fn import<'py>(py: Python<'py>) -> Result<Owned<'py, Any>> {
    let module = owned::load!(py, drawings)?;
    py.import("sys")?.getattr("modules")?.set_item(owned::types::Str::new(py, "drawings")?.as_any(), &module)?;
    Ok(module)
}

#[test]
fn a_class_of_ours_is_like_one_of_python() {
    python(|py| {
        let module = import(py)?;
        run(
            &module,
            "
import pickle, copy
assert issubclass(m.LoadError, ValueError) and issubclass(m.SizeError, m.LoadError)
assert issubclass(m.Plain, FileNotFoundError)
assert (m.LoadError.__module__, m.LoadError.__qualname__) == ('drawings', 'LoadError')
assert m.LoadError.__doc__ == 'A drawing cannot be loaded.\\n\\nTwo paragraphs.', m.LoadError.__doc__
assert m.Plain.__doc__ == FileNotFoundError.__doc__ or m.Plain.__doc__ is None
try: m.load(10)
except m.LoadError as error: caught = error
assert type(caught) is m.SizeError and caught.args == ('10 is more than 9',)
assert type(m.Plain(2, 'x')) is m.Plain and m.Plain(2, 'x').errno == 2
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    back = pickle.loads(pickle.dumps(caught, protocol))
    assert type(back) is m.SizeError and back.args == caught.args
assert type(copy.copy(caught)) is m.SizeError
class Sub(m.SizeError): pass
assert issubclass(Sub, ValueError)
",
        )?;
        let error = module.call_method("load", (11,)).expect_err("too large");
        assert_eq!(error.to_string(), "SizeError: 11 is more than 9");
        assert!(error.is::<SizeError>(py) && error.is::<LoadError>(py) && error.is::<ValueError>(py));
        assert!(!error.is::<Plain>(py));
        let sized = error.into_value(py).into_any().downcast::<SizeError>()?;
        let base: &Owned<'_, LoadError> = &sized;
        let base: &Owned<'_, ValueError> = base;
        assert!(base.cause().is_none());
        let lazy = SizeError::new("lazy");
        assert_eq!(lazy.to_string(), "SizeError: lazy");
        assert!(lazy.is::<LoadError>(py) && !lazy.is::<Plain>(py));
        Ok(())
    });
}

#[test]
fn without_its_module_raising_says_so_and_nothing_matches() {
    python(|py| {
        py.import("sys")?.getattr("modules")?.call_method("pop", ("drawings", ()))?;
        collect(py)?;
        let error = LoadError::new("x");
        if classes_stay(py)? {
            // Those of earlier tests do, and are found.
            assert!(error.is::<LoadError>(py) && LoadError::class(py).is_ok());
            return Ok(());
        }
        assert!(!error.is::<LoadError>(py));
        let text = "RuntimeError: the module of exception 'LoadError' is not loaded in this interpreter";
        assert_eq!(PyErr::from_value(error.into_value(py)).to_string(), text);
        assert!(!ValueError::new("x").is::<LoadError>(py));
        assert!(LoadError::class(py).is_err());
        Ok(())
    });
}

#[test]
fn each_copy_of_the_module_has_a_class_and_all_match() {
    python(|py| {
        let first = import(py)?;
        let old = first.call_method("load", (10,)).expect_err("too large");
        let second = import(py)?;
        let new = second.call_method("load", (10,)).expect_err("too large");
        let class = |module: &Owned<'_, Any>| module.getattr("SizeError").map(|class| class.as_ptr());
        assert_ne!(class(&first)?, class(&second)?);
        for error in [&old, &new] {
            assert!(error.is::<SizeError>(py) && error.is::<LoadError>(py));
        }
        // What Rust raises is of the newest copy, also where the older one is asked.
        assert!(new.matches(py, &second.getattr("LoadError")?)?);
        assert!(!new.matches(py, &first.getattr("LoadError")?)?);
        drop((second, new));
        py.import("sys")?.getattr("modules")?.call_method("pop", ("drawings", ()))?;
        collect(py)?;
        // The newest has gone: the older one is the newest again.
        let again = first.call_method("load", (10,)).expect_err("too large");
        assert_eq!(again.matches(py, &first.getattr("SizeError")?)?, !classes_stay(py)?);
        Ok(())
    });
}

#[test]
fn copies_of_the_module_and_its_errors_leave_nothing() {
    python(|py| {
        flat(py, |_| {
            let module = owned::load!(py, drawings)?;
            for size in [0, 7, 10] {
                let error = module.call_method("load", (size,)).expect_err("no such drawing");
                drop(error.into_value(py));
            }
            drop(LoadError::new("never built"));
            drop(module);
            collect(py)?;
            drop(LoadError::new("no module").into_value(py));
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn an_imported_class_is_found_when_it_is_needed() {
    python(|py| {
        let error = py.import("json")?.call_method("loads", ("{",)).expect_err("no JSON");
        assert!(error.is::<JSONDecodeError>(py) && error.is::<ValueError>(py) && !error.is::<CancelledError>(py));
        let handle = error.into_value(py).into_any().downcast::<JSONDecodeError>()?;
        assert!(handle.traceback().is_some());
        // Its own constructor wants three arguments: what it says is what is raised.
        let built = PyErr::from_value(JSONDecodeError::new("only one").into_value(py));
        assert!(built.is::<TypeError>(py), "{built}");
        let lazy = PyErr::lazy::<JSONDecodeError, _>(("bad", "{", 1), |(text, doc, at), py| {
            owned::IntoPy::into_py((*text, *doc, *at), py)
        });
        assert_eq!(
            PyErr::from_value(lazy.into_value(py)).to_string(),
            "JSONDecodeError: bad: line 1 column 2 (char 1)"
        );
        let cancelled = CancelledError::new("stop");
        assert!(!cancelled.is::<Exception>(py) && cancelled.is::<CancelledError>(py));
        assert!(CancelledError::class(py)?.is(&CancelledError::class(py)?));
        Ok(())
    });
}

#[test]
fn an_imported_class_that_is_missing_fails_cleanly() {
    python(|py| {
        let built = |error: PyErr| PyErr::from_value(error.into_value(py));
        assert_eq!(
            built(Missing::new("x")).to_string(),
            "ModuleNotFoundError: No module named 'no_such_module_at_all'"
        );
        assert!(built(NoSuchName::new("x")).is::<AttributeError>(py));
        assert_eq!(built(JSONDecoder::new("x")).to_string(), "TypeError: json.JSONDecoder is not an exception class");
        for error in [ValueError::new("x"), Missing::new("x"), NoSuchName::new("x"), JSONDecoder::new("x")] {
            assert!(!error.is::<Missing>(py) && !error.is::<NoSuchName>(py) && !error.is::<JSONDecoder>(py));
        }
        assert!(PyErr::take(py).is_none());
        flat(py, |_| {
            drop(Missing::new("x").into_value(py));
            drop(NoSuchName::new("x").into_value(py));
            drop(JSONDecoder::new("x").into_value(py));
            assert!(!ValueError::new("x").is::<LateError>(py));
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn asking_imports_nothing_and_finds_what_python_imported() {
    python(|py| {
        let globals = Dict::empty(py)?;
        assert!(!KeyError::new("x").is::<LateError>(py));
        exec(
            &globals,
            "import sys, types\nm = types.ModuleType('late_module')\nclass LateError(Exception): pass\n\
            m.LateError = LateError\nsys.modules['late_module'] = m",
        )?;
        let late = globals.require("LateError")?;
        let error = PyErr::from_value(late.call(())?);
        assert!(error.is::<LateError>(py));
        // Raised once, the class is the one that was found then, whatever the module says later.
        assert!(LateError::new("x").into_value(py).type_of().is(&late));
        exec(&globals, "del sys.modules['late_module']")?;
        assert!(error.is::<LateError>(py));
        assert!(LateError::class(py)?.is(&late));
        Ok(())
    });
}

#[test]
fn the_collector_sees_into_stored_errors() {
    python(|py| {
        let module = owned::load!(py, drawings)?;
        run(
            &module,
            "
class Node: pass
def cycle(how):
    keeper, node = m.Keeper(), Node()
    def raises():
        error = KeyError('k'); error.node = node
        raise error
    node.keeper = keeper
    keeper.keep(how, raises)
    return weakref.ref(node), weakref.ref(keeper)
for how in ('raised', 'caused', 'group', 'key', 'lazy', 'created'):
    refs = cycle(how)
    gc.collect()
    assert [ref() for ref in refs] == [None, None], how
# And what is alive stays so.
keeper, node = m.Keeper(), Node()
def raises(): raise KeyError(node)
for how in ('raised', 'caused', 'group', 'key', 'lazy', 'created'):
    keeper.keep(how, raises)
    for _ in range(3): gc.collect()
    try: keeper.throw()
    except Exception as error: assert error is not None, how
    else: assert False
assert raised(keeper.boxed, 'x') == 'RuntimeError: invalid digit found in string'
",
        )
    });
}

#[test]
fn stored_errors_leave_nothing() {
    python(|py| {
        let module = owned::load!(py, drawings)?;
        let globals = Dict::empty(py)?;
        globals.set("m", &module)?;
        exec(&globals, "class Node: pass")?;
        flat(py, |probe| {
            globals.set("probe", probe)?;
            exec(
                &globals,
                "
def raises(): raise KeyError(probe)
for how in ('raised', 'caused', 'group', 'key', 'lazy', 'created'):
    keeper = m.Keeper()
    keeper.keep(how, raises)
    keeper.text()
    if how != 'raised': keeper.keep('raised', raises); keeper.keep(how, raises)
    try: keeper.throw()
    except Exception: pass
    keeper.keep(how, raises)
    del keeper
del raises, probe
",
            )
        });
        let _: Owned<'_, Any> = eval(py, "None")?;
        Ok(())
    });
}
