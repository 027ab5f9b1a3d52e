//! A binding that uses little: what the library can do without any of its features, but for the one that starts Python.
//! Only where this package is built alone (`cargo test --package little-tests`) are they off.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

#[path = "../../owned/tests/support/mod.rs"]
mod support;

use std::collections::HashMap;

use owned::prelude::*;
use owned::types::Set;
use support::{flat, python, run};

owned::create_exception! {
    /// There is nothing left.
    pub Exhausted: ValueError,
}

/// Counts down.
#[class(new, eq, repr)]
pub struct Countdown {
    #[field(get)]
    left: u32,
    #[field(get, set, default = None)]
    then: Option<Py<Callable>>,
}

impl PartialEq for Countdown {
    fn eq(&self, other: &Self) -> bool {
        self.left == other.left
    }
}

#[methods]
impl Countdown {
    fn tick(&mut self, py: Python<'_>) -> Result<u32> {
        if self.left == 0 {
            return Err(Exhausted::new("nothing is left"));
        }
        self.left -= 1;
        if let (0, Some(then)) = (self.left, &self.then) {
            then.bind(py).call(("done",))?;
        }
        Ok(self.left)
    }

    fn __len__(&self) -> usize {
        self.left as usize
    }

    fn __iter__(slf: Borrowed<'_, '_, Self>) -> Py<Self> {
        slf.to_owned().unbind()
    }

    fn __next__(&mut self) -> Option<u32> {
        self.left.checked_sub(1).inspect(|&left| self.left = left)
    }
}

/// A little of everything.
#[owned::module]
mod little {
    #[export]
    pub use super::{Countdown, Exhausted};
    use owned::prelude::*;
    use std::collections::HashMap;

    #[export]
    pub const ANSWER: i64 = 42;

    #[function]
    #[signature(text, *, times = 1)]
    fn repeat(text: &str, times: usize) -> String {
        text.repeat(times)
    }

    #[function]
    fn lengths(words: Vec<String>) -> HashMap<String, usize> {
        words.into_iter().map(|word| (word.clone(), word.len())).collect()
    }

    #[function]
    fn mixed(a: Option<bool>, b: (i64, f64), c: &[u8]) -> (Option<bool>, f64, Vec<u8>) {
        (a, b.0 as f64 + b.1, c.iter().rev().copied().collect())
    }

    #[function]
    fn apply<'py>(function: Owned<'py, Callable>, value: i64) -> Result<Owned<'py, Any>> {
        function.call((value,))
    }
}

#[test]
fn a_module_without_any_feature_works() {
    python(|py| {
        let module = owned::load!(py, little)?;
        run(
            &module,
            "assert m.ANSWER == 42\n\
             assert m.repeat('ab', times=2) == 'abab'\n\
             assert m.lengths(['a', 'bcd']) == {'a': 1, 'bcd': 3}\n\
             assert m.mixed(None, (1, 2.5), b'xyz') == (None, 3.5, b'zyx')\n\
             assert m.apply(lambda value: value * 2, 21) == 42\n\
             seen = []\n\
             c = m.Countdown(2, seen.append)\n\
             assert c.tick() == 1 and len(c) == 1 and c == m.Countdown(1, c.then)\n\
             assert c.tick() == 0 and seen == ['done']\n\
             try: c.tick()\n\
             except m.Exhausted as error: assert str(error) == 'nothing is left'\n\
             else: assert False\n\
             assert list(m.Countdown(3)) == [2, 1, 0]\n\
             class Then:\n    \
                 def __call__(self, text): pass\n\
             c.then = Then()\n\
             c.then.c = c\n\
             seen = weakref.ref(c.then)\n\
             del c\n\
             gc.collect()\n\
             assert seen() is None",
        )
    });
}

#[test]
fn handles_and_containers_are_there() {
    python(|py| {
        let list = List::new(py, [1, 2, 3])?;
        let dict = Dict::empty(py)?;
        dict.set("list", &list)?;
        let set = Set::new(py, ["a", "b"])?;
        assert_eq!((list.len(), dict.len(), set.len()), (3, 1, 2));
        let back: HashMap<String, Vec<u8>> = dict.extract()?;
        assert_eq!(back["list"], [1, 2, 3]);
        let sum = py.import("operator")?.getattr("add")?.downcast::<Callable>()?;
        assert_eq!(sum.call((4, 5))?.extract::<i64>()?, 9);
        assert!(list.get(9).unwrap_err().is::<IndexError>(py));
        Ok(())
    });
}

#[test]
fn nothing_leaks() {
    python(|py| {
        let module = owned::load!(py, little)?;
        flat(py, |_| run(&module, "assert m.Countdown(1).tick() == 0; m.lengths(['a'])"));
        Ok(())
    });
}
