//! Attacks through what holds, runs or lends code: closures, methods, code objects, struct sequences.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::exceptions::TypeError;
use owned::prelude::*;
use owned::types::Function;
#[cfg(not(feature = "abi3"))]
use owned::types::StructSequence;
use support::{collect, exec, flat, probe, python, run};

/// Looks at itself after Python code has run, which may have let go of it.
#[class(weakref)]
pub struct Lent {
    text: String,
    number: u64,
}

impl Lent {
    fn say(&self) -> String {
        format!("{} {}", self.text, self.number)
    }
}

#[methods]
impl Lent {
    #[new]
    fn new() -> Self {
        Lent { text: "as it was".repeat(10), number: 7 }
    }

    fn look(&self, callback: Borrowed<'_, '_, Callable>) -> Result<String> {
        callback.call(())?;
        Ok(self.say())
    }

    fn change(&mut self, callback: Borrowed<'_, '_, Callable>) -> Result<String> {
        callback.call(())?;
        self.number += 0;
        Ok(self.say())
    }

    fn __call__(&self, callback: Borrowed<'_, '_, Callable>) -> Result<String> {
        callback.call(())?;
        Ok(self.say())
    }

    fn __iter__<'py>(slf: Borrowed<'_, 'py, Lent>) -> Owned<'py, Lent> {
        slf.to_owned()
    }

    fn __next__(&self, py: Python<'_>) -> Result<Option<String>> {
        let more = py.import("builtins")?.call_method("hook", ())?.is_true()?;
        Ok(more.then(|| self.say()))
    }
}

#[owned::module]
mod lending {
    #[export]
    pub use super::Lent;
}

/// A property that lets go of its getter while the getter runs.
const DYING: &str = "
class Dying:
    def __call__(self): type(self).__dict__['x'].__init__()
def last(call):
    Dying.x = property(call)
";

#[test]
fn a_closure_outlives_its_last_reference_while_it_runs() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, DYING)?;
        let (last, dying) = (globals.require("last")?, globals.require("Dying")?);
        flat(py, |probe| {
            let captures = (probe.clone().unbind(), "captured".repeat(20));
            let closure = Callable::from_rust(py, "dies", captures, |(probe, text), args, _| {
                args.get(0)?.to_owned().call(())?;
                (probe, text).into_any(args.py())
            })?;
            last.call((closure,))?;
            let answer: (Owned<'_, Any>, String) = dying.call(())?.getattr("x")?.extract()?;
            assert!(answer.0.is(probe));
            assert_eq!(answer.1, "captured".repeat(20));
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn an_object_outlives_its_last_reference_while_its_methods_run() {
    python(|py| {
        let module = owned::load!(py, lending)?;
        run(
            &module,
            &format!(
                "{DYING}
import builtins, itertools
for _ in range(10):
    for name in 'look', 'change', '__call__':
        last(getattr(m.Lent(), name))
        assert Dying().x == 'as it was' * 10 + ' 7'
    last(m.Lent())
    assert Dying().x == 'as it was' * 10 + ' 7'

    answers = []
    def hook():
        if not answers:
            answers.append(1)
            # `chain` lets go of an iterator that has ended, though another call is still inside of it
            assert next(chain, None) is None
            return True
        return False
    builtins.hook = hook
    chain = itertools.chain(m.Lent())
    assert next(chain) == 'as it was' * 10 + ' 7'
    del builtins.hook
"
            ),
        )
    });
}

#[test]
fn code_that_lacks_its_closure_is_not_run() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "def around():\n x = 1\n def inner(): return x\n return inner\ninner = around()\ndef takes(a): return a",
        )?;
        for name in ["inner", "takes"] {
            let function: Owned<'_, Function> = globals.require(name)?.downcast()?;
            let error = function.code()?.run(&globals, None).expect_err("something is missing");
            assert!(error.is::<TypeError>(py), "{error}");
        }
        Ok(())
    });
}

#[cfg(not(feature = "abi3"))]
#[test]
fn a_struct_sequence_type_cannot_be_made_to_lie() {
    python(|py| {
        let class = StructSequence::define(py, c"attack.Point", c"", &[(c"x", c""), (c"n_fields", c"")])?;
        let one = class.make(vec![py.none(), py.none()])?;
        for lie in [1_i64 << 20, 1, 0, -1] {
            for name in ["n_fields", "n_sequence_fields", "n_unnamed_fields", "x"] {
                let error = class.class().setattr(name, lie).expect_err("the type cannot be changed");
                assert!(error.is::<TypeError>(py), "{name} = {lie}: {error}");
                drop(class.make(vec![py.none(), py.none()])?);
            }
        }
        drop(one);
        assert!(StructSequence::define(py, c"attack.Bad", c"", &[(c"\xff", c"")]).is_err());
        Ok(())
    });
}

#[cfg(not(feature = "abi3"))]
#[test]
fn a_cycle_through_a_struct_sequence_is_collected() {
    python(|py| {
        let class = StructSequence::define(py, c"attack.Box", c"", &[(c"content", c"")])?;
        let probe = probe(py);
        let weak = Weak::new(&probe)?;
        let list = List::new(py, [&probe])?;
        let sequence = class.make(vec![list.clone().into_any()])?;
        list.append(&sequence)?;
        drop((probe, list, sequence));
        collect(py)?;
        assert!(weak.upgrade()?.is_none());
        Ok(())
    });
}

/// The collector clears the older of the two first, the type: its dict then no longer says how many items there are.
#[cfg(not(feature = "abi3"))]
#[test]
fn a_struct_sequence_is_freed_after_its_type_was_cleared() {
    python(|py| {
        flat(py, |probe| {
            let class = StructSequence::define(py, c"attack.Pair", c"", &[(c"cycle", c""), (c"content", c"")])?;
            let cycle = List::new(py, [class.class()])?;
            let sequence = class.make(vec![cycle.clone().into_any(), probe.clone()])?;
            cycle.append(&sequence)?;
            drop((class, sequence, cycle));
            collect(py)?;
            assert!(PyErr::take(py).is_none(), "an exception is left behind");
            assert_eq!(probe.refcount(), 1, "the item was not released");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn iterating_over_a_released_memoryview_is_an_error_and_nothing_more() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, "view = memoryview(b'abc')\nview.release()")?;
        let view = globals.require("view")?;
        assert!(view.iter().expect_err("it was released").is::<ValueError>(py));
        assert!(view.each().is_err() && view.extract::<Vec<i64>>().is_err());
        assert!(PyErr::take(py).is_none());
        Ok(())
    });
}
