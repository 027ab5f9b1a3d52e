/// A counter that calls back when it reaches its limit.
pub struct Tally {
    count: u64,
    /// Called with the count.
    on_limit: Option<Py<Callable>>,
    table: Lookup,
}
const _: () = {
    use ::owned::__private::{
        NoMethods as _, NoMethodsTable as _, NoScalar as _, Unknown as _,
    };
    unsafe impl ::owned::__private::Traverse for Tally {
        fn traverse(
            &self,
            visitor: &mut ::owned::__private::Visitor<'_>,
        ) -> ::owned::__private::Visited {
            let Self { count: ref field_0, on_limit: ref field_1, table: _ } = *self;
            ::owned::__private::Traverse::traverse(field_0, visitor)?;
            ::owned::__private::Traverse::traverse(field_1, visitor)?;
            ::owned::__private::assert_no_visible_references::<Lookup>();
            ::core::result::Result::Ok(())
        }
        fn clear_cells(&self, py: ::owned::__private::Python<'_>) {
            let Self { count: ref field_0, on_limit: ref field_1, table: _ } = *self;
            ::owned::__private::Traverse::clear_cells(field_0, py);
            ::owned::__private::Traverse::clear_cells(field_1, py);
            let _ = py;
        }
    }
    const _: () = {
        use ::owned::__private::NotAnyThread as _;
        let class = ::owned::__private::Threads::<Tally>::ANY;
        let mut fields = true;
        {
            fields
                &= ::owned::__private::any_thread(
                    class,
                    ::owned::__private::Threads::<u64>::ANY,
                    ::owned::__private::Threads::<u64>::SEEN,
                );
        }
        {
            fields
                &= ::owned::__private::any_thread(
                    class,
                    ::owned::__private::Threads::<Option<Py<Callable>>>::ANY,
                    ::owned::__private::Threads::<Option<Py<Callable>>>::SEEN,
                );
        }
        {
            fields
                &= ::owned::__private::any_thread(
                    class,
                    ::owned::__private::Threads::<Lookup>::ANY,
                    true,
                );
        }
        ::core::assert!(class || ! fields);
    };
    unsafe impl ::owned::__private::Class for Tally {
        const NAME: &'static ::core::ffi::CStr = c"Tally";
        const DOC: &'static ::core::ffi::CStr = c"A counter that calls back when it reaches its limit.";
        const OPTIONS: ::owned::__private::Options = ::owned::__private::Options {
            subclass: true,
            weakref: true,
            freelist: 16,
            ..::owned::__private::Options::PLAIN
        };
        type Base = ::owned::__private::Any;
        const HOLDS_REFERENCES: bool = {
            let mut holds = false;
            {
                holds |= ::owned::__private::MayHold::<u64>::REFERENCES;
            }
            {
                holds |= ::owned::__private::MayHold::<Option<Py<Callable>>>::REFERENCES;
            }
            holds
        };
        type State = <::owned::__private::Choose<
            { true },
        > as ::owned::__private::Choice>::State;
        const FIELDS: &'static ::owned::__private::Methods<Self> = &::owned::__private::Methods {
            entries: &[],
            properties: &[
                ::owned::__private::Property::get::<__OwnedGet0>(),
                ::owned::__private::Property::get::<__OwnedGet1>(),
                ::owned::__private::Property::set::<__OwnedSet1>(),
            ],
            slots: &[],
            attributes: &[],
            called: &[],
        };
        const METHODS: ::core::option::Option<
            &'static ::owned::__private::Methods<Self>,
        > = Tally::__OWNED_METHODS;
        fn cell() -> &'static ::owned::__private::TypeCell<Self> {
            static CELL: ::owned::__private::TypeCell<Tally> = ::owned::__private::TypeCell::new();
            &CELL
        }
    }
    impl Tally {
        #[doc(hidden)]
        pub const __OWNED_ITEM: ::owned::__private::Item = ::owned::__private::Item::class::<
            Tally,
        >();
    }
    const _: () = ::core::assert!(
        !::owned::__private::is_of_methods::<Tally > (c"count", true, false),
        "`count` is also defined by `#[methods]`: rename one with `name = \"…\"`, or remove one"
    );
    struct __OwnedGet0;
    impl ::owned::__private::Getter<Tally> for __OwnedGet0 {
        const NAME: &'static ::core::ffi::CStr = c"count";
        const DOC: &'static ::core::ffi::CStr = c"";
        const QUIET: bool = ::owned::__private::Scalar::<u64>::VALUE;
        #[inline]
        fn get<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Tally>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            ::owned::__private::read::<
                Tally,
                { ::owned::__private::Scalar::<u64>::VALUE },
                _,
            >(
                slf,
                &::owned::__private::MethodName("count"),
                |this| ::owned::__private::ret(slf.py(), &this.count),
            )
        }
    }
    const _: () = ::core::assert!(
        !::owned::__private::is_of_methods::<Tally > (c"onLimit", true, true),
        "`onLimit` is also defined by `#[methods]`: rename one with `name = \"…\"`, or remove one"
    );
    struct __OwnedGet1;
    impl ::owned::__private::Getter<Tally> for __OwnedGet1 {
        const NAME: &'static ::core::ffi::CStr = c"onLimit";
        const DOC: &'static ::core::ffi::CStr = c"Called with the count.";
        const QUIET: bool = ::owned::__private::Scalar::<Option<Py<Callable>>>::VALUE;
        #[inline]
        fn get<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Tally>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            ::owned::__private::read::<
                Tally,
                { ::owned::__private::Scalar::<Option<Py<Callable>>>::VALUE },
                _,
            >(
                slf,
                &::owned::__private::MethodName("onLimit"),
                |this| ::owned::__private::ret(slf.py(), &this.on_limit),
            )
        }
    }
    struct __OwnedSet1;
    impl ::owned::__private::Setter<Tally> for __OwnedSet1 {
        const NAME: &'static ::core::ffi::CStr = c"onLimit";
        fn set<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Tally>,
            value: ::owned::__private::Borrowed<'a, 'py, ::owned::__private::Any>,
        ) -> ::owned::__private::Result<()> {
            let value: Option<Py<Callable>> = ::owned::__private::value(
                value,
                "onLimit",
            )?;
            let _old;
            let mut section = ::owned::__private::SectionPlace::new();
            let mut this = ::owned::__private::hold_mut(
                slf,
                &::owned::__private::MethodName("onLimit"),
                &mut section,
            )?;
            _old = ::core::mem::replace(&mut this.on_limit, value);
            ::core::result::Result::Ok(())
        }
    }
};
