//! Frames of an animation, each with the one that follows.

use owned::prelude::*;
use owned::{Visited, Visitor};

#[derive(Default)]
pub struct Link {
    next: GcCell<Option<Py<Any>>>, // BUG
}

unsafe impl Traverse for Link {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.next.traverse(visitor) // BUG
    }
}

#[owned::module]
mod linked_frame_bug {
    use super::*;

    #[class(weakref)]
    pub struct Frame {
        #[field(get)]
        number: u32,
        link: Link,
    }

    #[methods]
    impl Frame {
        #[new]
        fn new(number: u32) -> Self {
            Frame { number, link: Link::default() }
        }

        fn follow(
            &self,
            py: Python<'_>,
            next: Py<Any>, // BUG
        ) -> Result<()> {
            self.link.next.set(py, Some(next))
        }
    }
}
