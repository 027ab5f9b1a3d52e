//! Classes in classes.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use support::{alive, collect, flat, left_of_python, python, run};

/// Comes after those in it: the order is not the writer's care.
#[class(nested_in = Tree, subclass, new)]
pub struct Node {
    #[field(get, set, default = None)]
    next: Option<Py<Any>>,
}

/// Two deep.
#[class(nested_in = Node)]
pub enum Colour {
    /// As it is at first.
    Red,
}

/// Extends what is beside it.
#[class(nested_in = Tree, extends = Node)]
pub struct Leaf;

/// The outermost.
#[class(subclass)]
pub struct Tree {
    #[field(get, set)]
    root: Option<Py<Any>>,
}

#[methods]
impl Tree {
    #[new]
    fn new() -> Self {
        Tree { root: None }
    }

    #[staticmethod]
    fn leaf() -> owned::Extended<Node, Leaf> {
        owned::Extended::new(Node { next: None }, Leaf)
    }
}

/// Completed by Python, in one of Rust.
#[class(nested_in = Tree, metaclass = "abc:ABCMeta")]
pub struct Walk;

#[owned::module]
mod nested {
    #[export]
    pub use super::{Colour, Leaf, Node, Tree, Walk};
}

/// In one that no test loads: what one test loads is loaded in all of them.
#[class(nested_in = Ground)]
pub struct Root;

/// In no module.
#[class]
pub struct Ground;

#[owned::module]
mod without_outer {
    #[export]
    pub use super::Root;
}

/// In what is in it.
#[class(nested_in = Hen)]
pub struct Egg;

/// As well.
#[class(nested_in = Egg)]
pub struct Hen;

#[owned::module]
mod in_circles {
    #[export]
    pub use super::{Egg, Hen};
}

#[test]
fn they_are_attributes_of_the_outer_class() {
    python(|py| {
        let module = owned::load!(py, nested)?;
        py.import("sys")?.getattr("modules")?.set_item("nested", &module)?;
        run(
            &module,
            "
import pickle, pydoc
assert m.__all__ == ['Tree'] and not hasattr(m, 'Node'), m.__all__
assert (m.Tree.Node.__name__, m.Tree.Node.__qualname__, m.Tree.Node.__module__) == ('Node', 'Tree.Node', 'nested')
assert repr(m.Tree.Leaf) == \"<class 'nested.Tree.Leaf'>\" and m.Tree.Leaf.__mro__[1] is m.Tree.Node
assert m.Tree.Node.Colour.__qualname__ == 'Tree.Node.Colour'
assert m.Tree.Walk.__qualname__ == 'Tree.Walk'
assert type(m.Tree.leaf()) is m.Tree.Leaf
class Wood(m.Tree): pass
assert Wood.Node is m.Tree.Node and Wood().Node is m.Tree.Node
assert pickle.loads(pickle.dumps(m.Tree.Node)) is m.Tree.Node
assert pickle.loads(pickle.dumps(m.Tree.Node.Colour.Red)) is m.Tree.Node.Colour.Red
assert raised(setattr, m.Tree, 'Node', 3).startswith('TypeError: cannot set')
assert \"class Node\" in pydoc.plain(pydoc.render_doc(m.Tree.Node))
assert m.Tree.Node().next is None
",
        )
    });
}

#[test]
fn the_outer_class_is_needed() {
    python(|py| {
        let error = owned::load!(py, without_outer).unwrap_err().to_string();
        assert!(error.contains("class 'Ground' is not loaded"), "{error}");
        Ok(())
    });
}

#[test]
fn circles_are_refused() {
    python(|py| {
        let error = owned::load!(py, in_circles).unwrap_err().to_string();
        assert_eq!(error, "RuntimeError: class 'Egg' is in a class that is in it");
        Ok(())
    });
}

#[test]
fn a_thousand_of_them_go() {
    python(|py| {
        flat(py, |_| {
            let module = owned::load!(py, nested)?;
            let node = module.getattr("Tree")?.call_method("Node", ())?;
            node.setattr("next", &node)?;
            drop((module, node));
            collect(py).map(drop)
        });
        Ok(())
    });
}

/// Plain data, and it would have no header of the collector's but for what is in it.
#[class(subclass, new)]
pub struct Crate {
    #[field(get)]
    number: i64,
}

#[methods]
impl Crate {
    fn another(&self) -> Crate {
        Crate { number: self.number + 1 }
    }
}

/// It holds what it is given, for the class and for an instance.
#[class(nested_in = Crate, new)]
pub struct Label {
    #[field(get, set, default = None)]
    held: Option<Py<Any>>,
}

#[methods]
impl Label {
    #[classattr]
    fn all() -> Vec<i64> {
        Vec::new()
    }
}

/// Over one that has a class in it.
#[class(extends = Crate)]
pub struct Heavy {
    #[field(get)]
    weight: f64,
}

#[methods]
impl Heavy {
    #[new]
    fn new(weight: f64) -> owned::Extended<Crate, Heavy> {
        owned::Extended::new(Crate { number: 0 }, Heavy { weight })
    }
}

/// Plain data in plain data.
#[class(new)]
pub struct Box1 {
    #[field(get)]
    number: i64,
}

/// As plain.
#[class(nested_in = Box1, new)]
pub struct Lid {
    #[field(get)]
    number: i64,
}

#[owned::module]
mod crates {
    #[export]
    pub use super::{Box1, Crate, Heavy, Label, Lid};

    /// Made by Rust.
    #[function]
    fn crate_of(number: i64) -> super::Crate {
        super::Crate { number }
    }
}

/// Plain data in a module of its own.
#[class]
pub struct Plain;

#[owned::module]
mod plain {
    #[export]
    pub use super::Plain;
}

/// In a class that was made without it.
#[class(nested_in = Plain)]
pub struct Late;

#[owned::module]
mod late {
    #[export]
    pub use super::Late;
}

#[test]
fn what_is_reached_through_a_class_in_it_is_collected() {
    python(|py| {
        let mut weak = Vec::new();
        for _ in 0..1000 {
            let module = owned::load!(py, crates)?;
            run(
                &module,
                "m.Crate.Label.all.extend([m.Crate(1), m.Heavy(1.5), m.Crate(2).another(), m.Box1(1)])\n\
                 m.kept = [m.crate_of(3), m.Crate.Label(), m.Box1.Lid(1)]\n\
                 m.kept[1].held = m.kept\n",
            )?;
            for class in ["Crate", "Heavy", "Box1"] {
                weak.push(owned::types::Weak::new(&module.getattr(class)?)?);
            }
        }
        collect(py)?;
        collect(py)?;
        let weak: Vec<_> = weak.into_iter().map(Owned::unbind).collect();
        assert_eq!(alive(py, &weak)?, left_of_python(py, weak.len())?, "of {}", weak.len());
        flat(py, |_| {
            let module = owned::load!(py, crates)?;
            run(
                &module,
                "GC = 1 << 14\n\
                 assert m.Crate.__flags__ & GC and m.Box1.__flags__ & GC and m.Heavy.__flags__ & GC\n\
                 assert not m.Box1.Lid.__flags__ & GC\n\
                 class Sub(m.Crate): pass\n\
                 for one in [m.Crate(1), m.Crate(1).another(), m.crate_of(1), Sub(1), m.Heavy(0.5), m.Box1(1)]:\n    \
                     assert gc.is_tracked(one)\n\
                 m.Crate.Label.all.append(one)\n",
            )?;
            drop(module);
            collect(py).map(drop)
        });
        Ok(())
    });
}

#[test]
fn a_class_of_another_module_may_not_be_prepared() {
    python(|py| {
        flat(py, |_| {
            let first = owned::load!(py, plain)?;
            let error = owned::load!(py, late).unwrap_err().to_string();
            assert_eq!(error, "RuntimeError: class 'Late' must be in the module that class 'Plain' is in");
            drop(first);
            collect(py).map(drop)
        });
        Ok(())
    });
}
