impl Tally {
    fn new(limit: u64) -> Self {
        Tally { count: 0, limit }
    }
    /// Count one more.
    fn tick(&mut self, py: Python<'_>) -> Result<bool> {
        self.count += 1;
        Ok(self.count == self.limit)
    }
    fn unlimited<'py>(class: Borrowed<'_, 'py, Type>) -> Result<Owned<'py, Any>> {
        class.call0()
    }
    fn set_half(&mut self, value: u64) {
        self.limit = value * 2;
    }
    /// How many there are.
    fn all(py: Python<'_>) -> usize {
        0
    }
    fn set_all(all: usize) {}
    fn helper() {}
}
const _: () = {
    use ::owned::__private::NoScalar as _;
    struct __OwnedMethod0;
    impl ::owned::__private::Constructor<Tally> for __OwnedMethod0 {
        #[inline(always)]
        fn new<'a, 'py>(
            new: ::owned::__private::NewOf<'a, 'py, Tally>,
            args: ::owned::__private::Args<'a, 'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            let class = new.class();
            let py = class.py();
            const __OWNED_SIGNATURE: &::owned::__private::Signature = &::owned::__private::Signature {
                class: ::core::option::Option::Some(
                    <Tally as ::owned::__private::TypeInfo>::NAME,
                ),
                function: "__new__",
                params: &[::owned::__private::Param::new("limit", false)],
                positional: 1usize,
                positional_only: 0usize,
                least: 0usize,
                rest: false,
                options: false,
            };
            static __OWNED_NAMES: ::owned::__private::SeenNames<1usize> = ::owned::__private::SeenNames::new();
            let values: [::core::option::Option<
                ::owned::__private::Borrowed<'_, '_, ::owned::__private::Any>,
            >; 1usize] = __OWNED_SIGNATURE.values_or_named(py, args, &__OWNED_NAMES)?;
            let argument_0 = match values[0usize] {
                ::core::option::Option::Some(value) => {
                    ::owned::__private::argument(__OWNED_SIGNATURE, 0usize, value)?
                }
                ::core::option::Option::None => Tally::MOST,
            };
            let result = <Tally>::new(argument_0);
            ::owned::__private::make(new, result)
        }
    }
    const _: () = ::core::assert!(
        !<Tally as ::owned::__private::Class >::ENUM,
        "a value of an enum cannot change in Python, where others hold it too: its methods take `&self`"
    );
    struct __OwnedMethod1;
    impl ::owned::__private::Method<Tally> for __OwnedMethod1 {
        const NAME: &'static ::core::ffi::CStr = c"tick";
        const DOC: &'static ::core::ffi::CStr = c"tick($self)\n--\n\nCount one more.";
        const SIGNATURE: &'static ::owned::__private::Signature = &::owned::__private::Signature {
            class: ::core::option::Option::Some(
                <Tally as ::owned::__private::TypeInfo>::NAME,
            ),
            function: "tick",
            params: &[],
            positional: 0usize,
            positional_only: 0usize,
            least: 0usize,
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
            let values: [::owned::__private::Borrowed<
                '_,
                '_,
                ::owned::__private::Any,
            >; 0usize] = Self::SIGNATURE.required(py, args)?;
            let mut section = ::owned::__private::SectionPlace::new();
            let mut this = ::owned::__private::hold_mut(
                slf,
                &::owned::__private::MethodName("tick"),
                &mut section,
            )?;
            let result = <Tally>::tick(&mut *this, py);
            ::core::mem::drop(this);
            ::owned::__private::ret(py, result)
        }
    }
    struct __OwnedMethod2;
    impl ::owned::__private::ClassMethod for __OwnedMethod2 {
        const NAME: &'static ::core::ffi::CStr = c"unlimited";
        const DOC: &'static ::core::ffi::CStr = c"unlimited($type)\n--\n\n";
        const SIGNATURE: &'static ::owned::__private::Signature = &::owned::__private::Signature {
            class: ::core::option::Option::Some(
                <Tally as ::owned::__private::TypeInfo>::NAME,
            ),
            function: "unlimited",
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
            let values: [::owned::__private::Borrowed<
                '_,
                '_,
                ::owned::__private::Any,
            >; 0usize] = Self::SIGNATURE.required(py, args)?;
            let result = <Tally>::unlimited(class);
            ::owned::__private::ret(py, result)
        }
    }
    const _: () = ::core::assert!(
        !<Tally as ::owned::__private::Class >::ENUM,
        "a value of an enum cannot change in Python, where others hold it too: its methods take `&self`"
    );
    struct __OwnedMethod3;
    impl ::owned::__private::Setter<Tally> for __OwnedMethod3 {
        const NAME: &'static ::core::ffi::CStr = c"half";
        #[inline]
        fn set<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Tally>,
            operand: ::core::option::Option<
                ::owned::__private::Borrowed<'a, 'py, ::owned::__private::Any>,
            >,
        ) -> ::owned::__private::Result<()> {
            let py = slf.py();
            let operand = ::owned::__private::present(operand, Self::NAME)?;
            let argument_0 = ::owned::__private::value(operand, "half")?;
            let mut section = ::owned::__private::SectionPlace::new();
            let mut this = ::owned::__private::hold_mut(
                slf,
                &::owned::__private::MethodName("half"),
                &mut section,
            )?;
            let result = <Tally>::set_half(&mut *this, argument_0);
            ::core::mem::drop(this);
            ::owned::__private::plain(result)
        }
    }
    struct __OwnedMethod4;
    impl ::owned::__private::StaticGetter for __OwnedMethod4 {
        const NAME: &'static ::core::ffi::CStr = c"all";
        const DOC: &'static ::core::ffi::CStr = c"How many there are.";
        fn get<'py>(
            py: ::owned::__private::Python<'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            let result = <Tally>::all(py);
            ::owned::__private::ret(py, result)
        }
    }
    struct __OwnedMethod5;
    impl ::owned::__private::StaticSetter for __OwnedMethod5 {
        const NAME: &'static ::core::ffi::CStr = c"all";
        fn set<'py>(
            py: ::owned::__private::Python<'py>,
            operand: ::owned::__private::Borrowed<'_, 'py, ::owned::__private::Any>,
        ) -> ::owned::__private::Result<()> {
            let argument_0 = ::owned::__private::value(operand, "all")?;
            let result = <Tally>::set_all(argument_0);
            ::owned::__private::plain(result)
        }
    }
    impl Tally {
        #[doc(hidden)]
        pub const __OWNED_MUTATES: bool = true;
        #[doc(hidden)]
        pub const __OWNED_METHODS: ::core::option::Option<
            &'static ::owned::__private::Methods<Self>,
        > = ::core::option::Option::Some(
            &::owned::__private::Methods {
                entries: &[
                    ::owned::__private::Entry::method::<__OwnedMethod1>(),
                    ::owned::__private::Entry::class_method::<__OwnedMethod2>(),
                ],
                properties: &[
                    ::owned::__private::Property::set::<__OwnedMethod3>(),
                    ::owned::__private::Property::static_get::<__OwnedMethod4>(),
                    ::owned::__private::Property::static_set::<__OwnedMethod5>(),
                ],
                slots: &[::owned::__private::Slot::new::<__OwnedMethod0>()],
                attributes: &[],
                called: &[
                    ::owned::__private::Called {
                        signature: "(limit=...)",
                        doc: "",
                    },
                ],
            },
        );
    }
};
