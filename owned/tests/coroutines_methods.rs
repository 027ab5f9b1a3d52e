//! `async fn` among the methods of a class, with arguments of every kind.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::collections::HashMap;

use owned::prelude::*;
use support::{flat, python, raised, run};

/// Counts, and waits in between.
#[class(subclass, weakref)]
pub struct Counter {
    at: u64,
    end: u64,
    #[field(get, set)]
    seen: Option<Py<Any>>,
}

#[methods]
impl Counter {
    #[new]
    #[signature(end = 3)]
    fn new(end: u64) -> Self {
        Counter { at: 0, end, seen: None }
    }

    /// Add `more`, after having awaited `first`.
    #[signature(first, /, more = 1)]
    async fn add(slf: Kept<Self>, cx: Async, first: Kept<Any>, more: u64) -> Result<u64> {
        let seen: Kept<Any> = cx.wait(|py| first.get(py)).await?;
        cx.with(|py| {
            let slf = slf.get(py)?;
            let mut this = slf.borrow_mut()?;
            this.at += more;
            let old = this.seen.replace(seen.take(py)?.unbind());
            let at = this.at;
            drop(this);
            drop(old);
            Ok(at)
        })
    }

    #[staticmethod]
    async fn doubled(cx: Async, awaitable: Kept<Any>) -> Result<i64> {
        let number: i64 = cx.wait(|py| awaitable.get(py)).await?;
        Ok(2 * number)
    }

    #[classmethod]
    async fn counting(class: Kept<Type>, cx: Async, end: u64) -> Result<Kept<Any>> {
        cx.wait::<()>(|py| py.import("asyncio")?.call_method("sleep", (0,))).await?;
        cx.with(|py| Ok(cx.keep(&class.get(py)?.call((end,))?)))
    }

    #[method(name = "renamed")]
    async fn named(slf: Kept<Self>) -> Kept<Self> {
        slf
    }

    async fn __call__(slf: Kept<Self>, cx: Async, times: u64) -> Result<u64> {
        cx.with(|py| Ok(slf.get(py)?.borrow()?.end * times))
    }

    fn __aiter__<'a, 'py>(slf: &'a Owned<'py, Self>) -> &'a Owned<'py, Self> {
        slf
    }

    async fn __anext__(slf: Kept<Self>, cx: Async) -> Result<Option<u64>> {
        cx.wait::<()>(|py| py.import("asyncio")?.call_method("sleep", (0,))).await?;
        cx.with(|py| {
            let slf = slf.get(py)?;
            let mut this = slf.borrow_mut()?;
            if this.at == this.end {
                return Ok(None);
            }
            this.at += 1;
            Ok(Some(this.at))
        })
    }

    async fn __aenter__(slf: Kept<Self>) -> Kept<Self> {
        slf
    }

    #[signature(class, error, traceback)]
    async fn __aexit__(
        slf: Kept<Self>,
        cx: Async,
        class: Option<Kept<Any>>,
        error: Option<Kept<Any>>,
        traceback: Option<Kept<Any>>,
    ) -> Result<bool> {
        drop((class, traceback));
        let old = cx.with(|py| {
            let error = error.map(|error| error.take(py)).transpose()?.map(Owned::unbind);
            let slf = slf.get(py)?;
            let old = core::mem::replace(&mut slf.borrow_mut()?.seen, error);
            Ok::<_, PyErr>(old)
        })?;
        drop(old);
        Ok(true)
    }

    #[rust]
    async fn inside() -> u64 {
        5
    }
}

/// What an argument can have inside.
#[derive(FromPy)]
pub struct Settings {
    name: String,
    on_done: Option<Kept<Callable>>,
}

/// Calls each.
#[function]
#[signature(first, *others, settings = None, **named)]
pub async fn all(
    cx: Async,
    first: (Kept<Any>, u8),
    others: Vec<Kept<Callable>>,
    settings: Option<Settings>,
    named: HashMap<String, Kept<Callable>>,
) -> Result<Vec<Kept<Any>>> {
    let mut results = vec![first.0];
    for callable in others.iter().chain(named.values()) {
        results.push(cx.wait(|py| callable.get(py)?.call((first.1,))).await?);
    }
    if let Some(Settings { name, on_done: Some(on_done) }) = settings {
        results.push(cx.wait(|py| on_done.get(py)?.call((name,))).await?);
    }
    assert_eq!(Counter::inside().await, 5);
    Ok(results)
}

#[owned::module]
mod counters {
    #[export]
    pub use super::{Counter, all};
}

#[test]
fn methods_can_be_async() {
    python(|py| {
        run(
            &owned::load!(py, counters)?,
            "
import asyncio, inspect
async def value(it, *_):
    await asyncio.sleep(0)
    return it
class Sub(m.Counter): pass
async def main():
    counter = m.Counter(3)
    first = counter.add(value('seen'))
    assert first.__name__ == 'add' and first.__qualname__ == 'Counter.add'
    assert await first == 1 and counter.seen == 'seen'
    assert await counter.add(value(counter), more=5) == 6 and counter.seen is counter
    assert await m.Counter.doubled(value(21)) == 42
    try: await m.Counter.doubled(value('text'))
    except TypeError as error: assert 'expected int' in str(error), error
    else: raise AssertionError
    made = await Sub.counting(2)
    assert type(made) is Sub
    assert await made.renamed() is made and await made(21) == 42
    assert [n async for n in made] == [1, 2]
    async with made as entered:
        assert entered is made
        raise KeyError('in the block')
    assert repr(made.seen) == \"KeyError('in the block')\"
    assert await m.Counter.add(made, value(None), 1) == 3
asyncio.run(main())
assert str(inspect.signature(m.Counter.add)) == '(self, first, /, more=1)'
assert 'awaited' in m.Counter.add.__doc__
# Arguments are converted by the call, not by the first step.
assert raised(m.Counter(1).add).startswith('TypeError: Counter.add() missing 1 required')
assert raised(m.Counter(1).add, 5, more='x').startswith(\"TypeError: Counter.add() argument 'more'\")
assert raised(m.Counter.add, 5, 5).startswith('TypeError')
",
        )
    });
}

#[test]
fn arguments_of_any_shape_are_kept() {
    python(|py| {
        run(
            &owned::load!(py, counters)?,
            "
import asyncio
async def echo(it): return it
async def main():
    assert await m.all(('a', 1), echo, echo, named=echo) == ['a', 1, 1, 1]
    class Settings: name, on_done = 'settings', staticmethod(echo)
    got = await m.all(('a', 1), settings=Settings)
    assert got == ['a', 'settings'], got
asyncio.run(main())
text = raised(m.all, (1, 2), 5)
assert text.startswith('TypeError'), text
",
        )
    });
}

#[test]
fn a_kept_needs_a_coroutine() {
    python(|py| {
        let probe = support::probe(py);
        let error = raised(probe.extract::<Kept<Any>>());
        assert!(error.starts_with("RuntimeError: a `Kept` is a place in the table of a coroutine"), "{error}");
        Ok(())
    });
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let module = owned::load!(py, counters)?;
        let globals = Dict::empty(py)?;
        globals.set("m", &module)?;
        support::exec(
            &globals,
            "
async def echo(it): return it
def step(one):
    try: one.send(None)
    except StopIteration as stop: return stop.value
",
        )?;
        flat(py, |probe| {
            globals.set("probe", probe)?;
            support::exec(
                &globals,
                "
assert step(m.all((probe, 1), echo))[0] is probe
counter = m.Counter(1)
assert step(counter.add(echo(probe))) == 1
assert step(counter.renamed()) is counter
try: m.all((probe, 1), echo, 5)
except TypeError: pass
del counter, probe
",
            )
        });
        Ok(())
    });
}

#[test]
fn a_kept_that_outlives_its_coroutine_is_empty() {
    use std::sync::{Arc, Mutex};
    type Smuggled = Arc<Mutex<Option<(Async, Kept<Any>)>>>;
    python(|py| {
        flat(py, |probe| {
            for ends in ["close", "drop", "send"] {
                let smuggled = Smuggled::default();
                let theirs = smuggled.clone();
                let coroutine = Async::coroutine(py, "smuggles", |cx| {
                    *theirs.lock().unwrap() = Some((cx.clone(), cx.keep(probe)));
                    async {}
                })?;
                let (cx, kept) = smuggled.lock().unwrap().take().unwrap();
                assert!(kept.get(py)?.is(probe));
                match ends {
                    "close" => drop(coroutine.call_method("close", ())?),
                    "send" => drop(coroutine.call_method("send", (py.none(),)).unwrap_err()),
                    _ => {
                        py.run("import warnings; warnings.simplefilter('ignore')", None)?;
                        drop(coroutine);
                    }
                }
                assert_eq!(raised(kept.get(py)), "ReferenceError: the coroutine that kept it has ended");
                assert_eq!(probe.refcount(), 1);
                let late = cx.keep(probe);
                assert_eq!(probe.refcount(), 1, "a table that has ended keeps nothing");
                assert_eq!(raised(late.take(py)), "ReferenceError: the coroutine that kept it has ended");
                drop(kept);
                let dropped_late = cx.keep(probe);
                py.detach(move || drop((dropped_late, cx)));
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn a_kept_can_be_dropped_on_a_detached_thread() {
    python(|py| {
        flat(py, |probe| {
            let coroutine = Async::coroutine(py, "drops", |cx| {
                let kept = cx.keep(probe);
                async move {
                    cx.with(|py| py.detach(move || std::thread::spawn(move || drop(kept)).join().unwrap()));
                    let late = cx.with(|py| cx.keep(&py.none()));
                    std::future::pending::<()>().await;
                    drop(late);
                }
            })?;
            assert_eq!(probe.refcount(), 2);
            assert!(raised(coroutine.call_method("send", (py.none(),))).starts_with("RuntimeError: a coroutine waits"));
            assert_eq!(probe.refcount(), 1, "it went when the table was used again");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn what_is_kept_is_counted_at_the_line_that_kept_it() {
    use owned::report;
    python(|py| {
        let before = report::snapshot();
        let probe = support::probe(py);
        let before_kept = report::snapshot();
        let coroutine = Async::coroutine(py, "keeps", |cx| {
            let kept = cx.keep(&probe);
            async { kept }
        })?;
        let line = line!() - 3;
        let more = report::snapshot().since(&before_kept);
        let here = more.sites().iter().any(|site| site.line == line && site.live == 1);
        assert_eq!(here, report::ENABLED, "{more}");
        coroutine.call_method("close", ())?;
        drop((coroutine, probe));
        assert_eq!(report::snapshot().since(&before).sites(), []);
        Ok(())
    });
}
