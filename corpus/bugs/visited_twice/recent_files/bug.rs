//! A menu of files: all of them, and which was opened last.

use owned::prelude::*;
use owned::{Visited, Visitor};

#[derive(Default)]
pub struct Files {
    all: Vec<Py<Any>>,
    last: Option<usize>,
}

unsafe impl Traverse for Files {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        if let Some(last) = self.last {
            self.all[last].traverse(visitor)?; // BUG
        }
        self.all.traverse(visitor) // BUG
    }
}

#[owned::module]
mod recent_files_bug {
    use super::*;

    #[class]
    pub struct Menu {
        files: Files,
        #[field(get, set)]
        parent: Option<Py<Any>>,
    }

    #[methods]
    impl Menu {
        #[new]
        fn new() -> Self {
            Menu { files: Files::default(), parent: None }
        }

        fn opened(
            &mut self,
            file: Py<Any>, // BUG
        ) {
            self.files.last = Some(self.files.all.len());
            self.files.all.push(file);
        }
    }
}
