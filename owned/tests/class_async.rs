//! Iteration and `await`, driven by the interpreter.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod class_support;
mod support;

use class_support::run;
use owned::prelude::*;
use support::{flat, python};

/// Awaited, it gives what it holds, after giving way once for each.
#[class(subclass)]
pub struct Ready {
    result: Py<Any>,
    ways: u32,
}

#[methods]
impl Ready {
    #[new]
    fn new(result: Py<Any>, ways: u32) -> Self {
        Ready { result, ways }
    }
    fn __await__(&self, py: Python<'_>) -> Steps {
        Steps { result: Some(self.result.clone_ref(py)), left: self.ways }
    }
}

/// The steps of an awaited object.
#[class]
pub struct Steps {
    result: Option<Py<Any>>,
    left: u32,
}

#[methods]
impl Steps {
    fn __iter__<'a, 'py>(slf: &'a Owned<'py, Self>) -> &'a Owned<'py, Self> {
        slf
    }
    fn __next__(&mut self, py: Python<'_>) -> Result<Option<()>> {
        if self.left > 0 {
            self.left -= 1;
            return Ok(Some(()));
        }
        match self.result.take() {
            Some(result) => Err(PyErr::from_value(py.import("builtins")?.getattr("StopIteration")?.call((result,))?)),
            None => Ok(None),
        }
    }
}

/// Counts, one `await` each.
#[class(subclass)]
pub struct Ticks {
    at: i64,
    end: i64,
}

#[methods]
impl Ticks {
    #[new]
    fn new(end: i64) -> Self {
        Ticks { at: 0, end }
    }
    fn __aiter__<'a, 'py>(slf: Borrowed<'a, 'py, Self>) -> Borrowed<'a, 'py, Self> {
        slf
    }
    fn __anext__(&mut self, py: Python<'_>) -> Result<Ready> {
        if self.at == 13 {
            return Err(ValueError::new("unlucky"));
        }
        if self.at == self.end {
            return Err(owned::exceptions::StopAsyncIteration::new(""));
        }
        self.at += 1;
        Ok(Ready { result: self.at.into_any(py)?.unbind(), ways: 2 })
    }
    fn __aenter__(slf: Borrowed<'_, '_, Self>) -> Ready {
        Ready { result: slf.to_owned().into_any().unbind(), ways: 1 }
    }
    fn __aexit__(
        &self,
        py: Python<'_>,
        class: Borrowed<'_, '_, Any>,
        _error: Borrowed<'_, '_, Any>,
        _traceback: Borrowed<'_, '_, Any>,
    ) -> Result<Ready> {
        Ok(Ready { result: (!class.is_none()).into_any(py)?.unbind(), ways: 1 })
    }
    fn __enter__(&self) -> i64 {
        self.end
    }
    #[signature(*error)]
    fn __exit__(&self, error: Borrowed<'_, '_, Tuple>) -> bool {
        error.len() == 3
    }
}

#[owned::module]
mod waiting {
    #[export]
    pub use super::{Ready, Steps, Ticks};
}

const DRIVER: &str = "
def drive(coroutine):
    'Runs a coroutine to its end; how often it gave way, and its result.'
    ways = 0
    while True:
        try: coroutine.send(None)
        except StopIteration as stop: return ways, stop.value
        ways += 1
async def given(awaitable): return await awaitable
async def all_of(ticks): return [tick async for tick in ticks]
async def inside(ticks, raising=False):
    async with ticks as entered:
        if raising: raise KeyError
        return entered is ticks
";

#[track_caller]
fn check(source: &str) {
    python(|py| run(&owned::load!(py, waiting)?, &format!("{DRIVER}\n{source}")));
}

#[test]
fn await_and_async_for() {
    check(
        "same(drive(given(m.Ready('x', 3))), (3, 'x'))\n\
         same(drive(given(m.Ready(None, 0))), (0, None))\n\
         same(drive(all_of(m.Ticks(3))), (6, [1, 2, 3]))\n\
         same(raised(drive, all_of(m.Ticks(20))), 'ValueError: unlucky')\n\
         same(drive(inside(m.Ticks(1))), (2, True))\n\
         same(drive(inside(m.Ticks(1), True)), (2, None))\n\
         with m.Ticks(4) as four: same(four, 4)\n\
         with m.Ticks(4): raise ValueError\n\
         import asyncio\n\
         async def later(): return await m.Ready(1, 2)\n\
         same(asyncio.run(later()), 1)",
    );
}

#[test]
fn classes_of_python_override_and_call_super() {
    check(
        "class Twice(m.Ticks):\n    \
             def __aiter__(self): return super().__aiter__()\n    \
             async def __anext__(self): return await super().__anext__() * 2\n\
         class Loud(m.Ready):\n    \
             def __await__(self):\n        \
                 return ('loud', (yield from super().__await__()))\n\
         same(drive(all_of(Twice(3))), (6, [2, 4, 6]))\n\
         same(drive(given(Loud(5, 1))), (1, ('loud', 5)))",
    );
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let module = owned::load!(py, waiting)?;
        let globals = Dict::empty(py)?;
        globals.set("m", &module)?;
        support::exec(&globals, include_str!("class_support/twins.py"))?;
        support::exec(&globals, DRIVER)?;
        let source = "drive(given(m.Ready(probe, 2))); drive(all_of(m.Ticks(3))); drive(inside(m.Ticks(1), True))\n\
            raised(drive, all_of(m.Ticks(20)))\n\
            steps = m.Ready(probe, 2).__await__(); next(steps); del steps";
        let code = py.import("builtins")?.call_method("compile", (source, "<test>", "exec"))?;
        let exec = py.import("builtins")?.getattr("exec")?;
        flat(py, |probe| {
            globals.set("probe", probe)?;
            exec.call((&code, &globals))?;
            globals.set("probe", ())
        });
        Ok(())
    });
}
