//! Safe code that tries to get at what slots hold by ways that are not theirs: names, the interpreter's own instructions for
//! members, classes over classes, collections at any time, exceptions that wait, what an ended interpreter has left.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use owned::Extended;
use owned::embed::Interpreter;
use owned::prelude::*;
use support::{child_succeeds, flat, in_child, python, run};

/// By members of these names a type says where its instances keep what C looks for.
#[class]
pub struct Named {
    #[field(get, name = "__weaklistoffset__")]
    weak: Slot,
    #[field(get, set, name = "__dictoffset__")]
    dict: Slot,
    #[field(get, name = "__vectorcalloffset__")]
    call: Slot,
    #[field(get)]
    read: Slot,
}

#[methods]
impl Named {
    #[new]
    fn new(any: Borrowed<'_, '_, Any>) -> Self {
        let slot = || Slot::from(any.to_owned());
        Named { weak: slot(), dict: slot(), call: slot(), read: slot() }
    }
}

#[derive(Traverse)]
struct Nested {
    slots: [Slot; 2],
    map: HashMap<u8, Option<Box<Slot>>>,
    cell: GcCell<Vec<Slot>>,
}

/// No word: slots wherever a field may have them.
#[class(subclass, dict, weakref)]
pub struct Deep {
    nested: Nested,
    #[field(get, set)]
    any: Slot,
}

#[methods]
impl Deep {
    #[new]
    fn new() -> Self {
        let (map, cell) = ([(1, Some(Box::default()))].into(), GcCell::new(vec![Slot::empty()]));
        Deep { nested: Nested { slots: Default::default(), map, cell }, any: Slot::empty() }
    }

    fn put(&self, at: usize, value: Borrowed<'_, '_, Any>) -> Result<()> {
        let (Nested { slots, map, cell }, object) = (&self.nested, value.to_owned());
        match (at, map[&1].as_deref()) {
            (0, _) => slots[1].set(object),
            (1, Some(slot)) => slot.set(object),
            (2, _) => cell.with(value.py(), |all| all[0].set(object))?,
            _ => self.any.set(object),
        }
        Ok(())
    }
}

/// A word over none.
#[class(extends = Deep, subclass)]
pub struct Worded {
    #[field(get, set)]
    text: String,
    #[field(get, set)]
    more: Slot,
}

#[methods]
impl Worded {
    #[new]
    fn new() -> Extended<Deep, Self> {
        Extended::new(Deep::new(), Worded { text: "ink".to_owned(), more: Slot::empty() })
    }

    fn during(&mut self, call: Borrowed<'_, '_, Callable>) -> Result<()> {
        call.call(()).map(drop)
    }
}

/// None over a word.
#[class(extends = Worded)]
pub struct Third {
    #[field(get, set)]
    last: Slot,
}

#[methods]
impl Third {
    #[new]
    fn new() -> Extended<Extended<Deep, Worded>, Self> {
        Extended::new(Worded::new(), Third { last: Slot::empty() })
    }
}

/// Its memory is nobody's but its own; a slot for each place of a tuple.
#[class]
pub struct Pair(#[field(get, set, name = "any")] Slot, #[field(get, set, name = "other")] Slot);

#[methods]
impl Pair {
    #[new]
    #[signature(any = None)]
    fn new(any: Option<Py<Any>>) -> Self {
        Pair(any.map(Slot::from).unwrap_or_default(), Slot::empty())
    }
}

#[owned::module]
mod attack {
    #[export]
    pub use super::{Deep, Named, Pair, Third, Worded};
}

#[test]
fn a_slot_is_no_place_of_its_types() {
    python(|py| {
        let source = "
o = m.Named('ink')
assert o.__weaklistoffset__ == o.__dictoffset__ == o.__vectorcalloffset__ == 'ink'
assert m.Named.__weakrefoffset__ == m.Named.__dictoffset__ == 0
for act in (lambda: weakref.ref(o), lambda: o(), lambda: vars(o)): assert raised(act).startswith('TypeError: ')
o.__dictoffset__ = o
";
        run(&owned::load!(py, attack)?, source)
    });
}

/// From 3.11 on the interpreter has instructions of its own for members, for what runs often.
#[test]
fn members_stay_what_they_are_where_they_are_read_often() {
    python(|py| {
        let source = "
def works(o, other):
    for i in range(200):
        o.any = other; assert o.any is other
        o.any = i + 1000; assert o.any == i + 1000
        del o.any; assert raised(lambda: o.any).startswith('AttributeError: ')
def refuses(*acts):
    for i in range(200):
        for act in acts:
            try: act()
            except (AttributeError, TypeError): pass
            else: raise AssertionError(act)
for kind in (m.Deep, m.Worded, m.Third, m.Pair): works(kind(), kind)
class Other:
    __slots__ = ('own', 'two', 'three')
    any, read = vars(m.Deep)['any'], vars(m.Named)['read']
o, named = Other(), m.Named('ink')
def reads(): o.any
def writes(): o.any = 1
def deletes(): del named.read
def only_read(): assert named.read == 'ink'; named.read = 1
refuses(reads, writes, deletes, only_read)
";
        run(&owned::load!(py, attack)?, source)
    });
}

#[test]
fn cycles_through_every_part_go_at_any_time() {
    python(|py| {
        let source = "
seen, threshold = [], gc.get_threshold()
class Makes:
    def __del__(self): m.Pair(self).any, m.Third().more = 1, m.Worded()
def look(phase, info):
    for o in gc.get_objects():
        if isinstance(o, (m.Deep, m.Pair)): gc.get_referents(o), getattr(o, 'any', 0)
gc.callbacks.append(look); gc.set_threshold(1)
try:
    for kind in (m.Deep, m.Worded, m.Third):
        for at in range(4):
            o = kind(); o.put(at, (o, Makes())); weakref.finalize(o, seen.append, 0)
        o.dict = m.Pair(o)
    o = m.Third(); o.last = o.more = m.Pair(o); weakref.finalize(o, seen.append, 0)
    def call(): o.last = o.any = call; assert raised(lambda: o.more).startswith('RuntimeError: ') and gc.collect() >= 0
    o.during(call)
finally: gc.callbacks.remove(look); gc.set_threshold(*threshold)
del o, call; gc.collect(); assert len(seen) == 13, len(seen)
";
        run(&owned::load!(py, attack)?, source)
    });
}

#[test]
fn what_is_raised_stays_whatever_goes_meanwhile() {
    python(|py| {
        let module = owned::load!(py, attack)?;
        let source = "
class Loud:
    def __del__(self): o = m.Pair(self); o.any = None; del o.any; raise ValueError('it goes')
def fails(kind):
    o = kind(); o.any = Loud(); p = kind(); p.any = [m.Pair(o)]
    raise KeyError('it stays')
told, hook = [], sys.unraisablehook
sys.unraisablehook = lambda it: told.append(1)
try:
    for kind in (m.Deep, m.Worded, m.Third, m.Pair): assert raised(fails, kind) == \"KeyError: 'it stays'\"
finally: sys.unraisablehook = hook
assert len(told) == 4
";
        run(&module, source)?;
        flat(py, |_| run(&module, source));
        Ok(())
    });
}

/// CPython 3.11 has it among the subclasses of `object`.
#[test]
fn a_class_of_an_ended_interpreter_makes_no_instances() {
    static LEFT: Mutex<Vec<Py<Any>>> = Mutex::new(Vec::new());
    if !in_child() {
        child_succeeds("a_class_of_an_ended_interpreter_makes_no_instances");
        return;
    }
    for _ in 0..3 {
        let interpreter = Interpreter::start().expect("it starts");
        let passes: Result<()> = interpreter.attach(|py| {
            let module = owned::load!(py, attack)?;
            let source = "
for left in object.__subclasses__():
    if left.__name__ != 'Deep' or left is m.Deep: continue
    for kind in (left, *left.__subclasses__()): # one over it with a word, too
        assert raised(kind).endswith('is of an interpreter that has ended'), raised(kind)
o = m.Deep(); o.put(3, [1]); assert o.any == [1]
class Over(m.Deep): pass
o = Over(); o.put(3, [1]); assert o.any == [1]
";
            run(&module, source)?;
            LEFT.lock().unwrap_or_else(PoisonError::into_inner).push(module.call_method("Worded", ())?.unbind());
            Ok(())
        });
        passes.expect("it passes");
        interpreter.stop().expect("it stops");
    }
}
