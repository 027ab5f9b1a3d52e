//! Classes for many threads, and modules that say whether they need the GIL.

use owned::prelude::*;
use owned::{Flags, PyWeak, enumeration};

/// Everything in it can be set.
#[class(weakref)]
pub struct Record {
    #[field(get, set)]
    value: Option<Py<Any>>,
    #[field(get, set)]
    text: String,
    #[field(get, set)]
    numbers: Vec<i64>,
    #[field(get, set)]
    pair: (i64, i64),
}

#[methods]
impl Record {
    #[new]
    fn new() -> Self {
        Record { value: None, text: String::new(), numbers: Vec::new(), pair: (0, 0) }
    }

    /// What the two fields are, seen at once.
    fn both(&self) -> ((i64, i64), Vec<i64>) {
        (self.pair, self.numbers.clone())
    }

    fn set_both(&mut self, number: i64, length: usize) {
        self.pair = (number, -number);
        self.numbers = vec![number; length];
    }
}

/// Counts, and holds what it likes to hold.
#[class(weakref, eq)]
#[derive(PartialEq)]
pub struct Counter {
    #[field(get)]
    count: u64,
    #[traverse(skip = "a number")]
    #[field(get, set)]
    step: u64,
}

#[methods]
impl Counter {
    #[new]
    fn new() -> Self {
        Counter { count: 0, step: 1 }
    }

    fn add(&mut self) {
        self.count += self.step;
    }

    /// Waits for the list's lock while it has the object.
    fn add_to(&mut self, list: Borrowed<'_, '_, List>) -> Result<()> {
        self.count += 1;
        list.append(self.count)
    }

    /// Runs Python code while it has the object.
    fn while_changing<'py>(&mut self, py: Python<'py>, f: Py<Any>) -> Result<Owned<'py, Any>> {
        f.bind(py).call(())
    }

    /// Runs Python code while it looks at the object.
    fn while_looking<'py>(&self, py: Python<'py>, f: Py<Any>) -> Result<Owned<'py, Any>> {
        f.bind(py).call(())
    }

    /// Looks at the object for so long, attached.
    fn look_for(&self, milliseconds: u64) -> u64 {
        std::thread::sleep(std::time::Duration::from_millis(milliseconds));
        self.count
    }

    /// Adds another's step: two objects are in use.
    fn merge(&mut self, other: Ref<'_, Counter>) -> u64 {
        self.count += other.step;
        self.count
    }

    fn __next__(&mut self) -> Option<u64> {
        self.count += 1;
        (self.count < 1_000_000).then_some(self.count)
    }

    fn __iter__(slf: &Owned<'_, Self>) -> Py<Self> {
        slf.clone().unbind()
    }

    fn __len__(&self) -> usize {
        usize::try_from(self.count).unwrap_or_default()
    }

    fn __bool__(&self) -> bool {
        self.count > 0
    }
}

/// Changes through cells only: no state word.
#[class(weakref)]
pub struct Memo {
    last: GcCell<Option<Py<Any>>>,
    sum: GcCell<i64>,
}

#[methods]
impl Memo {
    #[new]
    fn new() -> Self {
        Memo { last: GcCell::default(), sum: GcCell::default() }
    }

    fn keep(&self, py: Python<'_>, value: Py<Any>) -> Result<Option<Py<Any>>> {
        self.last.replace(py, Some(value))
    }

    fn last<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        self.last.get(py)
    }

    fn add(&self, py: Python<'_>, number: i64) -> Result<i64> {
        self.sum.with_mut(py, |sum| {
            *sum += number;
            *sum
        })
    }

    /// Uses the cell while it is in use.
    fn twice(&self, py: Python<'_>) -> Result<i64> {
        self.sum.with_mut(py, |_| self.add(py, 1))?
    }

    /// Has the cell for so long.
    fn slow(&self, py: Python<'_>, milliseconds: u64) -> Result<()> {
        self.sum.with_mut(py, |_| py.detach(|| std::thread::sleep(std::time::Duration::from_millis(milliseconds))))
    }
}

/// A member of cycles, with attributes of its own.
#[class(weakref, dict, subclass)]
pub struct Node {
    #[field(get, set)]
    next: Option<Py<Any>>,
    #[field(get)]
    tag: u64,
    memo: GcCell<Option<Py<Any>>>,
    seen: Callbacks,
}

#[methods]
impl Node {
    #[new]
    fn new(py: Python<'_>) -> Result<Self> {
        Ok(Node { next: None, tag: 7, memo: GcCell::default(), seen: Callbacks::new(py)? })
    }

    fn keep(&self, py: Python<'_>, value: Py<Any>) -> Result<()> {
        self.memo.set(py, Some(value))
    }

    fn kept<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        self.memo.get(py)
    }

    fn connect(&self, py: Python<'_>, f: Callback) -> Result<u64> {
        self.seen.connect(py, f)
    }
}

/// Calls those who want to be called.
#[class(weakref)]
pub struct Signal {
    changed: Callbacks,
    last: GcCell<Option<Callback>>,
    weak: GcCell<Option<PyWeak<Any>>>,
}

#[methods]
impl Signal {
    #[new]
    fn new(py: Python<'_>) -> Result<Self> {
        Ok(Signal { changed: Callbacks::new(py)?, last: GcCell::default(), weak: GcCell::default() })
    }

    fn connect(&self, py: Python<'_>, f: Callback) -> Result<u64> {
        self.changed.connect(py, f)
    }

    fn connect_weak(&self, py: Python<'_>, f: Borrowed<'_, '_, Callable>) -> Result<u64> {
        self.last.set(py, Some(Callback::weak(&f)?))?;
        self.weak.set(py, Some(PyWeak::new(&f.to_owned().into_any())?))?;
        self.changed.connect(py, Callback::weak(&f)?)
    }

    fn disconnect(&self, py: Python<'_>, id: u64) -> Result<bool> {
        self.changed.disconnect(py, id)
    }

    fn emit(&self, py: Python<'_>, value: Py<Any>) -> Result<usize> {
        self.last.call(py, (value.clone_ref(py),))?;
        self.weak.with(py, |weak| weak.as_ref().map(|weak| weak.clone_ref(py)))?;
        Ok(self.changed.call(py, (value,))?.len())
    }

    fn count(&self, py: Python<'_>) -> Result<usize> {
        self.changed.len(py)
    }
}

/// What may be done.
#[enumeration(IntFlag)]
pub enum Access {
    /// Reading.
    Read = 1,
    /// Writing.
    Write = 2,
}

/// One of two.
#[class]
#[derive(Clone, Copy, PartialEq)]
pub enum Colour {
    /// Not green.
    Red,
    /// Not red.
    Green,
}

#[owned::module]
pub mod threaded {
    use owned::prelude::*;

    #[export]
    pub use super::{Access, Colour, Counter, Memo, Node, Record, Signal};

    /// Values become objects of whichever copy of the module is the newest.
    #[function]
    fn convert<'py>(py: Python<'py>, object: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Tuple>> {
        let made = super::Counter { count: 3, step: 1 }.into_py(py)?;
        let known = object.downcast::<super::Counter>().is_ok();
        let access = super::Access::Read.into_py(py)?;
        let colour = super::Colour::Green.into_py(py)?;
        Tuple::from_vec(py, vec![made.into_any(), known.into_py(py)?.into_any(), access.into_any(), colour.into_any()])
    }

    #[function]
    fn widen(access: super::Flags<super::Access>) -> super::Flags<super::Access> {
        access | super::Access::Write
    }

    /// Awaits what it is given, and counts.
    #[function]
    async fn pass(cx: Async, counter: Kept<super::Counter>, awaitable: Kept<Any>) -> Result<i64> {
        let value: i64 = cx.wait(|py| awaitable.get(py)).await?;
        cx.with(|py| counter.get(py)?.borrow_mut().map(|mut counter| counter.add()))?;
        Ok(value)
    }
}

#[owned::module(gil_used)]
pub mod wants_the_gil {}

#[owned::module]
pub mod holds_one_that_wants_it {
    #[export]
    pub use super::inner;
}

/// Part of another.
#[owned::module(submodule, gil_used)]
pub mod inner {}
