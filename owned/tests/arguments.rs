//! Arguments: every way to pass them, and every message when they do not match.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use support::{flat, python, run};

/// Takes its arguments through a tuple and a dict.
#[class]
pub struct Made {
    #[field(get)]
    text: String,
}

#[methods]
impl Made {
    #[new]
    #[signature(a, b = 2, *rest, c = 3, **options)]
    fn new(a: i64, b: i64, rest: Vec<i64>, c: i64, options: Borrowed<'_, '_, Dict>) -> Self {
        Made { text: format!("{a} {b} {rest:?} {c} {options:?}") }
    }

    #[signature(*, key = 1)]
    fn __call__(&self, key: i64) -> i64 {
        key
    }

    #[signature(first, second, third)]
    fn three(&self, first: Py<Any>, second: Py<Any>, third: Py<Any>) {
        drop((first, second, third));
    }

    fn quiet(&self) -> usize {
        self.text.len()
    }

    #[signature(other, /)]
    fn same<'py>(&self, other: Owned<'py, Any>) -> Owned<'py, Any> {
        other
    }

    #[staticmethod]
    #[signature(number, /)]
    fn half(number: i64) -> i64 {
        number / 2
    }

    #[classmethod]
    #[signature(number, /)]
    fn named(class: &Owned<'_, Type>, number: i64) -> String {
        format!("{} {number}", class.name())
    }

    #[classmethod]
    fn called(class: &Owned<'_, Type>) -> String {
        class.name()
    }
}

#[owned::module]
mod arguments {
    use owned::prelude::*;

    #[export]
    pub use super::Made;

    #[function]
    fn none() {}

    #[function]
    #[signature(a, b = 2, /, c = 3, *, d, e = 5)]
    fn all(a: i64, b: i64, c: i64, d: i64, e: i64) -> (i64, i64, i64, i64, i64) {
        (a, b, c, d, e)
    }

    #[function]
    #[signature(*rest, **options)]
    fn any<'py>(rest: Owned<'py, Tuple>, options: Owned<'py, Dict>) -> (Owned<'py, Tuple>, Owned<'py, Dict>) {
        (rest, options)
    }

    #[function]
    fn wide(number: f64) -> f64 {
        number
    }

    #[function]
    #[signature(object, /)]
    fn only(object: Option<Owned<'_, Any>>) -> Option<Owned<'_, Any>> {
        object
    }

    #[function]
    #[signature(a, /, b = Some(2))]
    fn two(a: i64, b: Option<i64>) -> (i64, Option<i64>) {
        (a, b)
    }

    /// A name of more than ASCII, which is found by its text and not by its bytes.
    #[function]
    #[signature(a, é = 2)]
    fn accented(a: i64, é: i64) -> (i64, i64) {
        (a, é)
    }

    /// Names of each length at which they are compared otherwise, and some that begin alike.
    #[function]
    #[signature(
        a = 1,
        ab = 2,
        abc = 3,
        abcd = 4,
        abcdefg = 5,
        abcdefgh = 6,
        abcdefghi = 7,
        abcdefghj = 8,
        abcdefgh_abcdefgh_a = 9,
        abcdefgh_abcdefgh_b = 10
    )]
    #[expect(clippy::too_many_arguments, reason = "that many lengths")]
    fn lengths(
        a: i64,
        ab: i64,
        abc: i64,
        abcd: i64,
        abcdefg: i64,
        abcdefgh: i64,
        abcdefghi: i64,
        abcdefghj: i64,
        abcdefgh_abcdefgh_a: i64,
        abcdefgh_abcdefgh_b: i64,
    ) -> Vec<i64> {
        let short = [a, ab, abc, abcd, abcdefg, abcdefgh];
        [&short[..], &[abcdefghi, abcdefghj, abcdefgh_abcdefgh_a, abcdefgh_abcdefgh_b]].concat()
    }

    /// Lends both arguments while the first conversion has long run.
    #[function]
    fn lent(number: i64, text: &str, object: Borrowed<'_, '_, List>) -> String {
        format!("{number} {text} {}", object.len())
    }
}

fn each(source: &'static str) {
    python(|py| {
        let module = owned::load!(py, arguments)?;
        flat(py, |_| run(&module, source));
        Ok(())
    });
}

#[test]
fn they_can_be_passed_in_every_way() {
    each(
        "
assert m.all(1, d=4) == (1, 2, 3, 4, 5)
assert m.all(1, 20, 30, d=4, e=50) == m.all(1, 20, e=50, d=4, c=30) == (1, 20, 30, 4, 50)
assert m.all(*[1], **{'d': 4}) == (1, 2, 3, 4, 5)
assert m.any() == ((), {}) and m.any(1, m, x=2, **{'ž é': 3, '': 4}) == ((1, m), {'x': 2, 'ž é': 3, '': 4})
assert m.accented(1, é=3) == m.accented(é=3, a=1) == m.accented(1, **{'\\xe9': 3}) == (1, 3)
assert raised(m.accented, 1, **{'\\xc3\\xa9': 3}) == \"TypeError: accented() got an unexpected keyword argument '\\xc3\\xa9'\"
kwargs = {'x': 1}; assert m.any(**kwargs)[1] is not kwargs
assert m.Made(1).text == '1 2 [] 3 {}' and m.Made(1, 2, 3, 4, c=5, d=6).text == \"1 2 [3, 4] 5 {'d': 6}\"
assert m.Made(a=1, b=5).text == '1 5 [] 3 {}'
assert m.Made(1)() == 1 and m.Made(1)(key=7) == 7 and m.none() is None
class Text(str): pass
assert m.all(1, **{Text('d'): 4}) == (1, 2, 3, 4, 5)
assert m.any(**{'\\ud800': 1}) == ((), {'\\ud800': 1}) and '\\\\ud800' in m.Made(1, **{'\\ud800': 1}).text
",
    )
}

#[test]
fn every_mismatch_is_explained() {
    each("
def same(found, expected): assert found == expected, found
same(raised(m.none, 1), 'TypeError: none() takes 0 positional arguments but 1 was given')
same(raised(m.none, x=1), \"TypeError: none() got an unexpected keyword argument 'x'\")
same(raised(m.all), \"TypeError: all() missing 2 required arguments: 'a' and 'd'\")
same(raised(m.all, 1), \"TypeError: all() missing 1 required argument: 'd'\")
same(raised(m.lent), \"TypeError: lent() missing 3 required arguments: 'number', 'text' and 'object'\")
same(raised(m.all, 1, 2, 3, 4), 'TypeError: all() takes from 1 to 3 positional arguments but 4 were given')
same(raised(m.all, a=1, d=4), \"TypeError: all() got a positional-only argument passed as keyword argument: 'a'\")
same(raised(m.all, 1, 2, 3, c=3, d=4), \"TypeError: all() got multiple values for argument 'c'\")
same(raised(m.all, 1, d=4, f=6), \"TypeError: all() got an unexpected keyword argument 'f'\")
same(raised(m.all, 'x', d=4), \"TypeError: all() argument 'a': expected int, got str\")
same(raised(m.all, 1, d=1 << 64), \"OverflowError: all() argument 'd': 18446744073709551616 does not fit in i64 (-9223372036854775808 to 9223372036854775807)\")
same(raised(m.Made), \"TypeError: Made() missing 1 required argument: 'a'\")
same(raised(m.Made, 1, a=1), \"TypeError: Made() got multiple values for argument 'a'\")
same(raised(m.Made, 1, 2, 'x'), \"TypeError: Made() argument '*args': item 0: expected int, got str\")
same(raised(m.Made(1), 1), 'TypeError: Made.__call__() takes 0 positional arguments but 1 was given')
same(raised(m.Made(1).three, 1, second=2), \"TypeError: Made.three() missing 1 required argument: 'third'\")
same(raised(m.Made(1).three, 1, 2, 3, third=3), \"TypeError: Made.three() got multiple values for argument 'third'\")
assert raised(lambda: m.any(**{1: 2})).startswith('TypeError: ')
assert raised(lambda: m.Made(1, **{1: 2})).startswith('TypeError: ')
same(raised(m.all, 1, d=4, **{'x\\ud800': 1}), \"TypeError: all() got an unexpected keyword argument 'x\\\\ud800'\")
")
}

#[test]
fn a_caller_in_c_may_say_any_names() {
    each(
        "
try: from _testcapi import pyobject_vectorcall as call
except ImportError: call = print('not run: this interpreter has no _testcapi')
class Text(str): __eq__, __hash__ = lambda *_: True, str.__hash__
for function, values, names, expected in (
    (m.all, (1, 4, 5), ('d', 'd'), \"all() got multiple values for argument 'd'\"),
    (m.all, (1, 2, 3, 4, 5), ('c', 'd'), \"all() got multiple values for argument 'c'\"),
    (m.all, (4, 1), ('d', 'a'), \"all() got a positional-only argument passed as keyword argument: 'a'\"),
    (m.all, (1, 4), (Text('x'),), \"all() got an unexpected keyword argument 'x'\"),
    (m.all, (1, 4), (4,), 'all() keywords must be strings'),
    (m.lent, (1, 'a', [], []), ('text', 'object', 'object'), \"lent() got multiple values for argument 'object'\"),
    (m.Made, (1, 2), ('a', 'a'), \"Made() got multiple values for argument 'a'\"),
):
    if call:
        found = raised(call, function, values, names)
        assert found == f'TypeError: {expected}', found
",
    );
}

#[test]
fn functions_of_no_parameter_and_of_one_by_position_only_are_called_like_any() {
    each(
        "
object = object()
made = m.Made(1)
assert m.only(object) is object and m.only(None) is None and [*map(m.only, [1, None])] == [1, None]
assert made.same(made) is made and made.quiet() == m.Made.quiet(made) == len(made.text)
assert m.Made.half(7) == made.half(7) == 3 and m.Made.named(7) == made.named(7) == 'arguments.Made 7'
assert m.Made.called() == made.called() == 'arguments.Made'
assert m.two(1) == m.two(1, b=2) == (1, 2) and m.two(1, None) == m.two(1, b=None) == (1, None)
for wrong in (m.only, made.same, m.Made.half, m.Made.named):
    for arguments, keywords in ((), {}), ((1, 2), {}), ((), {'object': 1}), ((1,), {'x': 1}):
        assert raised(wrong, *arguments, **keywords).startswith('TypeError: '), (wrong, arguments)
for wrong in (made.quiet, made.called):
    assert raised(wrong, 1).startswith('TypeError: ') and raised(wrong, x=1).startswith('TypeError: ')
assert raised(m.two).startswith('TypeError: ') and raised(m.two, 1, 2, 3).startswith('TypeError: ')
assert raised(m.two, a=1).startswith('TypeError: ') and raised(m.two, 1, 2, b=3).startswith('TypeError: ')
assert raised(m.Made.half, 'x') == \"TypeError: Made.half() argument 'number': expected int, got str\"
assert raised(m.Made.quiet, 1).startswith('TypeError: ') and raised(m.Made.same).startswith('TypeError: ')
",
    )
}

#[test]
fn what_is_lent_stays_while_another_argument_runs_code() {
    each(
        "
class Rude:
    def __init__(self, victims): self.victims = victims
    def __index__(self):
        self.victims.clear(); gc.collect()
        return 1
args = [None, 'x' * 1000, [1, 2, 3]]; args[0] = Rude(args)
assert m.lent(*args) == f\"1 {'x' * 1000} 3\"
kw = {'text': 'y' * 1000, 'object': [1]}; kw['number'] = Rude(kw)
assert m.lent(**kw) == f\"1 {'y' * 1000} 1\"
",
    )
}

/// Found in review: keyword values were lent from a dict, which the collector showed to code that then emptied it.
#[test]
fn the_collector_shows_no_dict_that_lends_values() {
    each(
        "
class Rude:
    def __index__(self):
        for d in gc.get_objects():
            # Since 3.14 the interpreter's own dict of interned strings is among them: leave that one.
            if type(d) is dict and 'poison' in d and len(d) < 99: d.clear()
        gc.collect()
        return 1
kw = {'a': Rude(), 'c': 9, 'poison': [object()]}
made = m.Made(**kw)
assert made.text.startswith('1 2 [] 9 {'), made.text
",
    )
}

#[test]
fn what_c_and_python_raise_says_where_too() {
    each(
        "assert raised(m.wide, 10**400) == \"OverflowError: wide() argument 'number': int too large to convert to float\"\n\
         class Bad:\n    \
             def __float__(self): raise LookupError('mine')\n\
         try: m.wide(Bad())\n\
         except LookupError as error:\n    \
             assert (str(error), error.__notes__) == ('mine', [\"in wide() argument 'number'\"]), error.__notes__\n\
         else: raise AssertionError",
    );
}

#[test]
fn a_name_is_found_by_all_of_it() {
    each(
        r#"
import operator
names = ['a', 'ab', 'abc', 'abcd', 'abcdefg', 'abcdefgh', 'abcdefghi', 'abcdefghj', 'abcdefgh_abcdefgh_a', 'abcdefgh_abcdefgh_b']
class Name(str):
    def __eq__(self, other): return True
    def __hash__(self): return str.__hash__(self)
for at, name in enumerate(names):
    expected = [*range(1, 11)]
    expected[at] = -1
    assert m.lengths(**{name: -1}) == m.lengths(**{Name(name): -1}) == expected, name
    assert operator.methodcaller('lengths', **{name: -1})(m) == expected
    for other in (name + '\0', '\0' + name, name[:-1] + '\0', name + 'é', name.replace('a', 'ａ'), name.upper(), name + 'z', name * 40, ''):
        try:
            m.lengths(**{other: -1})
        except TypeError as error:
            assert str(error) == f"lengths() got an unexpected keyword argument '{other}'", error
        else:
            raise AssertionError(other)
assert m.lengths(**{name: -at for at, name in enumerate(names)}) == [-at for at in range(10)]
assert m.lengths(0, 0, 0, **{name: 7 for name in names[3:]}) == [0, 0, 0] + [7] * 7
for wrong in (lambda: m.lengths(0, a=1), lambda: m.lengths(0, 0, ab=1)):
    try:
        wrong()
    except TypeError as error:
        assert 'got multiple values for argument' in str(error), error
    else:
        raise AssertionError('it raises')
"#,
    );
}
