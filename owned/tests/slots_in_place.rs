//! Fields that change through `&self`: slots and atomic cells, in classes with and without a state word.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::sync::Mutex;
use std::thread;

use owned::embed::Interpreter;
use owned::prelude::*;
use owned::{Extended, Frozen, Mutable, pending_releases};
use support::{child_succeeds, collect, flat, has_gil, in_child, probe, python, run};

/// No state word: C reads and writes its slots.
#[class(subclass, weakref)]
pub struct Light {
    #[field(get, set)]
    any: Slot,
    #[field(get)]
    read: Slot,
    #[field(get, set)]
    x: AtomicCell<f64>,
    #[field(get, set)]
    small: AtomicCell<u8>,
    #[field(get, set)]
    flag: AtomicCell<bool>,
    hidden: Vec<Slot>,
}

#[methods]
impl Light {
    #[new]
    #[signature(any = None, *, read = None)]
    fn new(any: Option<Py<Any>>, read: Option<Py<Any>>) -> Self {
        Light {
            any: any.map(Slot::from).unwrap_or_default(),
            read: read.map(Slot::from).unwrap_or_default(),
            x: 0.5.into(),
            small: 7.into(),
            flag: false.into(),
            hidden: vec![Slot::empty(), Slot::empty()],
        }
    }

    /// What is in the slot before and after a call.
    fn around<'py>(&self, call: Borrowed<'_, 'py, Callable>) -> Result<[Option<Owned<'py, Any>>; 2]> {
        let before = self.any.get(call.py());
        self.x.set(1.0);
        call.call(())?;
        self.x.update(|x| x + 1.0);
        Ok([before, self.any.get(call.py())])
    }

    fn put(&self, value: Borrowed<'_, '_, Any>) {
        self.read.set(value.to_owned());
    }

    fn hide(&self, value: Borrowed<'_, '_, Any>) {
        self.hidden[1].set(value.to_owned());
    }

    fn take<'py>(&self, py: Python<'py>) -> Option<Owned<'py, Any>> {
        self.any.take(py)
    }
}

/// A state word: the same by functions.
#[class(weakref)]
pub struct Heavy {
    #[field(get, set)]
    any: Slot,
    #[field(get)]
    read: Slot,
    #[field(get, set)]
    x: AtomicCell<f64>,
    #[field(get, set)]
    small: AtomicCell<u8>,
    #[field(get, set)]
    flag: AtomicCell<bool>,
}

#[methods]
impl Heavy {
    #[new]
    #[signature(any = None)]
    fn new(any: Option<Py<Any>>) -> Self {
        let any = any.map(Slot::from).unwrap_or_default();
        Heavy { any, read: Slot::empty(), x: 0.5.into(), small: 7.into(), flag: false.into() }
    }

    fn put(&mut self, value: Borrowed<'_, '_, Any>) {
        self.read = value.to_owned().into();
    }

    fn during(&mut self, call: Borrowed<'_, '_, Callable>) -> Result<()> {
        call.call(()).map(drop)
    }
}

/// A slot of its own over the base's.
#[class(extends = Light, subclass)]
pub struct Over {
    #[field(get, set)]
    more: Slot,
}

#[methods]
impl Over {
    #[new]
    fn new() -> Extended<Light, Self> {
        Extended::new(Light::new(None, None), Over { more: Slot::empty() })
    }
}

/// A dict below: its part has a word, to say whether it is there.
#[class(extends = Dict)]
pub struct Table {
    #[field(get, set)]
    owner: Slot,
}

#[methods]
impl Table {
    #[new]
    fn new() -> Self {
        Table { owner: Slot::empty() }
    }
}

/// Methods have a say in what a property is.
#[class]
pub struct Careful {
    #[field(get, set)]
    any: Slot,
}

#[methods]
impl Careful {
    #[new]
    fn new(any: Py<Any>) -> Self {
        Careful { any: any.into() }
    }

    #[deleter]
    fn any(&self) -> Result<()> {
        Err(TypeError::new("it stays"))
    }
}

/// The constructor and the comparison are made of the fields.
#[class(new, eq, repr)]
#[derive(PartialEq, Debug)]
pub struct Pair {
    #[field(get, set)]
    x: AtomicCell<f64>,
    #[field(get, set, default = AtomicCell::new(3))]
    y: AtomicCell<i32>,
}

#[owned::module]
mod fields {
    #[export]
    pub use super::{Careful, Heavy, Light, Over, Pair, Table};
}

static_assertions::assert_type_eq_all!(<Light as owned::Class>::State, <Over as owned::Class>::State, Frozen);
static_assertions::assert_type_eq_all!(<Heavy as owned::Class>::State, <Table as owned::Class>::State, Mutable);

/// Its own destructor runs.
#[class]
pub struct Loud {
    any: Slot,
}

impl Drop for Loud {
    fn drop(&mut self) {}
}

/// A destructor of what is in it runs.
#[class]
pub struct HoldsLoud {
    inner: Inner,
}

#[derive(Traverse)]
struct Inner(Option<Py<Any>>);

impl Drop for Inner {
    fn drop(&mut self) {}
}

// Whether taking an instance apart runs code of its author's, which can panic, and must not see what is raised.
const QUIET: [bool; 5] = [
    <Light as owned::Class>::DROPS_QUIETLY,
    <Heavy as owned::Class>::DROPS_QUIETLY,
    <Pair as owned::Class>::DROPS_QUIETLY,
    <Loud as owned::Class>::DROPS_QUIETLY,
    <HoldsLoud as owned::Class>::DROPS_QUIETLY,
];
const _: () = assert!(matches!(QUIET, [true, true, true, false, false]));

#[test]
fn an_exception_that_waits_survives_what_is_released() {
    python(|py| {
        let module = owned::load!(py, fields)?;
        let source = "
class Loud:
    def __del__(self): raise ValueError('it goes')
def fails(kind):
    light = kind(Loud())
    raise KeyError('it stays')
told, hook = [], sys.unraisablehook
sys.unraisablehook = lambda it: told.append(str(it.exc_value))
try:
    for kind in (m.Light, m.Heavy): assert raised(fails, kind) == \"KeyError: 'it stays'\"
finally: sys.unraisablehook = hook
assert told == ['it goes'] * 2, told
";
        run(&module, source)?;
        flat(py, |_| run(&module, source));
        Ok(())
    });
}

#[test]
fn python_reads_sets_and_deletes_with_and_without_a_word() {
    python(|py| {
        let module = owned::load!(py, fields)?;
        run(
            &module,
            "
for kind in (m.Light, m.Heavy):
    o = kind()
    for missing in raised(lambda: o.any), raised(delattr, o, 'any'):
        assert missing.startswith('AttributeError: ') and 'any' in missing, missing
    if kind is m.Heavy: assert missing == \"AttributeError: 'fields.Heavy' object has no attribute 'any'\", missing
    o.any = [1]; assert o.any == [1]
    o.any = o.any; assert o.any == [1]
    del o.any; assert not hasattr(o, 'any')
    assert raised(setattr, o, 'read', 1).startswith('AttributeError: ')
    assert not hasattr(o, 'read'); o.put('ink'); assert o.read == 'ink'
    o.x = 3; o.small = 255; o.flag = True
    assert (o.x, o.small, o.flag) == (3.0, 255, True)
    assert raised(setattr, o, 'x', 'ink') == 'TypeError: x: expected float, got str', raised(setattr, o, 'x', 'ink')
    assert raised(setattr, o, 'small', 256).startswith('OverflowError: small: '), raised(setattr, o, 'small', 256)
    assert raised(delattr, o, 'x') == \"AttributeError: cannot delete attribute 'x'\"
    assert (o.x, o.small, o.flag) == (3.0, 255, True)
a, b = m.Pair(1.5), m.Pair(1.5, 3)
assert a == b and repr(a) == 'Pair(x=1.5, y=3)', repr(a)
b.y = 4; assert a != b
",
        )?;
        if has_gil(py)? && !cfg!(feature = "own-gil") {
            run(
                &module,
                "
kinds = [type(vars(kind)[name]).__name__ for kind, name in
         [(m.Light, 'any'), (m.Light, 'read'), (m.Over, 'more'), (m.Heavy, 'any'), (m.Table, 'owner'), (m.Careful, 'any')]]
assert kinds == ['member_descriptor'] * 3 + ['getset_descriptor'] * 3, kinds
",
            )?;
        }
        run(
            &module,
            "
o = m.Over(); o.any, o.more = 1, [2]; assert (o.any, o.more) == (1, [2])
class Sub(m.Over): __slots__ = ('own',)
s = Sub(); s.own = s.any = s.more = s; assert s.own is s.any is s.more is s
t = m.Table(); t['key'] = 1; t.owner = t; assert t.owner['key'] == 1; del t.owner; assert not hasattr(t, 'owner')
c = m.Careful('ink'); c.any = 'oil'; assert c.any == 'oil'
assert raised(delattr, c, 'any') == 'TypeError: it stays' and c.any == 'oil'
",
        )
    });
}

#[test]
fn an_instance_is_as_large_as_its_fields() {
    python(|py| {
        let module = owned::load!(py, fields)?;
        let size = |name: &str| module.getattr(name)?.getattr("__basicsize__")?.extract::<usize>();
        let header: usize = py.eval("object.__basicsize__", None)?.extract()?;
        assert_eq!(size("Pair")?, header + 16);
        if has_gil(py)? && !cfg!(feature = "own-gil") {
            assert_eq!(size("Careful")?, header + size_of::<usize>());
        }
        Ok(())
    });
}

#[test]
fn rust_sees_what_python_writes_meanwhile() {
    python(|py| {
        let module = owned::load!(py, fields)?;
        run(
            &module,
            "
o = m.Light('before')
def call(): assert o.x == 1.0; o.any = 'after'; o.x = 40
assert o.around(call) == ['before', 'after'] and o.x == 41.0
def call(): del o.any
assert o.around(call) == ['after', None]
def call(): o.any = o.take; raise KeyError
assert raised(o.around, call) == 'KeyError: ' and o.take() == o.take
",
        )
    });
}

#[test]
fn an_object_in_use_is_refused_with_a_word_only() {
    python(|py| {
        let module = owned::load!(py, fields)?;
        run(
            &module,
            "
o = m.Heavy('ink')
def call():
    for act in (lambda: o.any, lambda: setattr(o, 'any', 1), lambda: delattr(o, 'any'), lambda: setattr(o, 'x', 1)):
        said = raised(act); assert said.startswith('RuntimeError: ') and 'during' in said, said
o.during(call); assert o.any == 'ink' and o.x == 0.5
# What is replaced goes when the object is free again.
class Reads:
    def __del__(self): seen.append(o.during(lambda: None))
seen = []; o.any = Reads(); o.any = 1; o.any = Reads(); del o.any; assert seen == [None, None], seen
",
        )
    });
}

#[test]
fn destructors_find_the_slot_as_it_is_then() {
    python(|py| {
        let module = owned::load!(py, fields)?;
        let source = "
for kind in (m.Light, m.Heavy):
    o, seen = kind(), []
    class Writes:
        def __del__(self): seen.append(getattr(o, 'any', 'nothing')); o.any = 'late'
    o.any = Writes(); o.any = 'new'; assert (o.any, seen) == ('late', ['new']), (o.any, seen)
    o.any = Writes(); del o.any; assert (o.any, seen) == ('late', ['new', 'nothing']), (o.any, seen)
o = m.Light(Writes()); o.take(); assert o.any == 'late'
";
        run(&module, source)?;
        flat(py, |_| run(&module, source));
        Ok(())
    });
}

#[test]
fn a_thousand_cycles_through_slots_go() {
    python(|py| {
        let module = owned::load!(py, fields)?;
        run(
            &module,
            "
seen = []
for i in range(1000):
    for o in (m.Light(), m.Heavy(), m.Over()):
        weakref.finalize(o, seen.append, i); o.any = o
        assert gc.get_referents(o).count(o) == 1
    o = m.Light(); weakref.finalize(o, seen.append, i); o.hide([o]); o.put(o); o.any = (o,)
    o = m.Over(); weakref.finalize(o, seen.append, i); o.more = [o]
del o; gc.collect(); assert len(seen) == 5000, len(seen)

# The collector empties it: who is left sees nothing there.
class Last:
    def __del__(self): seen.append(hasattr(self.light, 'any'))
seen.clear(); last = Last(); last.light = m.Light(last); del last; gc.collect(); assert len(seen) == 1, seen
",
        )
    });
}

#[test]
fn nothing_is_left_of_what_succeeds_or_fails() {
    python(|py| {
        let module = owned::load!(py, fields)?;
        let light = module.call_method("Light", ())?;
        let heavy = module.call_method("Heavy", ())?;
        flat(py, |probe| {
            for object in [&light, &heavy] {
                object.setattr("any", probe)?;
                object.setattr("any", probe)?;
                assert!(object.getattr("any")?.is(probe));
                assert!(object.setattr("x", probe).is_err() && object.setattr("small", probe).is_err());
                assert!(object.setattr("read", probe).is_err());
                object.call_method("put", (probe,))?;
                object.call_method("put", (1,))?;
                object.delattr("any")?;
                assert!(object.delattr("any").is_err() && object.getattr("any").is_err());
            }
            let new = module.call_method("Light", (probe,))?;
            new.call_method("hide", (probe,))?;
            module.call_method("Careful", (probe,))?.setattr("any", probe)?;
            Ok(())
        });
        let object = probe(py);
        let slot = Slot::from(object.clone());
        assert!(slot.replace(List::empty(py)?).is_some_and(|old| old.is(&object)));
        slot.set(object.clone());
        assert_eq!(object.refcount(), 2);
        assert!(slot.take(py).is_some() && slot.take(py).is_none() && slot.get(py).is_none());
        assert_eq!(object.refcount(), 1);
        // Dropped on a thread that is not attached, it waits for one that is.
        let slot = Slot::from(object.clone());
        py.detach(|| thread::spawn(move || drop(slot)).join()).expect("it does not panic");
        while pending_releases() > 0 {
            py.detach(thread::yield_now);
        }
        let is_released = || Ok(object.refcount() == 1);
        assert!(is_released()? || support::later(py, is_released)?);
        collect(py).map(drop)
    });
}

#[test]
fn threads_lose_no_update_and_no_reference() {
    python(|py| {
        let module = owned::load!(py, fields)?;
        let light = module.call_method("Light", ())?.downcast::<Light>()?.unbind();
        let (cell, object) = (AtomicCell::new(0_u32), probe(py).unbind());
        let work = || {
            for _ in 0..1000 {
                cell.update(|count| count + 1);
                Python::attach(|py| {
                    let light = light.bind(py);
                    light.get().any.set(object.bind(py).to_owned());
                    let seen = light.setattr("any", object.bind(py)).and_then(|()| light.getattr("any"));
                    // Another thread can have taken it out.
                    assert!(seen.map_or(true, |seen| seen.is(&object.bind(py))));
                    drop(light.get().any.take(py));
                });
            }
        };
        py.detach(|| thread::scope(|scope| (0..4).for_each(|_| drop(scope.spawn(work)))));
        assert_eq!(cell.get(), 4000);
        assert!(light.bind(py).get().any.get(py).is_none());
        let object = object.into_bound(py);
        assert!(support::later(py, || Ok(object.refcount() == 1))? || object.refcount() == 1);
        Ok(())
    });
}

/// What is left of the first life of the interpreter is out of reach in the second, where slots are read and set by functions.
#[test]
fn a_slot_outlives_no_interpreter() {
    static LEFT: Slot = Slot::empty();
    static LIGHT: Mutex<Option<Light>> = Mutex::new(None);
    if !in_child() {
        child_succeeds("a_slot_outlives_no_interpreter");
        return;
    }
    for life in 0..3 {
        let interpreter = Interpreter::start().expect("it starts");
        let passes: Result<()> = interpreter.attach(|py| {
            let module = owned::load!(py, fields)?;
            assert!(LEFT.get(py).is_none() && LEFT.take(py).is_none(), "life {life}");
            LEFT.set(List::new(py, [life])?);
            let light = Light::new(Some(probe(py).unbind()), None);
            drop(LIGHT.lock().expect("nobody panics").replace(light));
            run(
                &module,
                "o = m.Light(); o.any = o; assert o.any is o; del o.any; assert not hasattr(o, 'any'); o.any = 1",
            )?;
            assert_eq!(LEFT.get(py).expect("set above").repr()?.to_str()?, format!("[{life}]"));
            Ok(())
        });
        passes.expect("it passes");
        interpreter.stop().expect("it stops");
    }
}
