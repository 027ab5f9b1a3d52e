//! Coroutines: `async fn` of Rust, awaited by Python.
//!
//! Calling an exported `async fn` gives a coroutine object ([`object`](self)), which any event loop drives by `send` and
//! `throw`. It owns two things: the future that rustc has made of the body, and a table ([`table`](self)).
//!
//! The collector cannot see into a future. So no reference is in it: what the body holds across an `.await` are places
//! in the table ([`Kept`]), and the table is what the object shows, each reference once. That a body holds none is
//! checked by the compiler, as far as it can see ([`HoldsNoReference`]).
//!
//! While the coroutine is driven, whoever drives it has taken the future out ([`stage`](self)): nobody else can poll or
//! drop it, and the table, which is used in between, has its own rules. A future of the body that awaits something of
//! Python's ([`Wait`]) puts the iterator into the table; from then on what is sent or thrown in goes to that, and the
//! body is polled when it has come to an end ([`resume`](self)). If it waits for nothing of Python's, the coroutine
//! yields a future of the event loop, which the waker sets ([`waker`](self)).

mod awaitable;
mod awaited;
mod catch;
mod context;
mod future;
mod kept;
mod methods;
mod object;
mod resume;
mod spawned;
mod stage;
mod table;
mod wait;
mod waker;

pub use catch::Catch;
pub use context::Async;
pub use future::{HoldsNoReference, Names, item, placed, start, suspended};
pub use kept::Kept;
pub use spawned::Spawned;
pub use wait::Wait;
