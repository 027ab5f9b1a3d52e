//! Which values give nothing but references and memory back when they are dropped.

use core::marker::PhantomData;

use crate::ptr::{Py, TypeInfo};

use super::{GcCell, PyWeak, Slot};

/// A type whose drop, where it does anything, releases references and memory, and does no more: no code of Rust's author runs, so
/// nothing panics, and no exception that waits is seen. (What a release goes on to run puts that aside by itself.)
pub trait OnlyReleases {}

impl<T: TypeInfo> OnlyReleases for Py<T> {}
impl<T> OnlyReleases for PyWeak<T> {}
impl OnlyReleases for Slot {}
impl OnlyReleases for String {}
impl<T: OnlyReleases> OnlyReleases for GcCell<T> {}
impl<T: OnlyReleases> OnlyReleases for Option<T> {}
impl<T: OnlyReleases> OnlyReleases for Box<T> {}
impl<T: OnlyReleases> OnlyReleases for Vec<T> {}

/// Says of a field's type whether its drop runs no code of anybody's: `DropOf::<T>::QUIET` is an inherent constant where `T` only
/// releases, and else that of [`AnyDrop`].
#[derive(Debug)]
pub struct DropOf<T>(PhantomData<T>);

impl<T: OnlyReleases> DropOf<T> {
    /// It only releases.
    pub const QUIET: bool = true;
}

/// The answer for all other types.
pub trait AnyDrop<T> {
    /// If there is nothing to do.
    const QUIET: bool = !core::mem::needs_drop::<T>();
}

impl<T> AnyDrop<T> for DropOf<T> {}

/// Says of a class's type whether it has a `Drop` of its own, in the same way.
#[derive(Debug)]
pub struct OwnDrop<T>(PhantomData<T>);

#[expect(drop_bounds, reason = "asks for the impl itself")]
impl<T: Drop> OwnDrop<T> {
    /// It has.
    pub const RUNS: bool = true;
}

/// The answer for all other types.
pub trait NoOwnDrop {
    /// It has none.
    const RUNS: bool = false;
}

impl<T> NoOwnDrop for OwnDrop<T> {}
