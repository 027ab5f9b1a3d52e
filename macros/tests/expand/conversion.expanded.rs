impl<'__owner, '__py> ::owned::__private::FromPy<'__owner, '__py> for Point {
    fn from_py(
        object: ::owned::__private::Borrowed<'__owner, '__py, ::owned::__private::Any>,
    ) -> ::owned::__private::Result<Self> {
        ::owned::__private::derive::deeper(object.py())?;
        let field_0 = ::owned::__private::derive::within(
            ::owned::__private::derive::required::<
                f64,
            >(object, ::owned::__private::derive::Source::Attribute("x")),
            object.py(),
            "Point.x",
        )?;
        let field_1 = match ::owned::__private::derive::within(
            ::owned::__private::derive::optional::<
                f64,
            >(
                object,
                ::owned::__private::derive::Source::Item(
                    ::owned::__private::derive::Literal::Text("y-axis"),
                ),
            ),
            object.py(),
            "Point['y-axis']",
        )? {
            ::core::option::Option::Some(value) => value,
            ::core::option::Option::None => ::core::default::Default::default(),
        };
        let field_2 = match ::owned::__private::derive::within(
            ::owned::__private::derive::find(
                object,
                ::owned::__private::derive::Source::Attribute("colour"),
            ),
            object.py(),
            "Point.colour",
        )? {
            ::core::option::Option::Some(value) => {
                ::owned::__private::derive::within(
                    ::owned::__private::plain(parse::colour(value.as_borrowed())),
                    object.py(),
                    "Point.colour",
                )?
            }
            ::core::option::Option::None => Colour::black(),
        };
        ::core::result::Result::Ok(Self {
            x: field_0,
            y: field_1,
            color: field_2,
        })
    }
}
impl<'__owner, '__py, T, const N: usize> ::owned::__private::FromPy<'__owner, '__py>
for Tree<T, N>
where
    [T; N]: for<'__any> ::owned::__private::FromPy<'__any, '__py>,
    T: for<'__any> ::owned::__private::FromPy<'__any, '__py>,
{
    fn from_py(
        object: ::owned::__private::Borrowed<'__owner, '__py, ::owned::__private::Any>,
    ) -> ::owned::__private::Result<Self> {
        ::owned::__private::derive::deeper(object.py())?;
        let field_0 = ::owned::__private::derive::within(
            ::owned::__private::derive::required::<
                [T; N],
            >(
                object,
                ::owned::__private::derive::Source::Item(
                    ::owned::__private::derive::Literal::Text("nodeValue"),
                ),
            ),
            object.py(),
            "Tree.nodeValue",
        )?;
        let field_1 = ::owned::__private::derive::within(
            ::owned::__private::derive::required::<
                Vec<Tree<T, N>>,
            >(
                object,
                ::owned::__private::derive::Source::Item(
                    ::owned::__private::derive::Literal::Number(-1i64),
                ),
            ),
            object.py(),
            "Tree[-1]",
        )?;
        ::core::result::Result::Ok(Self {
            node_value: field_0,
            children: field_1,
        })
    }
}
impl<'a, 'py, T> ::owned::__private::FromPy<'a, 'py> for Pair<'a, 'py, T> {
    fn from_py(
        object: ::owned::__private::Borrowed<'a, 'py, ::owned::__private::Any>,
    ) -> ::owned::__private::Result<Self> {
        ::owned::__private::derive::deeper(object.py())?;
        let tuple = ::owned::__private::derive::within(
            ::owned::__private::derive::tuple(object, 2usize),
            object.py(),
            "Pair",
        )?;
        let field_0 = ::owned::__private::derive::within(
            ::owned::__private::derive::lent::<
                &'a str,
            >(::owned::__private::derive::nth(tuple, 0usize)),
            object.py(),
            "Pair[0]",
        )?;
        let field_1 = ::owned::__private::derive::within(
            ::owned::__private::plain(
                checked(::owned::__private::derive::nth(tuple, 1usize)),
            ),
            object.py(),
            "Pair[1]",
        )?;
        ::core::result::Result::Ok(Self { 0: field_0, 1: field_1 })
    }
}
impl<'__owner, '__py> ::owned::__private::FromPy<'__owner, '__py> for Meters {
    fn from_py(
        object: ::owned::__private::Borrowed<'__owner, '__py, ::owned::__private::Any>,
    ) -> ::owned::__private::Result<Self> {
        ::owned::__private::derive::deeper(object.py())?;
        let field_0 = ::owned::__private::derive::lent::<f64>(object)?;
        ::core::result::Result::Ok(Self { 0: field_0 })
    }
}
impl<'__owner, 'py> ::owned::__private::FromPy<'__owner, 'py> for Shape<'py> {
    fn from_py(
        object: ::owned::__private::Borrowed<'__owner, 'py, ::owned::__private::Any>,
    ) -> ::owned::__private::Result<Self> {
        ::owned::__private::derive::deeper(object.py())?;
        let mut misfits = ::owned::__private::derive::Misfits::new("Shape");
        let attempt = 'variant: {
            let field_0 = match ::owned::__private::derive::required::<
                f64,
            >(object, ::owned::__private::derive::Source::Attribute("radius")) {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    break 'variant ::core::result::Result::Err((".radius", error));
                }
            };
            ::core::result::Result::Ok(Self::Circle { radius: field_0 })
        };
        match attempt {
            ::core::result::Result::Ok(value) => return ::core::result::Result::Ok(value),
            ::core::result::Result::Err((place, error)) => {
                misfits.add(object.py(), "Circle", place, error)?
            }
        }
        let attempt = 'variant: {
            let field_0 = match ::owned::__private::derive::required::<
                String,
            >(
                object,
                ::owned::__private::derive::Source::Item(
                    ::owned::__private::derive::Literal::Text("name"),
                ),
            ) {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    break 'variant ::core::result::Result::Err((".name", error));
                }
            };
            ::core::result::Result::Ok(Self::Named { name: field_0 })
        };
        match attempt {
            ::core::result::Result::Ok(value) => return ::core::result::Result::Ok(value),
            ::core::result::Result::Err((place, error)) => {
                misfits.add(object.py(), "Named", place, error)?
            }
        }
        let attempt = 'variant: {
            let tuple = match ::owned::__private::derive::tuple(object, 2usize) {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    break 'variant ::core::result::Result::Err(("", error));
                }
            };
            let field_0 = match ::owned::__private::derive::lent::<
                f64,
            >(::owned::__private::derive::nth(tuple, 0usize)) {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    break 'variant ::core::result::Result::Err(("[0]", error));
                }
            };
            let field_1 = match ::owned::__private::derive::lent::<
                f64,
            >(::owned::__private::derive::nth(tuple, 1usize)) {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    break 'variant ::core::result::Result::Err(("[1]", error));
                }
            };
            ::core::result::Result::Ok(Self::Segment {
                0: field_0,
                1: field_1,
            })
        };
        match attempt {
            ::core::result::Result::Ok(value) => return ::core::result::Result::Ok(value),
            ::core::result::Result::Err((place, error)) => {
                misfits.add(object.py(), "Segment", place, error)?
            }
        }
        let attempt = 'variant: {
            let field_0 = match ::owned::__private::derive::lent::<
                Owned<'py, Callable>,
            >(object) {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    break 'variant ::core::result::Result::Err(("", error));
                }
            };
            ::core::result::Result::Ok(Self::Lazy { 0: field_0 })
        };
        match attempt {
            ::core::result::Result::Ok(value) => return ::core::result::Result::Ok(value),
            ::core::result::Result::Err((place, error)) => {
                misfits.add(object.py(), "callable", place, error)?
            }
        }
        let attempt = 'variant: {
            let _ = match ::owned::__private::derive::one_of(
                object,
                &[::owned::__private::derive::Literal::Text("none")],
            ) {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    break 'variant ::core::result::Result::Err(("", error));
                }
            };
            ::core::result::Result::Ok(Self::Nothing {})
        };
        match attempt {
            ::core::result::Result::Ok(value) => return ::core::result::Result::Ok(value),
            ::core::result::Result::Err((place, error)) => {
                misfits.add(object.py(), "Nothing", place, error)?
            }
        }
        ::core::result::Result::Err(misfits.into_error(object))
    }
}
impl<'__owner, '__py> ::owned::__private::FromPy<'__owner, '__py> for Level {
    fn from_py(
        object: ::owned::__private::Borrowed<'__owner, '__py, ::owned::__private::Any>,
    ) -> ::owned::__private::Result<Self> {
        ::core::result::Result::Ok(
            match ::owned::__private::derive::one_of(
                object,
                &[
                    ::owned::__private::derive::Literal::Number(0i64),
                    ::owned::__private::derive::Literal::Text("very-loud"),
                ],
            )? {
                0usize => Self::Off {},
                _ => Self::VeryLoud {},
            },
        )
    }
}
impl<'__py> ::owned::__private::IntoPy<'__py> for Point {
    type Target = ::owned::__private::Dict;
    fn into_py(
        self,
        py: ::owned::__private::Python<'__py>,
    ) -> ::owned::__private::Result<::owned::__private::Owned<'__py, Self::Target>> {
        ::owned::__private::derive::deeper(py)?;
        let Point { x: field_0, y: field_1, color: field_2 } = self;
        let field_0 = ::owned::__private::derive::within(
            ::owned::__private::derive::given::<f64>(field_0, py),
            py,
            "Point.x",
        )?;
        let field_1 = ::owned::__private::derive::within(
            ::owned::__private::derive::given::<f64>(field_1, py),
            py,
            "Point['y-axis']",
        )?;
        let field_2 = ::owned::__private::derive::within(
            ::owned::__private::ret(py, format::colour(&field_2, py)),
            py,
            "Point.colour",
        )?;
        ::owned::__private::derive::dict(
            py,
            [
                (::owned::__private::derive::Literal::Text("x"), field_0),
                (::owned::__private::derive::Literal::Text("y-axis"), field_1),
                (::owned::__private::derive::Literal::Text("colour"), field_2),
            ],
        )
    }
}
impl<'__this, '__py> ::owned::__private::IntoPy<'__py> for &'__this Point
where
    &'__this f64: ::owned::__private::IntoPy<'__py>,
{
    type Target = ::owned::__private::Dict;
    fn into_py(
        self,
        py: ::owned::__private::Python<'__py>,
    ) -> ::owned::__private::Result<::owned::__private::Owned<'__py, Self::Target>> {
        ::owned::__private::derive::deeper(py)?;
        let Point { x: field_0, y: field_1, color: field_2 } = self;
        let field_0 = ::owned::__private::derive::within(
            ::owned::__private::derive::given(field_0, py),
            py,
            "Point.x",
        )?;
        let field_1 = ::owned::__private::derive::within(
            ::owned::__private::derive::given(field_1, py),
            py,
            "Point['y-axis']",
        )?;
        let field_2 = ::owned::__private::derive::within(
            ::owned::__private::ret(py, format::colour(field_2, py)),
            py,
            "Point.colour",
        )?;
        ::owned::__private::derive::dict(
            py,
            [
                (::owned::__private::derive::Literal::Text("x"), field_0),
                (::owned::__private::derive::Literal::Text("y-axis"), field_1),
                (::owned::__private::derive::Literal::Text("colour"), field_2),
            ],
        )
    }
}
impl<'__py, T> ::owned::__private::IntoPy<'__py> for Tree<T>
where
    T: ::owned::__private::IntoPy<'__py>,
{
    type Target = ::owned::__private::Any;
    fn into_py(
        self,
        py: ::owned::__private::Python<'__py>,
    ) -> ::owned::__private::Result<::owned::__private::Owned<'__py, Self::Target>> {
        ::owned::__private::derive::deeper(py)?;
        let Tree { value: field_0, children: field_1 } = self;
        let field_0 = ::owned::__private::derive::within(
            ::owned::__private::derive::given::<T>(field_0, py),
            py,
            "Tree.value",
        )?;
        let field_1 = ::owned::__private::derive::within(
            ::owned::__private::derive::given::<Vec<Tree<T>>>(field_1, py),
            py,
            "Tree.children",
        )?;
        ::owned::__private::derive::namespace(
            py,
            [
                (::owned::__private::derive::Literal::Text("value"), field_0),
                (::owned::__private::derive::Literal::Text("children"), field_1),
            ],
        )
    }
}
impl<'__this, '__py, T> ::owned::__private::IntoPy<'__py> for &'__this Tree<T>
where
    &'__this T: ::owned::__private::IntoPy<'__py>,
{
    type Target = ::owned::__private::Any;
    fn into_py(
        self,
        py: ::owned::__private::Python<'__py>,
    ) -> ::owned::__private::Result<::owned::__private::Owned<'__py, Self::Target>> {
        ::owned::__private::derive::deeper(py)?;
        let Tree { value: field_0, children: field_1 } = self;
        let field_0 = ::owned::__private::derive::within(
            ::owned::__private::derive::given(field_0, py),
            py,
            "Tree.value",
        )?;
        let field_1 = ::owned::__private::derive::within(
            ::owned::__private::derive::given(field_1, py),
            py,
            "Tree.children",
        )?;
        ::owned::__private::derive::namespace(
            py,
            [
                (::owned::__private::derive::Literal::Text("value"), field_0),
                (::owned::__private::derive::Literal::Text("children"), field_1),
            ],
        )
    }
}
impl<'a, 'py, T: TypeInfo> ::owned::__private::IntoPy<'py> for Pair<'a, 'py, T>
where
    Owned<'py, T>: ::owned::__private::IntoPy<'py>,
{
    type Target = ::owned::__private::Tuple;
    fn into_py(
        self,
        py: ::owned::__private::Python<'py>,
    ) -> ::owned::__private::Result<::owned::__private::Owned<'py, Self::Target>> {
        ::owned::__private::derive::deeper(py)?;
        let Pair { 0: field_0, 1: field_1 } = self;
        let field_0 = ::owned::__private::derive::within(
            ::owned::__private::derive::given::<&'a str>(field_0, py),
            py,
            "Pair[0]",
        )?;
        let field_1 = ::owned::__private::derive::within(
            ::owned::__private::derive::given::<Owned<'py, T>>(field_1, py),
            py,
            "Pair[1]",
        )?;
        ::owned::__private::Tuple::from_items(py, [field_0, field_1])
    }
}
impl<'__this, 'a, 'py, T: TypeInfo> ::owned::__private::IntoPy<'py>
for &'__this Pair<'a, 'py, T>
where
    &'__this &'a str: ::owned::__private::IntoPy<'py>,
    &'__this Owned<'py, T>: ::owned::__private::IntoPy<'py>,
{
    type Target = ::owned::__private::Tuple;
    fn into_py(
        self,
        py: ::owned::__private::Python<'py>,
    ) -> ::owned::__private::Result<::owned::__private::Owned<'py, Self::Target>> {
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
impl<'__py> ::owned::__private::IntoPy<'__py> for Shape {
    type Target = ::owned::__private::Any;
    fn into_py(
        self,
        py: ::owned::__private::Python<'__py>,
    ) -> ::owned::__private::Result<::owned::__private::Owned<'__py, Self::Target>> {
        ::owned::__private::derive::deeper(py)?;
        match self {
            Shape::Circle { radius: field_0 } => {
                let field_0 = ::owned::__private::derive::within(
                    ::owned::__private::derive::given::<f64>(field_0, py),
                    py,
                    "Shape.Circle.radius",
                )?;
                ::core::result::Result::Ok(
                    ::owned::__private::derive::dict(
                            py,
                            [
                                (
                                    ::owned::__private::derive::Literal::Text("radius"),
                                    field_0,
                                ),
                            ],
                        )?
                        .into_any(),
                )
            }
            Shape::Segment { 0: field_0, 1: field_1 } => {
                let field_0 = ::owned::__private::derive::within(
                    ::owned::__private::derive::given::<f64>(field_0, py),
                    py,
                    "Shape.Segment[0]",
                )?;
                let field_1 = ::owned::__private::derive::within(
                    ::owned::__private::derive::given::<f64>(field_1, py),
                    py,
                    "Shape.Segment[1]",
                )?;
                ::core::result::Result::Ok(
                    ::owned::__private::Tuple::from_items(py, [field_0, field_1])?
                        .into_any(),
                )
            }
            Shape::At { 0: field_0 } => {
                ::owned::__private::ret(py, format::point(&field_0, py))
            }
            Shape::Known { 0: field_0 } => {
                ::owned::__private::derive::given::<u64>(field_0, py)
            }
            Shape::Nothing { .. } => {
                ::owned::__private::derive::Literal::Text("none").into_any(py)
            }
        }
    }
}
impl<'__this, '__py> ::owned::__private::IntoPy<'__py> for &'__this Shape
where
    &'__this f64: ::owned::__private::IntoPy<'__py>,
    &'__this u64: ::owned::__private::IntoPy<'__py>,
{
    type Target = ::owned::__private::Any;
    fn into_py(
        self,
        py: ::owned::__private::Python<'__py>,
    ) -> ::owned::__private::Result<::owned::__private::Owned<'__py, Self::Target>> {
        ::owned::__private::derive::deeper(py)?;
        match self {
            Shape::Circle { radius: field_0 } => {
                let field_0 = ::owned::__private::derive::within(
                    ::owned::__private::derive::given(field_0, py),
                    py,
                    "Shape.Circle.radius",
                )?;
                ::core::result::Result::Ok(
                    ::owned::__private::derive::dict(
                            py,
                            [
                                (
                                    ::owned::__private::derive::Literal::Text("radius"),
                                    field_0,
                                ),
                            ],
                        )?
                        .into_any(),
                )
            }
            Shape::Segment { 0: field_0, 1: field_1 } => {
                let field_0 = ::owned::__private::derive::within(
                    ::owned::__private::derive::given(field_0, py),
                    py,
                    "Shape.Segment[0]",
                )?;
                let field_1 = ::owned::__private::derive::within(
                    ::owned::__private::derive::given(field_1, py),
                    py,
                    "Shape.Segment[1]",
                )?;
                ::core::result::Result::Ok(
                    ::owned::__private::Tuple::from_items(py, [field_0, field_1])?
                        .into_any(),
                )
            }
            Shape::At { 0: field_0 } => {
                ::owned::__private::ret(py, format::point(field_0, py))
            }
            Shape::Known { 0: field_0 } => ::owned::__private::derive::given(field_0, py),
            Shape::Nothing { .. } => {
                ::owned::__private::derive::Literal::Text("none").into_any(py)
            }
        }
    }
}
