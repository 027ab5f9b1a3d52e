pub struct Point {
    /// To the right.
    x: f64,
}
const _: () = {
    use ::owned::__private::{
        AnyDrop as _, NoMethods as _, NoMethodsTable as _, NoOwnDrop as _, NoScalar as _,
        OwnField as _, Unknown as _,
    };
    unsafe impl ::owned::__private::Traverse for Point {
        fn traverse(
            &self,
            visitor: &mut ::owned::__private::Visitor<'_>,
        ) -> ::owned::__private::Visited {
            let Self { x: ref field_0 } = *self;
            ::owned::__private::Traverse::traverse(field_0, visitor)?;
            ::core::result::Result::Ok(())
        }
        fn clear_cells(&self, py: ::owned::__private::Python<'_>) {
            let Self { x: ref field_0 } = *self;
            ::owned::__private::Traverse::clear_cells(field_0, py);
            let _ = py;
        }
    }
    const _: () = {
        use ::owned::__private::NotAnyThread as _;
        let class = ::owned::__private::Threads::<Point>::ANY;
        let mut fields = true;
        {
            fields
                &= ::owned::__private::any_thread(
                    class,
                    ::owned::__private::Threads::<f64>::ANY,
                    ::owned::__private::Threads::<f64>::SEEN,
                );
        }
        ::core::assert!(class || ! fields);
    };
    unsafe impl ::owned::__private::Class for Point {
        const NAME: &'static ::core::ffi::CStr = c"Point";
        const DOC: &'static ::core::ffi::CStr = c"";
        const OPTIONS: ::owned::__private::Options = ::owned::__private::Options::PLAIN;
        type Base = ::owned::__private::Any;
        const HOLDS_REFERENCES: bool = {
            let mut holds = false;
            {
                holds |= ::owned::__private::MayHold::<f64>::REFERENCES;
            }
            holds
        };
        const DROPS_QUIETLY: bool = {
            let mut quiet = !::owned::__private::OwnDrop::<Point>::RUNS;
            {
                quiet &= ::owned::__private::DropOf::<f64>::QUIET;
            }
            quiet
        };
        type State = <::owned::__private::Choose<
            {
                let mut changes = Point::__OWNED_MUTATES;
                {
                    changes |= !::owned::__private::FieldOf::<f64>::IN_PLACE;
                }
                changes
            },
        > as ::owned::__private::Choice>::State;
        const FIELDS: &'static ::owned::__private::Methods<Self> = &::owned::__private::Methods {
            entries: &[],
            properties: &[
                ::owned::__private::Property::get::<__OwnedGet0>(),
                ::owned::__private::Property::set::<__OwnedSet0>(),
            ],
            slots: &[
                ::owned::__private::Slot::new::<__OwnedFromFields>(),
                ::owned::__private::Slot::compare::<__OwnedCompareFields>(),
                ::owned::__private::Slot::unary::<
                    __OwnedReprFields,
                    { ::owned::__private::place::Py_tp_repr },
                >(),
            ],
            attributes: &[::owned::__private::ClassAttribute::of::<__OwnedMatchArgs>()],
            called: &[
                ::owned::__private::Called {
                    signature: "(x)",
                    doc: "",
                },
            ],
            described: &[
                ::owned::__private::Described {
                    name: "__new__",
                    doc: "",
                    what: ::owned::__private::What::Function(::owned::__private::DescribedFunction {
                        first: ::owned::__private::First::New,
                        params: &[
                            ::owned::__private::DescribedParam {
                                name: "x",
                                kind: ::owned::__private::ParamKind::Either,
                                default: ::core::option::Option::None,
                                hint: <f64 as ::owned::__private::FromPy<'_, '_>>::ACCEPTS,
                            },
                        ],
                        returns: ::owned::__private::TypeHint::ANY,
                        asynchronous: false,
                        overload: false,
                    }),
                },
                ::owned::__private::Described {
                    name: "__match_args__",
                    doc: "",
                    what: ::owned::__private::What::MatchArgs(&["x"]),
                },
                ::owned::__private::Described {
                    name: "__eq__",
                    doc: "",
                    what: ::owned::__private::What::Comparisons(false),
                },
                ::owned::__private::Described {
                    name: "__repr__",
                    doc: "",
                    what: ::owned::__private::What::Function(::owned::__private::DescribedFunction {
                        first: ::owned::__private::First::Object,
                        params: &[],
                        returns: ::owned::__private::TypeHint::named("", "str"),
                        asynchronous: false,
                        overload: false,
                    }),
                },
                ::owned::__private::Described {
                    name: "x",
                    doc: "To the right.",
                    what: ::owned::__private::What::Getter(
                        ::owned::__private::TypeHint::written("float"),
                    ),
                },
                ::owned::__private::Described {
                    name: "x",
                    doc: "To the right.",
                    what: ::owned::__private::What::Setter(
                        ::owned::__private::TypeHint::written("float"),
                    ),
                },
                ::owned::__private::Described {
                    name: "x",
                    doc: "To the right.",
                    what: ::owned::__private::What::Deletes(
                        ::owned::__private::FieldOf::<f64>::IS_OBJECT,
                    ),
                },
            ],
        };
        const METHODS: ::core::option::Option<
            &'static ::owned::__private::Methods<Self>,
        > = Point::__OWNED_METHODS;
        fn cell() -> &'static ::owned::__private::TypeCell<Self> {
            static CELL: ::owned::__private::TypeCell<Point> = ::owned::__private::TypeCell::new();
            &CELL
        }
    }
    impl Point {
        #[doc(hidden)]
        pub const __OWNED_ITEM: ::owned::__private::Item = ::owned::__private::Item::class::<
            Point,
        >();
    }
    const _: () = ::core::assert!(
        !::owned::__private::is_of_methods::<Point > (c"x", true, true),
        "`x` is also defined by `#[methods]`: rename one with `name = \"…\"`, or remove one"
    );
    struct __OwnedGet0;
    impl ::owned::__private::Getter<Point> for __OwnedGet0 {
        const NAME: &'static ::core::ffi::CStr = c"x";
        const DOC: &'static ::core::ffi::CStr = c"To the right.";
        const QUIET: bool = ::owned::__private::Scalar::<f64>::VALUE;
        const PLACE: ::core::option::Option<usize> = ::owned::__private::place_of(
            ::owned::__private::FieldOf::<f64>::IS_OBJECT,
            ::core::mem::offset_of!(Point, x),
        );
        #[inline]
        fn get<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Point>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            ::owned::__private::read::<
                Point,
                { ::owned::__private::Scalar::<f64>::VALUE },
                _,
            >(
                slf,
                &::owned::__private::MethodName("x"),
                |this| ::owned::__private::FieldOf::<f64>::read(&this.x, slf, Self::NAME),
            )
        }
    }
    struct __OwnedSet0;
    impl ::owned::__private::Setter<Point> for __OwnedSet0 {
        const NAME: &'static ::core::ffi::CStr = c"x";
        const PLACE: ::core::option::Option<usize> = ::owned::__private::place_of(
            ::owned::__private::FieldOf::<f64>::IS_OBJECT,
            ::core::mem::offset_of!(Point, x),
        );
        #[inline]
        fn set<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Point>,
            value: ::core::option::Option<
                ::owned::__private::Borrowed<'a, 'py, ::owned::__private::Any>,
            >,
        ) -> ::owned::__private::Result<()> {
            ::owned::__private::FieldOf::<
                f64,
            >::write(
                slf,
                value,
                (Self::NAME, &::owned::__private::MethodName("x")),
                |this| &this.x,
                |this| &mut this.x,
            )
        }
    }
    impl Point {
        fn __owned_from_fields(field_0: f64) -> Self {
            Self { x: field_0 }
        }
    }
    struct __OwnedFromFields;
    impl ::owned::__private::Constructor<Point> for __OwnedFromFields {
        #[inline(always)]
        fn new<'a, 'py>(
            new: ::owned::__private::NewOf<'a, 'py, Point>,
            args: ::owned::__private::Args<'a, 'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            let class = new.class();
            let py = class.py();
            const __OWNED_SIGNATURE: &::owned::__private::Signature = &::owned::__private::Signature {
                class: ::core::option::Option::Some(
                    <Point as ::owned::__private::TypeInfo>::NAME,
                ),
                function: "__new__",
                params: &[::owned::__private::Param::new("x", true)],
                positional: 1usize,
                positional_only: 0usize,
                least: 1usize,
                rest: false,
                options: false,
            };
            static __OWNED_NAMES: ::owned::__private::SeenNames<1usize> = ::owned::__private::SeenNames::new();
            let values: [::owned::__private::Borrowed<
                '_,
                '_,
                ::owned::__private::Any,
            >; 1usize] = __OWNED_SIGNATURE.required_or_named(py, args, &__OWNED_NAMES)?;
            let argument_0 = ::owned::__private::argument(
                __OWNED_SIGNATURE,
                0usize,
                values[0usize],
            )?;
            let result = <Point>::__owned_from_fields(argument_0);
            ::owned::__private::make(new, result)
        }
    }
    struct __OwnedMatchArgs;
    impl ::owned::__private::Constant for __OwnedMatchArgs {
        const NAME: &'static ::core::ffi::CStr = c"__match_args__";
        const PLAIN: bool = true;
        fn value<'py>(
            py: ::owned::__private::Python<'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            ::owned::__private::match_args(py, &["x"])
        }
    }
    const _: () = ::core::assert!(
        !::owned::__private::fills_slot::<Point > (::owned::__private::place::Py_tp_new),
        "`#[class(new)]` and `#[new]` exclude each other: keep one"
    );
    struct __OwnedCompareFields;
    impl ::owned::__private::Compare<Point> for __OwnedCompareFields {
        const EQUALITY: bool = true;
        fn compare<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Point>,
            operand: ::owned::__private::Borrowed<'a, 'py, ::owned::__private::Any>,
            operator: ::owned::__private::CompareOp,
        ) -> ::owned::__private::Result<
            ::core::option::Option<
                ::owned::__private::Owned<'py, ::owned::__private::Any>,
            >,
        > {
            let ::core::option::Option::Some(other) = ::owned::__private::operand::<
                ::owned::__private::Ref<'_, Point>,
            >(operand)? else {
                return ::core::result::Result::Ok(::core::option::Option::None);
            };
            let mut section = ::owned::__private::SectionPlace::new();
            let this = ::owned::__private::hold(
                slf,
                &::owned::__private::MethodName("__eq__"),
                &mut section,
            )?;
            let answer: ::core::option::Option<bool> = ::owned::__private::equal::<
                Point,
            >(&this, &other, operator);
            ::core::mem::drop(this);
            match answer {
                ::core::option::Option::Some(answer) => {
                    ::owned::__private::ret(slf.py(), answer)
                        .map(::core::option::Option::Some)
                }
                ::core::option::Option::None => {
                    ::core::result::Result::Ok(::core::option::Option::None)
                }
            }
        }
    }
    const _: () = ::core::assert!(
        !::owned::__private::fills_slot::<Point >
        (::owned::__private::place::Py_tp_richcompare),
        "`#[class(eq)]` and a comparison in `#[methods]` exclude each other: keep one"
    );
    struct __OwnedReprFields;
    impl ::owned::__private::Unary<Point> for __OwnedReprFields {
        fn unary<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Point>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            ::owned::__private::repr_of(
                slf.py(),
                slf,
                &["x"],
                |py| {
                    let mut section = ::owned::__private::SectionPlace::new();
                    let this = ::owned::__private::hold(
                        slf,
                        &::owned::__private::MethodName("__repr__"),
                        &mut section,
                    )?;
                    let _ = (&this, py);
                    ::core::result::Result::Ok(
                        [::owned::__private::ret(py, &this.x)?].into(),
                    )
                },
            )
        }
    }
    const _: () = ::core::assert!(
        !::owned::__private::fills_slot::<Point >
        (::owned::__private::place::Py_tp_repr),
        "`#[class(repr)]` and `__repr__` exclude each other: keep one"
    );
};
impl Point {
    const ORIGIN: &'static str = "0";
    /// Moves.
    fn shift<'py>(
        &self,
        py: Python<'py>,
        by: Borrowed<'_, 'py, Any>,
        times: u8,
    ) -> Result<Owned<'py, Self>> {
        todo(py, by, times)
    }
    fn __getitem__(&self, index: usize) -> f64 {
        index as f64
    }
}
const _: () = {
    use ::owned::__private::NoScalar as _;
    struct __OwnedMethod0;
    impl ::owned::__private::Method<Point> for __OwnedMethod0 {
        const NAME: &'static ::core::ffi::CStr = c"shift";
        const DOC: &'static ::core::ffi::CStr = c"shift($self, by, /, *, times=1)\n--\n\nMoves.";
        const SIGNATURE: &'static ::owned::__private::Signature = &::owned::__private::Signature {
            class: ::core::option::Option::Some(
                <Point as ::owned::__private::TypeInfo>::NAME,
            ),
            function: "shift",
            params: &[
                ::owned::__private::Param::new("by", true),
                ::owned::__private::Param::new("times", false),
            ],
            positional: 1usize,
            positional_only: 1usize,
            least: 1usize,
            rest: false,
            options: false,
        };
        #[inline]
        fn call<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Point>,
            args: ::owned::__private::Args<'a, 'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            let py = slf.py();
            static __OWNED_NAMES: ::owned::__private::SeenNames<2usize> = ::owned::__private::SeenNames::new();
            let values: [::core::option::Option<
                ::owned::__private::Borrowed<'_, '_, ::owned::__private::Any>,
            >; 2usize] = Self::SIGNATURE.values_or_named(py, args, &__OWNED_NAMES)?;
            let argument_0 = ::owned::__private::given(
                Self::SIGNATURE,
                0usize,
                values[0usize],
            )?;
            let argument_1 = match values[1usize] {
                ::core::option::Option::Some(value) => {
                    ::owned::__private::argument(Self::SIGNATURE, 1usize, value)?
                }
                ::core::option::Option::None => 1,
            };
            let mut section = ::owned::__private::SectionPlace::new();
            let this = ::owned::__private::hold(
                slf,
                &::owned::__private::MethodName("shift"),
                &mut section,
            )?;
            let result = <Point>::shift(&*this, py, argument_0, argument_1);
            ::core::mem::drop(this);
            ::owned::__private::ret(py, result)
        }
    }
    struct __OwnedMethod1;
    impl ::owned::__private::Binary<Point> for __OwnedMethod1 {
        fn binary<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Point>,
            operand_0: ::owned::__private::Borrowed<'a, 'py, ::owned::__private::Any>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            let py = slf.py();
            let argument_0 = ::owned::__private::value(operand_0, "key")?;
            let mut section = ::owned::__private::SectionPlace::new();
            let this = ::owned::__private::hold(
                slf,
                &::owned::__private::MethodName("__getitem__"),
                &mut section,
            )?;
            let result = <Point>::__getitem__(&*this, argument_0);
            ::core::mem::drop(this);
            ::owned::__private::ret(py, result)
        }
    }
    struct __OwnedAttribute0;
    impl ::owned::__private::Constant for __OwnedAttribute0 {
        const NAME: &'static ::core::ffi::CStr = c"ORIGIN";
        const PLAIN: bool = ::owned::__private::Scalar::<&'static str>::VALUE;
        fn value<'py>(
            py: ::owned::__private::Python<'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            ::owned::__private::ret(py, <Point>::ORIGIN)
        }
    }
    impl Point {
        #[doc(hidden)]
        pub const __OWNED_MUTATES: bool = false;
        #[doc(hidden)]
        pub const __OWNED_METHODS: ::core::option::Option<
            &'static ::owned::__private::Methods<Self>,
        > = ::core::option::Option::Some(
            &::owned::__private::Methods {
                entries: &[::owned::__private::Entry::method::<__OwnedMethod0>()],
                properties: &[],
                slots: &[::owned::__private::Slot::getitem::<__OwnedMethod1>()],
                attributes: &[
                    ::owned::__private::ClassAttribute::of::<__OwnedAttribute0>(),
                ],
                called: &[],
                described: &[
                    ::owned::__private::Described {
                        name: "shift",
                        doc: "Moves.",
                        what: ::owned::__private::What::Function(::owned::__private::DescribedFunction {
                            first: ::owned::__private::First::Object,
                            params: &[
                                ::owned::__private::DescribedParam {
                                    name: "by",
                                    kind: ::owned::__private::ParamKind::Position,
                                    default: ::core::option::Option::None,
                                    hint: ::owned::__private::TypeHint::written("Point | float"),
                                },
                                ::owned::__private::DescribedParam {
                                    name: "times",
                                    kind: ::owned::__private::ParamKind::Name,
                                    default: ::core::option::Option::Some("1"),
                                    hint: <u8 as ::owned::__private::FromPy<'_, '_>>::ACCEPTS,
                                },
                            ],
                            returns: ::owned::__private::TypeHint::written("Point"),
                            asynchronous: false,
                            overload: false,
                        }),
                    },
                    ::owned::__private::Described {
                        name: "__getitem__",
                        doc: "",
                        what: ::owned::__private::What::Function(::owned::__private::DescribedFunction {
                            first: ::owned::__private::First::Object,
                            params: &[
                                ::owned::__private::DescribedParam {
                                    name: "index",
                                    kind: ::owned::__private::ParamKind::Position,
                                    default: ::core::option::Option::None,
                                    hint: <usize as ::owned::__private::FromPy<'_, '_>>::ACCEPTS,
                                },
                            ],
                            returns: <f64 as ::owned::__private::IntoReturn<'_>>::GIVES,
                            asynchronous: false,
                            overload: false,
                        }),
                    },
                    ::owned::__private::Described {
                        name: "ORIGIN",
                        doc: "",
                        what: ::owned::__private::What::Value(
                            <&'static str as ::owned::__private::IntoReturn<'_>>::GIVES,
                        ),
                    },
                ],
            },
        );
    }
};
async fn wait(seconds: f64) {}
#[doc(hidden)]
mod wait {
    pub struct Marker;
    pub const __OWNED_ITEM: ::owned::__private::Item = ::owned::__private::Item::function::<
        Marker,
    >()
        .described(&Marker::__OWNED_DESCRIBED);
}
const _: () = {
    impl wait::Marker {
        #[doc(hidden)]
        pub const __OWNED_DESCRIBED: ::owned::__private::Described = ::owned::__private::Described {
            name: "wait",
            doc: "",
            what: ::owned::__private::What::Function(::owned::__private::DescribedFunction {
                first: ::owned::__private::First::Nothing,
                params: &[
                    ::owned::__private::DescribedParam {
                        name: "seconds",
                        kind: ::owned::__private::ParamKind::Either,
                        default: ::core::option::Option::None,
                        hint: <f64 as ::owned::__private::FromPy<'_, '_>>::ACCEPTS,
                    },
                ],
                returns: ::owned::__private::TypeHint::NONE,
                asynchronous: true,
                overload: false,
            }),
        };
    }
    impl ::owned::__private::Function for wait::Marker {
        const NAME: &'static ::core::ffi::CStr = c"wait";
        const DOC: &'static ::core::ffi::CStr = c"wait(seconds)\n--\n\n";
        const SIGNATURE: &'static ::owned::__private::Signature = &::owned::__private::Signature {
            class: ::core::option::Option::None,
            function: "wait",
            params: &[::owned::__private::Param::new("seconds", true)],
            positional: 1usize,
            positional_only: 0usize,
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
                    name: "wait",
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
                    let future = ::owned::__private::suspended(wait(argument_0));
                    ::owned::__private::placed(&future);
                    ::core::result::Result::Ok(future)
                },
            )
        }
    }
};
impl<'__owner, '__py> ::owned::__private::FromPy<'__owner, '__py> for Length {
    const ACCEPTS: ::owned::__private::TypeHint = ::owned::__private::TypeHint::later(
        ::core::concat!(::core::module_path!(), "::", "Length"),
        || ::owned::__private::TypeHint::union(const {
            &[
                <f64 as ::owned::__private::FromPy<'__owner, '__py>>::ACCEPTS,
                <String as ::owned::__private::FromPy<'__owner, '__py>>::ACCEPTS,
            ]
        }),
    );
    fn from_py(
        object: ::owned::__private::Borrowed<'__owner, '__py, ::owned::__private::Any>,
    ) -> ::owned::__private::Result<Self> {
        ::owned::__private::derive::deeper(object.py())?;
        let mut misfits = ::owned::__private::derive::Misfits::new("Length");
        let attempt = 'variant: {
            let field_0 = match ::owned::__private::derive::lent::<f64>(object) {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    break 'variant ::core::result::Result::Err(("", error));
                }
            };
            ::core::result::Result::Ok(Self::Metres { 0: field_0 })
        };
        match attempt {
            ::core::result::Result::Ok(value) => return ::core::result::Result::Ok(value),
            ::core::result::Result::Err((place, error)) => {
                misfits.add(object.py(), "Metres", place, error)?
            }
        }
        let attempt = 'variant: {
            let field_0 = match ::owned::__private::derive::lent::<String>(object) {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    break 'variant ::core::result::Result::Err(("", error));
                }
            };
            ::core::result::Result::Ok(Self::Text { 0: field_0 })
        };
        match attempt {
            ::core::result::Result::Ok(value) => return ::core::result::Result::Ok(value),
            ::core::result::Result::Err((place, error)) => {
                misfits.add(object.py(), "Text", place, error)?
            }
        }
        ::core::result::Result::Err(misfits.into_error(object))
    }
}
impl<'__py> ::owned::__private::IntoPy<'__py> for Pair {
    type Target = ::owned::__private::Tuple;
    const GIVES: ::owned::__private::TypeHint = ::owned::__private::TypeHint::later(
        ::core::concat!(::core::module_path!(), "::", "Pair"),
        || ::owned::__private::TypeHint::generic(
            &const { ::owned::__private::TypeHint::named("", "tuple") },
            const {
                &[
                    <f64 as ::owned::__private::IntoPy<'__py>>::GIVES,
                    <String as ::owned::__private::IntoPy<'__py>>::GIVES,
                ]
            },
        ),
    );
    fn into_py(
        self,
        py: ::owned::__private::Python<'__py>,
    ) -> ::owned::__private::Result<::owned::__private::Owned<'__py, Self::Target>> {
        ::owned::__private::derive::deeper(py)?;
        let Pair { 0: field_0, 1: field_1 } = self;
        let field_0 = ::owned::__private::derive::within(
            ::owned::__private::derive::given::<f64>(field_0, py),
            py,
            "Pair[0]",
        )?;
        let field_1 = ::owned::__private::derive::within(
            ::owned::__private::derive::given::<String>(field_1, py),
            py,
            "Pair[1]",
        )?;
        ::owned::__private::Tuple::from_items(py, [field_0, field_1])
    }
}
impl<'__this, '__py> ::owned::__private::IntoPy<'__py> for &'__this Pair
where
    &'__this f64: ::owned::__private::IntoPy<'__py>,
    &'__this String: ::owned::__private::IntoPy<'__py>,
{
    type Target = ::owned::__private::Tuple;
    const GIVES: ::owned::__private::TypeHint = ::owned::__private::TypeHint::later(
        ::core::concat!(::core::module_path!(), "::", "Pair"),
        || ::owned::__private::TypeHint::generic(
            &const { ::owned::__private::TypeHint::named("", "tuple") },
            const {
                &[
                    <&'__this f64 as ::owned::__private::IntoPy<'__py>>::GIVES,
                    <&'__this String as ::owned::__private::IntoPy<'__py>>::GIVES,
                ]
            },
        ),
    );
    fn into_py(
        self,
        py: ::owned::__private::Python<'__py>,
    ) -> ::owned::__private::Result<::owned::__private::Owned<'__py, Self::Target>> {
        ::owned::__private::derive::deeper(py)?;
        let Pair { 0: field_0, 1: field_1 } = self;
        let field_0 = ::owned::__private::derive::within(
            ::owned::__private::derive::given(field_0, py),
            py,
            "Pair[0]",
        )?;
        let field_1 = ::owned::__private::derive::within(
            ::owned::__private::derive::given(field_1, py),
            py,
            "Pair[1]",
        )?;
        ::owned::__private::Tuple::from_items(py, [field_0, field_1])
    }
}
mod shapes {
    pub const SIDES: u8 = 4;
    #[doc(hidden)]
    pub struct __OwnedModule;
    const _: () = {
        struct __OwnedConstant0;
        impl ::owned::__private::Constant for __OwnedConstant0 {
            const NAME: &'static ::core::ffi::CStr = c"SIDES";
            fn value<'py>(
                py: ::owned::__private::Python<'py>,
            ) -> ::owned::__private::Result<
                ::owned::__private::Owned<'py, ::owned::__private::Any>,
            > {
                ::owned::__private::ret(py, self::SIDES)
            }
        }
        impl __OwnedConstant0 {
            const DESCRIBED: ::owned::__private::Described = ::owned::__private::Described {
                name: "SIDES",
                doc: "",
                what: ::owned::__private::What::Value(
                    <u8 as ::owned::__private::IntoReturn<'_>>::GIVES,
                ),
            };
            const ITEM: ::owned::__private::Item = ::owned::__private::Item::constant::<
                __OwnedConstant0,
            >()
                .described(&Self::DESCRIBED);
        }
        impl ::owned::__private::Module for __OwnedModule {
            const NAME: &'static ::core::ffi::CStr = c"shapes";
            const DOC: &'static ::core::ffi::CStr = c"";
            const ITEMS: &'static [::owned::__private::Item] = &[__OwnedConstant0::ITEM];
            fn cell() -> &'static ::owned::__private::ModuleCell {
                static CELL: ::owned::__private::ModuleCell = ::owned::__private::ModuleCell::new();
                &CELL
            }
        }
        #[unsafe(no_mangle)]
        pub extern "C" fn PyInit_shapes() -> *mut ::owned::__private::PyObject {
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
