//! [`callback!`](crate::callback): a Python callable, each capture of which is said to be strong or weak.

use crate::convert::IntoPy;
use crate::err::{Result, TypeError};
use crate::object::Dict;
use crate::ptr::{Any, Owned, Py, TypeInfo};
use crate::token::Python;

/// A Python callable that runs Rust code, with captures that are each said to be strong, weak or moved.
///
/// `callback!(py, "name", [strong a, weak b, move c], |args| body)`, where `args` is the tuple of the arguments, gives a
/// `Result<Owned<Callable>>`. In the body
/// - `strong a` is a `Borrowed` of the handle `a`, which is kept;
/// - `weak b` is an `Owned` of the handle `b`, made at the call: if the object is gone by then the body does not run.
///   The result is `None`, or that of an `else` block behind the body's own;
/// - `move c` is a `&C` of the value `c`, which can be plain data or anything else that the collector sees into.
///
/// `|args, kwargs|` takes keyword arguments too; without it they are a `TypeError`. The body may use `?`, and gives a
/// `Result` of what becomes a Python object. It captures nothing by itself: what is in no list does not compile.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::Set;
///
/// Python::attach(|py| {
///     let (seen, canvas, factor) = (List::empty(py)?, Set::empty(py)?, 2);
///     let draw = owned::callback!(py, "draw", [strong seen, weak canvas, move factor], |args| {
///         seen.append(canvas.len() + factor * args.len())
///     })?;
///     draw.call((1, 2))?;
///     assert_eq!(seen.get(0)?.extract::<usize>()?, 4);
///     drop(canvas);
///     assert!(draw.call(())?.is_none()); // the body has not run
///     assert_eq!(seen.len(), 1);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[macro_export]
macro_rules! callback {
    ($py:expr, $name:expr, [$($captures:tt)*], $($body:tt)*) => {
        $crate::__callback!(@each [($py) ($name) token] [] [] [$($captures)*] $($body)*)
    };
}

/// The steps of [`callback!`](crate::callback): takes the captures one by one, then the body.
#[doc(hidden)]
#[macro_export]
macro_rules! __callback {
    (@each $to:tt [$($made:tt)*] [$($bound:tt)*] [strong $name:ident $(, $($rest:tt)*)?] $($body:tt)*) => {
        $crate::__callback!(@each $to [$($made)* ($crate::__private::strong(&$name))] [$($bound)* (strong $name)]
            [$($($rest)*)?] $($body)*)
    };
    (@each $to:tt [$($made:tt)*] [$($bound:tt)*] [weak $name:ident $(, $($rest:tt)*)?] $($body:tt)*) => {
        $crate::__callback!(@each $to [$($made)* ($crate::PyWeak::new(&$name)?)] [$($bound)* (weak $name)]
            [$($($rest)*)?] $($body)*)
    };
    (@each $to:tt [$($made:tt)*] [$($bound:tt)*] [move $name:ident $(, $($rest:tt)*)?] $($body:tt)*) => {
        $crate::__callback!(@each $to [$($made)* ($name)] [$($bound)* (move $name)] [$($($rest)*)?] $($body)*)
    };
    (@each $to:tt $made:tt $bound:tt [] |$args:pat_param| $body:block else $otherwise:block) => {
        $crate::__callback!(@make $to $made $bound [$args, keywords] [$crate::__private::no_keywords(keywords)?]
            $body $otherwise)
    };
    (@each $to:tt $made:tt $bound:tt [] |$args:pat_param, $kwargs:pat_param| $body:block else $otherwise:block) => {
        $crate::__callback!(@make $to $made $bound [$args, $kwargs] [] $body $otherwise)
    };
    (@each $to:tt $made:tt $bound:tt [] |$args:pat_param| $body:expr) => {
        $crate::__callback!(@make $to $made $bound [$args, keywords] [$crate::__private::no_keywords(keywords)?]
            { $body } { $crate::Result::Ok(()) })
    };
    (@each $to:tt $made:tt $bound:tt [] |$args:pat_param, $kwargs:pat_param| $body:expr) => {
        $crate::__callback!(@make $to $made $bound [$args, $kwargs] [] { $body } { $crate::Result::Ok(()) })
    };
    (@each $to:tt $made:tt $bound:tt [] $($body:tt)*) => {
        ::core::compile_error!("the body of a callback is `|args| …` or `|args, kwargs| …`")
    };
    (@each $to:tt $made:tt $bound:tt $captures:tt $($body:tt)*) => {
        ::core::compile_error!("say of each capture what the callback does with it: `strong x` keeps it, `weak x` \
            does not, `move x` takes a value")
    };
    (@make [($py:expr) ($name:expr) $token:ident] [$($made:tt)*] [$(($how:tt $captured:ident))*]
        [$args:pat_param, $kwargs:pat_param] [$($check:expr)?] $body:block $otherwise:block) => {
        (|| -> $crate::Result<_> {
            let captures = ($($made,)*);
            $crate::types::Callable::from_rust($py, $name, captures, |captures, args, kwargs| {
                let $token = args.py();
                let ($args, $kwargs) = (args, kwargs);
                $($check;)?
                let ($($captured,)*) = captures;
                $($crate::__callback!(@bind $how $captured $token $otherwise);)*
                $crate::__private::returned($token, (|| -> $crate::Result<_> { $body })())
            })
        })()
    };
    (@bind strong $captured:ident $token:ident $otherwise:block) => {
        let $captured = $captured.bind($token);
    };
    (@bind weak $captured:ident $token:ident $otherwise:block) => {
        let ::core::option::Option::Some($captured) = $captured.upgrade($token)? else {
            return $crate::__private::returned($token, (|| -> $crate::Result<_> { $otherwise })());
        };
    };
    (@bind move $captured:ident $token:ident $otherwise:block) => {};
}

/// What is kept of a strong capture.
#[track_caller]
pub fn strong<T: TypeInfo>(handle: &Owned<'_, T>) -> Py<T> {
    handle.clone().unbind()
}

/// A callback that names no keyword arguments takes none.
#[inline]
pub fn no_keywords(kwargs: &Owned<'_, Dict>) -> Result<()> {
    if kwargs.is_empty() { Ok(()) } else { Err(TypeError::new("this callback takes no keyword arguments")) }
}

/// What a body gives, as Python gets it.
#[track_caller]
pub fn returned<'py, R: IntoPy<'py>>(py: Python<'py>, result: Result<R>) -> Result<Owned<'py, Any>> {
    result?.into_any(py)
}
