//! Callbacks: kept or held weakly, one or many, gone when their objects are gone.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use support::{classes_stay, flat, python, run};

/// Calls what was registered.
#[class(subclass, weakref, dict)]
pub struct Button {
    #[field(get, set)]
    on_tap: Option<Callback>,
    listeners: Callbacks,
    taps: GcCell<Vec<Py<Any>>>,
}

#[methods]
impl Button {
    #[new]
    #[signature(*_args)]
    fn new(py: Python<'_>, _args: Vec<Py<Any>>) -> Result<Self> {
        Ok(Button { on_tap: None, listeners: Callbacks::new(py)?, taps: GcCell::default() })
    }

    /// Registers its own method, in the constructor.
    #[signature(weak = None)]
    fn __init__(slf: Borrowed<'_, '_, Self>, weak: Option<bool>) -> Result<()> {
        let Some(weak) = weak else { return Ok(()) };
        let own = slf.getattr("tapped")?.downcast::<Callable>()?;
        let callback = if weak { Callback::weak(&own)? } else { Callback::new(&own) };
        slf.borrow()?.listeners.connect(slf.py(), callback).map(drop)
    }

    fn set_weak(slf: Borrowed<'_, '_, Self>, callable: Borrowed<'_, '_, Callable>) -> Result<()> {
        let callback = Callback::weak(&callable)?;
        let _old = slf.borrow_mut()?.on_tap.replace(callback);
        Ok(())
    }

    fn tap<'py>(slf: Borrowed<'_, 'py, Self>, argument: Py<Any>) -> Result<Option<Owned<'py, Any>>> {
        let callback = slf.borrow()?.on_tap.as_ref().map(|callback| callback.clone_ref(slf.py()));
        callback.map_or(Ok(None), |callback| callback.call(slf.py(), (argument,)))
    }

    fn alive(&self, py: Python<'_>) -> Result<Option<bool>> {
        self.on_tap.as_ref().map(|callback| callback.is_alive(py)).transpose()
    }

    #[signature(callable, weak = false)]
    fn connect(&self, py: Python<'_>, callable: Borrowed<'_, '_, Callable>, weak: bool) -> Result<u64> {
        self.listeners.connect(py, if weak { Callback::weak(&callable)? } else { Callback::new(&callable) })
    }

    fn disconnect(&self, py: Python<'_>, id: u64) -> Result<bool> {
        self.listeners.disconnect(py, id)
    }

    fn forget(&self, callable: Borrowed<'_, '_, Callable>) -> Result<bool> {
        self.listeners.disconnect_callable(callable.py(), &callable)
    }

    fn clear(&self, py: Python<'_>) -> Result<()> {
        self.listeners.clear(py)
    }

    fn __len__(&self, py: Python<'_>) -> Result<usize> {
        self.listeners.len(py)
    }

    fn emit<'py>(&self, py: Python<'py>, argument: Py<Any>) -> Result<Vec<Owned<'py, Any>>> {
        self.listeners.call(py, (argument,))
    }

    fn emit_all(&self, py: Python<'_>, argument: Py<Any>) -> Result<()> {
        self.listeners.call_all(py, (argument,))
    }

    fn tapped(&self, py: Python<'_>, argument: Py<Any>) -> Result<usize> {
        self.taps.with_mut(py, |taps| {
            taps.push(argument);
            taps.len()
        })
    }

    #[classmethod]
    fn named(_class: Borrowed<'_, '_, Type>, argument: Py<Any>) -> Py<Any> {
        argument
    }

    #[staticmethod]
    fn same(argument: Py<Any>) -> Py<Any> {
        argument
    }
}

#[owned::module]
mod callbacks {
    use owned::prelude::*;

    #[export]
    pub use super::Button;

    #[function]
    fn identity(argument: Py<Any>) -> Py<Any> {
        argument
    }
}

/// Python that makes, as `holder` and `callable`, every kind of thing that can be held weakly.
const KINDS: &[(&str, &str)] = &[
    ("a method of Python", "class A:\n  def m(self, x): return x\nholder = A(); callable = holder.m"),
    (
        "a class method of Python",
        "class A:\n  @classmethod\n  def m(cls, x): return x\nholder = A; callable = A.m; del A",
    ),
    ("a function", "def holder(x): return x\ncallable = holder"),
    ("a callable object", "class A:\n  def __call__(self, x): return x\nholder = callable = A()"),
    ("a method of ours", "holder = m.Button(); callable = holder.tapped"),
    (
        "a method of ours, of a subclass",
        "class A(m.Button):\n  def tapped(self, x): return x\nholder = A(); callable = holder.tapped",
    ),
    (
        "a method of ours that a subclass overrides",
        "class A(m.Button):\n  def tapped(self, x): raise AssertionError\n  def get(self): return super().tapped\nholder = A(); callable = holder.get()",
    ),
    ("a class method of ours", "class holder(m.Button): pass\ncallable = holder.named"),
    ("a method of C", "holder = type('S', (set,), {})(); callable = holder.__contains__"),
    ("a method of C, of a deque", "import collections\nholder = collections.deque([1], 5); callable = holder.append"),
    ("a slot of C", "class holder(set): pass\nholder = holder(); callable = holder.__len__.__self__.__eq__"),
    ("a partial", "import functools\nholder = callable = functools.partial(m.identity)"),
    ("a type", "class holder:\n  def __init__(self, x): pass\ncallable = holder"),
    (
        "a method through __getattr__",
        "class P(set):\n  def __getattr__(self, name): return self.add\nholder = P(); callable = holder.other",
    ),
];

#[test]
fn weak_callbacks_of_every_kind_call_until_their_object_is_gone() {
    python(|py| {
        let module = owned::load!(py, callbacks)?;
        let stay = classes_stay(py)?;
        for (kind, make) in KINDS {
            let source = format!(
                "
{make}
expected = callable('x')
pairs = [(m.Button(), m.Button()) for _ in range(2)]
for b, many in pairs:
    b.set_weak(callable); many.connect(callable, weak=True)
del callable
w = weakref.ref(holder)
stays = '{stay}' == 'true' and isinstance(holder, (type, type(lambda: 0)))  # as they do there that are not nested
count = sys.getrefcount(holder)
b, many = pairs.pop(); b.on_tap = None; many.clear()
assert sys.getrefcount(holder) == count, 'it was counted'
b, many = pairs.pop()
for _ in range(2):
    assert b.alive() is True and len(many) == 1
    if type(expected) not in (int, type(None)) and type(expected).__module__ != '__main__' and type(expected) is not holder: assert b.tap('x') == expected, expected
    else: b.tap('x')
    assert len(many.emit('x')) == 1
del holder, expected
for name in ('A', 'P'): globals().pop(name, None)
if w() is not None: gc.collect()
assert (w() is not None) is stays
assert b.alive() is stays and (stays or b.tap('x') is None)
assert len(many) == stays and (stays or many.emit('x') == [])
"
            );
            let outcome = run(&module, &source);
            assert!(outcome.is_ok(), "{kind}: {}", support::raised(outcome));
        }
        Ok(())
    });
}

#[test]
fn an_object_that_goes_by_counting_takes_its_callback_along_at_once() {
    python(|py| {
        let module = owned::load!(py, callbacks)?;
        flat(py, |_| {
            run(
                &module,
                "
gc.disable()
many = m.Button()
class A:
    def m(self, x): return x
objects = [A() for _ in range(10)]
ids = [many.connect(a.m, weak=True) for a in objects] + [many.connect(objects[3].m, weak=True)]
assert ids == list(range(1, 12)) and len(many) == 11
del objects[3]
assert len(many) == 9 and many.emit(7) == [7] * 9
objects.clear()
assert len(many) == 0
gc.enable()
",
            )
        });
        Ok(())
    });
}

#[test]
fn what_cannot_be_held_weakly_is_refused() {
    python(|py| {
        let module = owned::load!(py, callbacks)?;
        flat(py, |_| {
            run(
                &module,
                "
b = m.Button()
def refused(callable):
    message = raised(b.set_weak, callable)
    assert message == raised(b.connect, callable, True) and len(b) == 0 and b.alive() is None
    return message
no = 'TypeError: cannot hold this {} weakly: {!r} objects take no weak references'
assert refused([].append) == no.format('builtin_function_or_method', 'list'), refused([].append)
assert refused((1).__add__) == no.format('method-wrapper', 'int'), refused((1).__add__)
class Slotted:
    __slots__ = ('x',)
    def m(self): pass
    def __call__(self): pass
assert refused(Slotted().m) == no.format('method', 'Slotted')
assert refused(Slotted()) == no.format('Slotted', 'Slotted')
assert refused(str.upper) == no.format('method_descriptor', 'method_descriptor')
import types
assert refused(types.MethodType(str.upper, b)) == no.format('method', 'method_descriptor')
assert raised(b.set_weak, 3) == \"TypeError: Button.set_weak() argument 'callable': expected callable, got int\", raised(b.set_weak, 3)
assert raised(setattr, b, 'on_tap', 3) == 'TypeError: on_tap: expected callable, got int', raised(setattr, b, 'on_tap', 3)
class Hostile:
    def __getattr__(self, name): raise KeyError(name)
    __slots__ = ()
    def __call__(self): pass
assert refused(Hostile()) == \"KeyError: '__self__'\", refused(Hostile())
",
            )
        });
        Ok(())
    });
}

#[test]
fn functions_are_held_as_they_are() {
    python(|py| {
        let module = owned::load!(py, callbacks)?;
        module.setattr("stay", classes_stay(py)?)?;
        flat(py, |_| {
            run(
                &module,
                "
b = m.Button()
for function in (m.identity, m.Button.same, print, len, dict.fromkeys, int.from_bytes, type.mro.__get__(m.Button)):
    b.set_weak(function)
    assert b.alive(), function
    assert b.on_tap == function
b.set_weak(lambda x: x)
assert b.alive() is m.stay and (m.stay or b.on_tap is None)     # nobody else held it
b.on_tap = kept = lambda x: x
assert b.on_tap is kept and b.tap(3) == 3
class A:
    def m(self, x): return x
a = A(); b.on_tap = weak = weakref.WeakMethod(a.m)
assert b.tap(4) == 4 and b.alive() and b.on_tap is weak
b.connect(weak); b.connect(weakref.ref(a.m.__func__))
assert len(b) == 2
b.forget(a.m); assert len(b) == 1
b.connect(weak)
assert raised(b.emit, 4).startswith('TypeError') and len(b) == 2  # the function alone lacks an argument
del a
assert b.tap(4) is None and b.alive() is False and b.on_tap is weak
assert len(b) == 1
",
            )
        });
        Ok(())
    });
}

#[test]
fn a_method_that_is_registered_in_the_constructor() {
    python(|py| {
        let module = owned::load!(py, callbacks)?;
        run(
            &module,
            "
alone = sys.getrefcount(m.Button())
assert sys.getrefcount(m.Button(True)) == alone     # weak: as if it had not been
assert sys.getrefcount(m.Button(False)) == alone + 1
gc.collect(); gc.disable()
gone = []
for i in range(1000): weakref.finalize(m.Button(True), gone.append, i)
assert len(gone) == 1000                            # by counting alone
for i in range(1000): weakref.finalize(m.Button(False), gone.append, i)
assert len(gone) == 1000
gc.collect(); gc.enable()
assert len(gone) == 2000
b = m.Button(True); assert b.emit('x') == [1] and b.emit('y') == [2]
",
        )
    });
}

#[test]
fn callbacks_may_connect_and_disconnect_while_they_are_called() {
    python(|py| {
        let module = owned::load!(py, callbacks)?;
        flat(py, |_| {
            run(
                &module,
                "
b, log = m.Button(), []
def first(x):
    log.append('first'); b.connect(lambda x: log.append('late')); b.disconnect(third_id); b.disconnect(first_id)
first_id = b.connect(first)
second_id = b.connect(lambda x: log.append('second'))
third_id = b.connect(lambda x: log.append('third'))
assert b.emit(1) == [None, None] and log == ['first', 'second'], log
log.clear(); b.emit(1)
assert log == ['second', 'late'], log
assert b.disconnect(first_id) is False and b.disconnect(second_id) is True
b.clear(); assert len(b) == 0
def nested(x):
    if x: b.emit(x - 1)
    log.append(x)
log.clear(); b.connect(nested); b.emit(3); assert log == [0, 1, 2, 3]
b.clear(); b.connect(lambda x: b.clear()); b.connect(nested); log.clear(); b.emit(1); assert log == []
# The same one twice, and found by equality.
class A:
    def m(self, x): return x
a = A(); b.connect(a.m); b.connect(a.m)
assert b.emit(1) == [1, 1] and b.forget(a.m) is True and b.emit(1) == [1] and b.forget(a.m) and not b.forget(a.m)
# One that goes before its turn.
seen = []
class D:
    def m(self, x): seen.append(x)
d = [D()]
b.connect(lambda x: d.clear()); b.connect(d[0].m, weak=True)
b.emit(1); assert seen == [] and len(b) == 1
# The last reference to the object that calls.
holder = [m.Button()]
holder[0].connect(lambda x: holder.clear()); holder[0].connect(lambda x: 'still')
assert holder[0].emit(1) == [None, 'still'] and not holder
",
            )
        });
        Ok(())
    });
}

#[test]
fn errors_end_it_or_are_collected() {
    python(|py| {
        let module = owned::load!(py, callbacks)?;
        flat(py, |_| {
            run(
                &module,
                "
b, log = m.Button(), []
def fail(error):
    def callback(x): log.append(x); raise error
    return callback
assert b.emit_all(1) is None
b.connect(log.append); one = b.connect(fail(ValueError('one'))); b.connect(log.append)
assert raised(b.emit, 1) == 'ValueError: one' and log == [1, 1]
log.clear(); assert raised(b.emit_all, 1) == 'ValueError: one' and log == [1, 1, 1]
b.connect(fail(KeyError('two')))
try: b.emit_all(2)
except ExceptionGroup as group: assert [repr(e) for e in group.exceptions] == [\"ValueError('one')\", \"KeyError('two')\"], group; del group
assert log[-4:] == [2, 2, 2, 2]
stop = b.connect(fail(KeyboardInterrupt())); b.connect(log.append)
b.disconnect(one); log.clear()
try: b.emit_all(3)
except BaseExceptionGroup as group: assert [type(e) for e in group.exceptions] == [KeyError, KeyboardInterrupt]; del group
assert log == [3] * 4, log                          # what comes after it is not called
del fail
",
            )
        });
        Ok(())
    });
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let module = owned::load!(py, callbacks)?;
        flat(py, |probe| {
            let (seen, gone) = (List::empty(py)?, module.call_method("Button", ())?);
            let both = owned::callback!(py, "both", [strong seen, weak gone], |args, kwargs| {
                seen.append(args.get(0)?)?;
                Ok((gone.type_name(), kwargs.len()))
            } else {
                Ok("gone")
            })?;
            let weak = Callback::weak(&both)?;
            let many = Callbacks::new(py)?;
            many.connect(py, weak)?;
            many.connect(py, Callback::new(&both))?;
            assert_eq!(many.call(py, (probe,))?.len(), 2);
            assert_eq!(both.call((probe,))?.repr()?.to_str()?, "('callbacks.Button', 0)");
            drop(gone);
            assert_eq!(both.call((probe,))?.extract::<String>()?, "gone");
            let plain = probe.clone().unbind();
            let moved = owned::callback!(py, "moved", [move plain], |args| Ok(plain.bind(args.py())))?;
            assert!(moved.call(())?.is(probe));
            let named = Dict::empty(py)?;
            named.set("x", 1)?;
            assert_eq!(
                support::raised(moved.call_with((), &named)),
                "TypeError: this callback takes no keyword arguments"
            );
            let set = py.eval("{3}", None)?.downcast::<owned::types::Set>()?;
            let length = owned::callback!(py, "length", [weak set], |_| Ok(set.len()))?;
            assert_eq!(length.call(())?.extract::<usize>()?, 1);
            drop(set);
            assert!(length.call(())?.is_none());
            let refused = owned::callback!(py, "refused", [weak seen], |_| Ok(seen.len()));
            assert_eq!(support::raised(refused), "TypeError: cannot create weak reference to 'list' object");
            Ok(())
        });
        Ok(())
    });
}
