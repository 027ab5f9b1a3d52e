/// A colour.
pub enum Colour {
    Red,
    Green = 5,
}
const _: () = {
    use ::owned::__private::{
        AnyDrop as _, NoMethods as _, NoMethodsTable as _, NoOwnDrop as _, NoScalar as _,
        OwnField as _, Unknown as _,
    };
    unsafe impl ::owned::__private::Traverse for Colour {
        fn traverse(
            &self,
            visitor: &mut ::owned::__private::Visitor<'_>,
        ) -> ::owned::__private::Visited {
            ::core::result::Result::Ok(())
        }
    }
    const _: () = {
        use ::owned::__private::NotAnyThread as _;
        let class = ::owned::__private::Threads::<Colour>::ANY;
        let mut fields = true;
        ::core::assert!(class || ! fields);
    };
    unsafe impl ::owned::__private::Class for Colour {
        const NAME: &'static ::core::ffi::CStr = c"Colour";
        const DOC: &'static ::core::ffi::CStr = c"A colour.";
        const OPTIONS: ::owned::__private::Options = ::owned::__private::Options::PLAIN;
        type Base = ::owned::__private::Any;
        const HOLDS_REFERENCES: bool = false;
        const DROPS_QUIETLY: bool = {
            let mut quiet = !::owned::__private::OwnDrop::<Colour>::RUNS;
            quiet
        };
        type State = <::owned::__private::Choose<
            { Colour::__OWNED_MUTATES },
        > as ::owned::__private::Choice>::State;
        const FIELDS: &'static ::owned::__private::Methods<Self> = &::owned::__private::Methods {
            entries: &[
                ::owned::__private::Entry::method::<::owned::__private::ReduceValue>(),
            ],
            properties: &[],
            slots: &[
                ::owned::__private::Slot::unary::<
                    ::owned::__private::ReprValue,
                    { ::owned::__private::place::Py_tp_repr },
                >(),
                ::owned::__private::Slot::unary::<
                    ::owned::__private::IntValue,
                    { ::owned::__private::place::Py_nb_int },
                >(),
            ],
            attributes: &[
                ::owned::__private::ClassAttribute::of::<__OwnedValue0>(),
                ::owned::__private::ClassAttribute::of::<__OwnedValue1>(),
            ],
            called: &[],
        };
        const METHODS: ::core::option::Option<
            &'static ::owned::__private::Methods<Self>,
        > = Colour::__OWNED_METHODS;
        fn cell() -> &'static ::owned::__private::TypeCell<Self> {
            static CELL: ::owned::__private::TypeCell<Colour> = ::owned::__private::TypeCell::new();
            &CELL
        }
        const ENUM: bool = true;
        fn enum_value(&self) -> ::core::option::Option<::owned::__private::EnumValue> {
            ::core::option::Option::Some(
                match *self {
                    Colour::Red => {
                        ::owned::__private::EnumValue {
                            name: c"RED",
                            number: Colour::Red as i64,
                        }
                    }
                    Colour::Green => {
                        ::owned::__private::EnumValue {
                            name: c"GREEN",
                            number: Colour::Green as i64,
                        }
                    }
                },
            )
        }
    }
    impl Colour {
        #[doc(hidden)]
        pub const __OWNED_ITEM: ::owned::__private::Item = ::owned::__private::Item::class::<
            Colour,
        >();
    }
    struct __OwnedValue0;
    impl ::owned::__private::Constant for __OwnedValue0 {
        const NAME: &'static ::core::ffi::CStr = c"RED";
        fn value<'py>(
            py: ::owned::__private::Python<'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            ::owned::__private::enum_value(py, Colour::Red)
        }
    }
    struct __OwnedValue1;
    impl ::owned::__private::Constant for __OwnedValue1 {
        const NAME: &'static ::core::ffi::CStr = c"GREEN";
        fn value<'py>(
            py: ::owned::__private::Python<'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            ::owned::__private::enum_value(py, Colour::Green)
        }
    }
    impl<'a> ::owned::__private::FromPy<'a, '_> for Colour {
        fn from_py(
            object: ::owned::__private::Borrowed<'a, '_, ::owned::__private::Any>,
        ) -> ::owned::__private::Result<Self> {
            let value = <::owned::__private::Ref<
                'a,
                Colour,
            > as ::owned::__private::FromPy<'a, '_>>::from_py(object)?;
            ::core::result::Result::Ok(
                match *value {
                    Colour::Red => Colour::Red,
                    Colour::Green => Colour::Green,
                },
            )
        }
    }
    impl<'py> ::owned::__private::IntoPy<'py> for &Colour {
        type Target = Colour;
        fn into_py(
            self,
            py: ::owned::__private::Python<'py>,
        ) -> ::owned::__private::Result<::owned::__private::Owned<'py, Colour>> {
            ::owned::__private::IntoPy::into_py(
                match *self {
                    Colour::Red => Colour::Red,
                    Colour::Green => Colour::Green,
                },
                py,
            )
        }
    }
};
/// A shape.
pub enum Shape {
    /// Round.
    Circle { radius: f64 },
    Rect(Box<f64>, f64),
    Empty,
}
const _: () = {
    use ::owned::__private::{
        AnyDrop as _, NoMethods as _, NoMethodsTable as _, NoOwnDrop as _, NoScalar as _,
        OwnField as _, Unknown as _,
    };
    unsafe impl ::owned::__private::Traverse for Shape {
        fn traverse(
            &self,
            visitor: &mut ::owned::__private::Visitor<'_>,
        ) -> ::owned::__private::Visited {
            match *self {
                Self::Circle { radius: ref field_0 } => {
                    ::owned::__private::Traverse::traverse(field_0, visitor)?;
                    ::core::result::Result::Ok(())
                }
                Self::Rect { 0: ref field_0, 1: ref field_1 } => {
                    ::owned::__private::Traverse::traverse(field_0, visitor)?;
                    ::owned::__private::Traverse::traverse(field_1, visitor)?;
                    ::core::result::Result::Ok(())
                }
                Self::Empty {} => ::core::result::Result::Ok(()),
            }
        }
        fn clear_cells(&self, py: ::owned::__private::Python<'_>) {
            match *self {
                Self::Circle { radius: ref field_0 } => {
                    ::owned::__private::Traverse::clear_cells(field_0, py);
                    let _ = py;
                }
                Self::Rect { 0: ref field_0, 1: ref field_1 } => {
                    ::owned::__private::Traverse::clear_cells(field_0, py);
                    ::owned::__private::Traverse::clear_cells(field_1, py);
                    let _ = py;
                }
                Self::Empty {} => {
                    let _ = py;
                }
            }
        }
    }
    const _: () = {
        use ::owned::__private::NotAnyThread as _;
        let class = ::owned::__private::Threads::<Shape>::ANY;
        let mut fields = true;
        {
            fields
                &= ::owned::__private::any_thread(
                    class,
                    ::owned::__private::Threads::<f64>::ANY,
                    ::owned::__private::Threads::<f64>::SEEN,
                );
        }
        {
            fields
                &= ::owned::__private::any_thread(
                    class,
                    ::owned::__private::Threads::<Box<f64>>::ANY,
                    ::owned::__private::Threads::<Box<f64>>::SEEN,
                );
        }
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
    unsafe impl ::owned::__private::Class for Shape {
        const NAME: &'static ::core::ffi::CStr = c"Shape";
        const DOC: &'static ::core::ffi::CStr = c"A shape.";
        const OPTIONS: ::owned::__private::Options = ::owned::__private::Options::PLAIN;
        type Base = ::owned::__private::Any;
        type State = <::owned::__private::Choose<
            { Shape::__OWNED_MUTATES },
        > as ::owned::__private::Choice>::State;
        const FIELDS: &'static ::owned::__private::Methods<Self> = &::owned::__private::Methods {
            entries: &[
                ::owned::__private::Entry::method::<::owned::__private::ReduceFields>(),
            ],
            properties: &[],
            slots: &[
                ::owned::__private::Slot::compare::<__OwnedCompareFields>(),
                ::owned::__private::Slot::unary::<
                    ::owned::__private::ReprFields,
                    { ::owned::__private::place::Py_tp_repr },
                >(),
            ],
            attributes: &[],
            called: &[],
        };
        const METHODS: ::core::option::Option<
            &'static ::owned::__private::Methods<Self>,
        > = Shape::__OWNED_METHODS;
        fn cell() -> &'static ::owned::__private::TypeCell<Self> {
            static CELL: ::owned::__private::TypeCell<Shape> = ::owned::__private::TypeCell::new();
            &CELL
        }
        const ENUM: bool = true;
        const VARIANTS: &'static [::owned::__private::VariantClass] = &[
            ::owned::__private::VariantClass::of::<__OwnedVariant0>(),
            ::owned::__private::VariantClass::of::<__OwnedVariant1>(),
            ::owned::__private::VariantClass::of::<__OwnedVariant2>(),
        ];
        fn variant(&self) -> ::core::option::Option<::owned::__private::VariantClass> {
            ::core::option::Option::Some(
                match *self {
                    Shape::Circle { .. } => {
                        ::owned::__private::VariantClass::of::<__OwnedVariant0>()
                    }
                    Shape::Rect { .. } => {
                        ::owned::__private::VariantClass::of::<__OwnedVariant1>()
                    }
                    Shape::Empty { .. } => {
                        ::owned::__private::VariantClass::of::<__OwnedVariant2>()
                    }
                },
            )
        }
    }
    impl Shape {
        #[doc(hidden)]
        pub const __OWNED_ITEM: ::owned::__private::Item = ::owned::__private::Item::class::<
            Shape,
        >();
    }
    struct __OwnedCompareFields;
    impl ::owned::__private::Compare<Shape> for __OwnedCompareFields {
        const EQUALITY: bool = true;
        fn compare<'a, 'py>(
            slf: ::owned::__private::Borrowed<'a, 'py, Shape>,
            operand: ::owned::__private::Borrowed<'a, 'py, ::owned::__private::Any>,
            operator: ::owned::__private::CompareOp,
        ) -> ::owned::__private::Result<
            ::core::option::Option<
                ::owned::__private::Owned<'py, ::owned::__private::Any>,
            >,
        > {
            let ::core::option::Option::Some(other) = ::owned::__private::operand::<
                ::owned::__private::Ref<'_, Shape>,
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
                Shape,
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
        !::owned::__private::fills_slot::<Shape >
        (::owned::__private::place::Py_tp_richcompare),
        "`#[class(eq)]` and a comparison in `#[methods]` exclude each other: keep one"
    );
    struct __OwnedVariant0;
    impl ::owned::__private::Variant for __OwnedVariant0 {
        type Enum = Shape;
        const NAME: &'static ::core::ffi::CStr = c"Circle";
        const DOC: &'static ::core::ffi::CStr = c"Round.";
        const TEXT_SIGNATURE: &'static ::core::primitive::str = "(radius)";
        const NAMED: bool = true;
        const FIELDS: &'static [::owned::__private::Property<Shape>] = &[
            ::owned::__private::Property::field(c"radius", c"", 0usize),
        ];
        const SLOTS: &'static [::owned::__private::Slot<Shape>] = &[
            ::owned::__private::Slot::new::<__OwnedVariant0>(),
        ];
        fn cell() -> &'static ::owned::__private::TypeCell<Self> {
            static CELL: ::owned::__private::TypeCell<__OwnedVariant0> = ::owned::__private::TypeCell::new();
            &CELL
        }
    }
    impl ::owned::__private::Constructor<Shape> for __OwnedVariant0 {
        fn new<'a, 'py>(
            new: ::owned::__private::NewOf<'a, 'py, Shape>,
            args: ::owned::__private::Args<'a, 'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            const __OWNED_SIGNATURE: &::owned::__private::Signature = &::owned::__private::Signature {
                class: ::core::option::Option::Some(
                    <Shape as ::owned::__private::TypeInfo>::NAME,
                ),
                function: "Circle",
                params: &[::owned::__private::Param::new("radius", true)],
                positional: 1usize,
                positional_only: 0usize,
                least: 1usize,
                rest: false,
                options: false,
            };
            let class = new.class();
            let py = class.py();
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
            ::owned::__private::make(
                new,
                Shape::Circle {
                    radius: argument_0,
                },
            )
        }
    }
    struct __OwnedVariant1;
    impl ::owned::__private::Variant for __OwnedVariant1 {
        type Enum = Shape;
        const NAME: &'static ::core::ffi::CStr = c"Rect";
        const DOC: &'static ::core::ffi::CStr = c"";
        const TEXT_SIGNATURE: &'static ::core::primitive::str = "(_0, height=1.0)";
        const NAMED: bool = false;
        const FIELDS: &'static [::owned::__private::Property<Shape>] = &[
            ::owned::__private::Property::field(c"_0", c"", 0usize),
            ::owned::__private::Property::field(c"height", c"", 1usize),
        ];
        const SLOTS: &'static [::owned::__private::Slot<Shape>] = &[
            ::owned::__private::Slot::new::<__OwnedVariant1>(),
            ::owned::__private::Slot::len::<::owned::__private::Items>(),
            ::owned::__private::Slot::getitem::<::owned::__private::Items>(),
        ];
        fn cell() -> &'static ::owned::__private::TypeCell<Self> {
            static CELL: ::owned::__private::TypeCell<__OwnedVariant1> = ::owned::__private::TypeCell::new();
            &CELL
        }
    }
    impl ::owned::__private::Constructor<Shape> for __OwnedVariant1 {
        fn new<'a, 'py>(
            new: ::owned::__private::NewOf<'a, 'py, Shape>,
            args: ::owned::__private::Args<'a, 'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            const __OWNED_SIGNATURE: &::owned::__private::Signature = &::owned::__private::Signature {
                class: ::core::option::Option::Some(
                    <Shape as ::owned::__private::TypeInfo>::NAME,
                ),
                function: "Rect",
                params: &[
                    ::owned::__private::Param::new("_0", true),
                    ::owned::__private::Param::new("height", false),
                ],
                positional: 2usize,
                positional_only: 0usize,
                least: 1usize,
                rest: false,
                options: false,
            };
            let class = new.class();
            let py = class.py();
            static __OWNED_NAMES: ::owned::__private::SeenNames<2usize> = ::owned::__private::SeenNames::new();
            let values: [::core::option::Option<
                ::owned::__private::Borrowed<'_, '_, ::owned::__private::Any>,
            >; 2usize] = __OWNED_SIGNATURE.values_or_named(py, args, &__OWNED_NAMES)?;
            let argument_0 = ::owned::__private::given(
                __OWNED_SIGNATURE,
                0usize,
                values[0usize],
            )?;
            let argument_1 = match values[1usize] {
                ::core::option::Option::Some(value) => {
                    ::owned::__private::argument(__OWNED_SIGNATURE, 1usize, value)?
                }
                ::core::option::Option::None => 1.0,
            };
            ::owned::__private::make(
                new,
                Shape::Rect {
                    0: argument_0,
                    1: argument_1,
                },
            )
        }
    }
    struct __OwnedVariant2;
    impl ::owned::__private::Variant for __OwnedVariant2 {
        type Enum = Shape;
        const NAME: &'static ::core::ffi::CStr = c"Empty";
        const DOC: &'static ::core::ffi::CStr = c"";
        const TEXT_SIGNATURE: &'static ::core::primitive::str = "()";
        const NAMED: bool = true;
        const FIELDS: &'static [::owned::__private::Property<Shape>] = &[];
        const SLOTS: &'static [::owned::__private::Slot<Shape>] = &[
            ::owned::__private::Slot::new::<__OwnedVariant2>(),
        ];
        fn cell() -> &'static ::owned::__private::TypeCell<Self> {
            static CELL: ::owned::__private::TypeCell<__OwnedVariant2> = ::owned::__private::TypeCell::new();
            &CELL
        }
    }
    impl ::owned::__private::Constructor<Shape> for __OwnedVariant2 {
        fn new<'a, 'py>(
            new: ::owned::__private::NewOf<'a, 'py, Shape>,
            args: ::owned::__private::Args<'a, 'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            const __OWNED_SIGNATURE: &::owned::__private::Signature = &::owned::__private::Signature {
                class: ::core::option::Option::Some(
                    <Shape as ::owned::__private::TypeInfo>::NAME,
                ),
                function: "Empty",
                params: &[],
                positional: 0usize,
                positional_only: 0usize,
                least: 0usize,
                rest: false,
                options: false,
            };
            let class = new.class();
            let py = class.py();
            let values: [::owned::__private::Borrowed<
                '_,
                '_,
                ::owned::__private::Any,
            >; 0usize] = __OWNED_SIGNATURE.required(py, args)?;
            ::owned::__private::make(new, Shape::Empty {})
        }
    }
    impl ::owned::__private::Fields for Shape {
        fn field<'py>(
            &self,
            py: ::owned::__private::Python<'py>,
            at: usize,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            match *self {
                Shape::Circle { radius: ref field_0 } => {
                    match at {
                        0usize => return ::owned::__private::ret(py, field_0),
                        _ => {}
                    }
                }
                Shape::Rect { 0: ref field_0, 1: ref field_1 } => {
                    match at {
                        0usize => return ::owned::__private::ret(py, &**field_0),
                        1usize => return ::owned::__private::ret(py, field_1),
                        _ => {}
                    }
                }
                Shape::Empty {} => {
                    match at {
                        _ => {}
                    }
                }
            }
            ::owned::__private::no_field()
        }
    }
    impl<'a> ::owned::__private::FromPy<'a, '_> for Shape
    where
        ::owned::__private::Inside<'a, Shape>: ::owned::__private::Taken<Shape>,
    {
        fn from_py(
            object: ::owned::__private::Borrowed<'a, '_, ::owned::__private::Any>,
        ) -> ::owned::__private::Result<Self> {
            let value = <::owned::__private::Ref<
                'a,
                Shape,
            > as ::owned::__private::FromPy<'a, '_>>::from_py(object)?;
            ::core::result::Result::Ok(
                <::owned::__private::Inside<
                    'a,
                    Shape,
                > as ::owned::__private::Taken<Shape>>::copied(&value),
            )
        }
    }
    impl<'a, 'py> ::owned::__private::IntoPy<'py> for &'a Shape
    where
        ::owned::__private::Inside<'a, Shape>: ::owned::__private::Taken<Shape>,
    {
        type Target = Shape;
        fn into_py(
            self,
            py: ::owned::__private::Python<'py>,
        ) -> ::owned::__private::Result<::owned::__private::Owned<'py, Shape>> {
            ::owned::__private::IntoPy::into_py(
                <::owned::__private::Inside<
                    'a,
                    Shape,
                > as ::owned::__private::Taken<Shape>>::copied(self),
                py,
            )
        }
    }
    const _: () = ::core::assert!(
        !::owned::__private::fills_slot::<Shape > (::owned::__private::place::Py_tp_new)
        && !::owned::__private::fills_slot::<Shape >
        (::owned::__private::place::Py_tp_init),
        "`Shape` is made by its variants: write a `#[staticmethod]` in place of `#[new]` or `__init__`"
    );
};
/// A point.
pub struct Point {
    x: f64,
    y: f64,
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
            let Self { x: ref field_0, y: ref field_1 } = *self;
            ::owned::__private::Traverse::traverse(field_0, visitor)?;
            ::owned::__private::Traverse::traverse(field_1, visitor)?;
            ::core::result::Result::Ok(())
        }
        fn clear_cells(&self, py: ::owned::__private::Python<'_>) {
            let Self { x: ref field_0, y: ref field_1 } = *self;
            ::owned::__private::Traverse::clear_cells(field_0, py);
            ::owned::__private::Traverse::clear_cells(field_1, py);
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
        const DOC: &'static ::core::ffi::CStr = c"A point.";
        const OPTIONS: ::owned::__private::Options = ::owned::__private::Options::PLAIN;
        type Base = ::owned::__private::Any;
        const HOLDS_REFERENCES: bool = {
            let mut holds = false;
            {
                holds |= ::owned::__private::MayHold::<f64>::REFERENCES;
            }
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
            {
                quiet &= ::owned::__private::DropOf::<f64>::QUIET;
            }
            quiet
        };
        type State = <::owned::__private::Choose<
            { Point::__OWNED_MUTATES },
        > as ::owned::__private::Choice>::State;
        const FIELDS: &'static ::owned::__private::Methods<Self> = &::owned::__private::Methods {
            entries: &[],
            properties: &[
                ::owned::__private::Property::get::<__OwnedGet0>(),
                ::owned::__private::Property::get::<__OwnedGet1>(),
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
                    signature: "(x, y=1.0)",
                    doc: "",
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
        !::owned::__private::is_of_methods::<Point > (c"x", true, false),
        "`x` is also defined by `#[methods]`: rename one with `name = \"…\"`, or remove one"
    );
    struct __OwnedGet0;
    impl ::owned::__private::Getter<Point> for __OwnedGet0 {
        const NAME: &'static ::core::ffi::CStr = c"x";
        const DOC: &'static ::core::ffi::CStr = c"";
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
    const _: () = ::core::assert!(
        !::owned::__private::is_of_methods::<Point > (c"y", true, false),
        "`y` is also defined by `#[methods]`: rename one with `name = \"…\"`, or remove one"
    );
    struct __OwnedGet1;
    impl ::owned::__private::Getter<Point> for __OwnedGet1 {
        const NAME: &'static ::core::ffi::CStr = c"y";
        const DOC: &'static ::core::ffi::CStr = c"";
        const QUIET: bool = ::owned::__private::Scalar::<f64>::VALUE;
        const PLACE: ::core::option::Option<usize> = ::owned::__private::place_of(
            ::owned::__private::FieldOf::<f64>::IS_OBJECT,
            ::core::mem::offset_of!(Point, y),
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
                &::owned::__private::MethodName("y"),
                |this| ::owned::__private::FieldOf::<f64>::read(&this.y, slf, Self::NAME),
            )
        }
    }
    impl Point {
        fn __owned_from_fields(field_0: f64, field_1: f64) -> Self {
            Self { x: field_0, y: field_1 }
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
                params: &[
                    ::owned::__private::Param::new("x", true),
                    ::owned::__private::Param::new("y", false),
                ],
                positional: 2usize,
                positional_only: 0usize,
                least: 1usize,
                rest: false,
                options: false,
            };
            static __OWNED_NAMES: ::owned::__private::SeenNames<2usize> = ::owned::__private::SeenNames::new();
            let values: [::core::option::Option<
                ::owned::__private::Borrowed<'_, '_, ::owned::__private::Any>,
            >; 2usize] = __OWNED_SIGNATURE.values_or_named(py, args, &__OWNED_NAMES)?;
            let argument_0 = ::owned::__private::given(
                __OWNED_SIGNATURE,
                0usize,
                values[0usize],
            )?;
            let argument_1 = match values[1usize] {
                ::core::option::Option::Some(value) => {
                    ::owned::__private::argument(__OWNED_SIGNATURE, 1usize, value)?
                }
                ::core::option::Option::None => 1.0,
            };
            let result = <Point>::__owned_from_fields(argument_0, argument_1);
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
            ::owned::__private::match_args(py, &["x", "y"])
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
                &["x", "y"],
                |py| {
                    let mut section = ::owned::__private::SectionPlace::new();
                    let this = ::owned::__private::hold(
                        slf,
                        &::owned::__private::MethodName("__repr__"),
                        &mut section,
                    )?;
                    let _ = (&this, py);
                    ::core::result::Result::Ok(
                        [
                            ::owned::__private::ret(py, &this.x)?,
                            ::owned::__private::ret(py, &this.y)?,
                        ]
                            .into(),
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
/// What may be done.
pub enum Access {
    Read = 1,
    Write = 2,
}
const _: () = {
    const _: () = {
        impl ::owned::__private::NoRefs for Access {}
        unsafe impl ::owned::__private::Traverse for Access {
            fn traverse(
                &self,
                visitor: &mut ::owned::__private::Visitor<'_>,
            ) -> ::owned::__private::Visited {
                ::core::result::Result::Ok(())
            }
        }
        fn fields() {}
    };
    impl ::core::marker::Copy for Access {}
    impl ::core::clone::Clone for Access {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::owned::__private::Enumeration for Access {
        const NAME: &'static ::core::ffi::CStr = c"Access";
        const DOC: &'static ::core::ffi::CStr = c"What may be done.";
        const KIND: &'static ::core::primitive::str = "IntFlag";
        const MEMBERS: &'static [::owned::__private::Member<Self>] = &[
            ::owned::__private::Member {
                variant: Access::Read,
                name: "Read",
                number: Access::Read as i64,
                text: ::core::option::Option::None,
            },
            ::owned::__private::Member {
                variant: Access::Write,
                name: "Write",
                number: Access::Write as i64,
                text: ::core::option::Option::None,
            },
        ];
        fn cell() -> &'static ::owned::__private::TypeCell<Self> {
            static CELL: ::owned::__private::TypeCell<Access> = ::owned::__private::TypeCell::new();
            &CELL
        }
        fn member(self) -> usize {
            let mut at = 0;
            if ::core::matches!(self, Access::Read) {
                return at;
            }
            {
                at += 1;
            }
            if ::core::matches!(self, Access::Write) {
                return at;
            }
            {
                at += 1;
            }
            at
        }
    }
    impl<'py> ::owned::__private::IntoPy<'py> for Access {
        type Target = ::owned::__private::Any;
        fn into_py(
            self,
            py: ::owned::__private::Python<'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            ::owned::__private::member_into_py(py, self)
        }
    }
    impl<'py> ::owned::__private::IntoPy<'py> for &Access {
        type Target = ::owned::__private::Any;
        fn into_py(
            self,
            py: ::owned::__private::Python<'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            ::owned::__private::member_into_py(py, *self)
        }
    }
    impl ::owned::__private::FromPy<'_, '_> for Access {
        fn from_py(
            object: ::owned::__private::Borrowed<'_, '_, ::owned::__private::Any>,
        ) -> ::owned::__private::Result<Self> {
            ::owned::__private::member_from_py(object)
        }
    }
    impl Access {
        #[doc(hidden)]
        pub const __OWNED_ITEM: ::owned::__private::Item = ::owned::__private::Item::enumeration::<
            Access,
        >();
    }
};
