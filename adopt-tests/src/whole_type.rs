//! A class of Rust's in place of a type of C's, which C code goes on using.

use owned::GcCell;
use owned::foreign;
use owned::prelude::*;

/// Two objects; C had a struct for it, without the collector.
#[class(weakref)]
pub struct Pair {
    left: Py<Any>,
    right: GcCell<Py<Any>>,
}

#[methods]
impl Pair {
    #[new]
    fn new(left: Py<Any>, right: Py<Any>) -> Self {
        Pair { left, right: GcCell::new(right) }
    }

    #[getter]
    fn left<'py>(&self, py: Python<'py>) -> Owned<'py, Any> {
        self.left.bind(py).to_owned()
    }

    #[getter]
    fn right<'py>(&self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        self.right.get(py)
    }
}

foreign::export! {
    // SAFETY: `whole.c` calls them attached, with what the header asks for.
    unsafe extern "C" {
        /// The class.
        pub type Pair_Type = Pair;

        /// A new pair.
        pub fn Pair_New(py, left: Borrowed<Any>, right: Borrowed<Any>) -> New<Pair> {
            Pair::new(left.to_owned().unbind(), right.to_owned().unbind()).into_py(py)
        }

        /// The sum of both, if they are numbers.
        pub fn Pair_Weight(py, pair: Borrowed<Pair>) -> i64 {
            let pair = pair.get();
            Ok(pair.left(py).extract::<i64>()? + pair.right(py)?.extract::<i64>()?)
        }

        /// Half the left one.
        pub fn Pair_Half(py, pair: Borrowed<Pair>) -> f64 {
            Ok(pair.get().left(py).extract::<f64>()? / 2.0)
        }

        /// Puts another object to the right.
        pub fn Pair_SetRight(py, pair: Borrowed<Pair>, right: Stolen<Any>) -> Status {
            pair.get().right.set(py, right.unbind()).map(drop)
        }

        /// Calls the left one; cannot say that it failed.
        pub fn Pair_Touch(py, pair: Borrowed<Pair>) {
            assert!(!pair.get().left(py).is_none(), "nothing to call");
            pair.get().left(py).call(()).map(drop)
        }
    }
}

#[owned::module(adopt)]
pub mod whole {
    #[export]
    pub use super::Pair;
}
