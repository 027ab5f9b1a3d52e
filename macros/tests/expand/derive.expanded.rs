const _: () = {
    unsafe impl<T: Clone + ::owned::__private::Traverse> ::owned::__private::Traverse
    for Event<T> {
        fn traverse(
            &self,
            visitor: &mut ::owned::__private::Visitor<'_>,
        ) -> ::owned::__private::Visited {
            match *self {
                Self::Nothing {} => ::core::result::Result::Ok(()),
                Self::Call { 0: ref field_0, 1: ref field_1 } => {
                    ::owned::__private::Traverse::traverse(field_0, visitor)?;
                    ::owned::__private::Traverse::traverse(field_1, visitor)?;
                    ::core::result::Result::Ok(())
                }
                Self::Key { code: _, text: ref field_1 } => {
                    ::owned::__private::assert_no_visible_references::<Code>();
                    ::owned::__private::Traverse::traverse(field_1, visitor)?;
                    ::core::result::Result::Ok(())
                }
            }
        }
        fn clear_cells(&self, py: ::owned::__private::Python<'_>) {
            match *self {
                Self::Nothing {} => {
                    let _ = py;
                }
                Self::Call { 0: ref field_0, 1: ref field_1 } => {
                    ::owned::__private::Traverse::clear_cells(field_0, py);
                    ::owned::__private::Traverse::clear_cells(field_1, py);
                    let _ = py;
                }
                Self::Key { code: _, text: ref field_1 } => {
                    ::owned::__private::Traverse::clear_cells(field_1, py);
                    let _ = py;
                }
            }
        }
    }
};
const _: () = {
    unsafe impl<'a, T: ::owned::__private::Traverse> ::owned::__private::Traverse
    for Pair<'a, T> {
        fn traverse(
            &self,
            visitor: &mut ::owned::__private::Visitor<'_>,
        ) -> ::owned::__private::Visited {
            let Self { 0: ref field_0, 1: ref field_1 } = *self;
            ::owned::__private::Traverse::traverse(field_0, visitor)?;
            ::owned::__private::Traverse::traverse(field_1, visitor)?;
            ::core::result::Result::Ok(())
        }
        fn clear_cells(&self, py: ::owned::__private::Python<'_>) {
            let Self { 0: ref field_0, 1: ref field_1 } = *self;
            ::owned::__private::Traverse::clear_cells(field_0, py);
            ::owned::__private::Traverse::clear_cells(field_1, py);
            let _ = py;
        }
    }
};
const _: () = {
    impl ::owned::__private::NoRefs for Place {}
    unsafe impl ::owned::__private::Traverse for Place {
        fn traverse(
            &self,
            visitor: &mut ::owned::__private::Visitor<'_>,
        ) -> ::owned::__private::Visited {
            ::core::result::Result::Ok(())
        }
    }
    fn fields() {
        ::owned::__private::assert_field_no_refs::<f64>();
        #[cfg(feature = "names")] ::owned::__private::assert_field_no_refs::<String>();
    }
};
const _: () = {
    unsafe impl ::owned::__private::Element for Sample {
        const FORMAT: &'static ::owned::__private::Format = {
            const FIELDS: &[::owned::__private::Field] = &[
                ::owned::__private::Field::new(
                    ::core::option::Option::Some("class"),
                    ::core::mem::offset_of!(Sample, kind),
                    <u8 as ::owned::__private::Element>::FORMAT,
                ),
                ::owned::__private::Field::new(
                    ::core::option::Option::Some("place"),
                    ::core::mem::offset_of!(Sample, place),
                    <[f64; 2] as ::owned::__private::Element>::FORMAT,
                ),
            ];
            &::owned::__private::Format::structure(
                "Sample",
                ::core::mem::size_of::<Sample>(),
                FIELDS,
            )
        };
    }
    fn fields(item: Sample) {
        let Sample { kind: field_0, place: field_1 } = item;
        let _: u8 = field_0;
        let _: [f64; 2] = field_1;
    }
};
const _: () = {
    unsafe impl ::owned::__private::Element for Both {
        const FORMAT: &'static ::owned::__private::Format = {
            const FIELDS: &[::owned::__private::Field] = &[
                ::owned::__private::Field::new(
                    ::core::option::Option::None,
                    ::core::mem::offset_of!(Both, 0),
                    <u8 as ::owned::__private::Element>::FORMAT,
                ),
                ::owned::__private::Field::new(
                    ::core::option::Option::None,
                    ::core::mem::offset_of!(Both, 1),
                    <Sample as ::owned::__private::Element>::FORMAT,
                ),
            ];
            &::owned::__private::Format::structure(
                "Both",
                ::core::mem::size_of::<Both>(),
                FIELDS,
            )
        };
    }
    fn fields(item: Both) {
        let Both { 0: field_0, 1: field_1 } = item;
        let _: u8 = field_0;
        let _: Sample = field_1;
    }
};
const _: () = {
    unsafe impl ::owned::__private::Element for Metres {
        const FORMAT: &'static ::owned::__private::Format = <f64 as ::owned::__private::Element>::FORMAT;
    }
    fn fields(item: Metres) {
        let Metres { 0: field_0 } = item;
        let _: f64 = field_0;
    }
};
const _: () = {
    unsafe impl ::owned::__private::Traverse for Never {
        fn traverse(
            &self,
            visitor: &mut ::owned::__private::Visitor<'_>,
        ) -> ::owned::__private::Visited {
            match *self {}
        }
    }
};
