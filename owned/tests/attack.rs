//! Attacks from Python code that runs in the middle of ours: nothing may crash, and nothing may be left.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::collections::HashMap;

use owned::prelude::*;
use support::{flat, python, run};

/// Does everything that lets Python code run while the object is in use.
#[class(subclass, weakref, dict)]
pub struct Victim {
    #[field(get, set)]
    held: Option<Py<Any>>,
    #[field(get, set)]
    list: Vec<Py<Any>>,
    #[field(get, set)]
    number: i64,
}

#[methods]
impl Victim {
    #[new]
    #[signature(held = None)]
    fn new(held: Option<Py<Any>>) -> Self {
        Victim { held, list: Vec::new(), number: 0 }
    }

    /// Drops what it holds while it is borrowed exclusively.
    fn drop_all(&mut self) {
        self.held = None;
        self.list.clear();
    }

    fn call(&self, callback: Borrowed<'_, '_, Callable>) -> Result<Py<Any>> {
        Ok(callback.call(())?.unbind())
    }

    fn call_mut(&mut self, callback: Borrowed<'_, '_, Callable>) -> Result<Py<Any>> {
        self.list.push(callback.call(())?.unbind());
        Ok(callback.call(())?.unbind())
    }

    fn swap(&mut self, mut other: RefMut<'_, Victim>) {
        core::mem::swap(&mut self.held, &mut other.held);
    }

    fn detached(&self, py: Python<'_>) -> i64 {
        py.detach(|| {
            std::thread::yield_now();
            self.number
        })
    }

    fn detached_mut(&mut self, py: Python<'_>) -> i64 {
        py.detach(|| {
            std::thread::yield_now();
            self.held = None; // let go of where nobody is attached
            self.number += 1;
            self.number
        })
    }

    fn __eq__(&self, other: Borrowed<'_, '_, Victim>) -> Result<bool> {
        Ok(self.number == other.borrow()?.number)
    }

    fn __hash__(&self) -> isize {
        self.number as isize
    }

    fn __len__(&self) -> usize {
        self.list.len()
    }

    fn __getitem__(&self, index: usize, py: Python<'_>) -> Result<Py<Any>> {
        let item = self.list.get(index).ok_or_else(|| IndexError::new("out of range"))?;
        Ok(item.clone_ref(py))
    }

    fn __contains__(&self, item: Borrowed<'_, '_, Any>) -> Result<bool> {
        let py = item.py();
        for held in &self.list {
            if held.bind(py).compare_bool(item, CompareOp::Eq)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn __repr__(&self, py: Python<'_>) -> Result<String> {
        self.list.iter().map(|item| Ok(item.bind(py).repr()?.to_str()?.to_owned())).collect()
    }
}

#[owned::module]
mod attack {
    use super::HashMap;
    use owned::prelude::*;

    #[export]
    pub use super::Victim;

    #[function]
    fn dict(map: HashMap<String, Py<Any>>) -> usize {
        map.len()
    }

    #[function]
    fn numbers(numbers: Vec<i64>, path: std::path::PathBuf) -> (Vec<i64>, std::path::PathBuf) {
        (numbers, path)
    }

    #[function]
    fn recurse(callback: Borrowed<'_, '_, Callable>) -> Result<Py<Any>> {
        Ok(callback.call(())?.unbind())
    }

    #[function]
    fn touch(victim: Ref<'_, super::Victim>, number: i64) -> i64 {
        victim.number + number
    }
}

fn each(source: &'static str) {
    python(|py| {
        let module = owned::load!(py, attack)?;
        flat(py, |_| run(&module, source));
        Ok(())
    });
}

#[test]
fn a_destructor_meets_the_object_that_lets_go_of_it() {
    each(
        "
seen = []
class Del:
    def __init__(self, v): self.v = v
    def __del__(self):
        gc.collect()
        for f in (lambda: self.v.held, lambda: setattr(self.v, 'held', Del(self.v) if len(seen) < 9 else None),
                  self.v.drop_all, lambda: repr(self.v), lambda: len(self.v), lambda: self.v.call_mut(list)):
            try: f(); seen.append(0)
            except RuntimeError as e: seen.append(1)
v = m.Victim(); v.held = Del(v); v.list = [Del(v), Del(v)]
v.held = None; v.list = []; v.drop_all()
v.held = Del(v); v.list = [Del(v)] * 3; v.drop_all()
assert 0 in seen and 1 in seen
v.held = Del(v); del v; gc.collect()
",
    )
}

#[test]
fn what_is_changed_during_a_call_raises_and_what_is_read_does_not() {
    each(
        "
busy = 'RuntimeError: Victim object is '
v = m.Victim()
assert v.call(lambda: v.number) == 0 and v.call(lambda: v.call(lambda: len(v))) == 0
assert raised(v.call, v.drop_all).startswith(busy + 'in use')
assert raised(v.call, lambda: setattr(v, 'number', 1)).startswith(busy + 'in use')
assert raised(v.call_mut, lambda: v.number).startswith(busy + 'being changed')
assert raised(v.call_mut, lambda: v.call_mut(int)).startswith(busy + 'being changed')
assert raised(v.call_mut, lambda: repr(v)).startswith(busy + 'being changed')
assert raised(v.call_mut, lambda: v == v).startswith(busy + 'being changed')
assert raised(v.swap, v).startswith(busy)
assert raised(v.call_mut, lambda: 1 / 0) == 'ZeroDivisionError: division by zero'
v.drop_all(); assert v == v and hash(v) == 0 and {v: 1}[v] == 1
w = m.Victim(v); v.swap(w); assert v.held is v and w.held is None
",
    )
}

#[test]
fn an_index_that_does_anything_at_all() {
    each("
import copy, pickle
v = m.Victim()
class Rude:
    def __init__(self, *acts): self.acts = acts
    def __index__(self):
        for act in self.acts: act()
        return 0
    __float__ = __hash__ = __len__ = __index__
    def __fspath__(self): self.__index__(); return 'x'
    def __eq__(self, other): self.__index__(); return False
    def __repr__(self): self.__index__(); return 'rude'
acts = [gc.collect, v.drop_all, lambda: v.list.clear(), lambda: setattr(v, 'list', []), lambda: sys.modules.pop('attack', 0),
        lambda: [o for o in gc.get_objects() if o is v], lambda: gc.get_referents(v), lambda: gc.get_referrers(v)]
def does(f):
    try: return f()
    except (RuntimeError, IndexError) as e: return str(e)
rude, tame = Rude(*acts), Rude(*acts[4:])
v.list = [rude, v]; assert does(lambda: 5 in v).startswith('Victim object is in use')
v.drop_all(); v.list = [tame, 5]; assert 5 in v
v.drop_all(); v.list = [1, 2]; assert does(lambda: v[rude]) == 'out of range' and does(lambda: v[tame]) == 'out of range'
v.list = [1]; assert v[Rude()] == 1
assert does(lambda: m.touch(v, tame)) == 0 and does(lambda: m.touch(v, rude)).startswith('Victim object is in use')
v.drop_all(); v.number = Rude(v.drop_all, lambda: setattr(v, 'number', 3)); assert v.number == 0
l = [1]; l += [Rude(l.clear), 2]; assert m.numbers(l, Rude(l.clear))[0] == [1, 0]
v.list = [v]; assert raised(repr, v).startswith('RecursionError')
for f in (copy.copy, copy.deepcopy, pickle.dumps): raised(lambda: f(v) and 1 / 0)
v.drop_all(); v.held = None
")
}

#[test]
fn weak_references_and_finalizers_of_a_dying_object() {
    each(
        "
log = []
class Sub(m.Victim):
    def __del__(self):
        log.append(self.number); self.held = self; self.extra = [self]
        if self.number < 2: self.number += 1; keep.append(self)       # comes back
keep = []
s = Sub(); r = weakref.ref(s, lambda w: log.append(w()))
del s; gc.collect(); assert len(keep) == 1 and log[0] == 0 and keep[0].number == 1
keep[0].held = None; keep.clear(); gc.collect()
v = m.Victim(); box = []
def callback(w):
    gc.collect(); box.append([o for o in gc.get_objects() if type(o) is m.Victim])
w = weakref.ref(v, callback); p = weakref.proxy(v, callback); del v
assert box == [[], []] and w() is None
box.clear(); keep.clear()
",
    )
}

#[test]
fn deep_recursion_is_an_error() {
    python(|py| {
        let module = owned::load!(py, attack)?;
        (0..3).try_for_each(|_| run(&module, RECURSIONS))
    });
}

const RECURSIONS: &str = "
def f(): return m.recurse(f)
assert raised(f).startswith('RecursionError: ')
v = m.Victim()
def g(): return v.call(g)
assert raised(g).startswith('RecursionError: ')
h = None
for i in range(50): h = (lambda h: lambda: m.recurse(h) if h else 1)(h)
assert h() == 1
nest = []
for i in range(100_000): nest = [nest]
assert raised(m.numbers, nest, '') .startswith('TypeError')
";

#[test]
fn threads_that_switch_all_the_time() {
    python(|py| {
        let module = owned::load!(py, attack)?;
        flat(py, |_| {
            run(
                &module,
                "
import threading
sys.setswitchinterval(1e-6)
v, stop, errors = m.Victim(), [], []
class Del:
    def __del__(self):
        try: v.number
        except RuntimeError: pass
def guard(f):
    def loop():
        for i in range(15):
            try: f()
            except RuntimeError as e:
                if 'Victim object' not in str(e): errors.append(e)
            except BaseException as e: errors.append(e)
    return threading.Thread(target=loop)
fs = [lambda: setattr(v, 'held', Del()), v.detached, v.detached_mut, v.drop_all, lambda: setattr(v, 'list', [v, Del()]),
      gc.collect, lambda: m.Victim(v), lambda: repr(v.held), lambda: gc.get_referents(v)]
ts = [guard(f) for f in fs]
for t in ts: t.start()
for t in ts: t.join()
sys.setswitchinterval(0.005)
assert not errors, errors
v.list = []; v.held = None
ts.clear(); fs.clear()
",
            )
        });
        Ok(())
    });
}

#[test]
fn guards_that_are_forgotten_leave_a_working_interpreter() {
    python(|py| {
        let module = owned::load!(py, attack)?;
        flat(py, |probe| {
            let victim = module.call_method("Victim", (probe,))?.downcast::<Victim>()?;
            core::mem::forget(victim.borrow_mut()?);
            assert!(victim.repr().is_err() && victim.call_method("drop_all", ()).is_err());
            assert!(support::collect(py)? >= 0);
            let another = module.call_method("Victim", ())?.downcast::<Victim>()?;
            let guard = another.borrow()?;
            py.detach(|| drop(guard));
            another.borrow_mut()?.held = Some(probe.clone().unbind());
            let mut guard = another.borrow_mut()?;
            py.detach(|| std::thread::scope(|scope| scope.spawn(|| guard.held = None).join().expect("it ends")));
            drop(guard);
            another.call_method("drop_all", ())?;
            Ok(())
        });
        Ok(())
    });
}
