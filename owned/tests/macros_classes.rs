//! Classes as Python sees them: construction, fields, methods, subclasses.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod macros_support;

use macros_support::{run, with_python};
use owned::prelude::*;

/// A counter.
///
/// It calls back.
#[class(subclass, dict, weakref)]
pub struct Tally {
    #[field(get)]
    count: u64,
    /// How far it counts.
    #[field(get, set)]
    limit: u64,
    #[field(get, set, name = "onLimit")]
    on_limit: Option<Py<Callable>>,
    #[field(get, set)]
    r#type: Option<String>,
    #[cfg(any())]
    #[field(get)]
    absent: Nowhere,
}

#[methods]
impl Tally {
    const MOST: u64 = 10;

    /// One that has counted so far.
    ///
    /// A limit of zero is refused.
    #[new]
    #[signature(limit = Self::MOST, *, count = 0)]
    fn new(limit: u64, count: u64) -> Result<Self> {
        if limit == 0 {
            return Err(ValueError::new("limit must be positive"));
        }
        Ok(Tally { count, limit, on_limit: None, r#type: None })
    }

    /// Count more; returns whether the limit has been reached.
    #[signature(by = 1)]
    fn tick(&mut self, py: Python<'_>, by: u64) -> Result<bool> {
        self.count += by;
        let reached = self.count >= self.limit;
        if reached && let Some(callback) = &self.on_limit {
            callback.bind(py).call((self.count,))?;
        }
        Ok(reached)
    }

    #[method(name = "countNow")]
    fn count_now(&self) -> u64 {
        Self::helper(self.count)
    }

    #[rust]
    fn helper(count: u64) -> u64 {
        count
    }

    /// Itself, of whatever class it is.
    fn itself<'a, 'py>(slf: Borrowed<'a, 'py, Self>) -> Borrowed<'a, 'py, Self> {
        slf
    }

    fn same(slf: &Owned<'_, Self>, other: Borrowed<'_, '_, Self>) -> bool {
        slf.is(&other)
    }

    #[staticmethod]
    fn most() -> u64 {
        Self::MOST
    }

    #[classmethod]
    #[signature(count = 5)]
    fn counted<'py>(class: Borrowed<'_, 'py, Type>, count: u64) -> Result<Owned<'py, Any>> {
        let made = class.call(())?;
        made.call_method("tick", (count,))?;
        Ok(made)
    }

    #[classmethod]
    fn class_name(class: &Owned<'_, Type>) -> String {
        class.name()
    }

    /// What is left.
    #[getter]
    fn left(&self) -> u64 {
        self.limit - self.count
    }

    #[setter]
    fn set_left(&mut self, left: u64) -> Result<()> {
        self.limit = self.count.checked_add(left).ok_or_else(|| ValueError::new("too much"))?;
        Ok(())
    }

    #[getter(name = "isOver")]
    fn is_over(&self) -> bool {
        self.count > self.limit
    }

    #[cfg(any())]
    fn gone(&mut self) -> Nowhere {}
    #[cfg(any())]
    fn which(&self) -> u8 {
        1
    }
    #[cfg(not(any()))]
    fn which(&self) -> u8 {
        2
    }

    fn __enter__<'a, 'py>(slf: Borrowed<'a, 'py, Self>) -> Borrowed<'a, 'py, Self> {
        slf
    }

    #[signature(*_error)]
    fn __exit__(&self, _error: Owned<'_, Tuple>) -> bool {
        true
    }
}

/// Set up by `__init__`.
#[class(subclass)]
pub struct Base {
    #[field(get)]
    name: Option<String>,
}

#[methods]
impl Base {
    #[new]
    #[signature(*_args, **_kwargs)]
    fn new(_args: Owned<'_, Tuple>, _kwargs: Owned<'_, Dict>) -> Self {
        Base { name: None }
    }
    fn __init__(&mut self, name: String) {
        self.name = Some(name);
    }
}

/// Nothing inside.
#[class]
pub struct Empty;

/// A pair.
#[class(name = "Couple")]
pub struct Pair(#[field(get, name = "first")] i64, #[field(get, set, name = "second")] i64);

#[methods]
impl Pair {
    #[new]
    fn new(a: i64, b: i64) -> Self {
        Pair(a, b)
    }
}

#[owned::module]
mod classes {
    #[export]
    pub use super::{Base, Empty, Pair, Tally};
}

#[track_caller]
fn check(source: &str) {
    with_python(|py| run(&owned::load!(py, classes)?, source));
}

#[test]
fn a_class_is_constructed() {
    check(
        "same(m.Tally(3).limit, 3)\n\
         same(m.Tally().limit, 10)\n\
         same(m.Tally(count=2).count, 2)\n\
         same(raised(m.Tally, 0), 'ValueError: limit must be positive')\n\
         same(raised(m.Tally, 1, 2), 'TypeError: Tally() takes from 0 to 1 positional arguments but 2 were given')\n\
         text = raised(m.Tally, 'x')\n\
         assert \"Tally() argument 'limit'\" in text, text\n\
         text = raised(m.Empty)\n\
         assert text.startswith('TypeError: '), text",
    );
}

#[test]
fn fields_are_properties() {
    check(
        "t = m.Tally(3)\n\
         t.limit = 4\n\
         same(t.limit, 4)\n\
         t.onLimit = print\n\
         assert t.onLimit is print\n\
         t.onLimit = None\n\
         assert t.onLimit is None\n\
         t.type = 'x'\n\
         same(t.type, 'x')\n\
         text = raised(setattr, t, 'count', 1)\n\
         assert text.startswith('AttributeError: '), text\n\
         text = raised(setattr, t, 'limit', 'x')\n\
         assert text.startswith('TypeError: limit: '), text\n\
         text = raised(setattr, t, 'onLimit', 3)\n\
         assert text.startswith('TypeError: onLimit: '), text\n\
         text = raised(delattr, t, 'limit')\n\
         assert 'Error: ' in text, text\n\
         same(t.limit, 4)\n\
         same(m.Tally.limit.__doc__, 'How far it counts.')\n\
         p = m.Couple(1, 2)\n\
         p.second = 5\n\
         same((p.first, p.second), (1, 5))",
    );
}

#[test]
fn methods_are_called() {
    check(
        "seen = []\n\
         t = m.Tally(3)\n\
         t.onLimit = seen.append\n\
         same([t.tick(), t.tick(), t.tick(by=4)], [False, False, True])\n\
         same(seen, [6])\n\
         same(t.countNow(), 6)\n\
         assert t.itself() is t\n\
         assert t.same(t) and not t.same(m.Tally())\n\
         same(m.Tally.most(), 10)\n\
         same(t.most(), 10)\n\
         same(t.class_name().rpartition('.')[2], 'Tally')\n\
         same(t.which(), 2)\n\
         assert not hasattr(t, 'gone') and not hasattr(t, 'helper') and not hasattr(t, 'absent')\n\
         with t as inner: raise ValueError('swallowed')\n\
         assert inner is t",
    );
}

#[test]
fn methods_check_their_object() {
    check(
        "text = raised(m.Tally.tick, 3)\n\
         assert text.startswith('TypeError: '), text\n\
         text = raised(m.Tally.tick)\n\
         assert text.startswith('TypeError: '), text\n\
         text = raised(m.Tally().same, 3)\n\
         assert \"Tally.same() argument 'other'\" in text, text\n\
         same(raised(m.Tally().tick, 1, 2), 'TypeError: Tally.tick() takes from 0 to 1 positional arguments but 2 were given')",
    );
}

#[test]
fn an_object_is_not_changed_while_it_is_used() {
    check(
        "t = m.Tally(1)\n\
         t.onLimit = lambda count: t.tick()\n\
         same(raised(t.tick), 'RuntimeError: Tally object is being changed by \\'tick\\', which has not returned yet')\n\
         same(t.count, 1)",
    );
}

/// An argument's conversion may run Python code, which may use the object.
#[test]
fn arguments_are_converted_first() {
    check(
        "t = m.Tally(10)\n\
         class Number:\n    \
             def __index__(self): t.tick(); return 3\n\
         t.tick(Number())\n\
         same(t.count, 4)",
    );
}

#[test]
fn properties_compute() {
    check(
        "t = m.Tally(3)\n\
         same(t.left, 3)\n\
         t.left = 8\n\
         same((t.left, t.limit, t.isOver), (8, 8, False))\n\
         same(m.Tally.left.__doc__, 'What is left.')\n\
         t.tick()\n\
         same(raised(setattr, t, 'left', 2**64 - 1), 'ValueError: too much')\n\
         text = raised(setattr, t, 'isOver', True)\n\
         assert text.startswith('AttributeError: '), text",
    );
}

#[test]
fn python_subclasses_are_classes() {
    check(
        "class Loud(m.Tally):\n    \
             def tick(self, by=1): return super().tick(by) or 'not yet'\n\
         t = Loud(2)\n\
         same([t.tick(), t.tick()], ['not yet', True])\n\
         assert type(Loud.counted(1)) is Loud\n\
         same(m.Tally.counted().count, 5)\n\
         t.extra = 1\n\
         import weakref\n\
         w = weakref.ref(t)\n\
         del t\n\
         import gc; gc.collect()\n\
         assert w() is None\n\
         text = raised(type, 'Sub', (m.Couple,), {})\n\
         assert 'not an acceptable base type' in text, text\n\
         class Named(m.Base):\n    \
             def __init__(self, name): super().__init__(name.upper())\n\
         same(Named('x').name, 'X')\n\
         same(m.Base('y').name, 'y')\n\
         assert m.Base.__new__(m.Base).name is None",
    );
}

#[test]
fn classes_say_what_they_are() {
    check(
        "from inspect import signature\n\
         same(m.Tally.__doc__, 'A counter.\\n\\nIt calls back.\\n\\nOne that has counted so far.\\n\\nA limit of zero is refused.')\n\
         import pydoc; help = pydoc.plain(pydoc.render_doc(m.Tally))\n\
         assert 'Tally(limit=Ellipsis, *, count=0)' in help and 'A limit of zero is refused.' in help, help\n\
         same(m.Couple.__doc__, 'A pair.')\n\
         same(m.Tally.__name__, 'Tally')\n\
         same(m.Tally.__module__, 'classes')\n\
         same(str(signature(m.Tally)), '(limit=Ellipsis, *, count=0)')\n\
         same(str(signature(m.Tally.tick)), '(self, /, by=1)')\n\
         same(str(signature(m.Tally().tick)), '(by=1)')\n\
         same(str(signature(m.Tally.most)), '()')\n\
         same(str(signature(m.Tally.counted)), '(count=5)')\n\
         same(str(signature(m.Base)), '(name)')\n\
         same(m.Tally.tick.__doc__, 'Count more; returns whether the limit has been reached.')\n\
         same(m.Couple.__name__, 'Couple')\n\
         assert not hasattr(m, 'Pair')",
    );
}
