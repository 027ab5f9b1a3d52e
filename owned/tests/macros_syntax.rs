//! What stands in items that the macros do not look into, or only in part, is handed on as it is.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]
#![allow(
    clippy::boxed_local,
    clippy::mixed_attributes_style,
    clippy::toplevel_ref_arg,
    unused_braces,
    reason = "what could be written otherwise is what is tested"
)]
#![expect(unsafe_code, reason = "of the items of a module, some are unsafe")]

mod macros_support;

use macros_support::{run, with_python};

const WIDE: bool = size_of::<usize>() == 8;

const fn sum(of: &[usize]) -> usize {
    let (mut at, mut sum) = (0, 0);
    while at < of.len() {
        sum += of[at];
        at += 1;
    }
    sum
}

/// The last word on each of them is a semicolon or a brace.
#[owned::module(name = "_kinds")]
mod kinds {
    //! Said inside.
    #![allow(non_camel_case_types, reason = "names that are words elsewhere")]

    extern crate core as another;

    use super::{WIDE, sum};
    use std::collections::{
        BTreeMap as Map,
        btree_map::{self as map, Entry},
    };

    static SHOWN: Pair<{ 1 + 1 }> = Pair { items: [1, 2] };
    const _: () = {
        assert!(WIDE || !WIDE);
    };
    const BRACES: Pair<{ sum(&[1]) }> = Pair { items: [3] };
    type Table<K = u8> = Map<K, [u8; { sum(&[1, 2]) }]>;

    pub(in crate::kinds) struct Pair<const N: usize = { 1 + 1 }> {
        items: [u8; N],
    }
    struct Tuple<T>(T)
    where
        T: Copy;
    struct Unit;
    impl<const N: usize> Pair<N> {
        fn last(&self) -> u8 {
            self.items[N - 1]
        }
    }
    union Bits {
        number: u32,
        _bytes: [u8; 4],
    }
    enum Discriminated {
        First = { 1 << 3 },
        Second = if WIDE { 16 } else { 17 },
    }
    trait Shown<const N: usize> {
        const NAME: &'static str;
        type Given;
        fn given(&self) -> Self::Given;
        fn name(&self) -> &'static str {
            Self::NAME
        }
    }
    impl Shown<{ 2 + 1 }> for Unit {
        const NAME: &'static str = "unit";
        type Given = fn(u8) -> Pair<{ 1 + 2 }>;
        fn given(&self) -> Self::Given {
            filled::<{ 1 + 2 }>
        }
    }
    /// # Safety
    ///
    /// None: it promises nothing.
    unsafe trait Promised {}
    // SAFETY: nothing is promised.
    unsafe impl Promised for fn() -> Unit {}
    unsafe extern "C" {
        safe fn abs(number: core::ffi::c_int) -> core::ffi::c_int;
    }
    extern "C" fn named() -> u8 {
        7
    }
    const unsafe fn unchecked(number: u8) -> u8 {
        number
    }
    fn filled<const N: usize>(with: u8) -> Pair<{ N }>
    where
        Pair<{ N }>: Sized,
    {
        Pair { items: [with; N] }
    }
    macro_rules! braces {
        () => {};
    }
    macro_rules! parentheses (
        ($($item:item)*) => { $($item)* }
    );
    braces! {}
    parentheses!(
        fn from_a_macro() -> u8 {
            9
        }
    );
    parentheses![];
    macro_rules! union {
        ($name:ident) => {
            fn $name() -> u8 {
                11
            }
        };
    }
    union! { union }
    mod auto {
        //! A word of its own elsewhere.
        pub(super) mod default {
            pub(in crate::kinds) const fn safe() -> u8 {
                13
            }
        }
    }
    use auto::default;

    /// All of them together.
    #[function]
    fn total() -> u32 {
        // SAFETY: both are of this size.
        let number = unsafe { Bits { number: 5 }.number };
        // SAFETY: it asks for nothing.
        let unchecked = unsafe { unchecked(2) };
        let mut table = Table::new();
        let Entry::Vacant(entry): map::Entry<'_, u8, [u8; 3]> = table.entry(1) else { return 0 };
        entry.insert([1, 2, 3]);
        let small = [
            SHOWN.last(),
            BRACES.last(),
            Tuple(table[&1][2]).0,
            (Unit.given())(3).last(),
            Unit.name().len() as u8,
            another::cmp::max(abs(-1) as u8, named()),
            unchecked,
            from_a_macro(),
            union(),
            default::safe(),
        ];
        small.into_iter().map(u32::from).sum::<u32>()
            + number
            + Discriminated::First as u32
            + Discriminated::Second as u32
    }

    #[function]
    fn absent() -> Nowhere {
        #![cfg(any())]
    }

    const fn promised<T: Promised>() {}
    const _: () = promised::<fn() -> Unit>();
}

/// Expressions in types, defaults and discriminants; parameters and receivers of all forms.
#[owned::module(name = "_written")]
mod written {
    use super::{WIDE, sum};
    use owned::prelude::*;
    use std::collections::HashMap;
    use std::marker::PhantomData;

    #[derive(NoRefs)]
    pub struct Filled<const N: usize>([u8; N]);

    pub trait Fits<const N: usize> {}

    #[derive(NoRefs)]
    pub struct Bounded<T: Sized + Fits<{ if WIDE { 1 } else { 2 } }>, const N: usize = { if WIDE { 1 } else { 2 } }>(
        [u8; N],
        PhantomData<T>,
    )
    where
        for<'a> &'a Filled<{ if WIDE { 1 } else { 2 } }>: Sized + Copy;

    const fn no_refs<T: NoRefs>() {}
    impl Fits<1> for u8 {}
    const _: () = no_refs::<Bounded<u8>>();

    #[class(instances(Chosen = Generic<{ if WIDE { 3 } else { 4 } }>))]
    pub struct Generic<const N: usize> {
        items: [u8; N],
    }

    #[methods(instances(Generic<{ if WIDE { 3 } else { 4 } }>))]
    impl<const N: usize> Generic<N> {
        #[new]
        fn new() -> Self {
            Generic { items: [0; N] }
        }
        fn __len__(&self) -> usize {
            self.items.len()
        }
    }

    #[class(new)]
    pub struct Arrays {
        #[field(init = [1; if WIDE { 8 } else { 4 }])]
        chosen: [u8; if WIDE { 8 } else { 4 }],
        #[field(init = Filled([1; 3]))]
        called: Filled<{ sum(&[1, 2]) }>,
        #[field(init = Filled([1; 4]))]
        block: Filled<
            {
                let half = 2;
                half * 2
            },
        >,
        #[field(get, init = HashMap::<u8, u8>::from([(1, 2), (3, 4)]).len())]
        turbofish: usize,
        #[field(get, default = Some(|a: u8, b: u8| a + b).map_or(0, |add| add(1, 2)))]
        closure: u8,
        #[field(get, default = if 1 < 2 { [1, 2][1] } else { 0 })]
        branch: u8,
    }

    #[methods]
    impl Arrays
    where
        [u8; if WIDE { 1 } else { 2 }]: Copy,
    {
        #![allow(clippy::needless_lifetimes, reason = "all forms of a receiver")]

        #[classattr]
        const LENGTH: [u8; if WIDE { 2 } else { 3 }] = [0; if WIDE { 2 } else { 3 }];

        fn total<'a>(&'a self) -> usize {
            //! Of all three.
            self.chosen.len() + self.called.0.len() + self.block.0.len()
        }
        fn change<'a>(&'a mut self, #[allow(unused_mut, reason = "a form of its own")] mut by: u8) -> u8 {
            self.closure += by;
            self.closure
        }
        #[rust]
        #[allow(dead_code, reason = "its form is all there is to it")]
        pub fn boxed(self: Box<Self>, (first, _): (u8, u8)) -> impl Fn(u8) -> u8 + use<> {
            move |last| first + last
        }
        fn handle(ref slf: Borrowed<'_, '_, Self>) -> bool {
            slf.is(slf)
        }
        #[signature(
            a = { let b = 1; b + 1 },
            b = [1, 2].map(|c| c * 2)[1],
            *,
            c = match 3 { 3 if 1 < 2 => 4, _ => 5 },
            d = (0..=4).rev().map(|at| at as u8).find(|&at| at > 2 && at < 4).unwrap_or_default(),
            e = <Vec<(u8, u8)> as IntoIterator>::into_iter(Vec::<(u8, u8)>::new()).count(),
            f = Self::LENGTH.map(|_| 1).len(),
        )]
        #[staticmethod]
        fn defaults(a: u8, b: u8, c: u8, d: u8, e: usize, f: usize) -> Vec<usize> {
            vec![a.into(), b.into(), c.into(), d.into(), e, f]
        }
    }

    #[enumeration(IntEnum)]
    pub enum Sizes {
        Small = if WIDE { 1 } else { -1 },
        Middle = [1, 2, 3].len() as isize,
        Large = { 1 << 4 },
        Next,
    }

    #[derive(FromPy, IntoPy)]
    pub struct Row(#[py(from_with = row, into_with = length)] [u8; if WIDE { 2 } else { 3 }], u8);

    fn row(from: Borrowed<'_, '_, Any>) -> Result<[u8; if WIDE { 2 } else { 3 }]> {
        let first: u8 = from.extract()?;
        Ok([first; if WIDE { 2 } else { 3 }])
    }

    fn length<'py>(row: &[u8; if WIDE { 2 } else { 3 }], py: Python<'py>) -> Result<Owned<'py, Any>> {
        (row.len() + usize::from(row[0])).into_py(py).map(Owned::into_any)
    }

    #[function]
    fn there(row: Row) -> Row {
        row
    }

    #[function]
    fn many(of: [u8; if WIDE { 2 } else { 3 }], r#type: Vec<[u8; { 1 + 1 }]>) -> [usize; if WIDE { 2 } else { 3 }] {
        [of.len(), r#type.len()]
    }
}

/// What a macro passes on stands in groups that have no delimiters.
macro_rules! passed_on {
    (
        $(#[$meta:meta])*
        $vis:vis $class:ident $ty:ty, $value:expr, $pattern:pat, $path:path, $body:block $text:literal
        $item:item $function:item $exported:item
    ) => {
        #[owned::module(name = "_passed_on")]
        mod passed_on {
            $(#[$meta])*
            $vis struct $class {
                #[doc = $text]
                #[field(get, default = $value)]
                value: $ty,
                #[field(get, default = Vec::new())]
                _values: Vec<$ty>,
            }
            #[methods]
            impl $class {
                #[classattr]
                $vis const MOST: $ty = $value;
                #[signature(_by = $value)]
                $vis fn more(&self, _by: $ty) -> $ty $body
            }
            #[function]
            fn one() -> $ty $body
            static BEFORE: $ty = $value;
            $item
            #[rust]
            $function
            $path! {}
            $exported
            #[function]
            fn two(given: $ty) -> $ty {
                taken(given, BEFORE) + three()
            }
            fn taken($pattern: $ty, other: $ty) -> $ty {
                AFTER - other
            }
        }
    };
}

macro_rules! nothing {
    () => {};
}
use nothing as nothing_else;

passed_on! {
    /// Of a macro.
    #[class(new)]
    pub(super) Given u32, 1 + 1, _, super::nothing_else, { 5 } "Of a \"macro\"."
    static AFTER: u32 = 7;
    pub fn three() -> u32 { 3 }
    #[export] pub use super::parts::Part;
}

mod parts {
    #[owned::class]
    pub struct Part;
}

#[test]
fn a_module_has_items_of_all_kinds() {
    let total = 2 + 3 + 3 + 3 + 4 + 7 + 2 + 9 + 11 + 13 + 5 + 8 + 16;
    with_python(|py| {
        run(
            &owned::load!(py, kinds)?,
            &format!(
                "same(m.total(), {total})\nassert not hasattr(m, 'absent')\nsame(m.__doc__.split('\\n')[1], 'Said inside.')"
            ),
        )
    });
}

#[test]
fn types_and_values_have_expressions() {
    with_python(|py| {
        run(
            &owned::load!(py, written)?,
            "a = m.Arrays()\n\
             same((a.turbofish, a.closure, a.branch), (2, 3, 2))\n\
             same((a.total(), a.change(4), a.handle()), (8 + 3 + 4, 7, True))\n\
             same(list(m.Arrays.LENGTH), [0, 0])\n\
             same(m.Arrays.defaults(), [2, 4, 4, 3, 0, 2])\n\
             same([int(size) for size in m.Sizes], [1, 3, 16, 17])\n\
             same(m.there((4, 5)), (6, 5))\n\
             same(m.many([1, 2], [[1, 2]]), [2, 1])\n\
             same(len(m.Chosen()), 3)\n\
             same(m.Arrays.total.__doc__, 'Of all three.')",
        )
    });
}

#[test]
fn what_a_macro_passes_on_is_taken() {
    with_python(|py| {
        run(
            &owned::load!(py, passed_on)?,
            "g = m.Given()\n\
             same((g.value, g.more(), m.Given.MOST, m.Given.__doc__), (2, 5, 2, 'Of a macro.'))\n\
             same((g._values, m.Given.value.__doc__), ([], 'Of a \"macro\".'))\n\
             same((m.one(), m.two(1)), (5, 8))\n\
             same(m.Part.__name__, 'Part')",
        )
    });
}
