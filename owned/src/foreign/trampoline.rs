//! [`trampoline`](super::trampoline): functions that C calls.
#![expect(unsafe_code, reason = "believes C's pointer to a state; puts exceptions aside")]

use core::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::err::{RecursionError, Result};
use crate::raw::SavedException;
use crate::token::Python;

use super::surface::{self, Kept};

/// Writes a function for C to call, with C's own signature, whose body is Rust that can fail.
///
/// ```
/// # owned::Python::initialize();
/// use std::ffi::{c_int, c_void};
///
/// use owned::foreign::{self, Registry, Token};
/// use owned::prelude::*;
///
/// /// What C has for each handler. It owns no reference: the handler's owner is a `Registry` in a class.
/// #[derive(NoRefs)]
/// struct Listener {
///     handler: Token<Callback>,
/// }
///
/// foreign::trampoline! {
///     /// C calls this for each event, on whichever thread it likes.
///     unsafe extern "C" fn on_event(user: *mut c_void, event: c_int) -> c_int {
///         state: Listener = user,
///         on_error: -1,
///         call: |listener, py| {
///             listener.handler.call(py, (event,))?;
///             Ok(0)
///         },
///     }
/// }
///
/// # Python::attach(|py| {
/// # let registry: Registry<Callback> = Registry::default();
/// # let seen = List::empty(py)?;
/// # let handler = Callback::new(&seen.getattr("append")?.downcast::<Callable>()?);
/// # let state = Listener { handler: registry.add(py, handler)? };
/// # std::thread::scope(|scope| {
/// #     py.detach(|| scope.spawn(|| foreign::lend(&state, |user| unsafe { on_event(user, 7) })).join().unwrap());
/// # });
/// # assert_eq!(seen.get(0)?.extract::<i64>()?, 7);
/// # Ok::<(), PyErr>(())
/// # })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// - The signature is the one of C's header; what comes of it is an `unsafe extern "C" fn` that C can be given.
/// - `state: S = user` says which parameter is the state, and of which type: one that C was [given](crate::foreign::give) or
///   [lent](crate::foreign::lend). The body sees it as `&S`. Where C does not pass it but tells it when it is asked, an
///   expression stands there, `unsafe { sqlite3_user_data(context) }`. A function without a state leaves the line away.
/// - `on_error` is what C gets where the body cannot be told.
/// - `call: |state, py|` attaches the thread while the body runs, if it is not attached. `call: |state|` does not: for what
///   needs no Python. Parameters are in scope by their names. The body gives a [`Result`](crate::Result).
///
/// An `Err` is raised by the call into C that led here on this thread ([`surfacing`](crate::foreign::surfacing)); if there
/// is none (a thread of the library's own) it goes to `sys.unraisablehook`, under the function's name. A panic goes the same
/// way and never crosses C. C gets `on_error` also where the state is NULL, and where a body that wants to be
/// attached finds no interpreter: before it is started, and once it is being finalised.
///
/// An exception that is raised already when C calls is put aside, and put back.
///
/// # Safety
/// Of the function that is written: the pointer that is the state is NULL, or one that C was given or lent, of this very
/// type, and not released yet.
#[macro_export]
#[doc(hidden)]
macro_rules! __foreign_trampoline {
    ($(
        $(#[$meta:meta])*
        $visibility:vis unsafe extern "C" fn $name:ident($($param:ident: $type:ty),* $(,)?) $(-> $return:ty)? {
            state: $state:ty = $user:expr,
            on_error: $on_error:expr,
            call: |$bound:pat_param $(, $py:pat_param)?| $body:expr $(,)?
        }
    )+) => { $(
        $(#[$meta])*
        #[doc = ""]
        #[doc = "# Safety"]
        #[doc = ::core::concat!("For C: `", ::core::stringify!($user), "` is NULL or a `", ::core::stringify!($state), "` that C was given or lent.")]
        $visibility unsafe extern "C" fn $name($($param: $type),*) $(-> $return)? {
            let (call, user) = ((), $user);
            // SAFETY: the caller's: NULL, or a state of this type that C was given or lent.
            let state = unsafe { $crate::foreign::written::state_of::<$state>(user, &call) };
            let ::core::option::Option::Some(state) = state else {
                return $on_error;
            };
            $crate::foreign::trampoline!(@enter $name [$on_error] [let $bound: &$state = state;] [$($py)?] $body)
        }
    )+ };
    ($(
        $(#[$meta:meta])*
        $visibility:vis unsafe extern "C" fn $name:ident($($param:ident: $type:ty),* $(,)?) $(-> $return:ty)? {
            on_error: $on_error:expr,
            call: |$($py:pat_param)?| $body:expr $(,)?
        }
    )+) => { $(
        $(#[$meta])*
        #[doc = ""]
        #[doc = "# Safety"]
        #[doc = "For C: what the body relies on."]
        $visibility unsafe extern "C" fn $name($($param: $type),*) $(-> $return)? {
            $crate::foreign::trampoline!(@enter $name [$on_error] [] [$($py)?] $body)
        }
    )+ };
    (@enter $name:ident [$on_error:expr] [$($bind:tt)*] [$py:pat_param] $body:expr) => {
        $crate::foreign::written::enter_attached(::core::stringify!($name), || $on_error, |$py: $crate::foreign::written::Python<'_>| -> $crate::foreign::written::Result<_> {
            $($bind)*
            $body
        })
    };
    (@enter $name:ident [$on_error:expr] [$($bind:tt)*] [] $body:expr) => {
        $crate::foreign::written::enter_detached(::core::stringify!($name), || $on_error, || -> $crate::foreign::written::Result<_> {
            $($bind)*
            $body
        })
    };
}
pub use __foreign_trampoline as trampoline;

/// The state of a call, for as long as that lasts: what C owns may be released right after it.
///
/// # Safety
/// NULL, or an `S` that stays until the call is over.
#[inline]
pub unsafe fn state_of<S>(user: *const c_void, _call: &()) -> Option<&S> {
    // SAFETY: the caller's.
    unsafe { user.cast::<S>().as_ref() }
}

/// A body that needs no Python.
#[inline]
pub fn enter_detached<R>(name: &'static str, on_error: impl FnOnce() -> R, body: impl FnOnce() -> Result<R>) -> R {
    let kept = match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(result)) => return result,
        Ok(Err(error)) => Kept::Error(error),
        Err(panic) => Kept::Panic(panic),
    };
    surface::keep(kept, name);
    on_error()
}

/// A body that is run attached.
#[inline]
pub fn enter_attached<R>(
    name: &'static str,
    on_error: impl FnOnce() -> R,
    body: impl FnOnce(Python<'_>) -> Result<R>,
) -> R {
    let mut result = None;
    let entered = Python::try_attach(|py| {
        // SAFETY: attached, by `py`.
        let raised = unsafe { SavedException::take() };
        if py.stack_is_nearly_full() {
            surface::keep(Kept::Error(RecursionError::new(TOO_DEEP)), name);
        } else if surface::is_open() {
            result = enter_detached(name, || None, || body(py).map(Some));
        } else {
            surface::reporting(py, name, || {
                result = Some(body(py)?);
                Ok(())
            });
        }
        drop(raised);
    });
    let _not_running = entered.is_err();
    result.unwrap_or_else(on_error)
}

const TOO_DEEP: &str = "the stack is nearly full: a C library and its callbacks call each other too deeply";
