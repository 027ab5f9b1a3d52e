//! What stands in place of the macros and the first functions of a feature that is off: it says which one that is.

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

/// Needs the feature `foreign`.
#[cfg(not(feature = "foreign"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __foreign_export_off {
    ($($anything:tt)*) => {
        ::core::compile_error!("`export!` needs the feature `foreign` of `owned-py`");
    };
}

/// What `owned::foreign` is without its feature.
#[cfg(not(feature = "foreign"))]
pub mod foreign {
    pub use crate::{
        __foreign_export_off as export, __foreign_import_off as import, __foreign_trampoline_off as trampoline,
    };

    // Never there: of each of these names, the compiler says which feature it is configured out by.
    #[cfg(feature = "foreign")]
    pub use crate::foreign::{
        AnyThread, Child, CloneRef, Export, Exports, Foreign, Handle, HomeBound, OneAtATime, OneThread, OrErrno,
        Pending, Raise, Registry, Statuses, ThreadName, Threads, Token, Wanders, WrongThread, copy, detached, give,
        lend, pending, raise, release, surfacing, view, view_mut,
    };
}

/// Functions that a binding comes upon early. Their bounds never hold; the lifetime keeps the compiler from saying so
/// before somebody calls them.
macro_rules! off {
    ($feature:literal, $trait:ident, $message:literal, $($signature:tt)*) => {
        #[cfg(not(feature = $feature))]
        const _: () = {
            #[diagnostic::on_unimplemented(message = $message)]
            pub trait $trait {}

            impl<'py> crate::Python<'py> {
                #[doc(hidden)]
                #[inline]
                pub $($signature)*
                where
                    crate::Python<'py>: $trait,
                {
                    unreachable!()
                }
            }
        };
    };
}

off! {
    "embed", Embeds, "`Python::initialize` needs the feature `embed` of `owned-py`",
    fn initialize()
}
off! {
    "more-types", Evaluates, "`Python::eval` needs the feature `more-types` of `owned-py`",
    fn eval(self, _: &str, _: Option<&crate::Owned<'py, crate::types::Dict>>) -> crate::Result<crate::Owned<'py, crate::Any>>
}
off! {
    "more-types", Runs, "`Python::run` needs the feature `more-types` of `owned-py`",
    fn run(self, _: &str, _: Option<&crate::Owned<'py, crate::types::Dict>>) -> crate::Result<()>
}
