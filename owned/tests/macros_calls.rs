//! What Python may pass to a function, and what it is told when it passes something else.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod macros_support;

use macros_support::{run, with_python};

/// The default of a parameter.
const STEP: i64 = 7;

/// Functions to call.
#[owned::module]
mod calls {
    use super::STEP;
    use owned::prelude::*;
    use std::collections::HashMap;

    /// Subtract.
    #[function]
    fn minus(a: i64, b: i64) -> i64 {
        a - b
    }

    #[function]
    fn nothing() {}

    #[function]
    #[signature(a, b = 3, c = None)]
    fn defaults(a: i64, b: i64, c: Option<String>) -> (i64, i64, Option<String>) {
        (a, b, c)
    }

    #[function]
    #[signature(a, /, b, *, c = STEP)]
    fn kinds(a: i64, b: i64, c: i64) -> (i64, i64, i64) {
        (a, b, c)
    }

    #[function]
    #[signature(a = -1, *rest, last = "x", **options)]
    fn everything<'py>(
        py: Python<'py>,
        a: i64,
        rest: Vec<i64>,
        last: &str,
        options: Owned<'py, Dict>,
    ) -> Result<Owned<'py, Tuple>> {
        let rest = List::new(py, rest)?.into_any();
        let parts = [a.into_py(py)?.into_any(), rest, last.into_py(py)?.into_any(), options.into_any()];
        Tuple::from_items(py, parts)
    }

    #[function]
    #[signature(*args, **kwargs)]
    fn all(args: Vec<i64>, kwargs: HashMap<String, i64>) -> (Vec<i64>, usize) {
        (args, kwargs.len())
    }

    /// Parameters with names of Rust.
    #[function]
    fn r#match(r#type: i64, mut r#in: i64) -> i64 {
        r#in += 1;
        r#type * r#in
    }

    #[function(name = "camelCase")]
    fn camel_case() -> &'static str {
        "renamed"
    }

    #[function]
    fn borrowed<'a>(text: &'a str, fallback: &'a str) -> &'a str {
        if text.is_empty() { fallback } else { text }
    }

    #[function]
    fn checked(number: i64) -> std::result::Result<u8, std::num::TryFromIntError> {
        number.try_into()
    }

    #[function]
    fn refuses(py: Python<'_>) -> Result<()> {
        let _ = py;
        Err(ValueError::new("not today"))
    }

    #[function]
    fn panics() {
        panic!("a mistake");
    }
}

#[track_caller]
fn check(source: &str) {
    with_python(|py| run(&owned::load!(py, calls)?, source));
}

#[test]
fn arguments_come_by_position_and_by_keyword() {
    check(
        "same(m.minus(5, 3), 2)\n\
         same(m.minus(5, b=3), 2)\n\
         same(m.minus(b=5, a=3), -2)\n\
         same(m.minus(*[5], **{'b': 3}), 2)\n\
         same(m.nothing(), None)",
    );
}

#[test]
fn defaults_stand_for_what_is_missing() {
    check(
        "same(m.defaults(1), (1, 3, None))\n\
         same(m.defaults(1, c='x'), (1, 3, 'x'))\n\
         same(m.defaults(1, 2, None), (1, 2, None))\n\
         same(m.kinds(1, 2), (1, 2, 7))\n\
         same(m.kinds(1, b=2, c=3), (1, 2, 3))",
    );
}

#[test]
fn the_rest_is_collected() {
    check(
        "same(m.everything(), (-1, [], 'x', {}))\n\
         same(m.everything(1, 2, 3, last='y', more=4), (1, [2, 3], 'y', {'more': 4}))\n\
         same(m.everything(a=5, b=6), (5, [], 'x', {'b': 6}))\n\
         same(m.all(1, 2, x=3), ([1, 2], 1))\n\
         same(m.all(), ([], 0))",
    );
}

#[test]
fn wrong_calls_are_explained() {
    check(
        "same(raised(m.minus, 1), \"TypeError: minus() missing 1 required argument: 'b'\")\n\
         same(raised(m.minus), \"TypeError: minus() missing 2 required arguments: 'a' and 'b'\")\n\
         same(raised(m.minus, 1, 2, 3), 'TypeError: minus() takes 2 positional arguments but 3 were given')\n\
         same(raised(m.nothing, 1), 'TypeError: nothing() takes 0 positional arguments but 1 was given')\n\
         same(raised(m.defaults, 1, 2, 3, 4), 'TypeError: defaults() takes from 1 to 3 positional arguments but 4 were given')\n\
         same(raised(m.minus, 1, c=2), \"TypeError: minus() got an unexpected keyword argument 'c'\")\n\
         same(raised(m.minus, 1, a=2), \"TypeError: minus() got multiple values for argument 'a'\")\n\
         same(raised(m.kinds, a=1, b=2), \"TypeError: kinds() got a positional-only argument passed as keyword argument: 'a'\")\n\
         same(raised(m.kinds, 1, 2, 3), 'TypeError: kinds() takes 2 positional arguments but 3 were given')",
    );
}

#[test]
fn wrong_types_name_the_argument() {
    check(
        "text = raised(m.minus, 1, 'two')\n\
         assert text.startswith('TypeError: ') and \"minus() argument 'b'\" in text, text\n\
         text = raised(m.all, 'one')\n\
         assert text.startswith('TypeError: ') and \"all() argument '*args'\" in text, text\n\
         text = raised(m.all, x='one')\n\
         assert text.startswith('TypeError: ') and \"all() argument '**kwargs'\" in text, text\n\
         text = raised(m.minus, 1, 1 << 70)\n\
         assert text.startswith('OverflowError: '), text",
    );
}

#[test]
fn raw_identifiers_and_renames_are_python_names() {
    check(
        "same(getattr(m, 'match')(type=3, **{'in': 1}), 6)\n\
         same(m.camelCase(), 'renamed')\n\
         assert not hasattr(m, 'camel_case')",
    );
}

#[test]
fn results_are_converted_or_raised() {
    check(
        "same(m.borrowed('', 'b'), 'b')\n\
         same(m.checked(200), 200)\n\
         text = raised(m.checked, 300)\n\
         assert 'out of range' in text, text\n\
         same(raised(m.refuses), 'ValueError: not today')\n\
         text = raised(m.panics)\n\
         assert 'a mistake' in text and 'macros_calls.rs' in text, text",
    );
}

#[test]
fn signatures_are_what_inspect_reads() {
    check(
        "from inspect import signature\n\
         same(str(signature(m.minus)), '(a, b)')\n\
         same(str(signature(m.nothing)), '()')\n\
         same(str(signature(m.defaults)), '(a, b=3, c=None)')\n\
         same(str(signature(m.kinds)), '(a, /, b, *, c=Ellipsis)')\n\
         same(str(signature(m.everything)), \"(a=-1, *rest, last='x', **options)\")\n\
         same(m.minus.__doc__, 'Subtract.')\n\
         same(m.minus.__name__, 'minus')\n\
         same(m.minus.__module__, 'calls')",
    );
}
