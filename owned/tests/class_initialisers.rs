//! Classes with an `__init__` of their own: what the constructor is given, and how often each is called.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use support::{flat, python, run};

/// Holds what `__init__` was given, and counts how often it was called.
#[class(subclass)]
pub struct Noted {
    #[field(get)]
    held: Option<Py<Any>>,
    #[field(get)]
    more: i64,
    #[field(get)]
    times: i64,
}

#[methods]
impl Noted {
    /// Takes nothing itself: what the class is called with is for `__init__`.
    #[new]
    fn new() -> Self {
        Noted { held: None, more: 0, times: 0 }
    }

    /// With what is held.
    #[signature(held, more = 2)]
    fn __init__(&mut self, held: Py<Any>, more: i64) -> Result<()> {
        self.times += 1;
        if more < 0 {
            return Err(ValueError::new("less than none"));
        }
        (self.held, self.more) = (Some(held), more);
        Ok(())
    }
}

/// Without an `__init__`, a constructor without parameters takes nothing.
#[class]
pub struct Plain;

#[methods]
impl Plain {
    #[new]
    fn new() -> Self {
        Plain
    }
}

/// Its own constructor; the `__init__` is that of the base.
#[class(extends = Noted)]
pub struct Derived;

#[methods]
impl Derived {
    #[new]
    #[signature(*_args, **_kwargs)]
    fn new(_args: Owned<'_, Tuple>, _kwargs: Owned<'_, Dict>) -> owned::Extended<Noted, Derived> {
        owned::Extended::new(Noted { held: None, more: 0, times: 0 }, Derived)
    }
}

#[owned::module]
mod initialisers {
    #[export]
    pub use super::{Derived, Noted, Plain};
}

#[track_caller]
fn check(source: &str) {
    python(|py| run(&owned::load!(py, initialisers)?, source));
}

const SAME: &str = "
def raised(ask, *args, **kwargs):
    try: ask(*args, **kwargs)
    except Exception as error: return type(error).__name__, str(error)
    raise AssertionError(ask)
def state(one): return one.held, one.more, one.times
";

#[test]
fn each_way_to_call_the_class_initialises_once() {
    check(&format!(
        "{SAME}
from functools import partial
ways = (m.Noted, lambda *a, **k: m.Noted(*a, **k), lambda *a, **k: type.__call__(m.Noted, *a, **k), partial(m.Noted),
        m.Derived)
for way in ways:
    assert state(way('x')) == ('x', 2, 1)
    assert state(way('x', 3)) == state(way('x', more=3)) == state(way(more=3, held='x')) == ('x', 3, 1)
    assert raised(way) == ('TypeError', \"Noted.__init__() missing 1 required argument: 'held'\")
    assert raised(way, 1, 2, 3)[0] == raised(way, 1, other=2)[0] == raised(way, 1, 'x')[0] == 'TypeError'
    assert raised(way, 1, -1) == ('ValueError', 'less than none')
assert raised(m.Plain, 1)[0] == raised(m.Plain, x=1)[0] == 'TypeError' and m.Plain()
"
    ));
}

#[test]
fn the_constructor_leaves_the_arguments_to_any_init() {
    check(&format!(
        "{SAME}
class Other(m.Noted):
    def __init__(self, one, two, *, three):
        self.all = one, two, three
        super().__init__(one)
assert state(Other('x', 5, three=6)) == ('x', 2, 1) and Other(1, 2, three=3).all == (1, 2, 3)
class Lazy(m.Noted):
    def __init__(self, *args): pass
assert state(Lazy(1, 2, 3)) == (None, 0, 0)
assert state(m.Noted.__new__(m.Noted)) == state(m.Noted.__new__(m.Noted, 5, x=1)) == (None, 0, 0)
one = m.Noted('x'); one.__init__('y', 7)
assert state(one) == ('y', 7, 2)
import inspect
assert str(inspect.signature(m.Noted)) == '(held, more=2)'
assert m.Noted.__doc__.endswith('\\n\\nTakes nothing itself: what the class is called with is for `__init__`.\\n\\nWith what is held.')
"
    ));
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let class = owned::load!(py, initialisers)?.getattr("Noted")?;
        flat(py, |probe| {
            assert!(class.call((probe,))?.getattr("held")?.is(probe));
            assert!(class.call((probe, -1)).is_err() && class.call((probe, 1, 2)).is_err() && class.call(()).is_err());
            class.call_method("__new__", (&class, probe)).map(drop)
        });
        Ok(())
    });
}
