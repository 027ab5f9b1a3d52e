//! Modules and types that come and go: reloading, several live copies, a thousand types, long chains.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use support::{classes_stay, collect, eval, flat, has_gil, left_of_python, python, run};

/// One link.
#[class(subclass, weakref)]
pub struct Link {
    #[field(get, set)]
    next: Option<Py<Any>>,
}

#[methods]
impl Link {
    #[new]
    #[signature(next = None)]
    fn new(next: Option<Py<Any>>) -> Self {
        Link { next }
    }

    /// Takes another instance, makes a third.
    fn join(&self, other: Ref<'_, Link>) -> Link {
        let _both = (self.next.is_some(), other.next.is_some());
        Link { next: None }
    }
}

#[owned::module]
mod lives {
    use owned::prelude::*;

    #[export]
    pub use super::Link;

    #[function]
    fn make() -> super::Link {
        super::Link { next: None }
    }

    #[function]
    fn check(link: Ref<'_, super::Link>) -> bool {
        link.next.is_none()
    }
}

#[test]
fn two_live_copies_of_a_module_take_each_other_s_instances() {
    python(|py| {
        let stay = classes_stay(py)?;
        flat(py, |_| {
            let first = owned::load!(py, lives)?;
            let second = owned::load!(py, lives)?;
            let (a, b) = (first.call_method("Link", ())?, second.call_method("Link", ())?);
            assert!(!a.type_of().is(&b.type_of()), "each copy has types of its own");
            for module in [&first, &second] {
                assert!(module.call_method("check", (&a,))?.is_true()?);
                assert!(module.call_method("check", (&b,))?.is_true()?);
            }
            assert!(a.call_method("join", (&b,))?.type_of().is(&b.type_of()), "made by the newest");
            drop((second, b));
            collect(py)?;
            // The newest is gone: the one before is the newest again, for its own instances and for new ones.
            let c = a.call_method("join", (&a,))?;
            assert_eq!(c.type_of().is(&a.type_of()), !stay);
            assert_eq!(first.call_method("make", ())?.type_of().is(&a.type_of()), !stay);
            assert!(a.downcast::<Link>().is_ok());
            Ok(())
        });
        assert_eq!(Link { next: None }.into_py(py).is_ok(), stay, "no copy is loaded");
        Ok(())
    });
}

#[test]
fn instances_outlive_their_module() {
    python(|py| {
        flat(py, |probe| {
            let module = owned::load!(py, lives)?;
            let link = module.call_method("Link", (probe,))?;
            let join = link.getattr("join")?;
            module.getattr("__dict__")?.call_method("clear", ())?;
            drop(module);
            collect(py)?;
            // The type keeps the module, and its state, alive.
            assert!(link.getattr("next")?.is(probe));
            let third = join.call((&link,))?;
            assert!(third.type_of().is(&link.type_of()));
            drop(join);
            Ok(())
        });
        Ok(())
    });
}

/// Found in review: the type object that a conversion used was only borrowed from a module that the collector could
/// take while the instance was being allocated.
#[test]
fn a_function_that_outlives_its_module_is_safe() {
    python(|py| {
        for _ in 0..50 {
            let module = owned::load!(py, lives)?;
            let make = module.getattr("make")?;
            drop(module);
            let gc = py.import("gc")?;
            gc.call_method("set_threshold", (1,))?;
            let outcomes: Vec<_> = (0..50).map(|_| make.call(())).collect();
            gc.call_method("set_threshold", (700,))?;
            for outcome in outcomes {
                match outcome {
                    Ok(link) => assert!(link.is_a::<Link>()),
                    Err(error) => assert_eq!(
                        error.to_string(),
                        "RuntimeError: the module of class 'Link' is not loaded in this interpreter"
                    ),
                }
            }
            collect(py)?;
        }
        Ok(())
    });
}

#[test]
fn a_module_that_is_reloaded_is_the_same() {
    python(|py| {
        let module = owned::load!(py, lives)?;
        run(
            &module,
            "
import importlib, types
link = m.Link()
sys.modules['lives'] = m
try: importlib.reload(m)
except (ImportError, AttributeError, ModuleNotFoundError): pass    # no finder knows a module that was loaded by hand
del sys.modules['lives']
assert m.check(link)
import _imp
assert _imp.exec_dynamic(m) == 0 and m.check(link) and type(link) is m.Link
",
        )
    });
}

#[test]
fn a_thousand_types_leave_nothing() {
    python(|py| {
        let alive = |py| -> Result<i64> {
            collect(py)?;
            let count = "sum(1 for o in __import__('gc').get_objects() if isinstance(o, type))";
            eval(py, count)?.extract()
        };
        let module = owned::load!(py, lives)?;
        run(&module, "type('Warm', (m.Link,), {})()")?;
        let of_python = i64::try_from(left_of_python(py, 1000)?)?;
        let before = alive(py)?;
        run(
            &module,
            "
refs = []
for i in range(1000):
    T = type(f'T{i}', (m.Link,), {'__slots__': ('x',)} if i % 2 else {})
    t = T(); t.next = t; T.instance = t
    refs.append(weakref.ref(T))
del T, t
gc.collect()
m.left = sum(ref() is not None for ref in refs)
",
        )?;
        assert_eq!(module.getattr("left")?.extract::<i64>()?, of_python);
        // The collector does not know of those that stay.
        assert_eq!(alive(py)?, before);
        for _ in 0..1000 {
            let copy = owned::load!(py, lives)?;
            let link = copy.call_method("Link", ())?;
            link.setattr("next", link.type_of())?;
        }
        assert_eq!(alive(py)? - before, of_python);
        Ok(())
    });
}

const SMALL_STACK: usize = 256 * 1024;

/// Drops a chain of a million links, made by Python, on a small stack. `make` sees the last link as `n`.
fn drop_chain(make: &'static str) {
    python(|py| {
        let module = owned::load!(py, lives)?;
        let source = format!(
            "
class Sub(m.Link): pass
class Slots(m.Link): __slots__ = ('x',)
n = None
for i in range(1_000_000): n = {make}
m.chain = n
del n
"
        );
        // A chain is no garbage: looking through it again and again only takes time.
        let gc = py.import("gc")?;
        gc.call_method("disable", ())?;
        run(&module, &source)?;
        let chain = module.getattr("chain")?.unbind();
        module.setattr("chain", ())?;
        let (gone, weak) = py.detach(|| {
            let thread = std::thread::Builder::new().stack_size(SMALL_STACK);
            let thread = thread.spawn(move || {
                Python::attach(|py| {
                    let chain = chain.into_bound(py);
                    let weak = Weak::new(&chain)?;
                    drop(chain);
                    Ok::<_, PyErr>((weak.upgrade()?.is_none(), weak.unbind()))
                })
            });
            thread.expect("a thread starts").join().expect("the stack is deep enough")
        })?;
        // Without a GIL it waits for this thread, which is found by a number that it may share with the one that has started the
        // interpreter, and that is gone.
        assert!(gone || !has_gil(py)?);
        drop(weak);
        gc.call_method("enable", ())?;
        Ok(())
    });
}

#[test]
fn a_chain_of_a_million_drops_on_a_small_stack() {
    drop_chain("m.Link(n)");
}

#[test]
fn a_chain_of_a_million_subclass_instances_drops_on_a_small_stack() {
    drop_chain("Sub(n)");
}

#[test]
fn a_mixed_chain_of_a_million_drops_on_a_small_stack() {
    drop_chain("(m.Link(n), Sub(n), Slots([n]), m.Link((n,)))[i % 4]");
}
