//! What the collector is shown: each reference that a class owns, once, through derived types and containers.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod macros_support;

use macros_support::{run, with_python};
use owned::prelude::*;

/// Where a value is kept.
#[derive(Traverse)]
enum Kept<T> {
    Nothing,
    One(T, Place),
    Named {
        #[allow(dead_code, reason = "there to be skipped")]
        #[traverse(skip = "a number of the system")]
        code: Code,
        value: T,
        more: Vec<T>,
    },
}

/// A type that says nothing to the collector.
struct Code(#[allow(dead_code, reason = "there to be skipped")] u64);

/// Plain data.
#[derive(NoRefs, Clone, Copy, Default)]
struct Place {
    _x: f64,
    _y: f64,
}

/// A pair of anything.
#[derive(Traverse)]
struct Both<A, B>(A, B);

/// Holds references in every way that a field can.
#[class(subclass, weakref)]
pub struct Holder {
    #[field(get, set)]
    plain: Option<Py<Any>>,
    kept: Kept<Py<Any>>,
    both: Both<Option<Py<Any>>, Place>,
}

#[methods]
impl Holder {
    #[new]
    #[signature(plain = None, both = None)]
    fn new(plain: Option<Py<Any>>, both: Option<Py<Any>>) -> Self {
        Holder { plain, kept: Kept::Nothing, both: Both(both, Place::default()) }
    }

    fn keep(&mut self, value: Py<Any>) {
        self.kept = Kept::One(value, Place::default());
    }

    #[signature(value, *more)]
    fn name(&mut self, value: Py<Any>, more: Vec<Py<Any>>) {
        self.kept = Kept::Named { code: Code(1), value, more };
    }

    /// What is kept.
    fn kept(&self, py: Python<'_>) -> Option<Py<Any>> {
        match &self.kept {
            Kept::Nothing => self.both.0.as_ref(),
            Kept::One(value, _) | Kept::Named { value, .. } => Some(value),
        }
        .map(|value| value.clone_ref(py))
    }
}

type Twelve<T> = (T, T, T, T, T, T, T, T, T, T, T, T);

/// As long as a tuple can be that is converted.
#[class]
pub struct Row {
    #[allow(dead_code, reason = "there to be visited")]
    cells: Twelve<Py<Any>>,
    #[allow(dead_code, reason = "there to be plain data")]
    sizes: Twelve<u8>,
}

#[methods]
impl Row {
    #[new]
    fn new(cells: Twelve<Py<Any>>) -> Self {
        Row { cells, sizes: Twelve::default() }
    }
}

#[owned::module]
mod traverse {
    #[export]
    pub use super::{Holder, Row};
}

#[track_caller]
fn check(source: &str) {
    with_python(|py| run(&owned::load!(py, traverse)?, source));
}

#[test]
fn each_reference_is_shown_once() {
    check(
        "import gc\n\
         a, b, c, d = [], [], [], []\n\
         def shown(holder): return [x for x in gc.get_referents(holder) if not isinstance(x, type)]\n\
         h = m.Holder(a, b)\n\
         assert [x is y for x, y in zip(shown(h), [a, b], strict=True)] == [True, True]\n\
         h.keep(c)\n\
         assert [x is y for x, y in zip(shown(h), [a, c, b], strict=True)] == [True] * 3\n\
         h.name(c, d, d)\n\
         assert [x is y for x, y in zip(shown(h), [a, c, d, d, b], strict=True)] == [True] * 5\n\
         assert h.kept() is c\n\
         cells = tuple([n] for n in range(12))\n\
         assert [x is y for x, y in zip(shown(m.Row(cells)), cells, strict=True)] == [True] * 12",
    );
}

#[test]
fn cycles_are_collected() {
    check(
        "import gc, weakref\n\
         seen = []\n\
         gc.collect(); gc.disable()\n\
         for way in ('plain', 'keep', 'name', 'subclass'):\n    \
             class Face(m.Holder): pass\n    \
             h = Face() if way == 'subclass' else m.Holder()\n    \
             weakref.finalize(h, seen.append, way)\n    \
             if way in ('plain', 'subclass'): h.plain = h\n    \
             elif way == 'keep': h.keep([h])\n    \
             else: h.name([], (h,))\n    \
             del h\n\
         same(seen, [])\n\
         gc.collect(); gc.enable()\n\
         same(sorted(seen), ['keep', 'name', 'plain', 'subclass'])",
    );
}

/// Dropping the old value and converting an argument both run Python code, which may use the object.
#[test]
fn the_object_is_free_while_python_code_runs() {
    check(
        "h = m.Holder()\n\
         class Last:\n    \
             def __del__(self): h.keep('after')\n\
         h.plain = Last()\n\
         h.plain = None\n\
         same(h.kept(), 'after')",
    );
}
