impl Tally {
    fn __repr__(&self) -> String {
        format!("Tally({})", self.limit)
    }
    fn __iter__<'a, 'py>(slf: Borrowed<'a, 'py, Self>) -> Borrowed<'a, 'py, Self> {
        slf
    }
    fn __next__(&mut self) -> Option<u64> {
        None
    }
    fn __eq__(&self, other: Borrowed<'_, '_, Self>) -> Result<bool> {
        Ok(self.count == other.borrow()?.count)
    }
    #[cfg(feature = "ordered")]
    fn __lt__(&self, other: u64) -> bool {
        self.count < other
    }
    fn __contains__(&self, item: &str) -> bool {
        item.is_empty()
    }
}
const _: () = {
    use ::owned::__private::NoScalar as _;
    struct __OwnedMethod0;
    impl ::owned::__private::Unary<Tally> for __OwnedMethod0 {
        fn unary<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Tally>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            let py = slf.py();
            let mut section = ::owned::__private::SectionPlace::new();
            let this = ::owned::__private::hold(
                slf,
                &::owned::__private::MethodName("__repr__"),
                &mut section,
            )?;
            let result = <Tally>::__repr__(&*this);
            ::core::mem::drop(this);
            ::owned::__private::ret(py, result)
        }
    }
    struct __OwnedMethod1;
    impl ::owned::__private::Unary<Tally> for __OwnedMethod1 {
        fn unary<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Tally>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            let py = slf.py();
            let result = <Tally>::__iter__(slf);
            ::owned::__private::ret(py, result)
        }
    }
    const _: () = ::core::assert!(
        !<Tally as ::owned::__private::Class >::ENUM,
        "a value of an enum cannot change in Python, where others hold it too: its methods take `&self`"
    );
    struct __OwnedMethod2;
    impl ::owned::__private::Next<Tally> for __OwnedMethod2 {
        fn next<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Tally>,
        ) -> ::owned::__private::Result<
            ::core::option::Option<
                ::owned::__private::Owned<'py, ::owned::__private::Any>,
            >,
        > {
            let py = slf.py();
            let mut section = ::owned::__private::SectionPlace::new();
            let mut this = ::owned::__private::hold_mut(
                slf,
                &::owned::__private::MethodName("__next__"),
                &mut section,
            )?;
            let result = <Tally>::__next__(&mut *this);
            ::core::mem::drop(this);
            ::owned::__private::ret_next(py, result)
        }
    }
    struct __OwnedMethod5;
    impl ::owned::__private::Contains<Tally> for __OwnedMethod5 {
        fn contains<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Tally>,
            operand_0: ::owned::__private::Borrowed<'a, 'py, ::owned::__private::Any>,
        ) -> ::owned::__private::Result<bool> {
            let py = slf.py();
            let argument_0 = ::owned::__private::value(operand_0, "item")?;
            let mut section = ::owned::__private::SectionPlace::new();
            let this = ::owned::__private::hold(
                slf,
                &::owned::__private::MethodName("__contains__"),
                &mut section,
            )?;
            let result = <Tally>::__contains__(&*this, argument_0);
            ::core::mem::drop(this);
            ::owned::__private::plain(result)
        }
    }
    struct __OwnedCompare;
    impl ::owned::__private::Compare<Tally> for __OwnedCompare {
        const EQUALITY: bool = true;
        fn compare<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Tally>,
            operand: ::owned::__private::Borrowed<'a, 'py, ::owned::__private::Any>,
            operator: ::owned::__private::CompareOp,
        ) -> ::owned::__private::Result<
            ::core::option::Option<
                ::owned::__private::Owned<'py, ::owned::__private::Any>,
            >,
        > {
            let py = slf.py();
            match operator {
                ::owned::__private::CompareOp::Eq => {
                    let ::core::option::Option::Some(argument_0) = ::owned::__private::operand(
                        operand,
                    )? else {
                        return ::core::result::Result::Ok(::core::option::Option::None);
                    };
                    let mut section = ::owned::__private::SectionPlace::new();
                    let this = ::owned::__private::hold(
                        slf,
                        &::owned::__private::MethodName("__eq__"),
                        &mut section,
                    )?;
                    let result = <Tally>::__eq__(&*this, argument_0);
                    ::core::mem::drop(this);
                    ::core::result::Result::Ok(
                        ::core::option::Option::Some(
                            ::owned::__private::ret(py, result)?,
                        ),
                    )
                }
                #[cfg(feature = "ordered")]
                ::owned::__private::CompareOp::Lt => {
                    let ::core::option::Option::Some(argument_0) = ::owned::__private::operand(
                        operand,
                    )? else {
                        return ::core::result::Result::Ok(::core::option::Option::None);
                    };
                    let mut section = ::owned::__private::SectionPlace::new();
                    let this = ::owned::__private::hold(
                        slf,
                        &::owned::__private::MethodName("__lt__"),
                        &mut section,
                    )?;
                    let result = <Tally>::__lt__(&*this, argument_0);
                    ::core::mem::drop(this);
                    ::core::result::Result::Ok(
                        ::core::option::Option::Some(
                            ::owned::__private::ret(py, result)?,
                        ),
                    )
                }
                ::owned::__private::CompareOp::Ne => {
                    let ::core::option::Option::Some(argument_0) = ::owned::__private::operand(
                        operand,
                    )? else {
                        return ::core::result::Result::Ok(::core::option::Option::None);
                    };
                    let mut section = ::owned::__private::SectionPlace::new();
                    let this = ::owned::__private::hold(
                        slf,
                        &::owned::__private::MethodName("__eq__"),
                        &mut section,
                    )?;
                    let result = <Tally>::__eq__(&*this, argument_0);
                    ::core::mem::drop(this);
                    ::core::result::Result::Ok(
                        ::core::option::Option::Some(
                            ::owned::__private::ret(
                                py,
                                !::owned::__private::plain::<bool, _>(result)?,
                            )?,
                        ),
                    )
                }
                _ => ::core::result::Result::Ok(::core::option::Option::None),
            }
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
                entries: &[],
                properties: &[],
                slots: &[
                    ::owned::__private::Slot::unary::<
                        __OwnedMethod0,
                        { ::owned::__private::place::Py_tp_repr },
                    >(),
                    ::owned::__private::Slot::unary::<
                        __OwnedMethod1,
                        { ::owned::__private::place::Py_tp_iter },
                    >(),
                    ::owned::__private::Slot::next::<__OwnedMethod2>(),
                    ::owned::__private::Slot::contains::<__OwnedMethod5>(),
                    ::owned::__private::Slot::compare::<__OwnedCompare>(),
                ],
                attributes: &[],
                called: &[],
            },
        );
    }
};
