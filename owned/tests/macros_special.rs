//! Special methods: the operators and protocols that Python asks a class for.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod macros_support;

use macros_support::{run, with_python};
use owned::prelude::*;

/// Special methods.
#[class]
pub struct Span {
    from: i64,
    to: i64,
}

#[methods]
impl Span {
    #[new]
    fn new(start: i64, stop: i64) -> Self {
        Span { from: start, to: stop }
    }
    fn __repr__(&self) -> String {
        format!("Span({}, {})", self.from, self.to)
    }
    fn __str__(&self) -> String {
        format!("{}..{}", self.from, self.to)
    }
    fn __len__(&self) -> Result<usize> {
        usize::try_from(self.to - self.from).map_err(|_| ValueError::new("negative"))
    }
    fn __hash__(&self) -> isize {
        (self.from ^ self.to) as isize
    }
    fn __bool__(&self) -> bool {
        self.from < self.to
    }
    fn __eq__(&self, other: Ref<'_, Span>) -> bool {
        (self.from, self.to) == (other.from, other.to)
    }
    fn __lt__(&self, other: i64) -> bool {
        self.to < other
    }
    #[signature(by, *, times = 1)]
    fn __call__(&self, by: i64, times: i64) -> (i64, i64) {
        (self.from + by * times, self.to + by * times)
    }
    fn __getitem__(&self, key: i64) -> Result<i64> {
        let at = self.from + key;
        if at < self.to { Ok(at) } else { Err(IndexError::new("outside")) }
    }
    fn __contains__(&self, item: i64) -> bool {
        (self.from..self.to).contains(&item)
    }
    fn __getattr__(&self, name: &str) -> Result<usize> {
        if name.starts_with("len_") { Ok(name.len()) } else { Err(AttributeError::new(name.to_owned())) }
    }
    fn __iter__(&self) -> SpanIterator {
        SpanIterator { at: self.from, to: self.to }
    }
}

/// Iterates.
#[class]
pub struct SpanIterator {
    at: i64,
    to: i64,
}

#[methods]
impl SpanIterator {
    fn __iter__<'a, 'py>(slf: Borrowed<'a, 'py, Self>) -> Borrowed<'a, 'py, Self> {
        slf
    }
    fn __next__(&mut self) -> Result<Option<i64>> {
        if self.at == 13 {
            return Err(ValueError::new("unlucky"));
        }
        self.at += 1;
        Ok((self.at <= self.to).then_some(self.at - 1))
    }
}

#[owned::module]
mod special {
    #[export]
    pub use super::{Span, SpanIterator};
}

#[track_caller]
fn check(source: &str) {
    with_python(|py| run(&owned::load!(py, special)?, source));
}

#[test]
fn special_methods_answer_operators() {
    check(
        "from inspect import signature\n\
         same(str(signature(m.Span)), '(start, stop)')\n\
         s = m.Span(2, 5)\n\
         same((repr(s), str(s), len(s), bool(s)), ('Span(2, 5)', '2..5', 3, True))\n\
         same(bool(m.Span(2, 2)), False)\n\
         same(raised(len, m.Span(2, 1)), 'ValueError: negative')\n\
         same(hash(s), 7)\n\
         same(s(10), (12, 15))\n\
         same(s(10, times=2), (22, 25))\n\
         same(raised(s), \"TypeError: Span.__call__() missing 1 required argument: 'by'\")\n\
         same(s[1], 3)\n\
         same(raised(s.__getitem__, 9), 'IndexError: outside')\n\
         text = raised(s.__getitem__, 'x')\n\
         assert text.startswith('TypeError: key: '), text\n\
         assert 3 in s and 5 not in s\n\
         same(s.len_of, 6)\n\
         text = raised(getattr, s, 'other')\n\
         assert text.startswith('AttributeError: '), text",
    );
}

#[test]
fn comparison_leaves_the_unknown_to_others() {
    check(
        "s = m.Span(2, 5)\n\
         assert s == m.Span(2, 5) and not s == m.Span(2, 6)\n\
         assert s != m.Span(2, 6) and not s != m.Span(2, 5)\n\
         assert s != 3 and not s == 3 and s != None\n\
         assert s < 6 and not s < 5\n\
         text = raised(lambda: s < 'x')\n\
         assert \"not supported between instances\" in text, text\n\
         text = raised(lambda: s <= 3)\n\
         assert \"not supported between instances\" in text, text\n\
         class Any:\n    \
             def __eq__(self, other): return 'asked'\n\
         same(s == Any(), 'asked')\n\
         same(len({s, m.Span(2, 5)}), 1)\n\
         text = raised(lambda: s < 1 << 70)\n\
         assert text.startswith('OverflowError: '), text",
    );
}

#[test]
fn iteration_ends_and_fails() {
    check(
        "s = m.Span(2, 5)\n\
         same(list(s), [2, 3, 4])\n\
         i = iter(s)\n\
         assert iter(i) is i\n\
         same(next(i), 2)\n\
         same(list(iter(m.Span(5, 2))), [])\n\
         same(raised(list, m.Span(12, 20)), 'ValueError: unlucky')",
    );
}
