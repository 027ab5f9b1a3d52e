//! `__del__`: once, on a whole object, which may be kept (PEP 442).

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod class_support;
mod support;

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use class_support::run;
use owned::prelude::*;
use support::{flat, python};

/// Tells a callable of its end.
#[class(subclass, weakref)]
pub struct Ending {
    #[field(get, set)]
    told: Option<Py<Any>>,
    #[field(get, set)]
    next: Option<Py<Any>>,
}

#[methods]
impl Ending {
    #[new]
    #[signature(told = None, next = None)]
    fn new(told: Option<Py<Any>>, next: Option<Py<Any>>) -> Self {
        Ending { told, next }
    }
    fn __del__<'py>(slf: &Owned<'py, Self>) -> Result<()> {
        let told = slf.borrow()?.told.as_ref().map(|told| told.clone_ref(slf.py()));
        match told {
            Some(told) => told.bind(slf.py()).call((slf,)).map(drop),
            None => Ok(()),
        }
    }
}

/// One that changes itself, in a class that nobody derives from.
#[class]
pub struct Closing {
    open: bool,
    log: Py<List>,
}

#[methods]
impl Closing {
    #[new]
    fn new(log: Py<List>) -> Self {
        Closing { open: true, log }
    }
    fn close(&mut self) {
        self.open = false;
    }
    fn __del__(&mut self, py: Python<'_>) -> Result<()> {
        if self.open {
            return Err(OSError::new("not closed"));
        }
        self.log.bind(py).append("closed")
    }
}

/// One that lets go of the next, which goes within its `__del__`.
#[class]
pub struct Yielding {
    next: Slot,
}

#[methods]
impl Yielding {
    #[new]
    fn new(next: Py<Any>) -> Self {
        Yielding { next: next.into() }
    }
    fn __del__(&self, py: Python<'_>) {
        ENDED.fetch_add(1, Relaxed);
        drop(self.next.take(py));
    }
}

static ENDED: AtomicUsize = AtomicUsize::new(0);

/// One that panics.
#[class]
pub struct Panicking;

#[methods]
impl Panicking {
    #[new]
    fn new() -> Self {
        Panicking
    }
    fn __del__(&self) {
        panic!("in the end");
    }
}

#[owned::module]
mod ends {
    #[export]
    pub use super::{Closing, Ending, Panicking, Yielding};

    #[function]
    fn ended() -> usize {
        super::ENDED.swap(0, super::Relaxed)
    }
}

const HOOK: &str = "
unraisable = []
def hook(report): unraisable.append((type(report.exc_value).__name__, type(report.object).__name__))
sys.unraisablehook = hook
";

#[track_caller]
fn check(source: &str) {
    let source = format!(
        "{HOOK}\ntry:\n    {}\nfinally: sys.unraisablehook = sys.__unraisablehook__",
        source.replace('\n', "\n    ")
    );
    python(|py| run(&owned::load!(py, ends)?, &source));
}

#[test]
fn once_on_a_whole_object() {
    check(
        "ends = []\n\
         e = m.Ending(lambda one: ends.append(one.next), 'whole')\n\
         del e\n\
         same(ends, ['whole'])\n\
         kept = []\n\
         e = m.Ending(kept.append)\n\
         del e\n\
         same(len(kept), 1)\n\
         assert callable(kept[0].told)\n\
         kept[0].told = lambda one: ends.append('again')\n\
         weak = weakref.ref(kept[0])\n\
         del kept[:]\n\
         same((ends, weak()), (['whole'], None))\n\
         e = m.Ending(lambda one: ends.append('called'))\n\
         e.__del__(); e.__del__()\n\
         del e\n\
         same(ends, ['whole', 'called', 'called', 'called'])",
    );
}

#[test]
fn errors_and_panics_are_reported_and_what_is_raised_stays() {
    check(
        "def fail(one): raise KeyError('end')\n\
         def raising():\n    \
             e = m.Ending(fail)\n    \
             raise ValueError('first')\n\
         text = raised(raising)\n\
         same(text, 'ValueError: first')\n\
         same(unraisable, [('KeyError', 'Ending')])\n\
         log = []\n\
         c = m.Closing(log); del c\n\
         c = m.Closing(log); c.close(); del c\n\
         p = m.Panicking(); del p\n\
         same(unraisable[1:], [('OSError', 'Closing'), ('PanicError', 'Panicking')])\n\
         same(log, ['closed'])",
    );
}

#[test]
fn the_collector_ends_cycles_and_keeps_what_is_kept() {
    check(
        "ends = []\n\
         a = m.Ending(lambda one: ends.append(type(one.next).__name__)); b = m.Ending(a.told, a); a.next = b\n\
         weak = weakref.ref(a)\n\
         del a, b\n\
         gc.collect()\n\
         same((ends, weak()), (['Ending', 'Ending'], None))\n\
         kept = []\n\
         a = m.Ending(kept.append); a.next = a\n\
         del a\n\
         gc.collect()\n\
         assert kept[0].next is kept[0]\n\
         del kept[:]\n\
         gc.collect()\n\
         same(kept, [])",
    );
}

#[test]
fn classes_of_python_have_their_own() {
    check(
        "ends = []\n\
         class Plain(m.Ending): pass\n\
         class Own(m.Ending):\n    \
             def __del__(self): ends.append('own')\n\
         class Both(m.Ending):\n    \
             def __del__(self):\n        \
                 ends.append('first'); super().__del__(); ends.append('last')\n\
         class Slots(m.Ending): __slots__ = ('x',)\n\
         note = lambda one: ends.append(type(one).__name__)\n\
         for kind in (Plain, Own, Both, Slots):\n    \
             one = kind(note)\n    \
             one.x = 1\n    \
             del one\n\
         same(ends, ['Plain', 'own', 'first', 'Both', 'last', 'Slots'])\n\
         kept = []\n\
         class Kept(m.Ending):\n    \
             def __del__(self): kept.append(self)\n\
         one = Kept(note); del one\n\
         one = kept.pop(); one.y = 2; del one\n\
         same((kept, len(ends)), ([], 6))\n\
         class Base:\n    \
             def __del__(self): ends.append('base')\n\
         class Mixed(Base, m.Ending): pass\n\
         one = Mixed(note); del one\n\
         same(ends[6:], ['base'])",
    );
}

#[test]
fn a_long_chain_ends_on_a_small_stack() {
    let ending = std::thread::Builder::new().stack_size(512 * 1024).spawn(|| {
        python(|py| {
            let module = owned::load!(py, ends)?;
            let count = "ends = [0]\n\
                def note(one): ends[0] += 1\n\
                def lets_go(one): note(one); one.next = None\n\
                class Derived(m.Ending): pass\n\
                for kind in (m.Ending, Derived):\n    \
                    for told in (note, lets_go):\n        \
                        head = None\n        \
                        for _ in range(50000): head = kind(told, head)\n        \
                        del head\n\
                same(ends, [200000])\n\
                head = None\n\
                for _ in range(50000): head = m.Yielding(head)\n\
                del head\n\
                same(m.ended(), 50000)";
            run(&module, count)
        });
    });
    ending.expect("a thread starts").join().expect("the chain is gone");
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let module = owned::load!(py, ends)?;
        let globals = Dict::empty(py)?;
        globals.set("m", &module)?;
        support::exec(&globals, "import gc\nkept = []\nclass Derived(m.Ending): pass")?;
        let source = "for kind in (m.Ending, Derived):\n    \
            one = kind(kept.append, probe); del one\n    \
            one = kind(id, probe); one.next = (one, probe); del one\n    \
            one = m.Closing([probe]); one.close(); del one\n    \
            del kept[:]\n\
            del kind; gc.collect()";
        let code = py.import("builtins")?.call_method("compile", (source, "<test>", "exec"))?;
        let exec = py.import("builtins")?.getattr("exec")?;
        flat(py, |probe| {
            globals.set("probe", probe)?;
            exec.call((&code, &globals))?;
            globals.set("probe", ())
        });
        Ok(())
    });
}
