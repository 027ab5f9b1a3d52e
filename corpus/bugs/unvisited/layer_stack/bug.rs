//! Layers of a drawing: a base, and what lies on top of it.

use owned::prelude::*;
use owned::{Visited, Visitor};

#[derive(Default)]
pub struct Layers {
    base: Option<Py<Any>>,
    overlays: Vec<Py<Any>>,
}

// The overlays are what changes.
unsafe impl Traverse for Layers {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.overlays.traverse(visitor) // BUG
    }
}

#[owned::module]
mod layer_stack_bug {
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

        fn set_base(
            &mut self,
            base: Py<Any>, // BUG
        ) {
            self.layers.base = Some(base);
        }

        fn add(&mut self, overlay: Py<Any>) {
            self.layers.overlays.push(overlay);
        }
    }
}
