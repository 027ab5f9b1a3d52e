//! Python code that turns types against the library: metaclasses with static properties, variants of enums, and classes
//! whose instances have no header.
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]
#![allow(missing_docs, reason = "as above")]

mod support;

use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

use owned::prelude::*;
use support::{collect, flat, python, run};

static COUNT: AtomicI64 = AtomicI64::new(0);

#[class(subclass, weakref, dict)]
pub struct Counter {
    #[field(get, set)]
    own: Option<Py<Any>>,
}

#[methods]
impl Counter {
    #[new]
    fn new() -> Self {
        Counter { own: None }
    }

    #[staticgetter]
    fn count() -> i64 {
        COUNT.load(Relaxed)
    }

    #[staticsetter]
    fn set_count(py: Python<'_>, value: Borrowed<'_, '_, Any>) -> Result<()> {
        // Whatever the value does to the class meanwhile.
        COUNT.store(value.call_method("__index__", ())?.extract()?, Relaxed);
        py.detach(|| ());
        Ok(())
    }
}

#[class(eq, hash, weakref)]
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Tree {
    Leaf { number: i64 },
    Twig(Box<Tree>),
    Fork(Box<Tree>, Option<Box<Tree>>),
}

#[class(weakref, dict)]
pub enum Held {
    One(Py<Any>),
    Two { first: Py<Any>, second: Option<Py<Any>> },
}

#[class(subclass, weakref, freelist = 4)]
pub struct Point {
    #[field(get, set)]
    x: i64,
}

#[methods]
impl Point {
    #[new]
    fn new(x: i64) -> Self {
        Point { x }
    }
}

#[owned::module]
mod types {
    #[export]
    pub use super::{Counter, Held, Point, Tree};
}

/// Runs it once for its errors, then for what it leaves.
fn attack(source: &str) {
    python(|py| {
        flat(py, |_| {
            let module = owned::load!(py, types)?;
            run(&module, source)?;
            drop(module);
            collect(py).map(drop)
        });
        Ok(())
    });
}

#[test]
fn a_metaclass_with_static_properties_stands_what_python_does_to_metaclasses() {
    attack(
        "import copy, pickle\n\
         C = m.Counter; M = type(C)\n\
         class Sub(C): pass\n\
         class Meta(M):\n    \
             def __setattr__(cls, name, value): super().__setattr__(name, value)\n    \
             def mro(cls): return super().mro()\n\
         Made, Alone, New = Meta('Made', (C,), {}), M('Alone', (), {}), M.__new__(M, 'New', (Sub,), {'x': 1})\n\
         for kind in C, Sub, Made, Alone, New:\n    \
             kind.count = 5; assert kind.count == C.count == 5\n    \
             assert raised(delattr, kind, 'count') == \"AttributeError: cannot delete attribute 'count'\"\n    \
             assert raised(setattr, kind, 'count', 'text').startswith('AttributeError')\n    \
             for name in '__class__', '__bases__', '__mro__', '__dict__', '__abstractmethods__', 'nothing':\n        \
                 try: setattr(kind, name, 1)\n        \
                 except (TypeError, AttributeError): pass\n    \
             assert copy.copy(kind) is kind and copy.deepcopy(kind) is kind\n\
         for kind, to in (Sub, type), (Made, type), (C, Meta), (Sub, Meta), (C, type):\n    \
             try: kind.__class__ = to\n    \
             except TypeError: pass\n\
         for call in (M,), (M, 1, 2, 3), (M.__new__, M), (M.__call__, C, 1), (type.__call__, C, 1), (type.mro, M), (M.mro, C),\\\n\
                     (M.__init__, C), (M.__dict__['count'].__get__, 1), (M.__dict__['count'].__set__, 1, 2),\\\n\
                     (M.__dict__['count'].__delete__, C), (type.__setattr__, C, 'count', 1), (object.__setattr__, C, 'count', 1),\\\n\
                     (M.__setattr__, C, 1, 1), (M.__setattr__, 1, 'count', 1), (object.__new__, M), (object.__new__, C):\n    \
             try: call[0](*call[1:])\n    \
             except (TypeError, AttributeError): pass\n\
         class Evil:\n    \
             def __index__(self):\n        \
                 global New, Made\n        \
                 New = Made = None; Meta.late = self; gc.collect(); return 7\n\
         Made.count = Evil(); assert C.count == 7\n\
         class Lies:\n    \
             def __get__(self, one, kind): return M.__dict__['count'] if one is None else self\n    \
             def __set__(self, one, value): raise KeyError\n\
         Meta.lies = Lies(); Last = Meta('Last', (Sub,), {})\n\
         Last.lies = 3; assert C.count == 3\n\
         one = Last(); one.own = [one, Last, Meta, M]; Last.kept = one; Meta.kept = Last\n\
         try: one.__class__ = Sub\n\
         except TypeError: pass\n\
         M2 = type(M); assert M2 is type\n\
         weak = weakref.ref(Last)\n\
         del one, Last, Sub, kind, to, call, Alone; Meta = None\n",
    );
}

#[test]
fn a_variant_is_made_by_its_constructor_only() {
    attack(
        "import copy, copyreg, pickle\n\
         T, leaf = m.Tree, m.Tree.Leaf(1)\n\
         fork = T.Fork(T.Twig(leaf), None)\n\
         class Over(T): pass\n\
         class New(T):\n    \
             def __new__(cls): return object.__new__(cls)\n\
         class Helper: pass\n\
         class Mixed(Helper, T): pass\n\
         class Call(T):\n    \
             def __new__(cls): return T.Leaf.__new__(cls, 1)\n\
         for call in (T,), (T, 1), (Over,), (New,), (Mixed,), (Call,), (T.__new__, T), (T.__new__, T.Leaf), (object.__new__, T.Leaf),\\\n\
                     (object.__new__, T), (object.__new__, Over), (T.Leaf.__new__, T), (T.Leaf.__new__, T.Twig, 1),\\\n\
                     (T.Leaf.__new__, Over, 1), (type, 'X', (T.Leaf,), {}), (copyreg.__newobj__, T), (copyreg._reconstructor, T.Leaf, object, None),\\\n\
                     (leaf.__class__.__new__, Mixed), (object.__reduce__(leaf)[0], *object.__reduce__(leaf)[1]) if False else (T,):\n    \
             assert raised(*call).startswith('TypeError'), call\n\
         for at in (leaf, 'number', 2), (leaf, '__class__', T.Twig), (fork, '__class__', Over), (T, 'Leaf', 1), (T.Leaf, 'number', 1):\n    \
             assert raised(setattr, *at)[:9] in ('TypeError', 'Attribute'), at\n\
         def tamper(one, made):\n    \
             kind, args = one.__reduce__(); return made(kind, args)\n\
         assert tamper(fork, lambda kind, args: kind(*args)) == fork\n\
         assert raised(tamper, fork, lambda kind, args: kind(1, 2)).startswith('TypeError')\n\
         assert raised(fork.__init__, 1, 2) if False else True\n\
         assert copy.copy(fork) == fork == copy.deepcopy(fork) and hash(fork) == hash(copy.copy(fork))\n\
         deep = leaf\n\
         for at in range(300): deep = T.Twig(deep)\n\
         assert deep == copy.deepcopy(deep)\n\
         for at in range(300): deep = deep[0]\n\
         assert deep == leaf\n\
         H = m.Held\n\
         one = H.Two([], None); one.first.append(one); one.own = one; one.kind = H\n\
         two = H.One(one); two.own = [two, H.One, m]\n\
         chain = None\n\
         for at in range(20000): chain = H.One(chain)\n\
         m.kept = [one, two]\n\
         try: copy.replace(one, first=1)\n\
         except (AttributeError, TypeError): pass\n\
         del chain, one, two, deep, fork, leaf\n",
    );
}

#[test]
fn what_has_no_header_comes_back_whole() {
    attack(
        "P = m.Point\n\
         class Sub(P): pass\n\
         class Late(P):\n    \
             def __del__(self): kept.append(self); made.extend(P(at) for at in range(9))\n\
         kept, made = [], []\n\
         for round in range(20):\n    \
             ones = [P(at) for at in range(9)]\n    \
             weak = [weakref.ref(one, lambda dead: made.append(P(1))) for one in ones]\n    \
             Late(3), Sub(4)\n    \
             del ones\n    \
             assert all(one() is None for one in weak)\n    \
             for at in range(9): assert P(at).x == at\n    \
             assert raised(P, 'x')[:9] == 'TypeError' and raised(P)[:9] == 'TypeError'\n\
         assert len(kept) == 20 and all(one.x == 3 for one in kept)\n\
         for one in P(1), Sub(1): assert raised(setattr, one, '__class__', P if type(one) is Sub else Sub)[:9] == 'TypeError'\n\
         kept.clear(); made.clear(); gc.collect()\n\
         kept.clear(); made.clear(); del one, weak\n",
    );
}
