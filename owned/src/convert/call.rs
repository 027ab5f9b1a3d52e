//! Calling Python with values of Rust.
#![expect(unsafe_code, reason = "calls the call protocol; handles prove an attached thread and live objects")]

use core::slice;

use crate::err::Result;
use crate::object::{Dict, Name, handle};
use crate::ptr::{Any, Derived, Owned};
use crate::raw::{self, BorrowedRef, Failed, NewRef};
use crate::token::Python;

use super::converted::Converted;
use super::{IntoPy, each_tuple};

/// The positional arguments of a call: a tuple of values, `()` for none.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::IntoArgs;
/// Python::attach(|py| {
///     fn twice<'py>(callable: &Owned<'py, Any>, args: impl IntoArgs<'py> + Clone) -> Result<Owned<'py, Any>> {
///         callable.call(args.clone())?;
///         callable.call(args)
///     }
///     assert_eq!(twice(&py.eval("max", None)?, (3, 4))?.extract::<i32>()?, 4);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a tuple of arguments",
    label = "not a tuple of values",
    note = "write `()` for no argument, `(value,)` for one; each value is one that becomes a Python object, twelve at most"
)]
pub trait IntoArgs<'py>: Sized {
    /// As many handles as there are arguments: an array.
    type Handles: Handles<'py>;

    /// Converts each value, in order, until one cannot be. Each handle is a new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::IntoArgs as _;
    /// let handles = ("ink", 3).handles(py)?; // an array of two
    /// drop(handles);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    fn handles(self, py: Python<'py>) -> Result<Self::Handles>;

    /// Converts each value and calls; the arguments are released when the call is over, however it ends.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::IntoArgs as _;
    /// assert_eq!((3, 4).call(&py.eval("max", None)?)?.extract::<i32>()?, 4);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    fn call(self, callable: &Owned<'py, Any>) -> Result<Owned<'py, Any>> {
        let result = self.handles(callable.py())?.call(callable)?;
        Ok(handle(callable.py(), result))
    }

    /// Converts each value and calls `object.name(…)`, without a bound method in between; the arguments are released
    /// when the call is over, however it ends.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::IntoArgs as _;
    /// let list = List::empty(py)?;
    /// ("ink",).call_method(&list, "append")?;
    /// assert_eq!(list.len(), 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    fn call_method(self, object: &Owned<'py, Any>, name: impl Name<'py>) -> Result<Owned<'py, Any>> {
        let args = self.handles(object.py())?;
        let result = name.lend(object.py(), |name| args.call_method(object, name))??;
        Ok(handle(object.py(), result))
    }

    /// The arguments, each a new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::IntoArgs as _;
    /// assert_eq!(("ink", 3).into_vec(py)?.len(), 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    fn into_vec(self, py: Python<'py>) -> Result<Vec<Owned<'py, Any>>> {
        Ok(self.handles(py)?.into_vec())
    }
}

mod sealed {
    use super::{Any, BorrowedRef, Called, Owned};

    /// An array of handles, lent to a call.
    pub trait Handles<'py> {
        fn call(&self, callable: &Owned<'py, Any>) -> Called;
        fn call_method(&self, object: &Owned<'py, Any>, name: BorrowedRef<'_>) -> Called;
        fn into_vec(self) -> Vec<Owned<'py, Any>>;
    }
}
use sealed::Handles;

type Called = core::result::Result<NewRef, Failed>;

/// What a method is called with, in one piece.
#[repr(C)]
struct WithObject<'a, const N: usize> {
    object: BorrowedRef<'a>,
    args: [BorrowedRef<'a>; N],
}

impl<'py, const N: usize> Handles<'py> for [Owned<'py, Any>; N] {
    #[inline]
    fn call(&self, callable: &Owned<'py, Any>) -> Called {
        // SAFETY: handles: attached, and alive until the call is over.
        unsafe { raw::vectorcall(callable.raw(), &self.each_ref().map(Owned::raw)) }
    }

    #[inline]
    fn call_method(&self, object: &Owned<'py, Any>, name: BorrowedRef<'_>) -> Called {
        let mut all = WithObject { object: object.raw(), args: self.each_ref().map(Owned::raw) };
        // SAFETY: `repr(C)`, of one type throughout, so these are 1 + `N` references in a row.
        let all = unsafe { slice::from_raw_parts_mut((&raw mut all).cast(), 1 + N) };
        // SAFETY: handles: attached, and alive until the call is over.
        unsafe { raw::vectorcall_method(name, all) }
    }

    #[inline]
    fn into_vec(self) -> Vec<Owned<'py, Any>> {
        self.into()
    }
}

macro_rules! arguments {
    ($($($name:ident $at:tt),*;)*) => { $(
        #[allow(non_snake_case, reason = "the arguments are named after their types")]
        impl<'py, $($name: IntoPy<'py>),*> IntoArgs<'py> for ($($name,)*) {
            type Handles = [Owned<'py, Any>; 0 $(+ one!($name))*];

            #[inline]
            #[track_caller]
            fn handles(self, py: Python<'py>) -> Result<Self::Handles> {
                let ($($name,)*) = self;
                #[allow(unused_mut, reason = "of no arguments")]
                let mut all = Converted::new(py);
                $( all.add($name); )*
                all.finish()
            }
        }
    )* };
}
macro_rules! one {
    ($name:ident) => {
        1
    };
}
arguments!(;);
each_tuple!(arguments);

impl<'py> Owned<'py, Any> {
    /// `self(*args)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let max = py.import("builtins")?.getattr("max")?;
    ///     assert_eq!(max.call((3, 5))?.extract::<i64>()?, 5);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    #[track_caller]
    pub fn call(&self, args: impl IntoArgs<'py>) -> Result<Owned<'py, Any>> {
        args.call(self)
    }

    /// `self(*args)`, of as many arguments as there are at run time. They are lent; no tuple is made of them.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let max = py.import("builtins")?.getattr("max")?;
    ///     let numbers = (0..12_i64).map(|n| Ok(n.into_py(py)?.into_any())).collect::<Result<Vec<_>>>()?;
    ///     assert_eq!(max.call_slice(&numbers)?.extract::<i64>()?, 11);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    #[track_caller]
    #[inline]
    pub fn call_slice(&self, args: &[Owned<'py, Any>]) -> Result<Owned<'py, Any>> {
        const FEW: usize = 8;
        let (mut few, many);
        let lent = match args {
            [] => &[][..],
            [first, ..] if args.len() <= FEW => {
                few = [first.raw(); FEW];
                few.iter_mut().zip(args).for_each(|(place, arg)| *place = arg.raw());
                &few[..args.len()]
            }
            _ => {
                many = args.iter().map(Owned::raw).collect::<Vec<_>>();
                &many[..]
            }
        };
        // SAFETY: handles: attached, and alive until the call is over.
        let result = unsafe { raw::vectorcall(self.raw(), lent) }?;
        Ok(handle(self.py(), result))
    }

    /// `self(*args, **kwargs)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let print = py.eval("dict", None)?;
    /// let made = print.call_with((), &Dict::new(py, [("ink", 3)])?)?;
    /// assert_eq!(made.str()?.to_str()?, "{'ink': 3}");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn call_with(&self, args: impl IntoArgs<'py>, kwargs: &Owned<'py, Dict>) -> Result<Owned<'py, Any>> {
        let args = crate::object::Tuple::from_vec(self.py(), args.into_vec(self.py())?)?;
        // SAFETY: handles: attached and alive; a tuple and a dict.
        let result = unsafe { raw::object_call(self.raw(), args.raw(), Some(kwargs.raw())) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(self.py(), result) })
    }

    /// `self.name(*args)` (`PyObject_VectorcallMethod`). A name that is kept saves making it: see
    /// [`Name`](crate::types::Name).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let text = Str::new(py, "a b c")?;
    /// assert_eq!(text.call_method("split", (" ", 1))?.str()?.to_str()?, "['a', 'b c']");
    /// assert!(text.call_method("no_such_method", ()).unwrap_err().is::<AttributeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `AttributeError` if there is no such method; what converting the arguments or the call raises.
    #[track_caller]
    pub fn call_method(&self, name: impl Name<'py>, args: impl IntoArgs<'py>) -> Result<Owned<'py, Any>> {
        args.call_method(self, name)
    }
}

/// So that a handle's own type needs no cast before it is called.
impl<'py, T: Derived<Base = Any>> Owned<'py, T> {
    /// The handle as an object, lent.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// fn shown(object: &Owned<'_, Any>) -> Result<String> {
    ///     object.str()?.extract()
    /// }
    /// assert_eq!(shown(List::empty(py)?.as_any())?, "[]");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn as_any(&self) -> &Owned<'py, Any> {
        self
    }
}
