//! Whether a type may be used on any thread, as a constant: so that a class is asked once, and the error is at the field.
//!
//! As a bound of `Class`, each impl that the macros write for the class would repeat it, at places that say nothing.

use core::marker::PhantomData;

use crate::gc::Traverse;

/// What is known of `T`. An inherent constant, where its bounds hold, comes before that of the trait.
pub struct Threads<T: ?Sized>(PhantomData<T>);

impl<T: ?Sized + Send + Sync> Threads<T> {
    /// It is `Send` and `Sync`.
    pub const ANY: bool = true;
}

impl<T: Traverse> Threads<T> {
    /// The collector sees into it: where it does not, the field has an error already.
    pub const SEEN: bool = true;
}

/// What is true where the bounds do not hold.
pub trait NotAnyThread {
    /// It is not `Send` and `Sync`.
    const ANY: bool = false;
    /// The collector does not see into it.
    const SEEN: bool = false;
}

impl<T: ?Sized> NotAnyThread for Threads<T> {}

/// Whether the field is `Send` and `Sync`. Where it is the field that keeps the class from that, which nothing else says
/// yet, this does not compile.
#[inline]
pub const fn any_thread(class: bool, field: bool, seen: bool) -> bool {
    assert!(
        class || field || !seen,
        "this is not `Send` and `Sync`, and Python uses objects on any thread: take `Arc` for `Rc`, an atomic or a lock \
         for `Cell`, and `owned::foreign::HomeBound` for what belongs to one thread"
    );
    field
}
