//! Births and deaths of the instances of watched classes, and the lines that let go of them.
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use owned::report::ENABLED;
use support::{child_in, flat_with_classes, in_child, python, run};

#[owned::module]
mod watcher {
    use owned::prelude::*;

    /// Holds something; classes of Python's derive from it.
    #[class(subclass)]
    pub struct Held {
        #[field(get, set)]
        what: Option<Py<Any>>,
    }

    #[methods]
    impl Held {
        #[new]
        fn new() -> Self {
            Held { what: None }
        }
    }

    /// Its memory is kept for the next one.
    #[class(freelist = 4)]
    pub struct Kept {
        #[field(get)]
        number: i64,
    }

    #[methods]
    impl Kept {
        #[new]
        fn new(number: i64) -> Self {
            Kept { number }
        }
    }

    /// Makes an instance and lets go of it.
    #[function]
    fn make_and_drop(py: Python<'_>) -> Result<()> {
        let held = Held { what: None }.into_py(py)?;
        drop(held); // made_and_dropped
        Ok(())
    }

    /// Takes the last item out of a list, calls, and lets go of the item.
    #[function]
    fn call_and_drop(py: Python<'_>, callable: Py<Any>, list: Borrowed<'_, '_, Any>) -> Result<()> {
        let last = list.getattr("pop")?.call(())?;
        callable.bind(py).call(())?;
        drop(last); // dropped
        Ok(())
    }

    /// Takes what is in a list out of it.
    #[function]
    fn clear(list: Borrowed<'_, '_, owned::types::List>) -> Result<()> {
        list.clear() // cleared
    }
}

/// What each source begins with: `watch` gives a function that says how many were born and died, and where.
const PRELUDE: &str = "\
class watch:
    def __init__(self, kind): self.number = m.__owned_debug__('watch', kind)
    def __call__(self):
        [row] = [row[1:] for row in m.__owned_debug__('watched') if row[0] == self.number]
        return row[0], row[1], [(file.rpartition('/')[2], line, count) for file, line, count, _ in row[2]]
    def spots(self):
        [deaths] = [row[3] for row in m.__owned_debug__('watched') if row[0] == self.number]
        return [(file.rpartition('/')[2], line, count, called) for file, line, count, called in deaths]
    def end(self): assert m.__owned_debug__('unwatch', self.number)
told = sys.version_info >= (3, 13)
import types
code = compile(source, 'source.py', 'exec')
exec(code, dict(m=m, watch=watch, told=told, gc=gc, sys=sys, weakref=weakref, raised=raised))
";

/// Runs statements that see the module, and `watch`. Their first line is line 1 of `source.py`.
#[track_caller]
fn watching(source: &str) {
    python(|py| {
        let module = owned::load!(py, watcher)?;
        match (ENABLED, has_gil(py)?) {
            (false, _) => Ok(()),
            (true, true) => run_source(&module, source),
            (true, false) => run(
                &module,
                "class A: pass\n\
                 assert raised(m.__owned_debug__, 'watch', A) == (\n    \
                     'RuntimeError: births and deaths are not counted where there is no GIL')\n\
                 assert m.__owned_debug__('watched') == []",
            ),
        }
    });
}

fn has_gil(py: Python<'_>) -> Result<bool> {
    Ok(!py.import("sysconfig")?.getattr("get_config_var")?.call(("Py_GIL_DISABLED",))?.is_true()?)
}

fn run_source<'py>(module: &Owned<'py, Any>, source: &str) -> Result<()> {
    run(module, &format!("source = {source:?}\n{PRELUDE}"))
}

#[test]
fn each_death_has_the_line_that_let_go() {
    watching(
        "class A: pass\n\
         lives = watch(A)\n\
         a, b, c = A(), A(), A()\n\
         assert lives() == (3, 0, []), lives()\n\
         del a\n\
         b = c = None\n\
         assert lives() == (3, 3, [('source.py', 5, 1), ('source.py', 6, 2)]), lives()\n\
         def function():\n    \
             local = A()\n    \
             return 1\n\
         function()\n\
         assert lives()[:2] == (4, 4)\n\
         assert ('source.py', 11, 1) in lives()[2], lives()\n\
         lives.end()\n",
    );
}

#[test]
fn classes_of_every_kind() {
    watching(
        "import collections, functools, array\n\
         class Slots: __slots__ = ('x',)\n\
         class Bare: __slots__ = ()\n\
         class Weak: __slots__ = ('__weakref__',)\n\
         class Dict(dict): pass\n\
         class Error(Exception): pass\n\
         class Two(Slots, Bare): pass\n\
         class Finalized:\n    \
             def __del__(self): pass\n\
         class OfRust(m.Held): pass\n\
         class Deque(collections.deque): pass\n\
         kinds = [Slots, Bare, Weak, Dict, Error, Two, Finalized, OfRust, Deque]\n\
         for kind, make in [*((kind, kind) for kind in kinds), (m.Held, m.Held), (m.Held, OfRust),\n        \
                 (collections.deque, Deque), (functools.partial, lambda: functools.partial(print)),\n        \
                 (array.array, lambda: array.array('i'))]:\n    \
             gc.collect()\n    \
             before = m.__owned_debug__('watched')\n    \
             lives = watch(kind)\n    \
             one = make()\n    \
             two = make()\n    \
             del one\n    \
             assert lives() == (2, 1, [('source.py', 21, 1)]), (kind, make, lives())\n    \
             two = None\n    \
             assert lives() == (2, 2, [('source.py', 21, 1), ('source.py', 23, 1)]), (kind, make, lives())\n    \
             lives.end()\n    \
             assert m.__owned_debug__('watched') == before\n",
    );
}

#[test]
fn what_lived_before_dies_and_was_not_born() {
    watching(
        "class A: pass\n\
         class B(A): pass\n\
         old = [A(), B()]\n\
         lives = watch(A)\n\
         assert lives() == (0, 0, []), lives()\n\
         old.clear()\n\
         assert lives() == (0, 2, [('source.py', 6, 2)]), lives()\n\
         lives.end()\n",
    );
}

#[test]
fn a_class_made_later_counts_as_its_base() {
    watching(
        "class A: pass\n\
         lives, below = watch(A), None\n\
         class B(A): pass\n\
         class C(B): __slots__ = ()\n\
         kept = [B(), C()]\n\
         assert lives() == (2, 0, []), lives()\n\
         del kept[1]\n\
         below = watch(B)\n\
         more = B()\n\
         del more, kept[0]\n\
         assert lives() == (3, 3, [('source.py', 7, 1), ('source.py', 10, 2)]), lives()\n\
         assert below() == (1, 2, [('source.py', 10, 2)]), below()\n\
         # Where the interpreter does not tell of births, one that came and went before anybody looked at its class is not seen.\n\
         class D(A): pass\n\
         D()\n\
         assert lives()[:2] == ((4, 4) if told else (3, 3)), lives()\n\
         D()\n\
         assert lives()[:2] == ((5, 5) if told else (4, 4)), lives()\n\
         lives.end(), below.end()\n",
    );
}

#[test]
fn what_a_finalizer_brings_back_has_not_died() {
    watching(
        "saved, called = [], []\n\
         class A:\n    \
             def __del__(self):\n        \
                 called.append(1)\n        \
                 saved.append(self)\n\
         class Bare:\n    \
             __slots__ = ()\n    \
             def __del__(self):\n        \
                 if len(saved) < 3: saved.append(self)\n\
         lives = watch(A)\n\
         A()\n\
         assert (lives(), called) == ((1, 0, []), [1])\n\
         saved.clear()\n\
         assert (lives(), called) == ((1, 1, [('source.py', 13, 1)]), [1]), lives()\n\
         a = A()\n\
         a.me = a\n\
         del a\n\
         gc.collect()\n\
         assert (lives()[:2], called, len(saved)) == ((2, 1), [1, 1], 1), lives()\n\
         saved.pop().me = None\n\
         assert lives()[:2] == (2, 2), lives()\n\
         lives.end()\n\
         lives = watch(Bare)\n\
         Bare()\n\
         assert (lives(), len(saved)) == ((1, 0, []), 1), lives()\n\
         saved.append(None), saved.append(None)\n\
         saved.pop(0)\n\
         assert lives()[:2] == (1, 1), lives()\n\
         lives.end()\n",
    );
}

#[test]
fn cycles_die_where_the_collector_ran() {
    watching(
        "class A: pass\n\
         lives = watch(A)\n\
         gc.collect()\n\
         for _ in range(3):\n    \
             a = A(); a.me = a\n\
         del a\n\
         assert lives() == (3, 0, []), lives()\n\
         gc.collect()\n\
         assert lives() == (3, 3, [('source.py', 8, 3)]), lives()\n\
         lives.end()\n",
    );
}

#[test]
fn an_exception_on_its_way_is_the_same_one() {
    watching(
        "class A: pass\n\
         class Odd(Exception):\n    \
             def __init__(self, *args): made.append(args)\n\
         made, lives = [], watch(A)\n\
         def function():\n    \
             local = A()\n    \
             raise Odd(1, 2)\n\
         try: function()\n\
         except Odd as error:\n    \
             assert error.args == (1, 2) and error.__traceback__.tb_next.tb_lineno == 7\n    \
             assert error.__context__ is error.__cause__ is None\n\
         assert made == [(1, 2)]\n\
         assert lives()[:2] == (1, 1), lives()\n\
         def through(): [int(x) for x in (A(), 'x')]\n\
         assert raised(through).startswith('TypeError'), raised(through)\n\
         assert lives()[:2] == (2, 2), lives()\n\
         lives.end()\n",
    );
}

#[test]
fn a_watched_class_is_as_it_was() {
    watching(
        "import copy, pickle, collections\n\
         class A: pass\n\
         class B: pass\n\
         class C(A): pass\n\
         class D: pass\n\
         class Slots: __slots__ = ('x',)\n\
         def facts():\n    \
             gc.collect()\n    \
             a, seen = A(), []\n    \
             a.__class__ = B\n    \
             a.__class__ = A\n    \
             seen.append(raised(setattr, a, '__class__', Slots))\n    \
             seen.append(raised(setattr, Slots(), '__class__', A))\n    \
             C.__bases__ = D,\n    \
             C.__bases__ = A,\n    \
             seen += [raised(A, 1), raised(object.__new__, A, 1), raised(object.__new__, collections.deque)]\n    \
             seen += [sorted(vars(A)), A.__mro__, A.__flags__, sys.getrefcount(A), weakref.getweakrefcount(A)]\n    \
             seen += [weakref.getweakrefcount(a), gc.is_tracked(a), gc.is_finalized(a), len(gc.get_referrers(a))]\n    \
             seen += [sys.getsizeof(A), sys.getsizeof(a), type(copy.copy(a)) is A, repr(a.__reduce_ex__(2)[1:3])]\n    \
             seen += [weakref.ref(a)() is a, len({'x': a}.values()), sys.getrefcount(a), repr(A.__init__)]\n    \
             return seen\n\
         facts()\n\
         before = facts()\n\
         lives, other = watch(A), watch(Slots)\n\
         during = facts()\n\
         assert before == during, (before, during)\n\
         assert lives()[0] == lives()[1] > 1\n\
         assert m.__owned_debug__('unwatch', lives.number) is True\n\
         assert m.__owned_debug__('unwatch', lives.number) is False\n\
         other.end()\n\
         assert facts() == before\n",
    );
}

#[test]
fn a_type_that_goes_keeps_its_counts() {
    watching(
        "counts = []\n\
         def make():\n    \
             class A: pass\n    \
             counts.append(watch(A))\n    \
             a = A(); a.me = a\n    \
             return weakref.ref(A)\n\
         gone = [make() for _ in range(10)]\n\
         gc.collect()\n\
         assert [one() for one in gone] == [None] * 10\n\
         assert [one()[:2] for one in counts] == [(1, 1)] * 10, [one() for one in counts]\n\
         # Other classes have their addresses now, and are not watched.\n\
         def other():\n    \
             class B: pass\n    \
             return [B() for _ in range(10)]\n\
         for _ in range(100): other()\n\
         gc.collect()\n\
         assert [one()[:2] for one in counts] == [(1, 1)] * 10\n\
         for one in counts: one.end()\n",
    );
}

#[test]
fn types_that_were_watched_leave_nothing() {
    python(|py| {
        let module = owned::load!(py, watcher)?;
        flat_with_classes(py, |_| {
            if !ENABLED || !has_gil(py)? {
                return Ok(());
            }
            run_source(
                &module,
                "counts = []\n\
                 def make():\n    \
                     class A: pass\n    \
                     counts.append(watch(A))\n    \
                     A()\n\
                 for _ in range(20): make()\n\
                 gc.collect()\n\
                 assert sum(row[1] for row in m.__owned_debug__('watched')) == 20\n\
                 for one in counts: one.end()\n",
            )
        });
        Ok(())
    });
}

#[test]
fn threads_count_right() {
    watching(
        "import threading\n\
         class A: pass\n\
         lives = watch(A)\n\
         def work():\n    \
             for _ in range(500): A()\n\
         threads = [threading.Thread(target=work) for _ in range(8)]\n\
         for each in threads: each.start()\n\
         for each in threads: each.join()\n\
         assert lives() == (4000, 4000, [('source.py', 5, 4000)]), lives()\n\
         # One thread makes it, and another lets go.\n\
         box = [A()]\n\
         other = threading.Thread(target=lambda: box.clear())\n\
         other.start(); other.join()\n\
         assert ('source.py', 12, 1) in lives()[2], lives()\n\
         lives.end()\n",
    );
}

/// The line of this file that ends with a comment.
fn line_of(comment: &str) -> usize {
    let ends = |line: &str| line.ends_with(&format!(" // {comment}"));
    1 + include_str!("ledger_watch.rs").lines().position(ends).expect("there is such a line")
}

#[test]
fn a_line_of_rust_that_lets_go_is_said_with_the_one_of_python_that_called_it() {
    let lines = ["made_and_dropped", "dropped", "cleared"].map(line_of);
    watching(&format!(
        "made_and_dropped, dropped, cleared = {lines:?}\n\
         file = 'ledger_watch.rs'\n\
         class A: pass\n\
         lives, held = watch(A), watch(m.Held)\n\
         for _ in range(3): m.make_and_drop()\n\
         assert held.spots() == [(file, made_and_dropped, 3, 'source.py:5')], held.spots()\n\
         # What Python code lets go of that Rust has called is that code's, with no line of Rust.\n\
         box = [A()]\n\
         def callback(): box.clear()\n\
         m.call_and_drop(callback, [1])\n\
         assert lives.spots() == [('source.py', 9, 1, '')], lives.spots()\n\
         # Of Rust's last reference, that line.\n\
         m.call_and_drop(lambda: None, [A()])\n\
         assert lives.spots()[0] == (file, dropped, 1, 'source.py:13'), lives.spots()\n\
         # What a chain takes with it, and what C does for Rust.\n\
         lives.end(); lives = watch(A)\n\
         m.call_and_drop(lambda: None, [[A(), dict(a=A())]])\n\
         m.clear([A(), A()])\n\
         assert lives.spots() == [(file, dropped, 2, 'source.py:17'), (file, cleared, 2, 'source.py:18')], lives.spots()\n\
         # A finalizer in Python runs in between; what it lets go of is its own.\n\
         class B:\n    \
             def __del__(self): self.a = None\n\
         lives.end(); lives, finalized = watch(A), watch(B)\n\
         one = [B()]; one[0].a = A(); m.clear(one)\n\
         assert finalized.spots() == [(file, cleared, 1, 'source.py:24')], finalized.spots()\n\
         assert lives.spots() == [('source.py', 22, 1, '')], lives.spots()\n\
         finalized.end()\n\
         # A generator goes on, and lets go.\n\
         def generate(a):\n    \
             yield 1\n    \
             a = None\n    \
             yield 2\n\
         lives.end(); lives = watch(A)\n\
         steps = generate(A()); next(steps)\n\
         m.call_and_drop(steps.__next__, [1])\n\
         assert lives.spots() == [('source.py', 31, 1, '')], lives.spots()\n\
         lives.end(); held.end()\n",
    ));
}

#[test]
fn memory_that_is_kept_for_the_next_one() {
    watching(
        "lives = watch(m.Kept)\n\
         for number in range(10): m.Kept(number)\n\
         assert lives() == (10, 10, [('source.py', 2, 10)]), lives()\n\
         lives.end()\n",
    );
}

#[test]
fn what_cannot_be_watched_is_refused() {
    watching(
        "for kind in (list, dict, int, object, type, type(None), Exception):\n    \
             assert raised(m.__owned_debug__, 'watch', kind) == (\n        \
                 f'TypeError: births and deaths of {kind.__name__} are not counted: it is of the interpreter itself')\n\
         assert raised(m.__owned_debug__, 'watch', 1).startswith('TypeError')\n\
         assert raised(m.__owned_debug__, 'watch') == \"TypeError: 'watch' takes a class\"\n\
         assert raised(m.__owned_debug__, 'unwatch').startswith('ValueError')\n\
         assert m.__owned_debug__('unwatch', 1 << 40) is False\n",
    );
}

#[test]
fn others_who_listen_are_left_alone() {
    watching(
        "import tracemalloc\n\
         class A: pass\n\
         lives = watch(A)\n\
         tracemalloc.start()\n\
         lives()\n\
         A()\n\
         assert lives()[:2] == (1, 1), lives()\n\
         tracemalloc.stop()\n\
         lives()\n\
         A()\n\
         assert lives()[:2] == (2, 2), lives()\n\
         lives.end()\n\
         tracemalloc.start()\n\
         lives = watch(A)\n\
         kept = [bytearray(100_000), A()]\n\
         assert tracemalloc.get_object_traceback(kept[0]) is not None\n\
         kept.clear()\n\
         assert lives()[:2] == (1, 1), lives()\n\
         lives.end()\n\
         kept = bytearray(100_000)\n\
         assert tracemalloc.get_object_traceback(kept) is not None\n\
         tracemalloc.stop()\n",
    );
}

#[test]
fn a_process_ends_while_it_watches() {
    if in_child() {
        watching(
            "import os\n\
             class A:\n    \
                 def __del__(self): pass\n\
             lives, kept = watch(A), [A(), A()]\n\
             kept[0].me = kept[0]\n\
             child = os.fork()\n\
             if child == 0:\n    \
                 kept.clear(); gc.collect()\n    \
                 os._exit(0 if lives()[:2] == (2, 2) else 1)\n\
             assert os.waitpid(child, 0)[1] == 0\n\
             sys.kept = kept\n",
        );
        return;
    }
    let output = child_in("a_process_ends_while_it_watches", &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn nothing_of_it_is_left_in_a_type_or_the_interpreter() {
    watching(
        "import ctypes\n\
         class A: pass\n\
         class B(A): pass\n\
         slots, width, alloc = 48, 280, 304 - 48  # from tp_dealloc to tp_free\n\
         def types(): return [ctypes.string_at(id(kind) + slots, width) for kind in (A, B, m.Held, type)]\n\
         def interpreter():\n    \
             allocator, data = (ctypes.c_void_p * 5)(), ctypes.c_void_p()\n    \
             ctypes.pythonapi.PyMem_GetAllocator(2, allocator)\n    \
             if told:\n        \
                 get = ctypes.pythonapi.PyRefTracer_GetTracer\n        \
                 get.restype = ctypes.c_void_p\n        \
                 return list(allocator), get(ctypes.byref(data)), data.value\n    \
             return list(allocator)\n\
         before = types(), interpreter()\n\
         for _ in range(3):\n    \
             lives, held = watch(A), watch(m.Held)\n    \
             assert interpreter() != before[1]\n    \
             for now, was in zip(types(), before[0]):\n        \
                 # Where the interpreter tells of births, nothing in a type changes; before, its allocator alone.\n        \
                 allowed = set() if told else set(range(alloc, alloc + 8))\n        \
                 assert {at for at in range(width) if now[at] != was[at]} <= allowed\n    \
             A(), B()\n    \
             lives.end()\n    \
             assert interpreter() != before[1]\n    \
             held.end()\n    \
             assert (types(), interpreter()) == before\n",
    );
}

#[test]
fn long_chains_go_without_a_deep_stack() {
    watching(
        "import collections\n\
         class A: pass\n\
         class OfRust(m.Held): pass\n\
         class Deque(collections.deque): pass\n\
         def chain(make, link):\n    \
             first = None\n    \
             for _ in range(50_000):\n        \
                 one = make()\n        \
                 link(one, first)\n        \
                 first = one\n    \
             return first\n\
         def what(one, rest): one.what = rest\n\
         def work():\n    \
             kind, link = now\n    \
             first = chain(kind, link)\n    \
             first = None\n\
         import threading\n\
         threading.stack_size(16 << 20)  # CPython alone needs more than 2 MiB for some of these.\n\
         for now in [(A, what), (m.Held, what), (OfRust, what), (Deque, Deque.append)]:\n    \
             lives, thread = watch(now[0]), threading.Thread(target=work)\n    \
             thread.start(); thread.join()\n    \
             assert lives()[:2] == (50_000, 50_000), (now, lives())\n    \
             lives.end()\n\
         threading.stack_size(0)\n",
    );
}

#[test]
fn what_another_interpreter_makes_is_not_counted() {
    watching(
        "try: import _xxsubinterpreters as interpreters\n\
         except ImportError: import _interpreters as interpreters\n\
         class A: pass\n\
         lives = watch(A)\n\
         number = interpreters.create()\n\
         run = getattr(interpreters, 'exec', None) or interpreters.run_string\n\
         assert run(number, 'class A: pass\\nfor _ in range(1000): A()') is None\n\
         interpreters.destroy(number)\n\
         A()\n\
         assert lives()[:2] == (1, 1), lives()\n\
         lives.end()\n",
    );
}

/// With a GIL for each interpreter the module can be imported in another one.
#[cfg(all(feature = "own-gil", target_os = "linux"))]
#[test]
fn another_interpreter_is_refused() {
    if !in_child() {
        support::child_succeeds("another_interpreter_is_refused");
        return;
    }
    let interpreter = owned::embed::Interpreter::builder().module(owned::builtin!(watcher)).start();
    let interpreter = interpreter.expect("it starts");
    let outcome = interpreter.attach(|py| {
        if !ENABLED {
            return Ok(());
        }
        support::exec(
            &Dict::empty(py)?,
            "import _interpreters, watcher\n\
             number = _interpreters.create('isolated')\n\
             source = '''\n\
             import watcher\n\
             for _ in range(100): watcher.Held()\n\
             try: watcher.__owned_debug__('watch', watcher.Held)\n\
             except RuntimeError as error: assert str(error).endswith('in the main interpreter alone'), error\n\
             else: raise AssertionError\n\
             '''\n\
             count = watcher.__owned_debug__('watch', watcher.Held)\n\
             failed = _interpreters.exec(number, source)\n\
             assert failed is None, failed\n\
             _interpreters.destroy(number)\n\
             assert watcher.__owned_debug__('watched') == [(count, 0, 0, [])]",
        )
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
    interpreter.stop().expect("nobody is attached");
}

#[test]
fn a_checkpoint_is_set_where_the_package_is_imported() {
    python(|py| {
        let set = |label: &str| owned::report::checkpoint(py, label);
        let module = owned::load!(py, watcher)?;
        let run = |source: &str| run(&module, source);
        run("assert 'owned_debug' not in sys.modules")?;
        set("nobody hears");
        run("assert 'owned_debug' not in sys.modules")?;
        run("import types\n\
             made = sys.modules['owned_debug'] = types.ModuleType('owned_debug')\n\
             made.labels = []\n\
             ledger = getattr(m, '__ledger__', dict)\n\
             def checkpoint(label, made=made, ledger=ledger): made.labels.append((label, sum(ledger().values())))\n\
             made.checkpoint = checkpoint")?;
        let total = owned::report::snapshot().total();
        set("one");
        // What makes the call is not among what is counted.
        run(&format!(
            "assert sys.modules['owned_debug'].labels == [('one', {total})], sys.modules['owned_debug'].labels"
        ))?;
        run("made = sys.modules['owned_debug']\n\
             made.told = []\n\
             made.checkpoint = lambda label: 1 / 0\n\
             sys.unraisablehook = lambda report, made=made: made.told.append(report.exc_type)")?;
        set("fails");
        run("made = sys.modules.pop('owned_debug')\n\
             sys.unraisablehook = sys.__unraisablehook__\n\
             assert made.told == [ZeroDivisionError], made.told")
    });
}
