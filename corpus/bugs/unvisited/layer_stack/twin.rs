//! Layers of a drawing: a base, and what lies on top of it.

use owned::prelude::*;
use owned::{Visited, Visitor};

#[derive(Default)]
pub struct Layers {
    base: Option<Py<Any>>,
    overlays: Vec<Py<Any>>,
}

// Each of them once.
unsafe impl Traverse for Layers {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.base.traverse(visitor)?;
        self.overlays.traverse(visitor)
    }
}

#[owned::module]
mod layer_stack_twin {
    use super::*;

    #[class(weakref)]
    pub struct Drawing {
        layers: Layers,
    }

    #[methods]
    impl Drawing {
        #[new]
        fn new() -> Self {
            Drawing { layers: Layers::default() }
        }

        fn set_base(&mut self, base: Py<Any>) {
            self.layers.base = Some(base);
        }

        fn add(&mut self, overlay: Py<Any>) {
            self.layers.overlays.push(overlay);
        }
    }
}
