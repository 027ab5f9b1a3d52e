//! Static properties: attributes of the class itself that functions read and set.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]
#![allow(missing_docs, reason = "as above")]

mod support;

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

use owned::prelude::*;
use support::{alive, collect, flat, left_of_python, python, run};

static COUNT: AtomicI64 = AtomicI64::new(0);
static KEPT: Mutex<Option<Py<Any>>> = Mutex::new(None);

/// Counts what is made.
#[class(subclass, weakref)]
pub struct Counter;

#[methods]
impl Counter {
    #[new]
    fn new() -> Self {
        COUNT.fetch_add(1, Relaxed);
        Counter
    }

    /// How many there are.
    #[staticgetter]
    fn count() -> i64 {
        COUNT.load(Relaxed)
    }

    #[staticsetter]
    fn set_count(count: i64) -> Result<()> {
        if count < 0 {
            return Err(ValueError::new("negative"));
        }
        COUNT.store(count, Relaxed);
        Ok(())
    }

    /// The interpreter's.
    #[staticgetter(name = "version")]
    fn read_version(py: Python<'_>) -> Result<Owned<'_, Any>> {
        py.import("sys")?.getattr("hexversion")
    }

    #[staticgetter]
    fn kept(py: Python<'_>) -> Option<Py<Any>> {
        KEPT.lock().unwrap().as_ref().map(|kept| kept.clone_ref(py))
    }

    #[staticsetter]
    fn set_kept(value: Option<Py<Any>>) {
        let _old = std::mem::replace(&mut *KEPT.lock().unwrap(), value);
    }

    #[staticsetter(name = "log")]
    fn set_only(_value: &str) {}

    #[staticgetter]
    fn fails() -> Result<i64> {
        Err(KeyError::new("no such thing"))
    }

    #[staticgetter]
    fn panics() -> i64 {
        panic!("a bug")
    }
}

/// Over it, with one of its own.
#[class(extends = Counter, subclass)]
pub struct Special;

#[methods]
impl Special {
    #[new]
    fn new() -> owned::Extended<Counter, Special> {
        owned::Extended::new(Counter, Special)
    }

    #[staticgetter]
    fn limit() -> u8 {
        9
    }
}

/// Over that, with none.
#[class(extends = Special)]
pub struct Plain;

/// An enum with fields has them too.
#[class]
pub enum Shape {
    Round { radius: f64 },
}

#[methods]
impl Shape {
    #[staticgetter]
    fn unit() -> Shape {
        Shape::Round { radius: 1.0 }
    }
}

/// Of a metaclass of Python's.
#[class(metaclass = "abc:ABCMeta")]
pub struct Abstract;

#[methods]
impl Abstract {
    #[new]
    fn new() -> Self {
        Abstract
    }

    #[staticgetter]
    fn count() -> i64 {
        Counter::count()
    }

    #[staticsetter]
    fn set_count(count: i64) -> Result<()> {
        Counter::set_count(count)
    }
}

/// Over a class of Python's.
#[class(extends = (Counter, "collections.abc:Sized"))]
pub struct Sized;

#[methods]
impl Sized {
    fn __len__(&self) -> usize {
        3
    }
}

/// Of a metaclass that sets attributes in a way of its own.
#[class(metaclass = "enum:EnumMeta")]
pub struct Odd;

#[methods]
impl Odd {
    #[staticgetter]
    fn count() -> i64 {
        0
    }
}

#[owned::module]
mod odd {
    #[export]
    pub use super::Odd;
}

/// A class for each type.
#[class(instances(Numbers = Of<i64>, Texts = Of<String>))]
pub struct Of<T> {
    #[field(get)]
    held: Vec<T>,
}

#[methods(instances(Of<i64>, Of<String>))]
impl<T> Of<T> {
    #[staticgetter]
    fn size() -> usize {
        size_of::<T>()
    }
}

/// It has none.
#[class(subclass)]
pub struct Without;

#[owned::module]
mod statics {
    #[export]
    pub use super::{Abstract, Counter, Numbers, Plain, Shape, Sized, Special, Texts, Without};
}

#[test]
fn read_and_set_on_the_class() {
    python(|py| {
        let module = owned::load!(py, statics)?;
        flat(py, |_| {
            run(
                &module,
                "
C = m.Counter
C.count = 5
assert C.count == 5 and C().count == 6 and C.count == 6
C.count += 1
assert C.count == 7 and C.version == sys.hexversion
assert raised(setattr, C, 'count', -1) == 'ValueError: negative' and C.count == 7
assert raised(setattr, C, 'count', 'x').startswith('TypeError: '), raised(setattr, C, 'count', 'x')
assert raised(delattr, C, 'count') == \"AttributeError: cannot delete attribute 'count'\", raised(delattr, C, 'count')
assert raised(setattr, C, 'version', 3) == \"AttributeError: attribute 'version' of 'statics.type[Counter]' objects is not writable\", raised(setattr, C, 'version', 3)
assert raised(delattr, C, 'version').startswith('AttributeError')
assert raised(setattr, C, 'other', 3).startswith('TypeError: cannot set'), raised(setattr, C, 'other', 3)
assert raised(delattr, C, '__doc__').startswith('TypeError: cannot'), raised(delattr, C, '__doc__')
assert raised(setattr, C, 3, 3).startswith('TypeError'), raised(setattr, C, 3, 3)
C.log = 'text'
assert raised(getattr, C, 'log').startswith('AttributeError') and raised(getattr, C, 'fails') .startswith('KeyError: ')
c = C()
c.count = 2
assert C.count == c.count == 2 and raised(delattr, c, 'count').startswith('AttributeError')
assert raised(setattr, c, 'version', 3).startswith('AttributeError') and raised(setattr, c, 'other', 3).startswith('AttributeError')
assert C.__dict__['count'].__doc__ == type(C).count.__doc__ == 'How many there are.' and 'count' in dir(C)
assert (type(C).__name__, type(C).__module__, type(C).__mro__[1:]) == ('type[Counter]', 'statics', (type, object)), type(C).__module__
assert type(m.Without) is type and isinstance(C, type) and repr(C) == \"<class 'statics.Counter'>\"
assert raised(setattr, type(C), 'count', 3).startswith('TypeError: cannot set')
",
            )
        });
        Ok(())
    });
}

#[test]
fn a_panic_is_an_exception() {
    python(|py| {
        let module = owned::load!(py, statics)?;
        run(&module, "assert 'a bug' in raised(getattr, m.Counter, 'panics')")
    });
}

#[test]
fn subclasses_have_them() {
    python(|py| {
        let module = owned::load!(py, statics)?;
        flat(py, |_| {
            run(
                &module,
                "
C = m.Counter
class Sub(C):
    other = 1
Sub.count = 3
assert C.count == Sub.count == 3 and 'count' not in Sub.__dict__ and type(Sub) is type(C)
assert Sub().count == 4 and raised(setattr, Sub, 'version', 3).startswith('AttributeError')
assert raised(delattr, Sub, 'count').startswith('AttributeError')
Sub.other, Sub.more = 2, 3
assert (Sub.other, Sub().other, Sub.more) == (2, 2, 3)
del Sub.more
Sub.__len__ = lambda self: 7
assert len(Sub()) == 7 and not hasattr(Sub, 'more') and raised(delattr, Sub, 'more').startswith('AttributeError')
Sub.__name__ = 'Named'
assert repr(Sub()).startswith('<') and Sub.__name__ == 'Named'
assert raised(lambda: setattr(C, '__name__', 'x')).startswith('TypeError')

S = m.Special
S.count = 8
assert (S.limit, S.count, C.count, S().limit) == (9, 8, 8, 9) and not hasattr(C, 'limit')
assert issubclass(type(S), type(C)) and type(S) is not type(C) and type(m.Plain) is type(S)
m.Plain.count = 1
assert (m.Plain.count, m.Plain.limit, C.count) == (1, 9, 1) and raised(setattr, m.Plain, 'limit', 1).startswith('AttributeError')
class Both(S, C): pass
assert type(Both) is type(S) and Both.limit == 9

class Meta(type(C)):
    @property
    def level(cls): return 11
    @level.setter
    def level(cls, value): cls.levels = value
class Mine(C, metaclass=Meta): pass
Mine.count, Mine.level = 20, 3
assert (C.count, Mine.level, Mine.levels) == (20, 11, 3) and 'count' not in Mine.__dict__
class Own(type(C)):
    def __setattr__(cls, name, value): super().__setattr__(name, value + 1)
class Next(C, metaclass=Own): pass
Next.count = 20
assert C.count == 21
assert raised(type('M', (type,), {}), 'X', (C,), {}).startswith('TypeError: metaclass conflict')

assert (m.Numbers.size, m.Texts.size) == (8, 24)
Loose = type(C)('Loose', (), {})
Loose.count = 30
assert Loose.count == C.count == 30 and raised(type(C), C).startswith('TypeError')
assert m.Shape.unit.radius == 1 and m.Shape.Round(2).unit.radius == 1 and type(m.Shape.unit) is m.Shape.Round
assert raised(setattr, m.Shape, 'unit', 1).startswith('AttributeError') and type(m.Shape.Round) is type(m.Shape)
",
            )
        });
        Ok(())
    });
}

#[test]
fn together_with_metaclasses_of_python() {
    python(|py| {
        let module = owned::load!(py, statics)?;
        flat(py, |_| {
            run(
                &module,
                "
import abc, collections.abc
A = m.Abstract
A.count = 3
assert A.count == A().count == m.Counter.count == 3 and 'count' not in A.__dict__
assert isinstance(A, abc.ABCMeta) and raised(delattr, A, 'count').startswith('AttributeError')
A.register(int)
assert issubclass(int, A)
class Sub(A, collections.abc.Sized):
    @abc.abstractmethod
    def f(self): pass
Sub.count = 4
assert A.count == 4 and raised(Sub).startswith(\"TypeError: Can't instantiate abstract class Sub\"), raised(Sub)
Z = m.Sized
Z.count = 5
assert Z.count == m.Counter.count == 5 and issubclass(Z, collections.abc.Sized) and isinstance(Z, abc.ABCMeta)
",
            )
        });
        Ok(())
    });
}

#[test]
fn a_metaclass_that_sets_attributes_is_refused() {
    python(|py| {
        let error = owned::load!(py, odd).unwrap_err().to_string();
        assert!(error.contains("class 'Odd' has static properties, and its metaclass"), "{error}");
        Ok(())
    });
}

#[test]
fn a_thousand_classes_go() {
    python(|py| {
        let module = owned::load!(py, statics)?;
        run(
            &module,
            "
gone = []
for at in range(1000):
    class Sub(m.Counter):
        def f(self): return Sub
    Sub.count, Sub.itself = at, Sub
    Sub.mine = Sub()
    gone.append(weakref.ref(Sub))
del Sub
gc.collect()
m.left = sum(ref() is not None for ref in gone)
assert m.Counter.count == 1000, m.Counter.count
",
        )?;
        assert_eq!(module.getattr("left")?.extract::<usize>()?, left_of_python(py, 1000)?);
        let mut gone = Vec::new();
        for _ in 0..250 {
            let module = owned::load!(py, statics)?;
            for name in ["Counter", "Special", "Shape", "Abstract"] {
                let class = module.getattr(name)?;
                gone.push((Weak::new(&class)?, Weak::new(&class.type_of())?));
            }
            run(&module, "m.Counter.kept = m.Counter()\nm.Counter.kept = None")?;
        }
        collect(py)?;
        let gone: Vec<_> = gone.into_iter().flat_map(<[_; 2]>::from).map(Owned::unbind).collect();
        assert_eq!(gone.len(), 2000);
        assert_eq!(alive(py, &gone)?, left_of_python(py, 2000)?);
        Ok(())
    });
}

#[test]
fn nothing_is_left() {
    python(|py| {
        flat(py, |probe| {
            let module = owned::load!(py, statics)?;
            let counter = module.getattr("Counter")?;
            counter.setattr("kept", probe)?;
            assert!(counter.getattr("kept")?.is(probe));
            counter.setattr("kept", py.none())?;
            drop((module, counter));
            collect(py).map(drop)
        });
        Ok(())
    });
}
