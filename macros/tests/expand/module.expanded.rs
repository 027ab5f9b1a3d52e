/// Counts things.
mod tallies {
    pub use crate::tally::{Tally, ops::{count, reset as reset_all}};
    /// The key.
    pub const KEY_TAB: u32 = 9;
    /// Add two numbers.
    #[cfg(feature = "adding")]
    fn add(a: i64, b: i64) -> i64 {
        a + b
    }
    #[cfg(feature = "adding")]
    #[doc(hidden)]
    mod add {
        pub struct Marker;
        pub const __OWNED_ITEM: ::owned::__private::Item = ::owned::__private::Item::function::<
            Marker,
        >();
    }
    #[cfg(feature = "adding")]
    const _: () = {
        impl ::owned::__private::Function for add::Marker {
            const NAME: &'static ::core::ffi::CStr = c"add";
            const DOC: &'static ::core::ffi::CStr = c"add(a, b)\n--\n\nAdd two numbers.";
            const SIGNATURE: &'static ::owned::__private::Signature = &::owned::__private::Signature {
                class: ::core::option::Option::None,
                function: "add",
                params: &[
                    ::owned::__private::Param::new("a", true),
                    ::owned::__private::Param::new("b", true),
                ],
                positional: 2usize,
                positional_only: 0usize,
                least: 2usize,
                rest: false,
                options: false,
            };
            #[inline]
            fn call<'py>(
                py: ::owned::__private::Python<'py>,
                args: ::owned::__private::Args<'_, 'py>,
            ) -> ::owned::__private::Result<
                ::owned::__private::Owned<'py, ::owned::__private::Any>,
            > {
                static __OWNED_NAMES: ::owned::__private::SeenNames<2usize> = ::owned::__private::SeenNames::new();
                let values: [::owned::__private::Borrowed<
                    '_,
                    '_,
                    ::owned::__private::Any,
                >; 2usize] = Self::SIGNATURE
                    .required_or_named(py, args, &__OWNED_NAMES)?;
                let argument_0 = ::owned::__private::argument(
                    Self::SIGNATURE,
                    0usize,
                    values[0usize],
                )?;
                let argument_1 = ::owned::__private::argument(
                    Self::SIGNATURE,
                    1usize,
                    values[1usize],
                )?;
                let result = add(argument_0, argument_1);
                ::owned::__private::ret(py, result)
            }
        }
    };
    fn helper() {}
    fn start(py: Python<'_>, module: &Owned<'_, Any>) -> Result<()> {
        Ok(())
    }
    #[doc(hidden)]
    pub struct __OwnedModule;
    const _: () = {
        struct __OwnedConstant1;
        impl ::owned::__private::Constant for __OwnedConstant1 {
            const NAME: &'static ::core::ffi::CStr = c"KeyTab";
            fn value<'py>(
                py: ::owned::__private::Python<'py>,
            ) -> ::owned::__private::Result<
                ::owned::__private::Owned<'py, ::owned::__private::Any>,
            > {
                ::owned::__private::ret(py, self::KEY_TAB)
            }
        }
        impl __OwnedConstant1 {
            const ITEM: ::owned::__private::Item = ::owned::__private::Item::constant::<
                __OwnedConstant1,
            >();
        }
        impl ::owned::__private::Module for __OwnedModule {
            const NAME: &'static ::core::ffi::CStr = c"_tallies";
            const DOC: &'static ::core::ffi::CStr = c"Counts things.";
            const ITEMS: &'static [::owned::__private::Item] = &[
                self::Tally::__OWNED_ITEM,
                self::count::__OWNED_ITEM,
                self::reset_all::__OWNED_ITEM.named(c"reset_all"),
                __OwnedConstant1::ITEM,
                #[cfg(feature = "adding")]
                self::add::__OWNED_ITEM,
            ];
            fn cell() -> &'static ::owned::__private::ModuleCell {
                static CELL: ::owned::__private::ModuleCell = ::owned::__private::ModuleCell::new();
                &CELL
            }
            fn init<'py>(
                py: ::owned::__private::Python<'py>,
                module: &::owned::__private::Owned<'py, ::owned::__private::Any>,
            ) -> ::owned::__private::Result<()> {
                let result = self::start(py, module);
                ::owned::__private::plain::<(), _>(result)
            }
        }
        #[unsafe(no_mangle)]
        pub extern "C" fn PyInit__tallies() -> *mut ::owned::__private::PyObject {
            unsafe { ::owned::__private::module_init::<__OwnedModule>() }
        }
    };
    #[doc(hidden)]
    pub const __OWNED_ITEM: ::owned::__private::Item = ::owned::__private::Item::module::<
        __OwnedModule,
    >();
    #[doc(hidden)]
    pub fn __owned_load<'py>(
        py: ::owned::__private::Python<'py>,
    ) -> ::owned::__private::Result<
        ::owned::__private::Owned<'py, ::owned::__private::Any>,
    > {
        ::owned::__private::load::<__OwnedModule>(py)
    }
}
