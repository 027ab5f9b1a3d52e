//! Instances in the hands of Python: subclasses, dicts, weak references, and the ways around the constructor.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use support::{eval, flat, python, run};

/// A node of a chain.
#[class(subclass)]
pub struct Node {
    #[field(get, set)]
    next: Option<Py<Any>>,
}

#[methods]
impl Node {
    #[new]
    #[signature(next = None)]
    fn new(next: Option<Py<Any>>) -> Self {
        Node { next }
    }

    fn depth(&self) -> usize {
        usize::from(self.next.is_some())
    }

    #[classmethod]
    fn of(class: Borrowed<'_, '_, Type>) -> String {
        class.name()
    }

    fn __repr__(&self, py: Python<'_>) -> Result<String> {
        match &self.next {
            Some(next) => Ok(format!("Node({:?})", next.bind(py).repr()?)),
            None => Ok("Node()".into()),
        }
    }
}

/// Has everything that can be had, and nothing inside.
#[class(subclass, dict, weakref)]
pub struct Empty;

#[methods]
impl Empty {
    #[new]
    fn new() -> Self {
        Empty
    }
}

/// As above, without options.
#[class]
pub struct Bare;

#[methods]
impl Bare {
    #[new]
    fn new() -> Self {
        Bare
    }
}

/// Made by Rust only.
#[class(subclass)]
pub struct Sealed {
    #[field(get)]
    inside: Py<Any>,
}

/// As large and as aligned as can be.
#[class(subclass, weakref)]
pub struct Wide {
    #[field(get)]
    number: u64,
    wide: u128,
    table: [u64; 512],
}

#[methods]
impl Wide {
    #[new]
    fn new() -> Self {
        Wide { number: 7, wide: u128::MAX - 1, table: [9; 512] }
    }

    fn sum(&self) -> String {
        format!("{} {}", self.wide, self.table.iter().sum::<u64>())
    }
}

#[owned::module]
mod classes {
    use owned::prelude::*;

    #[export]
    pub use super::{Bare, Empty, Node, Sealed, Wide};

    #[function]
    fn seal(inside: Py<Any>) -> super::Sealed {
        super::Sealed { inside }
    }
}

fn each(source: &'static str) {
    python(|py| {
        let module = owned::load!(py, classes)?;
        flat(py, |_| run(&module, source));
        Ok(())
    });
}

#[test]
fn subclasses_may_add_a_dict_slots_or_nothing() {
    each(
        "
class Dicted(m.Node): pass
class Slotted(m.Node): __slots__ = ('a', 'b')
class Plain(m.Node): __slots__ = ()
class Weak(m.Node): __slots__ = ('__weakref__', '__dict__')
class Deep(Dicted, m.Node): __slots__ = ('z',)
class Meta(type): pass
class WithMeta(m.Node, metaclass=Meta): pass
for cls in (Dicted, Slotted, Plain, Weak, Deep, WithMeta):
    x = cls(cls()); x.next = x; assert x.depth() == 1 and x.next is x and cls.of().endswith(cls.__name__)
d = Dicted(); d.me = d; s = Slotted(); s.a = s; s.b = object()
w = Weak(); r = weakref.ref(w); w.me = w; z = Deep(); z.z = z; z.me = z
del d, s, w, z, x; gc.collect(); assert r() is None
",
    )
}

#[test]
fn dict_and_weak_references_come_where_they_are_asked_for() {
    each(
        "
e = m.Empty(); e.x = e; e.__dict__['y'] = 5
assert e.y == 5 and vars(e)['x'] is e
r, p = weakref.ref(e), weakref.proxy(e)
assert r() is e and p.y == 5
e.__dict__ = {'z': e}; assert e.z is e and not hasattr(e, 'y')
dead = []
r2 = weakref.ref(e, lambda ref: dead.append((ref(), gc.collect())))
del e; gc.collect()
assert r() is None and [d[0] for d in dead] == [None]
for no in (m.Bare(), m.Node()):
    assert raised(weakref.ref, no).startswith('TypeError: cannot create weak reference')
    assert raised(setattr, no, 'x', 1).startswith('AttributeError')
class Sub(m.Empty): pass
s = Sub(); s.a = s; r = weakref.ref(s); del s; gc.collect(); assert r() is None
",
    )
}

#[test]
fn the_class_of_an_instance_cannot_be_changed() {
    each(
        "
class A(m.Node): pass
class B(m.Node): pass
class E1(m.Empty): pass
class O: pass
class S1(m.Node): __slots__ = ()
class S2(m.Empty): __slots__ = ()
pairs = [(m.Node(), m.Bare), (m.Bare(), m.Node), (m.Bare(), m.Empty), (m.Bare(), O), (O(), m.Bare), (A(), O), (O(), A),
         (A(), E1), (E1(), A), (m.Node(), A), (A(), m.Node), (S1(), S2), (S2(), S1), (m.Empty(), E1), (A(), m.Wide)]
for obj, cls in pairs:
    assert raised(setattr, obj, '__class__', cls).startswith('TypeError: '), (obj, cls)
a = A(); a.__class__ = B                 # two of the same layout: still a Node
assert type(a) is B and a.depth() == 0
for cls in (m.Node, m.Bare):
    assert raised(setattr, cls, 'x', 1).startswith('TypeError: cannot set')
",
    )
}

#[test]
fn there_is_no_way_around_the_constructor() {
    each(
        "
import copy, copyreg, pickle
class Sub(m.Node): pass
class Seal(m.Sealed): pass
class Mix:
    def __new__(cls, *a): return object.__new__(cls)
class Both(Mix, m.Node): pass
class BothSealed(Mix, m.Sealed): pass
class Fake(m.Sealed):
    def __new__(cls): return object.__new__(cls)
for cls in (m.Node, m.Bare, m.Sealed, m.Empty, Sub, Seal):
    assert raised(object.__new__, cls).startswith(('TypeError: object.__new__(', 'TypeError: cannot create ')), cls
for call in (m.Sealed, Seal, Both, BothSealed, Fake, lambda: m.Sealed.__new__(m.Sealed)):
    assert raised(call).startswith(('TypeError: ', 'AttributeError: ')), raised(call)
for other in (object, int, m.Bare, type, 5):
    assert raised(m.Node.__new__, other).startswith('TypeError: '), other
assert raised(copyreg.__newobj__, m.Sealed).startswith('TypeError')
for protocol in range(2):
    assert raised(copyreg._reconstructor, m.Sealed, object, None).startswith('TypeError')
    assert raised(copyreg._reconstructor, Sub, object, None).startswith('TypeError')
    assert raised(pickle.dumps, m.Bare(), protocol).startswith(('TypeError', '_pickle', 'PicklingError'))
assert raised(copy.copy, m.seal(1)).startswith('TypeError')
assert raised(copy.deepcopy, m.seal(1)).startswith('TypeError')
class Other(m.Node):
    def __new__(cls): return 5
assert Other() == 5
class NoBase(m.Node):
    def __init__(self): pass             # the object was made whole by __new__
assert NoBase().depth() == 0
",
    )
}

#[test]
fn methods_and_slots_refuse_another_self() {
    each("
n, b = m.Node(), m.Bare()
get = m.Node.__dict__['next']
for call in (lambda: m.Node.depth(b), lambda: m.Node.depth(), lambda: m.Node.depth(object()), lambda: get.__get__(b),
             lambda: get.__set__(b, 1), lambda: m.Node.__repr__(b), lambda: m.Node.__repr__(5),
             lambda: m.Node.__dict__['depth'].__get__(b)(), lambda: m.Node.__dict__['of'].__get__(None, m.Bare)(),
             lambda: m.Node.__dict__['of'].__get__(None, int)(), lambda: get.__delete__(b), lambda: m.Sealed.inside.__get__(n)):
    assert raised(call).startswith('TypeError: '), raised(call)
assert raised(lambda: delattr(n, 'next')).startswith('AttributeError: ')
assert m.Node.__dict__['of'].__get__(n)().endswith('Node')
assert raised(lambda: setattr(m.seal(1), 'inside', 2)).startswith('AttributeError')
")
}

#[test]
fn two_of_our_classes_do_not_mix() {
    each(
        "
for bases in ((m.Node, m.Empty), (m.Empty, m.Node), (m.Node, m.Wide), (m.Node, int), (m.Node, list), (m.Empty, dict)):
    assert raised(type, 'X', bases, {}).startswith('TypeError: multiple bases have instance lay-out conflict'), bases
for final in (m.Bare,):
    assert 'not an acceptable base type' in raised(type, 'X', (final,), {})
class Mixin: pass
class Fine(Mixin, m.Node): pass
assert Fine().depth() == 0
",
    )
}

#[test]
fn large_and_aligned_values_stay_whole() {
    each(
        "
ws = [m.Wide() for i in range(50)]
class Sub(m.Wide): pass
ws += [Sub() for i in range(50)]
for w in ws: w.number == 7; assert w.sum() == f'{2**128 - 2} {9 * 512}'
assert sys.getsizeof(ws[0]) >= 512 * 8 + 16
",
    )
}

#[test]
fn a_repr_of_itself_is_an_error_and_no_crash() {
    each(
        "
n = m.Node(); n.next = n
assert raised(repr, n).startswith('RecursionError: ')
n.next = None
",
    )
}

#[test]
fn construction_survives_an_eager_collector() {
    python(|py| {
        let module = owned::load!(py, classes)?;
        run(
            &module,
            "
gc.set_threshold(1, 1, 1)
class Sub(m.Node): pass
nodes = []
for i in range(300):
    nodes.append(Sub(m.Node(nodes)))
    m.seal(Sub(m.seal([]))); m.Empty().x = m.Wide()
gc.set_threshold(700, 10, 10)
",
        )?;
        assert!(eval(py, "__import__('gc').isenabled()")?.is_true()?);
        Ok(())
    });
}
