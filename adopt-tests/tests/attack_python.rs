//! What Python code can do with classes that are half C's and half Rust's.

#[path = "../../owned/tests/support/mod.rs"]
mod support;

mod adopted;

use adopted::{python, run};
use owned::prelude::*;

#[test]
fn classes_of_pythons_over_it() {
    run("
import copy, gc, heap, pickle, weakref
from vault import Vault
class Slots(Vault):
    __slots__ = ('more', '__weakref__')
    def __del__(self): died.append((self.count(), self.who(), self.label, len(self.log())))
died = []
for attempt in range(3):
    one = Slots(attempt)
    one.more = one.label = [one]
    weak = weakref.ref(one, lambda _: died.append('weak'))
    del one.more
    one.label = None
    del one
assert died == [(0, 'Rust', None, 1), 'weak', (1, 'Rust', None, 1), 'weak', (2, 'Rust', None, 1), 'weak'], died

# Kept by its own __del__, and gone in the end.
class Kept(Vault):
    def __del__(self): kept.append(self)
kept = []
Kept(5)
assert kept[0].count() == 5 and kept[0].log() == ['Rust made']
kept.clear()

# Never initialised, initialised twice, and half.
bare = Vault.__new__(Vault)
assert bare.count() == 0 and bare.label is None and bare.log() == [] and bare.take_label() is None
for wrong in (bare.last_line, lambda: Vault.__new__(), lambda: Vault.__new__(int), lambda: object.__new__(Vault),
              lambda: heap.Box.__new__(Vault), lambda: Vault.__init__(heap.Box(), 1), lambda: Vault.who(heap.Box())):
    try: wrong()
    except (TypeError, IndexError): pass
    else: raise AssertionError
bare.__init__(1); bare.__init__(2)
try: bare.__init__('x')
except TypeError: pass
assert bare.count() == 2 and bare.log() == ['Rust made'] * 2
class Failing(Vault):
    def __init__(self, fails):
        self.label = self
        if fails: raise ValueError
        super().__init__(3)
try: Failing(True)
except ValueError: pass
assert Failing(False).count() == 3
gc.collect()

# Copies do not share what C has.
for way in copy.copy, copy.deepcopy, lambda v: pickle.loads(pickle.dumps(v, 4)):
    try: made = way(Vault(3))
    except TypeError: continue
    assert made.log() == [] or made.count() == 3, made
");
}

#[test]
fn classes_are_not_exchanged() {
    run("
import heap
from vault import Bare, Full, Plain, Vault
class One(Vault): pass
class Two(Vault): pass
class Slots(Vault): __slots__ = ('more',)
class OneBox(heap.Box): pass
class TwoBox(heap.Box): pass
one = One(1)
one.__class__ = Two
assert one.who() == 'Rust' and type(one) is Two
for target, classes in (one, (Vault, Slots, Plain, heap.Box, OneBox, Bare, Full, object)), (Vault(1), (One, Plain, Bare)), (
        heap.Box(), (OneBox, Vault, object, Bare)), (Bare(), (Vault, heap.Box)), (OneBox(), (heap.Box, Two)):
    for other in classes:
        try: target.__class__ = other
        except TypeError: pass
        else: raise AssertionError((target, other))
box = OneBox()
box.__class__ = TwoBox
assert box.who() == 'Rust' and heap.is_box(box)

# A static type cannot be changed, and a heap type as C says.
for name in 'who', 'new', '__repr__', '__len__':
    try: setattr(Vault, name, 1)
    except TypeError: pass
    else: raise AssertionError
    try: delattr(Vault, name)
    except (TypeError, AttributeError): pass
    else: raise AssertionError
who = heap.Box.who
heap.Box.who = lambda self: 'Python'
assert heap.Box().who() == 'Python' and who(heap.Box()) == 'Rust'
heap.Box.who = who
");
}

#[test]
fn classes_of_both_kinds() {
    run("
import heap
from vault import Bare, Full, Vault
for bases in (Vault, Full), (Full, Vault), (Vault, Bare), (Bare, Vault), (Bare, heap.Box), (Vault, heap.Box), (heap.Box, Full), (Vault, list), (dict, heap.Box):
    try: type('Wrong', bases, {})
    except TypeError: pass
    else: raise AssertionError(bases)
class Meta(type):
    def __call__(cls, *args):
        made = cls.__new__(cls, *args)
        made.label = cls
        return made
    def __instancecheck__(cls, other): return True
class Strange(Vault, metaclass=Meta): pass
strange = Strange(7)
assert strange.count() == 0 and strange.label is Strange and strange.who() == 'Rust'
assert isinstance(5, Strange)
try: Vault(1).link(5)
except TypeError: pass
else: raise AssertionError
Vault(1).link(strange)
");
}

#[test]
fn what_is_replaced_reenters() {
    run("
import gc, heap
from vault import Vault
class Reenters:
    def __init__(self, of): self.of = of
    def __del__(self):
        seen.append(self.of.label if hasattr(self.of, 'label') else self.of.held)
        if hasattr(self.of, 'label'):
            self.of.label = 'from __del__'
            self.of.take_label()
            self.of.relabel_by_c('by C')
        else:
            self.of.swap('from __del__')
            self.of.swap('again')
seen = []
v = Vault(1)
for attempt in range(50):
    v.label = Reenters(v)
    v.label = attempt
    v.label = Reenters(v)
    v.relabel_by_c(attempt)
    v.label = Reenters(v)
    assert type(v.take_label()) is Reenters
    b = heap.Box()
    b.swap(Reenters(b))
    b.swap(attempt)
    # C's collector empties it.
    b.swap((Reenters(b), b))
    del b
    gc.collect()
v.label = None
assert len(seen) == 250, len(seen)

# What a getter gives lives on its own.
v.label = [1, 2, 3]
label = v.label
v.label = None
assert label == [1, 2, 3]
log = v.log_by_rust()
del v
assert log[0] == 'Rust made'

# An object that C's collector has emptied is still one.
class Late:
    def __init__(self, box): self.box = box
    def __del__(self): late.append((self.box.held, self.box.who(), self.box.facts(), repr(self.box), self.box == self.box))
late = []
box = heap.Box()
box.swap([Late(box), box])
del box
gc.collect()
assert len(late) == 1 and late[0][1] == 'Rust', late
");
}

#[test]
fn threads_share_an_object() {
    run("
import heap, sys, threading
from vault import Vault
interval = sys.getswitchinterval()
sys.setswitchinterval(1e-6)
v, b = Vault(1), heap.Box()
def work(number):
    for at in range(2000):
        v.label = [number, at]
        v.take_label()
        b.swap([number, at])
        v.marks(), b.facts(), b.held, v.label
        v.note('x') if at % 100 == 0 else None
threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
for thread in threads: thread.start()
for thread in threads: thread.join()
sys.setswitchinterval(interval)
assert len(v.log()) == 121
");
}

#[test]
fn imported_by_threads_at_once() {
    run("
import sys, threading
names = ['single', 'multi', 'vault', 'heap', 'slots', 'eager']
for attempt in range(20):
    for name in names: sys.modules.pop(name, None)
    failed = []
    def work():
        try:
            for name in names: __import__(name)
        except BaseException as error: failed.append(error)
    threads = [threading.Thread(target=work) for number in range(6)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    assert not failed, failed
");
}

#[test]
fn references_are_flat() {
    python(|py| {
        let globals = Dict::empty(py)?;
        support::exec(
            &globals,
            "
import gc, heap
from vault import Vault
class Slots(Vault):
    __slots__ = ('more', '__weakref__')
    def __del__(self): self.label = None
class OneBox(heap.Box):
    def __del__(self): self.swap(None)
def work(probe):
    for T in Vault, Slots:
        one = T(3)
        one.label = probe
        T.__new__(T)
        one.__init__(4)
        try: one.__init__('x')
        except TypeError: pass
        try: T(probe)
        except TypeError: pass
    one = OneBox()
    one.swap((probe, one))
    del one
    gc.collect()
",
        )?;
        let work = globals.call_method("__getitem__", ("work",))?;
        support::flat(py, |probe| work.call((probe,)).map(drop));
        Ok(())
    });
}
