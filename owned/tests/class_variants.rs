//! Enums with fields as classes: a class for each variant, in that of the enum and over it.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]
#![allow(missing_docs, reason = "as above")]

mod support;

use owned::prelude::*;
use support::{classes_stay, collect, flat, python, raised_kind, run};

/// A shape.
#[class(eq, hash, weakref)]
#[derive(Clone, Debug)]
pub enum Shape {
    /// Round.
    Circle {
        /// From the middle.
        radius: f64,
    },
    /// With corners.
    Rect(f64, f64),
    #[variant(name = "Text")]
    Label {
        #[field(name = "type")]
        kind: String,
        #[field(default = 12)]
        size: u8,
        #[field(default = None)]
        bold: Option<bool>,
    },
    Empty,
    #[cfg(any())]
    Never(u8),
}

// Floats have neither, but the test's are numbers.
impl PartialEq for Shape {
    fn eq(&self, other: &Self) -> bool {
        format!("{self:?}") == format!("{other:?}")
    }
}

impl Eq for Shape {}

impl std::hash::Hash for Shape {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        format!("{self:?}").hash(state);
    }
}

#[methods]
impl Shape {
    #[classattr]
    const CORNERS: u8 = 4;

    #[classattr(name = "UNIT")]
    fn unit() -> Self {
        Shape::Circle { radius: 1.0 }
    }

    #[staticmethod]
    fn square(side: f64) -> Shape {
        Shape::Rect(side, side)
    }

    #[getter]
    fn area(&self) -> f64 {
        match self {
            Shape::Circle { radius } => radius * radius * 3.0,
            Shape::Rect(width, height) => width * height,
            _ => 0.0,
        }
    }

    fn twice(&self) -> Shape {
        match self {
            Shape::Circle { radius } => Shape::Circle { radius: radius * 2.0 },
            other => other.clone(),
        }
    }

    fn __add__(&self, other: Ref<'_, Shape>) -> f64 {
        self.area() + other.area()
    }
}

/// Of references.
#[class(weakref, dict)]
pub enum Held {
    One(Py<Any>),
    Two {
        first: Py<Any>,
        second: Option<Py<Any>>,
        count: i64,
    },
    #[variant(name = "Cell")]
    Hidden {
        #[traverse(skip = "plain data")]
        number: u64,
    },
}

#[methods]
impl Held {
    fn __repr__(&self) -> &'static str {
        match self {
            Held::One(_) => "<one>",
            Held::Two { .. } => "<two>",
            Held::Hidden { .. } => "<hidden>",
        }
    }
}

/// A tree of itself.
#[class(eq, ord)]
#[derive(Clone, PartialEq, PartialOrd)]
pub enum Expr {
    Number(i64),
    Sum(Box<Expr>, Box<Expr>),
    All {
        of: Vec<Expr>,
        #[field(default = None)]
        beside: Option<Box<Expr>>,
    },
}

/// A list, by its objects.
#[class(weakref)]
pub enum Chain {
    End,
    Link { value: Py<Any>, rest: Py<Chain> },
}

#[methods]
impl Chain {
    fn __len__(&self) -> usize {
        match self {
            Chain::End => 0,
            Chain::Link { rest, .. } => 1 + Python::attach(|py| rest.bind(py).get().__len__()),
        }
    }
}

#[methods]
impl Expr {
    fn value(&self) -> i64 {
        match self {
            Expr::Number(number) => *number,
            Expr::Sum(left, right) => left.value() + right.value(),
            Expr::All { of, beside } => of.iter().chain(beside.as_deref()).map(Expr::value).sum(),
        }
    }
}

#[owned::module]
mod variants {
    use owned::prelude::*;

    #[export]
    pub use super::{Chain, Expr, Held, Shape};

    #[function]
    fn grown(shape: Ref<'_, Shape>, by: f64) -> Shape {
        match &*shape {
            Shape::Circle { radius } => Shape::Circle { radius: radius + by },
            Shape::Rect(width, height) => Shape::Rect(width + by, height + by),
            other => other.clone(),
        }
    }

    #[function]
    fn same(shape: Shape) -> Shape {
        shape
    }

    #[function]
    fn hold(object: Py<Any>) -> Held {
        Held::One(object)
    }
}

#[test]
fn a_class_for_each_variant() {
    python(|py| {
        let module = owned::load!(py, variants)?;
        flat(py, |_| {
            run(
                &module,
                "
S = m.Shape
assert (S.Circle.__name__, S.Circle.__qualname__, S.Circle.__module__) == ('Circle', 'Shape.Circle', 'variants')
assert S.Circle.__mro__ == (S.Circle, S, object) and repr(S.Text) == \"<class 'variants.Shape.Text'>\"
assert S.__doc__ == 'A shape.' and S.Circle.__doc__ == 'Round.' and S.Circle.radius.__doc__ == 'From the middle.'
assert not hasattr(S, 'Label') and not hasattr(S, 'Never') and not hasattr(m, 'Circle') and m.__all__[:2] == ['Chain', 'Expr']
c = S.Circle(2)
assert type(c) is S.Circle and isinstance(c, S) and c.radius == 2.0 and S.Circle(radius=3).radius == 3
r = S.Rect(2, _1=3)
assert (r._0, r._1, len(r), r[0], r[-1], list(r)) == (2, 3, 2, 2, 3, [2, 3])
width, height = r
for wrong in (2, -3, 10 ** 20):
    assert raised(lambda: r[wrong]).startswith(('IndexError', 'OverflowError')), raised(lambda: r[wrong])
assert raised(lambda: r['a']).startswith('TypeError') and raised(len, c).startswith('TypeError')
t = S.Text('x')
assert (t.type, t.size, t.bold) == ('x', 12, None) and S.Text('x', bold=True, size=3).bold is True
assert type(S.Empty()) is S.Empty and S.Empty() is not S.Empty()
assert [repr(x) for x in (c, r, t, S.Empty())] == [
    'Shape.Circle(radius=2.0)', 'Shape.Rect(2.0, 3.0)', \"Shape.Text(type='x', size=12, bold=None)\", 'Shape.Empty()']
assert S.Circle.__match_args__ == ('radius',) and S.Rect.__match_args__ == ('_0', '_1') and S.Empty.__match_args__ == ()
assert not hasattr(S, '__match_args__')
def area(shape):
    match shape:
        case S.Circle(radius): return radius * radius * 3
        case S.Rect(width, height): return width * height
        case S.Text(type=kind): return kind
        case S.Empty(): return 0
assert [area(x) for x in (c, r, t, S.Empty())] == [12, 6, 'x', 0]
assert (c.area, r.area, c.twice(), S.square(2), c + r) == (12, 6, S.Circle(4), S.Rect(2, 2), 18)
assert type(c.twice()) is S.Circle and S.CORNERS == c.CORNERS == 4 and S.UNIT == S.Circle(1) and type(S.UNIT) is S.Circle
assert c == S.Circle(2) and c != S.Circle(3) and c != r and c != 3 and hash(c) == hash(S.Circle(2)) and {c: 1}[S.Circle(2)] == 1
assert m.grown(c, 1) == S.Circle(3) and type(m.grown(r, 1)) is S.Rect and m.same(c) == c and m.same(c) is not c
",
            )
        });
        Ok(())
    });
}

#[test]
fn what_is_refused() {
    python(|py| {
        let module = owned::load!(py, variants)?;
        flat(py, |_| {
            run(
                &module,
                "
S = m.Shape
assert raised(S) == \"TypeError: cannot create 'variants.Shape' instances\", raised(S)
assert raised(S, 2).startswith('TypeError: cannot create')
assert raised(object.__new__, S).startswith('TypeError') and raised(object.__new__, S.Circle).startswith('TypeError')
assert raised(S.Circle.__new__, S).startswith('TypeError') and raised(S.Circle.__new__, S.Rect, 1, 2).startswith('TypeError')
assert raised(S.Circle) == \"TypeError: Shape.Circle() missing 1 required argument: 'radius'\", raised(S.Circle)
assert raised(S.Circle, 'a').startswith(\"TypeError: Shape.Circle() argument 'radius': \"), raised(S.Circle, 'a')
assert raised(S.Circle, 1, 2).startswith('TypeError: Shape.Circle() takes') and raised(S.Empty, 1).startswith('TypeError: Shape.Empty()')
assert raised(S.Circle, 1, radius=2).startswith('TypeError') and raised(S.Circle, side=2).startswith('TypeError')
c = S.Circle(2)
assert raised(setattr, c, 'radius', 3) == \"AttributeError: attribute 'radius' of 'variants.Circle' objects is not writable\", raised(setattr, c, 'radius', 3)
assert raised(delattr, c, 'radius').startswith('AttributeError') and raised(setattr, c, 'other', 3).startswith('AttributeError')
assert raised(setattr, S, 'Circle', 3).startswith('TypeError: cannot set') and raised(setattr, S.Circle, 'x', 3).startswith('TypeError: cannot set')
assert raised(type, 'Sub', (S.Circle,), {}).startswith('TypeError: type') and raised(setattr, c, '__class__', S.Empty).startswith('TypeError')
class Sub(S): pass
assert raised(Sub).startswith('TypeError: cannot create')
class New(S):
    def __new__(cls): return super().__new__(cls)
assert raised(New).startswith('TypeError: '), raised(New)
class Mixed(S):
    def __new__(cls): return S.Circle.__new__(cls, 1)
assert raised(Mixed).startswith('TypeError'), raised(Mixed)
assert raised(m.same, 3) == \"TypeError: same() argument 'shape': expected Shape, got int\", raised(m.same, 3)
assert raised(lambda: c < c).startswith('TypeError') and raised(lambda: c + 3).startswith('TypeError')
assert raised(S.Circle.radius.__get__, S.Empty()).startswith('TypeError')
",
            )
        });
        Ok(())
    });
}

#[test]
fn copies_and_pickles() {
    python(|py| {
        let module = owned::load!(py, variants)?;
        let modules = py.import("sys")?.getattr("modules")?;
        modules.set_item("variants", &module)?;
        let done = run(
            &module,
            "
import copy, inspect, pickle
S = m.Shape
for value in (S.Circle(2), S.Rect(1, 2), S.Text('a', 3), S.Empty()):
    for twin in (copy.copy(value), copy.deepcopy(value), *(pickle.loads(pickle.dumps(value, p)) for p in range(2, 6))):
        assert twin == value and type(twin) is type(value)
one = m.Held.One([1])
assert copy.copy(one)._0 is one._0 and copy.deepcopy(one)._0 == [1] and copy.deepcopy(one)._0 is not one._0
assert str(inspect.signature(S.Text)) == '(type, size=12, bold=None)' and str(inspect.signature(S.Empty)) == '()'
assert S.Circle(2).__reduce__() == (S.Circle, (2.0,))
",
        );
        modules.del_item("variants")?;
        done
    });
}

#[test]
fn trees_of_themselves() {
    python(|py| {
        let module = owned::load!(py, variants)?;
        flat(py, |_| {
            run(
                &module,
                "
E = m.Expr
tree = E.Sum(E.Number(1), E.All([E.Number(2), E.Sum(E.Number(3), E.Number(4))]))
assert tree.value() == 10 and tree._1.of[1]._0._0 == 3 and type(tree._1) is E.All
assert repr(tree._0) == 'Expr.Number(1)' and tree == E.Sum(tree._0, tree._1) and E.Number(1) < E.Number(2) < tree
match tree:
    case E.Sum(E.Number(left), E.All([_, E.Sum()], None)): assert left == 1
    case _: assert False
beside = E.All([], beside=E.Number(3))
assert beside.value() == 3 and beside.beside == E.Number(3) and beside.of == []
end = m.Chain.End()
last = m.Chain.Link('b', end)
chain = m.Chain.Link('a', rest=last)
assert chain.rest is last and chain.rest.rest is end and [len(c) for c in (chain, last, end)] == [2, 1, 0]
assert raised(m.Chain.Link, 'a', 3).startswith(\"TypeError: Chain.Link() argument 'rest': \")
long = end
for _ in range(1000): long = m.Chain.Link(None, long)
gone = weakref.ref(long)
del long
assert gone() is None
",
            )
        });
        Ok(())
    });
}

#[test]
fn references_are_counted() {
    python(|py| {
        let module = owned::load!(py, variants)?;
        let held = module.getattr("Held")?;
        flat(py, |probe| {
            let one = held.call_method("One", (probe,))?;
            assert!(one.getattr("_0")?.is(probe) && one.get_item(0)?.is(probe));
            assert_eq!(one.repr()?.to_str()?, "<one>");
            let two = held.call_method("Two", (probe, probe, 3))?;
            two.setattr("extra", probe)?;
            assert!(two.getattr("second")?.is(probe) && two.getattr("extra")?.is(probe));
            assert_eq!(raised_kind(held.call_method("Two", (probe, probe, probe))), "TypeError");
            assert_eq!(raised_kind(held.call_method("One", (probe, probe))), "TypeError");
            let through = module.call_method("hold", (probe,))?;
            assert!(through.type_of().is(&held.getattr("One")?));
            let value = through.as_borrowed().downcast::<Held>()?;
            let Held::One(object) = value.get() else { panic!("another variant") };
            assert!(object.bind(py).is(probe));
            assert!(Ref::<Held>::from_py(through.as_borrowed()).map(|value| matches!(*value, Held::One(_)))?);
            assert!(Ref::<Held>::from_py(probe.as_borrowed()).is_err());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn a_thousand_cycles_are_collected() {
    python(|py| {
        let module = owned::load!(py, variants)?;
        collect(py)?;
        run(
            &module,
            "
class Probe: pass
gc.collect()
gone, seen = [], []
for at in range(1000):
    holder, probe = [], Probe()
    value = m.Held.Two(holder, probe, at) if at % 2 else m.Held.One([holder, probe])
    if at % 3: holder.append(value)
    else: value.itself = value, probe
    seen.append(weakref.ref(value)), gone.append(weakref.ref(probe))
del holder, probe, value
gc.collect()
assert sum(ref() is None for ref in seen) == 1000 and sum(ref() is None for ref in gone) == 1000
",
        )
    });
}

#[test]
fn all_of_the_classes_go() {
    python(|py| {
        let stay = classes_stay(py)?;
        flat(py, |_| {
            let module = owned::load!(py, variants)?;
            let shape = module.getattr("Shape")?;
            let weak = Weak::new(&shape.getattr("Circle")?)?;
            let circle = shape.call_method("Circle", (1,))?;
            let again = owned::load!(py, variants)?;
            assert!(module.call_method("same", (&circle,))?.type_of().is(&again.getattr("Shape")?.getattr("Circle")?));
            drop((module, shape, circle, again));
            collect(py)?;
            // Where Python's own classes stay, they do too, and are found.
            assert_eq!(weak.upgrade()?.is_some(), stay);
            match Shape::Empty.into_any(py) {
                Ok(_) => assert!(stay),
                Err(error) => assert!(error.to_string().starts_with("RuntimeError")),
            }
            Ok(())
        });
        Ok(())
    });
}
