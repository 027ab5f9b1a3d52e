//! Floor 9: wrapping a C library.
//!
//! A C header says of each pointer who owns it, which threads may use it, and who calls back when. Here each of these
//! statements has a place, `unsafe` once where you make it, and what follows from it is done for you:
//!
//! | what the header says | what you write | what you get |
//! |---|---|---|
//! | `x_new` makes an object, `x_free` destroys it | `unsafe impl Foreign`, with [`Foreign::destroy`] | a [`Handle`] that destroys it once |
//! | an object belongs to the thread that made it; to one at a time; to all | [`Foreign::Threads`] | a handle that is `Send` and `Sync` accordingly |
//! | …and Python drops objects anywhere | [`HomeBound`] around it | it goes home to be destroyed |
//! | …to one at a time, and it calls back | [`Turns`] around it | threads wait detached, callbacks come back in |
//! | destroy the pages before the document | [`Child`] | the parent outlives its children, whoever is dropped first |
//! | `x_data` points into the object | [`view`], [`view_mut`] in a `__buffer__` | a `memoryview` that keeps the object |
//! | …until `x_resize` | [`copy`], or an [`Exports`] that refuses the resizing | no view that dangles |
//! | `x_listen` takes a function and a `void *` | a [`trampoline!`](trampoline), with a state | Rust that can fail, on any thread |
//! | …and a destroy notice | [`give`] the state, [`release`] it | it is dropped once, on any thread |
//! | what is called is a Python object | a [`Registry`] in the class, a [`Token`] in the state | the collector sees it, C owns nothing |
//! | …and C makes more of them while it runs | a [`Registrar`] in the state | the same owner for those |
//! | `x_run` calls back | [`surfacing`] around the call | the callback's exception is the call's |
//! | `x_join` waits for a thread that calls back | [`detached`] around it | no deadlock |
//! | functions return a status; `x_strerror` says what it means | a [`Statuses`] table | exceptions with the library's own text |
//! | functions set `errno` | [`OrErrno`] | an `OSError` of the right subclass |
//! | C code calls Rust with a `PyObject *` | an [`export!`](export) that says what becomes of it | a symbol for C, whose body has handles |
//! | a function takes or gives a `PyObject *` | an [`import!`](import) that says what it does with it | a safe function, checked with the feature `ledger` |
//!
//! A class of a library with all of it is thirty lines:
//!
//! ```
//! use std::ffi::{c_int, c_void};
//! use std::ptr::NonNull;
//!
//! use owned::exceptions::MemoryError;
//! use owned::foreign::{self, Foreign, Handle, HomeBound, OneThread, Registry, Token};
//! use owned::prelude::*;
//! # /// The C library, played by Rust.
//! # mod c {
//! #     use std::ffi::{c_int, c_void};
//! #     pub struct Clock { on_tick: OnTick, user: *mut c_void, destroy: Destroy }
//! #     pub type OnTick = unsafe extern "C" fn(*mut c_void, c_int) -> c_int;
//! #     pub type Destroy = unsafe extern "C" fn(*mut c_void);
//! #     pub unsafe fn clock_new(on_tick: OnTick, user: *mut c_void, destroy: Destroy) -> *mut Clock {
//! #         Box::into_raw(Box::new(Clock { on_tick, user, destroy }))
//! #     }
//! #     pub unsafe fn clock_run(clock: *mut Clock, ticks: c_int) -> c_int {
//! #         let Clock { on_tick, user, .. } = unsafe { &*clock };
//! #         (0..ticks).map(|tick| unsafe { on_tick(*user, tick) }).find(|&status| status != 0).unwrap_or(0)
//! #     }
//! #     pub unsafe fn clock_free(clock: *mut Clock) {
//! #         let clock = unsafe { Box::from_raw(clock) };
//! #         unsafe { (clock.destroy)(clock.user) }
//! #     }
//! # }
//! use c::{Clock, clock_free, clock_new, clock_run};
//!
//! // SAFETY: `clock_free` takes what `clock_new` gave; a clock belongs to its thread, says the header.
//! unsafe impl Foreign for Clock {
//!     type Raw = Self;
//!     type Threads = OneThread;
//!
//!     unsafe fn destroy(raw: NonNull<Self>) {
//!         // SAFETY: a handle gives up its one clock.
//!         unsafe { clock_free(raw.as_ptr()) }
//!     }
//! }
//!
//! /// What C has of a handler.
//! #[derive(NoRefs)]
//! struct Listener(Token<Callback>);
//!
//! foreign::trampoline! {
//!     unsafe extern "C" fn on_tick(user: *mut c_void, tick: c_int) -> c_int {
//!         state: Listener = user,
//!         on_error: -1,
//!         call: |listener, py| listener.0.call(py, (tick,)).map(|_| 0),
//!     }
//! }
//!
//! /// A clock that calls `handler(tick)`.
//! #[class]
//! pub struct PyClock {
//!     handlers: Registry<Callback>,
//!     clock: HomeBound<Handle<Clock>>,
//! }
//!
//! #[methods]
//! impl PyClock {
//!     #[new]
//!     fn new(py: Python<'_>, handler: Callback) -> Result<Self> {
//!         let handlers = Registry::default();
//!         let listener = Listener(handlers.add(py, handler)?);
//!         let new = |user| {
//!             // SAFETY: the state fits the function and the destroy notice.
//!             let clock = unsafe { clock_new(on_tick, user, foreign::release::<Listener>) };
//!             // SAFETY: the clock is the caller's, if there is one.
//!             unsafe { Handle::new(clock, || MemoryError::new("no clock")) }
//!         };
//!         // SAFETY: a clock owns its state; where there is none, C has forgotten it.
//!         let clock = unsafe { foreign::give(listener, new) }?;
//!         Ok(PyClock { handlers, clock: HomeBound::new(clock) })
//!     }
//!
//!     fn run(&self, ticks: i32) -> Result<i32> {
//!         let raw = self.clock.get()?.as_ptr();
//!         // SAFETY: alive as long as this object, on its thread.
//!         foreign::surfacing(|| unsafe { clock_run(raw, ticks) })
//!     }
//! }
//!
//! #[owned::module]
//! mod clocks {
//!     #[export]
//!     pub use super::PyClock;
//! }
//!
//! # fn main() -> Result<()> {
//! #     Python::initialize();
//! #     Python::attach(|py| {
//! let globals = Dict::empty(py)?;
//! globals.set("Clock", owned::load!(py, clocks)?.getattr("PyClock")?)?;
//! py.run("seen = []\nclock = Clock(seen.append)\nassert clock.run(3) == 0 and seen == [0, 1, 2]", Some(&globals))?;
//! let error = py.run("Clock(lambda tick: 1 / tick).run(3)", Some(&globals)).unwrap_err();
//! assert!(error.to_string().starts_with("ZeroDivisionError"));
//! #         Ok(())
//! #     })
//! # }
//! ```
//!
//! # What C must not be left with
//!
//! A reference to a Python object in C's memory is one that no collector sees: if the object leads back to what owns the C
//! object, neither is ever freed. So a [state](give) holds no references; a token takes their place.
//!
//! # Threads of the library's own
//!
//! A trampoline attaches the thread that calls it. Stop such threads before the interpreter ends (`atexit`): attaching
//! while it is being finalised may hang the thread, or end it.

mod child;
mod export;
mod handle;
mod home;
mod home_bound;
mod import;
#[cfg(feature = "buffers")]
mod memory;
mod registry;
mod state;
mod status;
mod surface;
mod trampoline;
mod turns;
#[doc(hidden)]
pub mod written;

pub use child::Child;
#[doc(inline)]
pub use export::export;
pub use handle::{AnyThread, Foreign, Handle, OneAtATime, OneThread, Threads, Wanders};
pub use home::{Pending, ThreadName, pending};
pub use home_bound::{HomeBound, WrongThread};
#[doc(inline)]
pub use import::import;
#[cfg(feature = "buffers")]
pub use memory::{Export, Exports, copy, view, view_mut};
pub use registry::{CloneRef, Registrar, Registry, Token};
pub use state::{give, lend, release};
pub use status::{OrErrno, Raise, Statuses, raise};
pub use surface::{detached, has_raised, surfacing};
#[doc(inline)]
pub use trampoline::trampoline;
pub use turns::{Turn, Turns};
