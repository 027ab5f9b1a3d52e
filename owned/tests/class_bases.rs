//! Classes that extend others: classes of the crate and built-in types.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use owned::exceptions::OSError;
use owned::prelude::*;
use owned::types::{ByteArray, Complex, FrozenSet, Set};
use owned::{BaseArgs, Extended};
use support::{classes_stay, collect, flat, flat_with_classes, python, run};

static ALIVE: AtomicUsize = AtomicUsize::new(0);

/// Counts what was made and not dropped.
#[derive(NoRefs)]
struct Alive(u8);

impl Alive {
    fn new(number: u8) -> Self {
        ALIVE.fetch_add(1, SeqCst);
        Alive(number)
    }
}

impl Drop for Alive {
    fn drop(&mut self) {
        assert_ne!(self.0, 0, "dropped twice");
        self.0 = 0;
        ALIVE.fetch_sub(1, SeqCst);
    }
}

/// The lowest: it can change, and has a `__dict__`.
#[class(subclass, dict, weakref)]
pub struct Shape {
    #[field(get, set)]
    name: Py<Any>,
    alive: Alive,
}

#[methods]
impl Shape {
    #[new]
    fn new(name: Py<Any>) -> Self {
        Shape { name, alive: Alive::new(1) }
    }

    fn rename(&mut self, name: Py<Any>) {
        self.name = name;
    }

    fn kind(&self) -> u8 {
        self.alive.0
    }

    fn __repr__(slf: Borrowed<'_, '_, Self>) -> Result<String> {
        let name = slf.borrow()?.name.clone_ref(slf.py());
        Ok(format!("{}({:?})", Type::of(&slf).name(), name.bind(slf.py())))
    }
}

/// In the middle: nothing in it can change.
#[class(extends = Shape, subclass, dict)]
pub struct Round {
    #[field(get)]
    radius: f64,
    alive: Alive,
}

#[methods]
impl Round {
    #[new]
    fn new(name: Py<Any>, radius: f64) -> Result<Extended<Shape, Round>> {
        if radius < 0.0 {
            return Err(ValueError::new("radius is negative"));
        }
        Ok(Extended::new(Shape::new(name), Round { radius, alive: Alive::new(2) }))
    }

    fn kind(&self) -> u8 {
        self.alive.0
    }
}

/// The highest.
#[class(extends = Round)]
pub struct Ball {
    #[field(get, set)]
    held: Option<Py<Any>>,
    alive: Alive,
}

#[methods]
impl Ball {
    #[new]
    #[signature(name, held = None)]
    fn new(name: Py<Any>, held: Option<Py<Any>>) -> Result<Extended<Extended<Shape, Round>, Ball>> {
        Ok(Extended::new(Round::new(name, 1.0)?, Ball { held, alive: Alive::new(3) }))
    }

    /// The three parts at once.
    fn parts(slf: &Owned<'_, Self>) -> Result<(u8, u8, u8)> {
        let (ball, round): (_, &Owned<'_, Round>) = (slf.borrow()?, slf);
        let shape: &Owned<'_, Shape> = round;
        Ok((ball.alive.0, round.get().alive.0, shape.borrow_mut()?.alive.0))
    }
}

/// Has no fields; two of the same base must not be taken for each other.
#[class(extends = Shape, subclass)]
pub struct Plain;

#[methods]
impl Plain {
    #[new]
    fn new() -> Result<Extended<Shape, Plain>> {
        Ok(Extended::new(Python::attach(|py| Ok::<_, PyErr>(Shape::new(py.none().into_any().unbind())))?, Plain))
    }
}

/// A class of its own, with no fields either.
#[class(extends = Shape, subclass)]
pub struct Other;

#[methods]
impl Other {
    #[new]
    fn new(py: Python<'_>) -> Extended<Shape, Other> {
        Extended::new(Shape::new(py.none().into_any().unbind()), Other)
    }
}

macro_rules! over {
    ($($name:ident: $base:ty;)*) => { $(
        /// Over a built-in type.
        #[class(extends = $base, subclass, weakref, dict)]
        pub struct $name {
            #[field(get, set)]
            held: Option<Py<Any>>,
            alive: Alive,
        }

        #[methods]
        impl $name {
            #[new]
            #[signature(*args, held = None)]
            fn new<'py>(args: Owned<'py, Tuple>, held: Option<Py<Any>>) -> Extended<BaseArgs<Owned<'py, Tuple>>, $name> {
                Extended::new(BaseArgs(args), $name { held, alive: Alive::new(4) })
            }

            fn kind(&self) -> u8 {
                self.alive.0
            }
        }
    )* };
}
over! {
    OverDict: Dict;
    OverList: List;
    OverSet: Set;
    OverFrozen: FrozenSet;
    OverStr: Str;
    OverFloat: Float;
    OverComplex: Complex;
    OverBytes: ByteArray;
    OverError: ValueError;
    OverOs: OSError;
    OverGroup: owned::exceptions::BaseExceptionGroup;
}

/// A dict that starts empty, whatever it is called with.
#[class(extends = Dict, subclass)]
pub struct Limited {
    #[field(get)]
    limit: usize,
}

#[methods]
impl Limited {
    #[new]
    fn new(limit: usize) -> Self {
        Limited { limit }
    }

    /// Sets an item, unless the dict is full.
    fn put<'py>(slf: &Owned<'py, Self>, key: Borrowed<'_, 'py, Any>, value: Borrowed<'_, 'py, Any>) -> Result<()> {
        let dict: &Owned<'_, Dict> = slf;
        if dict.len() >= slf.borrow()?.limit {
            return Err(IndexError::new("full"));
        }
        dict.set(key, value)
    }
}

#[owned::module]
mod bases {
    #[export]
    pub use super::{Ball, Limited, Other, Plain, Round, Shape}; // in any order
    #[export]
    pub use super::{
        OverBytes, OverComplex, OverDict, OverError, OverFloat, OverFrozen, OverGroup, OverList, OverOs, OverSet,
        OverStr,
    };
}

#[test]
fn parts_of_a_chain() {
    python(|py| {
        flat(py, |probe| {
            let module = owned::load!(py, bases)?;
            let before = ALIVE.load(SeqCst);
            let ball = module.call_method("Ball", (probe,))?.downcast::<Ball>()?;
            assert_eq!(ALIVE.load(SeqCst), before + 3);
            assert_eq!(ball.call_method("parts", ())?.extract::<(u8, u8, u8)>()?, (3, 2, 1));
            assert!(ball.getattr("name")?.is(probe));
            assert!((ball.getattr("radius")?.extract::<f64>()? - 1.0).abs() < f64::EPSILON);
            assert_eq!(ball.call_method("kind", ())?.extract::<u8>()?, 2, "the nearest one");
            let shape = ball.into_base().into_base();
            assert!(shape.borrow()?.name.bind(py).is(probe));
            let ball = shape.into_any().downcast::<Round>()?.into_any().downcast::<Ball>()?;
            ball.setattr("held", probe)?;
            drop(ball);
            assert_eq!(ALIVE.load(SeqCst), before);
            assert!(module.call_method("Shape", (probe,))?.downcast::<Round>().is_err());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn python_sees_the_bases() {
    python(|py| {
        flat_with_classes(py, |probe| {
            let module = owned::load!(py, bases)?;
            module.setattr("probe", probe)?;
            run(
                &module,
                "\
assert m.Ball.__mro__ == (m.Ball, m.Round, m.Shape, object)
b = m.Ball(m.probe)
assert isinstance(b, m.Shape) and not isinstance(m.Shape(1), m.Round)
b.rename('x'); assert b.name == 'x' and repr(b) == \"bases.Ball('x')\"
b.colour = 3; assert b.__dict__ == {'colour': 3}
w = weakref.ref(b); assert w() is b
assert m.Shape.kind(b) == 1 and m.Round.kind(b) == 2
def refused(call, *args):
    try: call(*args)
    except (TypeError, ValueError): return
    raise AssertionError(call)
refused(m.Shape.__new__, m.Round, 'x'); refused(m.Round.__new__, m.Ball, 'x', 1.0); refused(object.__new__, m.Ball)
refused(m.Round, 'x', -1.0); refused(m.Ball); refused(m.Round.kind, m.Shape(1))
refused(lambda: type('P', (m.Ball,), {}))
class P(m.Round):
    __slots__ = ('extra',)
    def __init__(self, *args): self.extra = self
class Q(m.Plain): pass
class R(m.Other): pass
class S(m.Shape): pass
p = P('p', 2.0); p.name = p; p.more = p
assert super(P, p).kind() == 2 and m.Shape.kind(p) == 1
def swap(one, other):
    try: one.__class__ = type(other)
    except TypeError: return
    raise AssertionError((one, other))
for one in Q(), R(), S(1), P('p', 1.0):
    for other in Q(), R(), S(1), P('p', 1.0):
        if type(one) is not type(other): swap(one, other)
del p, b
",
            )?;
            drop(module);
            collect(py).map(drop)
        });
        Ok(())
    });
}

#[test]
fn cycles_through_any_part_go() {
    python(|py| {
        let (stay, before) = (classes_stay(py)?, ALIVE.load(SeqCst));
        flat_with_classes(py, |probe| {
            let module = owned::load!(py, bases)?;
            module.setattr("stay", stay)?;
            module.setattr("probe", probe)?;
            run(
                &module,
                "\
class P(m.Round): pass
class D(m.OverDict): __slots__ = ('x',)
refs = []
def track(o): refs.append(weakref.ref(o)); return o
for i in range(10):
    b = track(m.Ball(m.probe)); b.name = b
    b = track(m.Ball(m.probe)); b.held = [b]
    b = track(m.Ball(m.probe)); b.colour = b
    b = track(P(m.probe, 1.0)); b.name = {'self': b, 'probe': m.probe}
    for new in m.OverDict, D, m.OverList, m.OverSet, m.OverFrozen, m.OverStr, m.OverFloat, m.OverComplex, m.OverBytes, m.OverError, m.OverOs:
        o = track(new(held=m.probe)); o.held = [o, m.probe]
        o = track(new()); o.attribute = [o, m.probe]
    o = track(m.OverDict()); o['self'] = o
    o = track(m.OverList()); o.append(o)
    o = track(m.OverSet()); o.add(m.OverStr(held=o))
    o = track(m.OverError()); o.args = (o, m.probe)
    o = track(m.OverError()); o.__cause__ = o
    o = [m.probe]; o.append(track(m.OverFrozen([type('H', (), {'list': o})()])))
del b, o
gc.collect(); gc.collect()
alive = [type(r()) for r in refs if r() is not None]
# Where classes stay, what is in `H` does.
assert alive == [m.OverFrozen] * (10 * m.stay), alive
",
            )?;
            drop(module);
            collect(py).map(drop)
        });
        assert!(stay || ALIVE.load(SeqCst) == before);
        Ok(())
    });
}

#[test]
fn built_in_parts_work() {
    python(|py| {
        let before = ALIVE.load(SeqCst);
        flat_with_classes(py, |probe| {
            let module = owned::load!(py, bases)?;
            module.setattr("probe", probe)?;
            run(
                &module,
                "\
d = m.OverDict({'a': m.probe}); d['b'] = 2
assert d == {'a': m.probe, 'b': 2} and isinstance(d, dict) and d.kind() == 4 and d.held is None
l = m.OverList('ab'); l.append(m.probe); assert l == ['a', 'b', m.probe] and l.kind() == 4
s = m.OverSet([1, 2]); s.add(3); assert s == {1, 2, 3} and s.kind() == 4
f = m.OverFrozen([1, 2]); assert f == {1, 2} and hash(f) == hash(frozenset([1, 2])) and f.kind() == 4
t = m.OverStr(7); assert t == '7' and t.upper() == '7' and {'7': 1}[t] == 1 and t.kind() == 4
t = m.OverStr(b'\\xe4', 'latin-1'); assert t == '\\xe4'
x = m.OverFloat('1.5'); assert x + 1 == 2.5 and x.kind() == 4
c = m.OverComplex(1, 2); assert c * 2 == 2 + 4j and c.kind() == 4
b = m.OverBytes(b'abc'); b += b'd'; assert b == b'abcd' and b.kind() == 4
e = m.OverError('text', m.probe); assert e.args == ('text', m.probe) and str(m.OverError('x')) == 'x'
try: raise e
except ValueError as caught: assert caught is e and e.__traceback__ is not None
o = m.OverOs(2, 'no', 'file'); assert (o.errno, o.filename) == (2, 'file') and type(o) is m.OverOs, o
g = m.OverGroup('g', [ValueError(1), e]); assert g.exceptions[1] is e and g.kind() == 4
for bad in (lambda: m.OverFloat('x'), lambda: m.OverDict(3), lambda: m.OverList(1, 2), lambda: m.OverSet([[]]), lambda: m.OverGroup('g', [])):
    try: bad()
    except (TypeError, ValueError): pass
    else: raise AssertionError
for new in m.OverDict, m.OverList, m.OverSet, m.OverFrozen, m.OverStr, m.OverFloat, m.OverComplex, m.OverBytes, m.OverError, m.OverOs:
    class P(new):
        def __init__(self, *args, **kwargs): self.extra = [m.probe]
        def __del__(self): assert self.kind() == 4
    p = P(); p.held = m.probe; assert p.kind() == 4 and weakref.ref(p)() is p
    del p
    try: new.__base__.__new__(new)
    except TypeError: pass
    else: raise AssertionError(new)
    new().__init__(1, 2, 3)
n = m.Limited(1); assert n == {} and n.limit == 1
n.put('a', m.probe)
try: n.put('b', 1)
except IndexError: pass
assert n == {'a': m.probe} and m.Limited(5).setdefault('k', 1) == 1
deep = m.OverList()
for i in range(300): deep = m.OverList([deep])
del deep, e, g
",
            )?;
            drop(module);
            collect(py).map(drop)
        });
        assert_eq!(ALIVE.load(SeqCst), before);
        Ok(())
    });
}

/// A callback of the collector sees what is being made; the Rust part is not there yet, and says so.
#[test]
fn half_made_instances_are_not_looked_into() {
    python(|py| {
        let module = owned::load!(py, bases)?;
        run(
            &module,
            "\
seen = []
def look(phase, info):
    for o in gc.get_objects():
        if type(o) is m.OverDict:
            try: seen.append(o.kind())
            except ReferenceError: seen.append('gone')
class Key:
    def __hash__(self): gc.collect(0); return 1
gc.callbacks.append(look)
try: d = m.OverDict({}, **{}); m.OverDict([(Key(), 1)])
finally: gc.callbacks.remove(look)
assert 'gone' in seen, seen
",
        )
    });
}

#[test]
fn a_base_must_be_loaded_first() {
    #[owned::module]
    mod alone {
        #[export]
        pub use super::Round;
    }
    python(|py| {
        let error = owned::load!(py, alone).map(drop).expect_err("its base is in no module");
        assert_eq!(error.to_string(), "RuntimeError: the module of class 'Shape' is not loaded in this interpreter");
        let module = owned::load!(py, bases)?;
        let other = owned::load!(py, alone)?;
        assert!(other.call_method("Round", (1, 2.0))?.downcast::<Shape>().is_ok(), "a base of another module");
        drop(module);
        Ok(())
    });
}
