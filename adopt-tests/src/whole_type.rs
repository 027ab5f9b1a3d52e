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

/// Of the names that generated code could have.
fn body(number: i64) -> i64 {
    number
}

const FUNCTION: f64 = 0.5;

foreign::export! {
    // SAFETY: as above.
    unsafe extern "C" {
        /// All of what it is given, by names that generated code could have.
        pub fn Pair_Many(
            token,
            answer: Borrowed<Any>,
            a: i8,
            py: Borrowed<Any>,
            b: i16,
            c: f32,
            given: Stolen<Any>,
            d: u8,
            e: u16,
            f: u32,
            g: u64,
            h: usize,
            text: *const std::ffi::c_char,
            last: i64,
        ) -> f64 {
            let _: Python<'_> = token;
            let numbers = i64::from(a) + i64::from(b) + i64::from(d) + i64::from(e) + i64::from(f);
            let more = body(last) + i64::try_from(g)? + i64::try_from(h)? + if text.is_null() { 0 } else { 4 };
            if !answer.is(py) || given.is_none() {
                return Err(ValueError::new("others"));
            }
            Ok(f64::from(c) + (numbers + more) as f64 + FUNCTION)
        }

        /// Without anything.
        pub fn Pair_Nothing(_py) -> std::ffi::c_int {
            Ok(-1)
        }

        /// What it is given is released as it unwinds.
        pub fn Pair_Panics(_py, object: Stolen<Any>) -> Status {
            if object.is_none() {
                return Ok(());
            }
            panic!("with {object:?}");
        }

        /// A class that nobody can have.
        pub fn Pair_Fails(py) -> New<Pair> {
            py.none().call(())?.downcast::<Pair>().map_err(PyErr::from)
        }
    }
}

#[owned::module(adopt)]
pub mod whole {
    #[export]
    pub use super::Pair;
}
