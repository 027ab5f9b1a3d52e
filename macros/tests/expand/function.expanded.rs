/// Add numbers.
pub fn add(
    py: Python<'_>,
    first: i64,
    scale: i64,
    others: Vec<i64>,
    start: Option<i64>,
    options: HashMap<String, i64>,
) -> i64 {
    first
}
#[doc(hidden)]
pub mod add {
    pub struct Marker;
    pub const __OWNED_ITEM: ::owned::__private::Item = ::owned::__private::Item::function::<
        Marker,
    >();
}
const _: () = {
    impl ::owned::__private::Function for add::Marker {
        const NAME: &'static ::core::ffi::CStr = c"sum";
        const DOC: &'static ::core::ffi::CStr = c"sum(first, /, scale=1, *others, start=None, **options)\n--\n\nAdd numbers.";
        const SIGNATURE: &'static ::owned::__private::Signature = &::owned::__private::Signature {
            class: ::core::option::Option::None,
            function: "sum",
            params: &[
                ::owned::__private::Param::new("first", true),
                ::owned::__private::Param::new("scale", false),
                ::owned::__private::Param::new("start", false),
            ],
            positional: 2usize,
            positional_only: 1usize,
            least: 1usize,
            rest: true,
            options: true,
        };
        #[inline]
        fn call<'py>(
            py: ::owned::__private::Python<'py>,
            args: ::owned::__private::Args<'_, 'py>,
        ) -> ::owned::__private::Result<
            ::owned::__private::Owned<'py, ::owned::__private::Any>,
        > {
            let parsed: ::owned::__private::Parsed<'_, '_, 3usize> = Self::SIGNATURE
                .parse(py, args)?;
            let values = parsed.values;
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
            let argument_2 = ::owned::__private::rest(Self::SIGNATURE, &parsed.rest)?;
            let argument_3 = match values[2usize] {
                ::core::option::Option::Some(value) => {
                    ::owned::__private::argument(Self::SIGNATURE, 2usize, value)?
                }
                ::core::option::Option::None => ::core::option::Option::None,
            };
            let argument_4 = ::owned::__private::options(
                Self::SIGNATURE,
                &parsed.options,
            )?;
            let result = add(
                py,
                argument_0,
                argument_1,
                argument_2,
                argument_3,
                argument_4,
            );
            ::owned::__private::ret(py, result)
        }
    }
};
