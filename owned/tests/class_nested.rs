//! Classes in classes.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use support::{collect, flat, python, run};

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
