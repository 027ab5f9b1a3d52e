/// Ask for the text of a page.
pub async fn ask(
    cx: Async,
    url: String,
    fetch: Option<Kept<Callable>>,
) -> Result<String> {
    Ok(url)
}
#[doc(hidden)]
pub mod ask {
    pub struct Marker;
    pub const __OWNED_ITEM: ::owned::__private::Item = ::owned::__private::Item::function::<
        Marker,
    >();
}
const _: () = {
    impl ::owned::__private::Function for ask::Marker {
        const NAME: &'static ::core::ffi::CStr = c"ask";
        const DOC: &'static ::core::ffi::CStr = c"ask(url, /, fetch=None)\n--\n\nAsk for the text of a page.";
        const SIGNATURE: &'static ::owned::__private::Signature = &::owned::__private::Signature {
            class: ::core::option::Option::None,
            function: "ask",
            params: &[
                ::owned::__private::Param::new("url", true),
                ::owned::__private::Param::new("fetch", false),
            ],
            positional: 2usize,
            positional_only: 1usize,
            least: 1usize,
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
            ::owned::__private::start(
                py,
                ::owned::__private::Names {
                    class: ::core::option::Option::None,
                    name: "ask",
                },
                |cx| {
                    static __OWNED_NAMES: ::owned::__private::SeenNames<2usize> = ::owned::__private::SeenNames::new();
                    let values: [::core::option::Option<
                        ::owned::__private::Borrowed<'_, '_, ::owned::__private::Any>,
                    >; 2usize] = Self::SIGNATURE
                        .values_or_named(py, args, &__OWNED_NAMES)?;
                    let argument_0 = ::owned::__private::given(
                        Self::SIGNATURE,
                        0usize,
                        values[0usize],
                    )?;
                    let argument_1 = match values[1usize] {
                        ::core::option::Option::Some(value) => {
                            ::owned::__private::argument(Self::SIGNATURE, 1usize, value)?
                        }
                        ::core::option::Option::None => ::core::option::Option::None,
                    };
                    let future = ::owned::__private::suspended(
                        ask(::core::clone::Clone::clone(cx), argument_0, argument_1),
                    );
                    ::owned::__private::placed(&future);
                    ::core::result::Result::Ok(future)
                },
            )
        }
    }
};
impl Tally {
    async fn tick(slf: Kept<Self>, cx: Async, by: u64) -> u64 {
        by
    }
    async fn made(class: Kept<Type>) -> Kept<Type> {
        class
    }
    async fn __anext__(slf: Kept<Self>) -> Option<u64> {
        None
    }
}
const _: () = {
    use ::owned::__private::NoScalar as _;
    struct __OwnedMethod0;
    impl ::owned::__private::Method<Tally> for __OwnedMethod0 {
        const NAME: &'static ::core::ffi::CStr = c"tick";
        const DOC: &'static ::core::ffi::CStr = c"tick($self, by)\n--\n\n";
        const SIGNATURE: &'static ::owned::__private::Signature = &::owned::__private::Signature {
            class: ::core::option::Option::Some(
                <Tally as ::owned::__private::TypeInfo>::NAME,
            ),
            function: "tick",
            params: &[::owned::__private::Param::new("by", true)],
            positional: 1usize,
            positional_only: 0usize,
            least: 1usize,
            rest: false,
            options: false,
        };
        #[inline]
        fn call<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Tally>,
            args: ::owned::__private::Args<'a, 'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            let py = slf.py();
            ::owned::__private::start(
                py,
                ::owned::__private::Names {
                    class: ::core::option::Option::Some(
                        <Tally as ::owned::__private::TypeInfo>::NAME,
                    ),
                    name: "tick",
                },
                |cx| {
                    static __OWNED_NAMES: ::owned::__private::SeenNames<1usize> = ::owned::__private::SeenNames::new();
                    let values: [::owned::__private::Borrowed<
                        '_,
                        '_,
                        ::owned::__private::Any,
                    >; 1usize] = Self::SIGNATURE
                        .required_or_named(py, args, &__OWNED_NAMES)?;
                    let argument_0 = ::owned::__private::argument(
                        Self::SIGNATURE,
                        0usize,
                        values[0usize],
                    )?;
                    let future = ::owned::__private::suspended(
                        <Tally>::tick(
                            cx.keep(&slf),
                            ::core::clone::Clone::clone(cx),
                            argument_0,
                        ),
                    );
                    ::owned::__private::placed(&future);
                    ::core::result::Result::Ok(future)
                },
            )
        }
    }
    struct __OwnedMethod1;
    impl ::owned::__private::ClassMethod for __OwnedMethod1 {
        const NAME: &'static ::core::ffi::CStr = c"made";
        const DOC: &'static ::core::ffi::CStr = c"made($type)\n--\n\n";
        const SIGNATURE: &'static ::owned::__private::Signature = &::owned::__private::Signature {
            class: ::core::option::Option::Some(
                <Tally as ::owned::__private::TypeInfo>::NAME,
            ),
            function: "made",
            params: &[],
            positional: 0usize,
            positional_only: 0usize,
            least: 0usize,
            rest: false,
            options: false,
        };
        #[inline]
        fn call<'a, 'py>(
            class: ::owned::__private::Borrowed<'a, 'py, ::owned::__private::Type>,
            args: ::owned::__private::Args<'a, 'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            let py = class.py();
            ::owned::__private::start(
                py,
                ::owned::__private::Names {
                    class: ::core::option::Option::Some(
                        <Tally as ::owned::__private::TypeInfo>::NAME,
                    ),
                    name: "made",
                },
                |cx| {
                    let values: [::owned::__private::Borrowed<
                        '_,
                        '_,
                        ::owned::__private::Any,
                    >; 0usize] = Self::SIGNATURE.required(py, args)?;
                    let future = ::owned::__private::suspended(
                        <Tally>::made(cx.keep(&class)),
                    );
                    ::owned::__private::placed(&future);
                    ::core::result::Result::Ok(future)
                },
            )
        }
    }
    struct __OwnedMethod2;
    impl ::owned::__private::Unary<Tally> for __OwnedMethod2 {
        fn unary<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Tally>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            let py = slf.py();
            ::owned::__private::start(
                py,
                ::owned::__private::Names {
                    class: ::core::option::Option::Some(
                        <Tally as ::owned::__private::TypeInfo>::NAME,
                    ),
                    name: "__anext__",
                },
                |cx| {
                    let future = ::owned::__private::suspended(
                        ::owned::__private::item(<Tally>::__anext__(cx.keep(&slf))),
                    );
                    ::owned::__private::placed(&future);
                    ::core::result::Result::Ok(future)
                },
            )
        }
    }
    impl Tally {
        #[doc(hidden)]
        pub const __OWNED_MUTATES: bool = false;
        #[doc(hidden)]
        pub const __OWNED_METHODS: ::core::option::Option<
            &'static ::owned::__private::Methods<Self>,
        > = ::core::option::Option::Some(
            &::owned::__private::Methods {
                entries: &[
                    ::owned::__private::Entry::method::<__OwnedMethod0>(),
                    ::owned::__private::Entry::class_method::<__OwnedMethod1>(),
                ],
                properties: &[],
                slots: &[
                    ::owned::__private::Slot::unary::<
                        __OwnedMethod2,
                        { ::owned::__private::place::Py_am_anext },
                    >(),
                ],
                attributes: &[],
                called: &[],
            },
        );
    }
};
