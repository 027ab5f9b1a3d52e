//! A panic in Rust is an exception in Python: with its message and place, from any depth, and nothing leaks.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::panic::panic_any;

use owned::prelude::*;
use support::{child_succeeds, exec, flat, in_child, python, run};

/// Panics when it is dropped.
#[class(subclass, weakref)]
pub struct Bomb {
    #[field(get, set)]
    armed: bool,
    #[field(get, set)]
    load: Option<Py<Any>>,
}

#[methods]
impl Bomb {
    #[new]
    #[signature(load = None)]
    fn new(load: Option<Py<Any>>) -> Self {
        Bomb { armed: true, load }
    }

    fn touch(&mut self) {
        panic!("touched");
    }

    fn __len__(&self) -> usize {
        panic!("no length")
    }

    #[getter]
    fn bad(&self) -> u32 {
        panic!("no value")
    }

    #[setter]
    fn set_bad(&self, _value: Py<Any>) {
        panic!("no place")
    }
}

impl Drop for Bomb {
    fn drop(&mut self) {
        if self.armed {
            panic!("in drop");
        }
    }
}

struct LoudPayload;

impl Drop for LoudPayload {
    fn drop(&mut self) {
        panic!("the payload is dropped");
    }
}

struct Catches(&'static str);

impl Drop for Catches {
    fn drop(&mut self) {
        assert!(std::panic::catch_unwind(|| panic!("{}", self.0)).is_err());
    }
}

#[owned::module]
mod panics {
    use owned::prelude::*;

    #[export]
    pub use super::Bomb;

    #[function]
    fn text(message: String) {
        panic!("{message}");
    }

    #[function]
    fn fixed() {
        panic!("a fixed text");
    }

    #[function]
    fn payload() {
        super::panic_any(5);
    }

    #[function]
    fn loud_payload() {
        super::panic_any(super::LoudPayload);
    }

    /// Calls Python from Rust, and panics where that raises.
    #[function]
    fn unwrapped(callback: Borrowed<'_, '_, Callable>) {
        callback.call(()).unwrap();
    }

    /// Panics, and runs a destructor meanwhile that catches a panic of its own.
    #[function]
    fn caught_meanwhile() {
        let _caught = super::Catches("the inner one");
        panic!("the outer one"); // a line of its own
    }

    /// The same, with one message for both.
    #[function]
    fn caught_alike(message: &str) {
        let _caught = super::Catches("the same");
        panic!("{message}"); // another line
    }

    /// Holds an object whose destructor panics, and panics itself.
    #[function]
    fn both(make: Borrowed<'_, '_, Callable>) -> Result<()> {
        let _bomb = make.call(())?;
        panic!("the outer one");
    }
}

#[test]
fn message_and_place_are_told() {
    python(|py| {
        let module = owned::load!(py, panics)?;
        let raised = |name: &str| {
            let error = module.call_method(name, ()).expect_err("it panics");
            error.to_string()
        };
        let fixed = raised("fixed");
        assert!(fixed.starts_with("PanicError: a fixed text (at "), "{fixed}");
        assert!(fixed.contains("panics.rs:"), "{fixed}");
        assert!(raised("payload").starts_with("PanicError: a panic without a text message (at "));
        assert!(raised("loud_payload").starts_with("PanicError: a panic without a text"));
        let error = module.call_method("text", ("späť",)).expect_err("it panics");
        assert!(error.is::<RuntimeError>(py));
        assert!(error.to_string().starts_with("PanicError: späť (at "), "{error}");
        run(
            &module,
            "
try: m.fixed()
except RuntimeError as e:
    assert isinstance(e, Exception) and type(e).__name__ == 'PanicError' and type(e).__module__ == 'owned'
    first = type(e)
try: m.payload()
except Exception as e: assert type(e) is first
",
        )
    });
}

#[test]
fn every_kind_of_slot_is_a_boundary() {
    python(|py| {
        let module = owned::load!(py, panics)?;
        run(
            &module,
            "
b = m.Bomb()
for call in (lambda: b.touch(), lambda: len(b), lambda: b.bad, lambda: setattr(b, 'bad', 1)):
    assert raised(call).startswith('PanicError: '), raised(call)
# What was claimed exclusively when it panicked can be claimed again.
assert raised(b.touch).startswith('PanicError: touched (')
b.armed = False
",
        )
    });
}

#[test]
fn a_panic_crosses_several_boundaries() {
    python(|py| {
        let module = owned::load!(py, panics)?;
        run(
            &module,
            "
inner = raised(m.unwrapped, m.fixed)
assert inner.startswith('PanicError: '), inner
# The outer panic tells of its own place, and quotes the inner one's.
assert 'a fixed text' in inner and inner.count('panics.rs:') == 2, inner
def caught():
    try: m.fixed()
    except Exception: pass
m.unwrapped(caught)
",
        )
    });
}

#[test]
fn a_panic_while_another_unwinds_keeps_both_messages() {
    python(|py| {
        let module = owned::load!(py, panics)?;
        run(
            &module,
            "
seen = []
sys.unraisablehook = lambda u: seen.append(f'{type(u.exc_value).__name__}: {u.exc_value}')
outer = raised(m.both, m.Bomb)
sys.unraisablehook = sys.__unraisablehook__
assert outer.startswith('PanicError: the outer one (at '), outer
assert 'panics.rs:' in outer, outer
assert len(seen) == 1 and seen[0].startswith('PanicError: in drop (at '), seen
",
        )
    });
}

#[test]
fn a_panic_that_the_user_catches_changes_nothing() {
    python(|py| {
        let module = owned::load!(py, panics)?;
        let place = |mark: &str| {
            let line = include_str!("panics.rs").lines().position(|line| line.ends_with(mark));
            format!("panics.rs:{}:", line.expect("it is there") + 1)
        };
        let (outer_place, alike_place) = (place("// a line of its own"), place("// another line"));
        for _ in 0..20 {
            let outer = module.call_method("caught_meanwhile", ()).expect_err("it panics").to_string();
            assert!(outer.starts_with("PanicError: the outer one (at ") && outer.contains(&outer_place), "{outer}");
            let alike = module.call_method("caught_alike", ("the same",)).expect_err("it panics").to_string();
            assert!(alike.starts_with("PanicError: the same (at ") && alike.contains(&alike_place), "{alike}");
        }
        Ok(())
    });
}

#[test]
fn a_panic_in_a_destructor_is_unraisable_and_frees_all_the_same() {
    python(|py| {
        let module = owned::load!(py, panics)?;
        let globals = Dict::empty(py)?;
        globals.set("m", &module)?;
        exec(
            &globals,
            "
import gc, sys
seen = []
class Sub(m.Bomb): pass
class Node: pass
",
        )?;
        flat(py, |probe| {
            globals.set("probe", probe)?;
            exec(
                &globals,
                "
sys.unraisablehook = lambda u: seen.append(str(u.exc_value))
m.Bomb(probe)
Sub(probe)
n = Node(); n.b = m.Bomb(n); n.p = probe; del n     # a cycle: cleared by the collector
try: raise KeyError('kept')
except KeyError:
    m.Bomb()
    assert isinstance(sys.exc_info()[1], KeyError)
gc.collect()
sys.unraisablehook = sys.__unraisablehook__
assert len(seen) == 4 and all('in drop' in s for s in seen), seen
seen.clear()
del probe
",
            )
        });
        Ok(())
    });
}

/// Makes the first class of the process where it is dropped.
struct First;

impl Drop for First {
    fn drop(&mut self) {
        Python::attach(|py| owned::Callbacks::new(py).map(drop)).expect("a class can be made");
    }
}

#[test]
fn the_first_class_is_made_while_a_panic_unwinds() {
    if !in_child() {
        return drop(child_succeeds("the_first_class_is_made_while_a_panic_unwinds"));
    }
    support::start();
    let outcome = std::panic::catch_unwind(|| {
        let _first = First;
        panic!("unwinds");
    });
    assert!(outcome.is_err());
    python(|py| {
        let error = owned::load!(py, panics)?.call_method("fixed", ()).expect_err("it panics").to_string();
        assert!(error.starts_with("PanicError: a fixed text (at "), "{error}");
        Ok(())
    });
}

#[test]
fn panics_leave_nothing() {
    python(|py| {
        let module = owned::load!(py, panics)?;
        flat(py, |probe| {
            for name in ["fixed", "payload", "loud_payload"] {
                drop(module.call_method(name, ()).expect_err("it panics"));
            }
            drop(module.call_method("text", ("x".repeat(5000),)).expect_err("it panics"));
            drop(module.call_method("unwrapped", (probe,)).expect_err("not callable"));
            let callback = module.getattr("fixed")?;
            drop(module.call_method("unwrapped", (callback,)).expect_err("it panics"));
            Ok(())
        });
        Ok(())
    });
}
