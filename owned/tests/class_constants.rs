//! Class attributes and properties that can be deleted.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use support::{alive, classes_stay, collect, flat, left_of_python, python, raised_kind, run};

/// A point with its origin.
#[class(subclass, weakref)]
pub struct Point {
    #[field(get)]
    x: f64,
    #[field(get)]
    y: f64,
    label: Option<String>,
}

#[methods]
impl Point {
    /// How many coordinates there are.
    #[classattr]
    const DIMENSIONS: u8 = 2;

    #[classattr(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("x", "y");

    /// Rust's alone.
    #[allow(dead_code)]
    const HIDDEN: u8 = 3;

    #[new]
    fn new(x: f64, y: f64) -> Self {
        Point { x, y, label: None }
    }

    /// An instance of the class itself.
    #[classattr(name = "ORIGIN")]
    fn origin() -> Self {
        Point { x: 0.0, y: 0.0, label: None }
    }

    /// An instance of a class that is made later.
    #[classattr]
    fn other(py: Python<'_>) -> Other {
        Other(py.none().into_any().unbind())
    }

    #[classattr]
    fn bag(py: Python<'_>) -> Result<Owned<'_, List>> {
        List::new(py, [1, 2])
    }

    /// What it is called.
    #[getter]
    fn label(&self) -> Result<String> {
        self.label.clone().ok_or_else(|| AttributeError::new("label"))
    }

    #[setter]
    fn set_label(&mut self, label: String) {
        self.label = Some(label);
    }

    #[deleter]
    fn delete_label(&mut self) -> Result<()> {
        self.label.take().map(drop).ok_or_else(|| AttributeError::new("label"))
    }

    /// Can only be deleted.
    #[deleter(name = "gone")]
    fn forget(&self) -> Result<()> {
        Err(ValueError::new("forgotten"))
    }
}

/// It holds something.
#[class(weakref)]
pub struct Other(#[field(get, set, name = "held")] Py<Any>);

/// Its attribute fails.
#[class]
pub struct Failing;

#[methods]
impl Failing {
    #[classattr]
    fn first(py: Python<'_>) -> Result<Owned<'_, List>> {
        List::new(py, [1])
    }

    #[classattr]
    fn second() -> Result<u8> {
        Err(ValueError::new("no second"))
    }
}

#[owned::module]
mod constants {
    #[export]
    pub use super::{Other, Point};
}

#[owned::module]
mod failing {
    #[export]
    pub use super::{Failing, Other};
}

#[test]
fn attributes_of_the_class() {
    python(|py| {
        let module = owned::load!(py, constants)?;
        run(
            &module,
            "P = m.Point\n\
             assert P.DIMENSIONS == 2 == P(1, 2).DIMENSIONS\n\
             assert not hasattr(P, 'HIDDEN') and not hasattr(P, 'MATCH_ARGS') and not hasattr(P, 'origin')\n\
             assert type(P.ORIGIN) is P and P.ORIGIN is P.ORIGIN and (P.ORIGIN.x, P.ORIGIN.y) == (0, 0)\n\
             assert type(P.other) is m.Other and P.bag == [1, 2] and P.bag is P.bag\n\
             match P(3, 4):\n\
            \x20   case P(x, y): assert (x, y) == (3, 4)\n\
             class Q(P):\n\
            \x20   DIMENSIONS = 3\n\
             assert (Q.DIMENSIONS, P.DIMENSIONS) == (3, 2) and Q.ORIGIN is P.ORIGIN\n\
             assert raised(setattr, P, 'DIMENSIONS', 4).startswith('TypeError')\n\
             assert raised(delattr, P, 'ORIGIN').startswith('TypeError')\n\
             assert 'DIMENSIONS' in dir(P) and 'ORIGIN' in vars(P)\n",
        )
    });
}

#[test]
fn properties_that_can_be_deleted() {
    python(|py| {
        let module = owned::load!(py, constants)?;
        flat(py, |_| {
            run(
                &module,
                "p = m.Point(1, 2)\n\
                 p.label = 'a'\n\
                 assert p.label == 'a' and type(p).label.__doc__ == 'What it is called.'\n\
                 del p.label\n\
                 assert raised(getattr, p, 'label') == 'AttributeError: label'\n\
                 assert raised(delattr, p, 'label') == 'AttributeError: label'\n\
                 assert raised(setattr, p, 'label', 5).startswith('TypeError')\n\
                 assert raised(delattr, p, 'gone') == 'ValueError: forgotten'\n\
                 assert raised(setattr, p, 'gone', 5) == \"AttributeError: cannot set attribute 'gone'\"\n\
                 assert raised(getattr, p, 'gone').startswith('AttributeError')\n\
                 assert raised(delattr, p, 'x').startswith('AttributeError')\n\
                 o = m.Other(1) if False else p.other\n\
                 assert raised(delattr, o, 'held') == \"AttributeError: cannot delete attribute 'held'\"\n",
            )
        });
        Ok(())
    });
}

#[test]
fn a_thousand_types_with_their_instances_go() {
    python(|py| {
        let mut seen: Vec<Py<Weak>> = Vec::new();
        let of_python = left_of_python(py, 3)?;
        flat(py, |_| {
            seen.clear();
            for _ in 0..20 {
                let module = owned::load!(py, constants)?;
                let class = module.getattr("Point")?;
                // A cycle through the attribute of another instance, and through an instance of the class itself.
                class.getattr("other")?.setattr("held", &class)?;
                class.getattr("bag")?.call_method("append", (&module,))?;
                for object in [class.getattr("ORIGIN")?, class.getattr("other")?, class] {
                    seen.push(Weak::new(&object)?.unbind());
                }
            }
            collect(py)?;
            for weak in seen.chunks(3) {
                let left = alive(py, weak)?;
                assert_eq!(left, of_python, "of a class and instances of it");
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn an_attribute_that_fails_leaves_nothing() {
    python(|py| {
        let stay = classes_stay(py)?;
        flat(py, |_| {
            assert_eq!(raised_kind(owned::load!(py, failing)), "ValueError");
            collect(py)?;
            // No class is found of a module that was not imported.
            assert_eq!(Failing.into_any(py).is_ok(), stay);
            Ok(())
        });
        Ok(())
    });
}
