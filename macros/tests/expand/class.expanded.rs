/// A counter that calls back when it reaches its limit.
pub struct Tally {
    count: u64,
    /// Called with the count.
    on_limit: Option<Py<Callable>>,
    table: Lookup,
}
const _: () = {
    use ::owned::__private::{
        AnyDrop as _, NoMethods as _, NoMethodsTable as _, NoOwnDrop as _, NoScalar as _,
        OwnField as _, Unknown as _,
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
        const DROPS_QUIETLY: bool = {
            let mut quiet = !::owned::__private::OwnDrop::<Tally>::RUNS;
            {
                quiet &= ::owned::__private::DropOf::<u64>::QUIET;
            }
            {
                quiet &= ::owned::__private::DropOf::<Option<Py<Callable>>>::QUIET;
            }
            {
                quiet &= ::owned::__private::DropOf::<Lookup>::QUIET;
            }
            quiet
        };
        type State = <::owned::__private::Choose<
            {
                let mut changes = Tally::__OWNED_MUTATES;
                {
                    changes
                        |= !::owned::__private::FieldOf::<
                            Option<Py<Callable>>,
                        >::IN_PLACE;
                }
                changes
            },
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
        const PLACE: ::core::option::Option<usize> = ::owned::__private::place_of(
            ::owned::__private::FieldOf::<u64>::IS_OBJECT,
            ::core::mem::offset_of!(Tally, count),
        );
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
                |this| ::owned::__private::FieldOf::<
                    u64,
                >::read(&this.count, slf, Self::NAME),
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
        const PLACE: ::core::option::Option<usize> = ::owned::__private::place_of(
            ::owned::__private::FieldOf::<Option<Py<Callable>>>::IS_OBJECT,
            ::core::mem::offset_of!(Tally, on_limit),
        );
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
                |this| ::owned::__private::FieldOf::<
                    Option<Py<Callable>>,
                >::read(&this.on_limit, slf, Self::NAME),
            )
        }
    }
    struct __OwnedSet1;
    impl ::owned::__private::Setter<Tally> for __OwnedSet1 {
        const NAME: &'static ::core::ffi::CStr = c"onLimit";
        const PLACE: ::core::option::Option<usize> = ::owned::__private::place_of(
            ::owned::__private::FieldOf::<Option<Py<Callable>>>::IS_OBJECT,
            ::core::mem::offset_of!(Tally, on_limit),
        );
        #[inline]
        fn set<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Tally>,
            value: ::core::option::Option<
                ::owned::__private::Borrowed<'a, 'py, ::owned::__private::Any>,
            >,
        ) -> ::owned::__private::Result<()> {
            ::owned::__private::FieldOf::<
                Option<Py<Callable>>,
            >::write(
                slf,
                value,
                (Self::NAME, &::owned::__private::MethodName("onLimit")),
                |this| &this.on_limit,
                |this| &mut this.on_limit,
            )
        }
    }
};
