//! What `#[class(new, eq, ord, hash, repr)]` makes of the fields, beside a dataclass.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod class_support;
mod support;

use class_support::run;
use owned::prelude::*;
use support::{flat, flat_with_classes, python};

/// A point.
#[class(new, eq, ord, hash, repr, subclass)]
#[derive(PartialEq, PartialOrd, Eq, Hash)]
pub struct Point {
    /// To the right.
    #[field(get)]
    x: i64,
    #[field(get, name = "up", default = 7)]
    y: i64,
    #[field(default = Vec::new())]
    hidden: Vec<String>,
    #[field(init = 3)]
    fixed: u8,
}

#[methods]
impl Point {
    fn rest(&self) -> (Vec<String>, u8) {
        (self.hidden.clone(), self.fixed)
    }
}

/// Fields without names, and references.
#[class(new, repr, weakref)]
pub struct Pair(#[field(get, set, name = "first")] Py<Any>, #[field(get, set, name = "type")] Option<Py<Any>>);

/// Nothing in it.
#[class(new, eq, repr)]
#[derive(PartialEq)]
pub struct Empty;

/// Compared, but not hashed.
#[class(new, eq)]
#[derive(PartialEq)]
pub struct Number {
    #[field(get, set)]
    value: f64,
}

#[owned::module]
mod made {
    #[export]
    pub use super::{Empty, Number, Pair, Point};
}

const TWINS: &str = "
import dataclasses, inspect
@dataclasses.dataclass(frozen=True, order=True)
class Point:
    x: int
    up: int = 7
    hidden: list = ()
";

#[test]
fn as_a_dataclass() {
    python(|py| {
        let module = owned::load!(py, made)?;
        flat(py, |_| {
            run(
                &module,
                &format!(
                    "{TWINS}\n\
                     for make in (m.Point, Point):\n\
                    \x20   a, b, c = make(1, 2), make(1, up=2), make(x=1)\n\
                    \x20   assert a == b and hash(a) == hash(b) and a != c and not a != b and a in [b]\n\
                    \x20   assert a < c and a <= b and c > a and c >= c and sorted([c, a])[0] is a\n\
                    \x20   assert (c.x, c.up) == (1, 7) and a != 5 and not a == (1, 2)\n\
                    \x20   for wrong in (lambda: make(), lambda: make(1, 2, [], 4), lambda: make('x', hidden=5, **{{'no': 1}}), lambda: a < 5):\n\
                    \x20       try: wrong()\n\
                    \x20       except TypeError: pass\n\
                    \x20       else: assert False\n\
                    \x20   match make(3, 4):\n\
                    \x20       case make(x, y): assert (x, y) == (3, 4)\n\
                    \x20       case _: assert False\n\
                    \x20   class Sub(make): pass\n\
                    \x20   assert repr(Sub(1, 2)).startswith('Sub(x=1, up=2') or repr(Sub(1, 2)).startswith('run.<locals>.Sub(x=1, up=2')\n\
                     p = m.Point(1, hidden=['a'])\n\
                     assert p.rest() == (['a'], 3) and repr(p) == 'Point(x=1, up=7)'\n\
                     assert m.Point.__match_args__ == ('x', 'up') and not hasattr(p, 'hidden') and not hasattr(p, 'fixed')\n\
                     assert str(inspect.signature(m.Point)) == '(x, up=7, hidden=Ellipsis)', inspect.signature(m.Point)\n"
                )
                .replace("case make(x, y)", "case m.Point(x, y) | Point(x, y)"),
            )
        });
        Ok(())
    });
}

#[test]
fn fields_without_names_and_cycles() {
    python(|py| {
        let module = owned::load!(py, made)?;
        flat_with_classes(py, |probe| {
            module.getattr("Pair")?.call((probe, probe))?;
            run(
                &module,
                "pair = m.Pair(1, None)\n\
                 pair.first = pair\n\
                 assert repr(pair) == 'Pair(first=..., type=None)', repr(pair)\n\
                 assert m.Pair.__match_args__ == ('first', 'type') and m.Pair(first=1, type=2).type == 2\n\
                 class Bad:\n\
                \x20   def __repr__(self): raise KeyError('bad')\n\
                 for pair in (m.Pair(Bad(), 1), m.Pair(1, Bad())):\n\
                \x20   for _ in range(2):\n\
                \x20       try: repr(pair)\n\
                \x20       except KeyError: pass\n\
                \x20       else: assert False\n",
            )
        });
        Ok(())
    });
}

#[test]
fn nothing_and_what_is_not_hashed() {
    python(|py| {
        let module = owned::load!(py, made)?;
        run(
            &module,
            "assert m.Empty() == m.Empty() and repr(m.Empty()) == 'Empty()' and m.Empty.__match_args__ == ()\n\
             try: hash(m.Empty())\n\
             except TypeError: pass\n\
             else: assert False\n\
             n = m.Number(float('nan'))\n\
             assert n != n and not n == n and m.Number(1) == m.Number(value=1.0)\n\
             n.value = 2\n\
             assert n == m.Number(2)\n\
             assert m.Number(1).__lt__(m.Number(2)) is NotImplemented\n",
        )
    });
}
