//! What may go wrong with memory that is kept: types that go before it, code that runs meanwhile, other threads, types of
//! C's, no memory.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod class_freelist_support;
mod support;

use std::sync::atomic::Ordering::Relaxed;

use class_freelist_support::{Busy, MADE, Maker, Node, Outer, Plain, given_back, keeps, lists, newly_taken, ten, test};
use owned::prelude::*;
use support::{alive, classes_stay, collect, flat_with_classes, left_of_python, python, run};

#[test]
fn modules_go_a_thousand_times() {
    python(|py| {
        let source = "for kind in m.Plain, m.Node, m.Holder, m.Third, m.Outer, m.Outer.Inner, m.Ints, m.Texts, m.Busy:\n    \
                      live = [kind() for _ in range(10)]; del live\n\
                      live = [m.Pair(1, 2) for _ in range(10)]; del live, kind\n";
        flat_with_classes(py, |probe| {
            let module = owned::load!(py, lists)?;
            run(&module, source)?;
            module.setattr("probe", module.getattr("Pair")?.call((probe, probe))?)?;
            drop(module);
            collect(py)?;
            collect(py).map(drop)
        });
        let mut weak = Vec::new();
        for at in 0..1000 {
            let module = owned::load!(py, lists)?;
            run(&module, if at % 50 == 0 { source } else { "m.Node(m.Node()); m.Plain(); m.Pair(m, m)" })?;
            for class in ["Plain", "Node", "Pair", "Third"] {
                weak.push(Weak::new(&module.getattr(class)?)?);
            }
            if at % 10 == 0 {
                drop(module);
                collect(py)?;
            }
        }
        collect(py)?;
        collect(py)?;
        let weak: Vec<_> = weak.into_iter().map(Owned::unbind).collect();
        assert_eq!(alive(py, &weak)?, left_of_python(py, weak.len())?);
        Ok(())
    });
}

/// The blocks belong to the newest copy: they go when another comes, and when that one goes, the first keeps again.
#[test]
fn each_copy_of_a_module_has_its_own() {
    test(|first| {
        let py = first.py();
        for name in ["Plain", "Node"] {
            let (most, kept) = if name == "Plain" { (4, 4) } else { (8, 8) };
            let kept = if keeps(py) { kept } else { 0 };
            let class = first.getattr(name)?;
            assert_eq!(given_back(py, ten(&class)?)?, 10 - kept);
            let alive = class.call(())?;
            let second = owned::load!(py, lists)?;
            let other = second.getattr(name)?;
            drop(alive);
            // Of the older copy nothing is kept, nor are its instances made of what the other has.
            assert_eq!(given_back(py, ten(&class)?)?, 10, "{name}");
            assert_eq!(given_back(py, ten(&other)?)?, 10 - kept, "{name}");
            assert_eq!(given_back(py, ten(&class)?)?, 10, "{name}");
            assert!(class.call(())?.type_of().is(&class) && other.call(())?.type_of().is(&other));
            let outlives = other.call(())?;
            drop((second, other));
            collect(py)?;
            collect(py)?;
            // An instance keeps its class, and the class what it is found by.
            assert_eq!(given_back(py, ten(&class)?)?, 10, "{name}");
            let gone = Weak::new(&outlives.type_of())?;
            drop(outlives);
            collect(py)?;
            // Where it stays, it is the newest for good. (Without a GIL nothing is kept anyway.)
            let stays = gone.upgrade()?.is_some();
            assert_eq!(stays, classes_stay(py)?, "{name}");
            assert_eq!(given_back(py, ten(&class)?)?, 10 - kept, "{name}");
            let live: Vec<_> = (0..most).map(|_| class.call(())).collect::<Result<_>>()?;
            assert!(live.iter().all(|one| one.type_of().is(&class)));
        }
        Ok(())
    });
}

/// What was kept of one copy is given back when another comes, whichever of them goes first then.
#[test]
fn what_was_kept_goes_when_another_copy_comes() {
    python(|py| {
        for older_first in [true, false] {
            let first = owned::load!(py, lists)?;
            let classes = ["Plain", "Node", "Outer", "Third"];
            for name in classes {
                drop(ten(&first.getattr(name)?)?);
            }
            let second = owned::load!(py, lists)?;
            for name in classes {
                for module in [&first, &second] {
                    assert_eq!(newly_taken(&module.getattr(name)?)?, 2, "{name}");
                }
            }
            let (sooner, later) = if older_first { (first, second) } else { (second, first) };
            drop(sooner);
            collect(py)?;
            run(&later, "for kind in m.Plain, m.Node, m.Outer, m.Third: assert type(kind()) is kind\n")?;
            drop(later);
            collect(py)?;
            collect(py)?;
        }
        Ok(())
    });
}

/// A type that C makes over one with a free list inherits its functions, which must not take its larger instances for ours.
#[test]
fn a_type_of_c_over_one_is_told_from_it() {
    test(|m| {
        let py = m.py();
        if py.import("ctypes").is_err() {
            println!("not run: this interpreter has no ctypes");
            return Ok(());
        }
        let globals = Dict::empty(py)?;
        globals.set("m", m)?;
        support::exec(
            &globals,
            "
import ctypes as c
class Slot(c.Structure): _fields_ = [('slot', c.c_int), ('function', c.c_void_p)]
class Spec(c.Structure):
    _fields_ = [('name', c.c_char_p), ('size', c.c_int), ('itemsize', c.c_int), ('flags', c.c_uint),
                ('slots', c.POINTER(Slot))]
make = c.pythonapi.PyType_FromSpecWithBases
make.restype, make.argtypes = c.py_object, [c.c_void_p, c.py_object]
slots = (Slot * 1)()
keep = []
def larger(base):
    spec = Spec(b'lists.Larger', base.__basicsize__ + 512, 0, base.__flags__ & (1 << 10), slots)
    keep.append(spec)
    return make(c.addressof(spec), (base,))
Plain, Node = larger(m.Plain), larger(m.Node)
def fill(one, size):
    c.memset(id(one) + size, 0xA5, 512)
for kind, base in (Plain, m.Plain), (Node, m.Node):
    assert kind.__basicsize__ == base.__basicsize__ + 512
    for _ in range(50):
        ours = [base() for _ in range(10)]
        del ours[::2]
        theirs = [kind() for _ in range(10)]
        for one in theirs: fill(one, base.__basicsize__)
        assert {*map(type, theirs)} == {kind} and {*map(type, ours)} == {base}
        del theirs[1::2]
        ours += [base() for _ in range(10)]
        assert {*map(type, theirs)} == {kind} and {*map(type, ours)} == {base}
        del ours, theirs, one
",
        )?;
        for name in ["Plain", "Node"] {
            let class = globals.get(name)?.expect("defined");
            assert_eq!(given_back(py, ten(&class)?)?, 10, "{name}");
        }
        Ok(())
    });
}

/// What runs while one is taken apart takes from the list, and puts into it.
#[test]
fn code_that_runs_meanwhile() {
    test(|m| {
        let py = m.py();
        let before = MADE.load(Relaxed);
        drop(Busy { depth: 5, maker: Maker(5) }.into_py(py)?);
        assert_eq!(MADE.load(Relaxed) - before, 62);
        run(
            m,
            "
made = []
def again(weak):
    assert weak() is None
    made.append(m.Node(m.Node()))
    m.Node(); gc.collect()
for at in range(50):
    one = m.Node(m.Node()); weak = weakref.ref(one, again); del one
    assert len(made) == at + 1
    one = m.Node(); assert one.next is None; del one
class Makes:
    def __del__(self): made.append(m.Node(m.Pair(1, m.Plain(2))))
for at in range(50): m.Node(Makes()); m.Pair(Makes(), Makes())
assert len(made) == 200 and len(set(map(id, made))) == 200
assert all(one.next.right.x == 2 for one in made[50:])
one = m.Node(); one.own = one; one.next = Makes(); del one
gc.collect()
assert len(made) == 201
",
        )
    });
}

/// Where no memory is to be had, what is kept is still there, and then it is a `MemoryError`.
#[test]
fn without_memory() {
    test(|m| {
        let py = m.py();
        let Ok(testcapi) = py.import("_testcapi") else {
            println!("not run: this interpreter has no _testcapi");
            return Ok(());
        };
        if !keeps(py) {
            return Ok(());
        }
        let (deny, allow) = (testcapi.getattr("set_nomemory")?, testcapi.getattr("remove_mem_hooks")?);
        drop(ten(&m.getattr("Plain")?)?);
        drop(ten(&m.getattr("Outer")?)?);
        let (mut plain, mut outer) = (Vec::with_capacity(10), Vec::with_capacity(10));
        for round in 0..20 {
            deny.call((0,))?;
            for _ in 0..10 {
                plain.push(Plain { x: 1, y: 2 }.into_py(py));
                outer.push(Outer { number: 3 }.into_py(py));
            }
            allow.call(())?;
            let (plain, outer) = (std::mem::take(&mut plain), std::mem::take(&mut outer));
            assert_eq!(plain.iter().filter(|made| made.is_ok()).count(), 4, "{round}");
            assert_eq!(outer.iter().filter(|made| made.is_ok()).count(), 4, "{round}");
            let error = plain.into_iter().find_map(Result::err).expect("six failed");
            assert!(error.to_string().starts_with("MemoryError"), "{error}");
            drop(outer);
        }
        Ok(())
    });
}

#[test]
fn threads_share_a_list() {
    test(|m| {
        run(
            m,
            "
import threading
interval = sys.getswitchinterval()
sys.setswitchinterval(1e-6)
shared, wrong = [], []
def work(number):
    for at in range(3000):
        one, plain = m.Node(number), m.Plain(number, at)
        one.own = plain
        shared.append(one)
        if len(shared) > 20:
            try: other = shared.pop()
            except IndexError: other = one
            if other.next != other.own.x: wrong.append(other)
        if (one.next, plain.x, plain.y) != (number, number, at): wrong.append(one)
threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
sys.setswitchinterval(interval)
assert not wrong
shared.clear()
",
        )?;
        let py = m.py();
        py.detach(|| {
            std::thread::scope(|scope| {
                for number in 0..4 {
                    scope.spawn(move || {
                        for at in 0..2000 {
                            let kept = Python::attach(|py| {
                                let plain = Plain { x: number, y: at }.into_py(py).expect("made");
                                Node { next: Some(plain.into_any().unbind()), text: String::new() }
                                    .into_py(py)
                                    .expect("made")
                                    .unbind()
                            });
                            // Dropped on a detached thread every other time.
                            if at % 2 == 0 {
                                drop(kept);
                            } else {
                                Python::attach(|py| drop(kept.into_bound(py)));
                            }
                        }
                    });
                }
            });
        });
        collect(py).map(drop)
    });
}
