//! [`NoRefs`]: plain data, of which the collector need not hear.
#![expect(unsafe_code, reason = "implements Traverse for what owns no reference")]

use core::cmp::Reverse;
use core::fmt;
use core::marker::PhantomData;
use core::num::Wrapping;
use core::ops::{Bound, Deref, DerefMut};
use core::panic::{RefUnwindSafe, UnwindSafe};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::sync::{Arc, Mutex, OnceLock, RwLock};

use super::{Atomic, AtomicCell, Traverse, Visited, Visitor};
use crate::convert::each_tuple;

/// A type that can never own a Python reference. `#[derive(NoRefs)]` for your own: every field must be one too, and the
/// derive makes it [`Traverse`] as well, with nothing to visit. A container of plain data is plain data.
///
/// ```
/// use owned::prelude::*;
///
/// #[derive(NoRefs)]
/// struct Size {
///     width: u32,
///     height: u32,
/// }
///
/// #[class]
/// pub struct Canvas {
///     size: std::sync::Mutex<Size>, // a lock of plain data: nothing in it is the collector's business
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to be free of Python references",
    label = "may hold Python references",
    note = "`#[derive(NoRefs)]` is for plain data; a type with references derives `Traverse` instead"
)]
pub trait NoRefs {}

macro_rules! plain {
    (@generic [$($generics:tt)*] $plain:ty) => {
        impl<$($generics)*> NoRefs for $plain {}

        // SAFETY: there is nothing to visit.
        unsafe impl<$($generics)*> Traverse for $plain {
            #[inline]
            fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
                Ok(())
            }
        }
    };
    ($($plain:ty),* $(,)?) => { $( plain!(@generic [] $plain); )* };
}
#[allow(unused_imports, reason = "for the types of other crates, if a feature has them")]
pub(super) use plain;
plain! {
    (), bool, char, u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, f32, f64,
    String, str, &'static str, &'static [u8], std::path::PathBuf, std::ffi::OsString, std::ffi::CString,
    core::time::Duration, std::time::Instant, std::time::SystemTime, core::cmp::Ordering,
    core::num::NonZeroU8, core::num::NonZeroU16, core::num::NonZeroU32, core::num::NonZeroU64, core::num::NonZeroU128,
    core::num::NonZeroUsize,
    core::num::NonZeroI8, core::num::NonZeroI16, core::num::NonZeroI32, core::num::NonZeroI64, core::num::NonZeroI128,
    core::num::NonZeroIsize, core::net::IpAddr, core::net::Ipv4Addr, core::net::Ipv6Addr,
    core::sync::atomic::AtomicBool, core::sync::atomic::AtomicU8, core::sync::atomic::AtomicI8,
    core::sync::atomic::AtomicU16, core::sync::atomic::AtomicI16, core::sync::atomic::AtomicU32, core::sync::atomic::AtomicU64,
    core::sync::atomic::AtomicI32, core::sync::atomic::AtomicI64, core::sync::atomic::AtomicUsize,
    core::sync::atomic::AtomicIsize, std::hash::RandomState,
}
plain!(@generic [T] PhantomData<T>);
plain!(@generic [T: Atomic] AtomicCell<T>);
plain!(@generic [H] core::hash::BuildHasherDefault<H>);
plain!(@generic [T: NoRefs] core::ops::Range<T>);
plain!(@generic [T: NoRefs] core::ops::RangeInclusive<T>);
plain!(@generic [T: NoRefs] Wrapping<T>);
plain!(@generic [T: NoVisibleReferences] Opaque<T>);

/// Shared ownership and locks: of plain data there is nothing to see in them. Of references they are refused, and what
/// the author should read is that the collector cannot see into them.
macro_rules! shared {
    ($([$($generics:tt)*] $shared:ty;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> NoRefs for $shared {}

        // SAFETY: there is nothing to visit.
        #[diagnostic::do_not_recommend]
        unsafe impl<$($generics)*> Traverse for $shared {
            #[inline]
            fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
                Ok(())
            }
        }
    )* };
}
shared! {
    [T: NoRefs + ?Sized] Arc<T>;
    [T: NoRefs] Mutex<T>;
    [T: NoRefs] RwLock<T>;
    [T: NoRefs] OnceLock<T>;
}

/// Containers, which are `Traverse` whatever they hold.
macro_rules! containers {
    ($([$($generics:tt)*] $container:ty;)*) => { $( impl<$($generics)*> NoRefs for $container {} )* };
}
#[allow(unused_imports, reason = "for the types of other crates, if a feature has them")]
pub(super) use containers;
containers! {
    [T: NoRefs] Option<T>;
    [T: NoRefs, E: NoRefs] Result<T, E>;
    [T: NoRefs + ?Sized] Box<T>;
    [T: NoRefs] Vec<T>;
    [T: NoRefs] VecDeque<T>;
    [T: NoRefs] LinkedList<T>;
    [T: NoRefs] BinaryHeap<T>;
    [T: NoRefs] BTreeSet<T>;
    [T: NoRefs, S: NoRefs] HashSet<T, S>;
    [T: NoRefs] Bound<T>;
    [T: NoRefs] Reverse<T>;
    [T: NoRefs] [T];
    [T: NoRefs, const N: usize] [T; N];
    [K: NoRefs, V: NoRefs, S: NoRefs] HashMap<K, V, S>;
    [K: NoRefs, V: NoRefs] BTreeMap<K, V>;
}

macro_rules! tuples {
    ($($($name:ident $at:tt),+;)*) => { $( impl<$($name: NoRefs),+> NoRefs for ($($name,)+) {} )* };
}
each_tuple!(tuples);

/// A value of a type that this library does not know, of which the author says that it holds no Python reference.
///
/// The compiler refuses a `T` in which it can see one: a `Py` takes `UnwindSafe`, `RefUnwindSafe` and `Unpin` from
/// whatever holds it in the open. What hides it from auto traits (a boxed trait object that claims them, a lock in an
/// `Arc`) is the author's word, which the constructor asks for in writing.
///
/// ```
/// use owned::prelude::*;
/// # struct Decoder; // of another crate
/// # impl Decoder { fn new() -> Self { Decoder } }
///
/// #[class]
/// pub struct Stream {
///     decoder: Opaque<Decoder>,
/// }
///
/// #[methods]
/// impl Stream {
///     #[new]
///     fn new() -> Self {
///         Stream { decoder: Opaque::new(Decoder::new(), "it knows nothing of Python") }
///     }
/// }
/// ```
pub struct Opaque<T>(T);

impl<T: NoVisibleReferences> Opaque<T> {
    /// Wraps `value`; `reason` says why it holds no reference. It must not be empty.
    ///
    /// ```
    /// use owned::Opaque;
    ///
    /// let wrapped = Opaque::new(vec![1, 2], "numbers");
    /// assert_eq!(wrapped.len(), 2); // as the value itself
    /// ```
    ///
    /// # Panics
    /// If the reason is empty.
    #[track_caller]
    pub fn new(value: T, reason: &'static str) -> Self {
        assert!(!reason.is_empty(), "say why the value holds no Python reference");
        Opaque(value)
    }
}

impl<T> Opaque<T> {
    /// The value.
    ///
    /// ```
    /// use owned::Opaque;
    ///
    /// assert_eq!(Opaque::new(7, "a number").into_inner(), 7);
    /// ```
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Opaque<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Opaque<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for Opaque<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Says of a field's type whether a value can hold a reference. `MayHold::<T>::REFERENCES` is an inherent constant where
/// `T` is plain data, and else that of [`Unknown`].
#[derive(Debug)]
pub struct MayHold<T: ?Sized>(PhantomData<T>);

impl<T: NoRefs + ?Sized> MayHold<T> {
    /// No.
    pub const REFERENCES: bool = false;
}

/// The answer for all other types.
pub trait Unknown {
    /// Yes, for all that is known.
    const REFERENCES: bool = true;
}

impl<T: ?Sized> Unknown for MayHold<T> {}

/// For `#[derive(NoRefs)]`: every field must be plain data.
pub const fn assert_field_no_refs<T: NoRefs>() {}

/// A type in which the compiler can see no Python reference: a `Py` takes these auto traits from what holds it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` holds Python references, or may hide some",
    label = "not free of Python references",
    note = "a type with references inside is shown to the collector: derive `Traverse` for it, and neither skip nor wrap it",
    note = "cells, locks' guards and boxed trait objects look the same to the compiler: keep them behind a type of your own that is `UnwindSafe`, `RefUnwindSafe` and `Unpin`"
)]
pub trait NoVisibleReferences {}

// The author should read of references, not of the auto traits that betray them.
#[diagnostic::do_not_recommend]
impl<T: UnwindSafe + RefUnwindSafe + Unpin> NoVisibleReferences for T {}

/// For `#[traverse(skip = "…")]`: refuses a field in which the compiler can see a Python reference.
pub const fn assert_no_visible_references<T: NoVisibleReferences>() {}
