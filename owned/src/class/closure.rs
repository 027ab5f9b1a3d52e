//! Rust closures as Python callables.
#![expect(unsafe_code, reason = "shows the collector what a closure captured; believes what it has checked")]

use core::ffi::CStr;

use crate::convert::{Args, IntoPy, Signature};
use crate::err::Result;
use crate::gc::{Traverse, Visited, Visitor};
use crate::object::{Callable, Dict, Str, Tuple};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::place;
use crate::token::Python;

use super::{
    Blueprint, Call, Class, Frozen, Getter, Methods, Options, Property, Slot, TypeCell, Unary, build_for_good,
};

/// What a closure does when it is called: with what it captured, the positional arguments, and those by name.
///
/// A `fn` and not an `Fn`: what it uses besides its arguments are the captures, which the collector sees.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::RustFn;
/// Python::attach(|py| {
///     let double: RustFn<i64> = |times, args, _| {
///         args.get(0)?.extract::<i64>()?.checked_mul(*times).ok_or_else(|| OverflowError::new("too large"))?.into_any(args.py())
///     };
///     let callable = Callable::from_rust(py, "times", 2, double)?;
///     assert_eq!(callable.call((21,))?.extract::<i64>()?, 42);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub type RustFn<C> = for<'a, 'py> fn(&'a C, &'a Owned<'py, Tuple>, &'a Owned<'py, Dict>) -> Result<Owned<'py, Any>>;

impl Callable {
    /// A Python callable that runs Rust code. A new reference.
    ///
    /// What the code needs besides the arguments is captured explicitly, in `captures`: a handle, a tuple, a struct
    /// with `#[derive(Traverse)]`. The collector visits it, so a cycle through the callable is collected as soon as one
    /// of its members can be cleared. A closure that captures anything by itself does not compile.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    ///
    /// Python::attach(|py| {
    ///     let seen = List::empty(py)?;
    ///     let callback = Callable::from_rust(py, "remember", (seen.clone().unbind(), 2_i64), |(seen, times), args, _| {
    ///         let number: i64 = args.get(0)?.extract()?;
    ///         seen.bind(args.py()).append(number * times)?;
    ///         args.py().none().into_py(args.py())
    ///     })?;
    ///     callback.call((21,))?;
    ///     assert_eq!(seen.get(0)?.extract::<i64>()?, 42);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    #[track_caller]
    pub fn from_rust<'py, C>(py: Python<'py>, name: &str, captures: C, run: RustFn<C>) -> Result<Owned<'py, Callable>>
    where
        C: Traverse + Send + Sync + 'static,
    {
        if !Closure::cell().live.is_loaded() {
            build_for_good(py, Blueprint::of::<Closure>())?;
        }
        let name = Str::new(py, name)?.unbind();
        let closure = Closure { name, body: Box::new(Captured { captures, run }) };
        Ok(closure.into_py(py)?.into_any().downcast()?)
    }
}

/// A closure whose type is forgotten.
trait Body: Traverse + Send + Sync {
    fn run<'py>(&self, args: &Owned<'py, Tuple>, kwargs: &Owned<'py, Dict>) -> Result<Owned<'py, Any>>;
}

struct Captured<C> {
    captures: C,
    run: RustFn<C>,
}

impl<C: Traverse + Send + Sync> Body for Captured<C> {
    fn run<'py>(&self, args: &Owned<'py, Tuple>, kwargs: &Owned<'py, Dict>) -> Result<Owned<'py, Any>> {
        (self.run)(&self.captures, args, kwargs)
    }
}

// SAFETY: the captures are owned once; a `fn` holds nothing.
unsafe impl<C: Traverse> Traverse for Captured<C> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.captures.traverse(visitor)
    }

    fn clear_cells(&self, py: Python<'_>) {
        self.captures.clear_cells(py);
    }
}

/// The inside of the callable. Its type object belongs to no module of the user's: one is made with the first closure,
/// and kept.
struct Closure {
    name: crate::ptr::Py<Str>,
    body: Box<dyn Body>,
}

// SAFETY: each field is owned once.
unsafe impl Traverse for Closure {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.name.traverse(visitor)?;
        self.body.traverse(visitor)
    }

    #[inline]
    fn clear_cells(&self, py: Python<'_>) {
        self.body.clear_cells(py);
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(Closure: Send, Sync);

// SAFETY: `Send` and `Sync`, as asserted above.
unsafe impl Class for Closure {
    const NAME: &'static CStr = c"closure";
    const DOC: &'static CStr = c"A function written in Rust, with what it captured.";
    const OPTIONS: Options = Options { weakref: true, ..Options::PLAIN };
    type Base = Any;
    type State = Frozen;
    const FIELDS: &'static Methods<Self> = &Methods { properties: &[Property::get::<Name>()], ..Methods::NONE };
    const METHODS: Option<&'static Methods<Self>> = Some(&Methods {
        entries: &[],
        properties: &[],
        slots: &[Slot::call::<Invoke>(), Slot::unary::<Repr, { place::Py_tp_repr }>()],
        attributes: &[],
        called: &[],
        #[cfg(feature = "stubs")]
        described: &[],
    });

    #[inline]
    fn cell() -> &'static TypeCell<Self> {
        static CELL: TypeCell<Closure> = TypeCell::new();
        &CELL
    }
}

struct Name;

impl Getter<Closure> for Name {
    const NAME: &'static CStr = c"__name__";
    const DOC: &'static CStr = c"";

    #[inline]
    fn get<'a, 'py>(slf: Borrowed<'a, 'py, Closure>) -> Result<Owned<'py, Any>> {
        Ok(slf.get().name.bind(slf.py()).to_owned().into_any())
    }
}

struct Repr;

impl Unary<Closure> for Repr {
    #[inline]
    fn unary<'a, 'py>(slf: Borrowed<'a, 'py, Closure>) -> Result<Owned<'py, Any>> {
        let name = slf.get().name.bind(slf.py()).as_str()?;
        Ok(Str::new(slf.py(), &format!("<Rust function {name}>"))?.into_any())
    }
}

struct Invoke;

/// `(*args, **kwargs)`
const SIGNATURE: Signature = Signature { function: "closure", ..Signature::ANYTHING };

impl Call<Closure> for Invoke {
    #[inline]
    fn call<'a, 'py>(slf: Borrowed<'a, 'py, Closure>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>> {
        let parsed = SIGNATURE.parse::<0>(slf.py(), args)?;
        let (args, kwargs) = (parsed.rest.expect("asked for"), parsed.options.expect("asked for"));
        slf.get().body.run(&args, &kwargs)
    }
}
