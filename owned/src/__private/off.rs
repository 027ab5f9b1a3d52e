//! The macros of a feature that is off: they say which one it is.

/// Needs the feature `callbacks`.
#[cfg(not(feature = "callbacks"))]
#[doc(hidden)]
#[macro_export]
macro_rules! callback {
    ($($anything:tt)*) => {
        ::core::compile_error!("`callback!` needs the feature `callbacks` of `owned-py`")
    };
}

/// Needs the feature `embed`.
#[cfg(not(feature = "embed"))]
#[doc(hidden)]
#[macro_export]
macro_rules! builtin {
    ($($anything:tt)*) => {
        ::core::compile_error!("`builtin!` needs the feature `embed` of `owned-py`")
    };
}

/// Needs the feature `foreign`.
#[cfg(not(feature = "foreign"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __foreign_trampoline_off {
    ($($anything:tt)*) => {
        ::core::compile_error!("`trampoline!` needs the feature `foreign` of `owned-py`");
    };
}

/// Needs the feature `foreign`.
#[cfg(not(feature = "foreign"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __foreign_import_off {
    ($($anything:tt)*) => {
        ::core::compile_error!("`import!` needs the feature `foreign` of `owned-py`");
    };
}

/// What `owned::foreign` is without its feature.
#[cfg(not(feature = "foreign"))]
pub mod foreign {
    pub use crate::{__foreign_import_off as import, __foreign_trampoline_off as trampoline};

    // Never there: of each of these names, the compiler says which feature it is configured out by.
    #[cfg(feature = "foreign")]
    pub use crate::foreign::{
        AnyThread, Child, CloneRef, Export, Exports, Foreign, Handle, HomeBound, OneAtATime, OneThread, OrErrno,
        Pending, Raise, Registry, Statuses, ThreadName, Threads, Token, Wanders, WrongThread, copy, detached, give,
        lend, pending, raise, release, surfacing, view, view_mut,
    };
}
