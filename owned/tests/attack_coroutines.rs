//! Attempts to break coroutines: from inside their own poll, from finalizers, from other threads.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod coroutine_support;
mod support;

use std::future::{self, Future};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

use coroutine_support::run;
use owned::coroutine::Wait;
use owned::prelude::*;
use support::{collect, exec, flat, python, raised};

#[test]
fn it_is_used_while_it_runs() {
    python(|py| {
        run(
            py,
            "
class Meddles(Steps):
    def send(self, value):
        self.seen = [outcome(one.send, None), outcome(one.throw, KeyError()), outcome(one.close), outcome(one.__next__),
            one.cr_running, outcome(given(one).send, None), outcome(m.given(one).send, None)]
        return super().send(value)
warnings.simplefilter('ignore')
for begin in (lambda: None, lambda: one.send(None)):
    meddles = Meddles('a', 'b')
    one = m.given(meddles)
    begin()
    assert one.send(None) in ('a', 'b')
    refused = ('ValueError', 'coroutine already executing', 'None', None)
    assert meddles.seen == [refused] * 4 + [True, refused, refused], meddles.seen
    one.close()
# It awaits itself.
holder = []
class Later:
    def __await__(self): return holder[0].__await__()
holder.append(m.given(Later()))
assert outcome(holder[0].send, None) == refused
holder[0] = m.given(Later())
outer = m.given(holder[0])
assert outcome(outer.send, None) == refused
holder.clear()
",
        )
    });
}

#[test]
fn it_is_let_go_of_while_it_runs() {
    python(|py| {
        run(
            py,
            "
class LetsGo(Steps):
    def send(self, value):
        box.clear()
        gc.collect()
        return super().send(value)
    def throw(self, *error):
        box.clear()
        gc.collect()
        return super().throw(*error)
    def close(self):
        box.clear()
        gc.collect()
box = []
for action in ('send', None), ('throw', KeyError()), ('close',):
    for rounds in range(3):
        box[:] = [m.given(LetsGo('a', 'b', 'c'))]
        reference = weakref.ref(box[0])
        for _ in range(rounds):
            box[:] = [box[0]] if box else [m.given(LetsGo('a', 'b', 'c'))]
            name, *args = action
            outcome(getattr(box[0], name), *args)
        box.clear()
",
        )
    });
}

#[test]
fn finalizers_do_what_they_like() {
    python(|py| {
        run(
            py,
            "
import contextlib
seen = []
sys.unraisablehook = lambda it: seen.append(type(it.exc_value).__name__)
class Closes(Steps):
    'It uses the coroutine that is being finalized.'
    def close(self):
        one = self.box.pop()
        log.append((outcome(one.send, None)[0], outcome(one.close)[0], one.cr_running))
        kept.append(one)
log, kept = [], []
steps = Closes('a')
one = m.given(steps)
steps.box = [one]
one.send(None)
del one, steps
gc.collect()
assert log == [('ValueError', 'ValueError', True)], log
# It was kept, and is over.
one = kept.pop()
assert outcome(one.send, None)[0] == 'RuntimeError' and outcome(one.close)[0] == 'gave' and not one.cr_running
del one

class Raises(Steps):
    def close(self): raise KeyError('in close')
one = m.given(Raises('a'))
one.send(None)
assert outcome(one.close)[0] == 'KeyError' and outcome(one.close)[0] == 'gave'
one = m.given(Raises('a'))
one.send(None)
del one
assert seen == ['KeyError'], seen

# An object in the table uses the coroutine while it is released.
class Dies:
    def __del__(self): log.append(outcome(self.box[0].send, None)[0]); kept.append(self.box[0])
log.clear()
for end in (lambda one: one.close(), lambda one: one.throw(KeyError), lambda one: outcome(one.send, None), lambda one: None):
    dies = Dies()
    one = m.at_once(dies)
    dies.box = [one]
    del dies
    outcome(end, one)
    del one
    gc.collect()
    kept.clear()
    gc.collect()
assert set(log) <= {'RuntimeError', 'StopIteration'}, log
# It is never found half taken apart.
for _ in range(100):
    dies = Dies()
    dies.box = [m.for_ever(dies)]
    del dies
gc.collect()
kept.clear()
gc.collect()
sys.unraisablehook = sys.__unraisablehook__
",
        )
    });
}

#[test]
fn the_collector_runs_at_any_time() {
    python(|py| {
        run(
            py,
            "
class Node: pass
def everything():
    for it in gc.get_objects():
        if type(it).__name__ == 'coroutine': gc.get_referents(it); gc.get_referrers(it)
class Collects(Steps):
    def send(self, value): gc.collect(); everything(); return super().send(value)
    def throw(self, *error): gc.collect(); everything(); return super().throw(*error)
    def close(self): gc.collect(); everything()
    def __del__(self): gc.collect(); everything()
gc.set_threshold(1)
try:
    for _ in range(20):
        node = Node()
        node.one = m.caught(Collects('a', node), Collects('b', node))
        node.one.send(None)
        node.one.throw(KeyError(node))
        outcome(node.one.send, None)
        node.two = m.given(m.given(Collects('a', node)))
        node.two.send(None)
        node.two.close()
        node.three = m.given(m.given(Collects('a', node)))
        node.three.send(None)
        del node
    async def main():
        await asyncio.gather(m.sleep(1), m.give_way(3), m.given(asyncio.sleep(0)), m.given(m.sleep(1)))
    asyncio.run(main())
finally: gc.set_threshold(700, 10, 10)
gc.collect()
",
        )
    });
}

#[test]
fn threads_drive_one_coroutine() {
    python(|py| {
        run(
            py,
            "
import threading
sys.setswitchinterval(1e-6)
class Slow(Steps):
    def send(self, value):
        for _ in range(50): pass
        return super().send(value)
try:
    for _ in range(20):
        one = m.given(Slow(*range(200)))
        got, errors = [], []
        def drive():
            while True:
                try: got.append(one.send(None))
                except ValueError: continue
                except (StopIteration, RuntimeError): return
        threads = [threading.Thread(target=drive) for _ in range(4)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        assert sorted(got) == list(range(200)), got
finally: sys.setswitchinterval(0.005)
",
        )
    });
}

/// Polls a future where it is, with a waker that does nothing.
fn poll_here<T>(future: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Poll<T> {
    struct Nothing;
    impl Wake for Nothing {
        fn wake(self: Arc<Self>) {}
    }
    future.poll(&mut Context::from_waker(&Waker::from(Arc::new(Nothing))))
}

#[test]
fn what_is_awaited_does_not_leave_its_coroutine() {
    type Stolen = Arc<Mutex<Option<(Async, Wait<Kept<Any>>)>>>;
    python(|py| {
        flat(py, |probe| {
            let stolen = Stolen::default();
            let theirs = stolen.clone();
            let first = Async::coroutine(py, "first", |cx| {
                let kept = cx.keep(probe);
                async move {
                    let wait = cx.wait(|py| kept.get(py));
                    *theirs.lock().unwrap() = Some((cx.clone(), wait));
                    future::pending::<()>().await;
                }
            })?;
            let error = raised(first.call_method("send", (py.none(),)));
            assert!(error.starts_with("RuntimeError: a coroutine waits"), "{error}");
            let (cx, mut wait) = stolen.lock().unwrap().take().unwrap();
            let Poll::Ready(outcome) = poll_here(Pin::new(&mut wait)) else { panic!("it waits elsewhere") };
            assert!(
                raised(outcome.map(drop)).starts_with("RuntimeError: a Python awaitable is awaited in the coroutine")
            );
            let second =
                Async::coroutine(
                    py,
                    "second",
                    |_| async move { cx.wait::<Kept<Any>>(|py| Ok(py.none())).await.map(drop) },
                )?;
            let error = raised(second.call_method("send", (py.none(),)));
            assert!(error.starts_with("RuntimeError: a Python awaitable is awaited in the coroutine"), "{error}");
            drop(wait);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn what_is_awaited_is_closed_when_it_is_dropped() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, include_str!("coroutine_support/twins.py"))?;
        exec(&globals, "log = []\nsteps = lambda: Steps('a', 'b', log=log)")?;
        for on_another_thread in [false, true] {
            exec(&globals, "log.clear()")?;
            let steps = globals.get("steps")?.expect("defined").call(())?;
            let coroutine = Async::coroutine(py, "drops", |cx| {
                let steps = cx.keep(&steps);
                async move {
                    let mut wait = Box::pin(cx.wait::<Kept<Any>>(|py| steps.get(py)));
                    let is_pending = |context: &mut Context<'_>| Poll::Ready(wait.as_mut().poll(context).is_pending());
                    assert!(future::poll_fn(is_pending).await);
                    if on_another_thread {
                        cx.with(|py| py.detach(|| std::thread::scope(|scope| drop(scope.spawn(|| drop(wait))))));
                    } else {
                        drop(wait);
                    }
                    let again: Result<Kept<Any>> = cx.wait(|py| steps.get(py)).await;
                    again.map(drop)
                }
            })?;
            globals.set("one", &coroutine)?;
            exec(
                &globals,
                if on_another_thread {
                    // What was dropped on a detached thread is closed when the table is used again.
                    "one.send(None); one.close(); del one\nassert log.count('close') == 2, log"
                } else {
                    "assert one.send(None) == 'b'\nassert log.count('close') == 1 and log.count('await') == 2, log\none.close(); del one"
                },
            )?;
        }
        Ok(())
    });
}

#[test]
fn wakers_outlive_everything() {
    python(|py| {
        let wakers: Arc<Mutex<Vec<Waker>>> = Arc::default();
        flat(py, |probe| {
            let theirs = wakers.clone();
            let coroutine = Async::coroutine(py, "wakes", |cx| {
                let kept = cx.keep(probe);
                let mut first = true;
                async move {
                    future::poll_fn(|context| {
                        theirs.lock().unwrap().push(context.waker().clone());
                        context.waker().wake_by_ref();
                        if core::mem::take(&mut first) { Poll::Pending } else { Poll::Ready(()) }
                    })
                    .await;
                    kept
                }
            })?;
            assert!(coroutine.call_method("send", (py.none(),))?.is_none());
            for waker in wakers.lock().unwrap().iter() {
                waker.wake_by_ref();
            }
            coroutine.call_method("send", (py.none(),)).unwrap_err();
            drop(coroutine);
            let wakers = core::mem::take(&mut *wakers.lock().unwrap());
            py.detach(|| wakers.into_iter().for_each(Waker::wake));
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn destructors_of_the_body_use_the_coroutine() {
    struct Uses(Async, Kept<Any>);
    impl Drop for Uses {
        fn drop(&mut self) {
            Python::attach(|py| {
                let kept = self.0.keep(&self.1.get(py).unwrap_or_else(|_| py.none()));
                drop(kept.get(py));
                let mut wait = self.0.wait::<Kept<Any>>(|py| kept.get(py));
                assert!(poll_here(Pin::new(&mut wait)).is_ready(), "there is nothing to wait for");
                drop(collect(py));
            });
        }
    }
    python(|py| {
        flat(py, |probe| {
            py.run("import warnings; warnings.simplefilter('ignore')", None)?;
            for end in ["close", "", "send", "__del__"] {
                let coroutine = Async::coroutine(py, "uses", |cx| {
                    let uses = Uses(cx.clone(), cx.keep(probe));
                    async move {
                        let uses = uses;
                        future::pending::<()>().await;
                        drop(uses);
                    }
                })?;
                match end {
                    "" => {}
                    "send" => drop(coroutine.call_method(end, (py.none(),)).unwrap_err()),
                    _ => drop(coroutine.call_method(end, ())?),
                }
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn a_destructor_that_panics_is_an_error() {
    struct Panics;
    impl Drop for Panics {
        fn drop(&mut self) {
            panic!("in the destructor");
        }
    }
    python(|py| {
        flat(py, |probe| {
            let coroutine = Async::coroutine(py, "panics", |cx| {
                let kept = cx.keep(probe);
                async move {
                    let _panics = Panics;
                    future::poll_fn(|context| {
                        context.waker().wake_by_ref();
                        Poll::<()>::Pending
                    })
                    .await;
                    drop(kept);
                }
            })?;
            coroutine.call_method("send", (py.none(),))?;
            let error = raised(coroutine.call_method("close", ()));
            assert!(error.contains("in the destructor"), "{error}");
            assert_eq!(
                raised(coroutine.call_method("send", (py.none(),))),
                "RuntimeError: cannot reuse already awaited coroutine"
            );
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn deep_chains_are_an_error_and_no_crash() {
    python(|py| {
        run(
            py,
            "
def chain(functions, depth):
    it = functions.given(Steps('a'))
    for _ in range(depth): it = functions.given(it)
    return it
warnings.simplefilter('ignore')
one = chain(m, 100)
assert one.send(None) == 'a'
one.close()
kind = outcome(chain(m, 100_000).send, None)[0]
assert kind == 'RecursionError', kind
one = chain(m, 50_000)
del one
gc.collect()
def held(depth):
    'Each is suspended, and keeps the next.'
    it = None
    for _ in range(depth):
        it = m.holding(it)
        it.send(None)
    return it
one = held(50_000)
del one
one = held(50_000)
one.close()
one = held(50_000)
cycle = [m.holding([one])]
cycle[0].send(None)
cycle.append(cycle)
del one, cycle
gc.collect()
",
        )
    });
}

#[test]
fn one_whose_finalizer_has_run_is_cleared_all_the_same() {
    python(|py| {
        run(
            py,
            "
kept = []
def coroutines(): return [it for it in gc.get_objects() if type(it).__name__ == 'coroutine']
others = weakref.WeakSet(coroutines())
def keep(*_, **__): kept.extend(it for it in coroutines() if it not in others)
class Node: pass
class Logged(Steps): pass
for end in 'cycle', 'drop', 'await':
    with warnings.catch_warnings():
        warnings.simplefilter('always')
        warnings.showwarning = keep
        node = Node()
        steps = Logged('a', 'b', node)
        m.given(steps)
    # Found also when the collector has emptied `steps` first.
    Logged.log = steps.log
    # Its finalizer is the one that warned: it was kept meanwhile, and has not been awaited yet.
    assert len(kept) == 1, kept
    assert kept[0].send(None) == 'a'
    node.one = kept.pop()
    reference = weakref.ref(node)
    log = steps.log
    if end == 'await': assert outcome(node.one.send, None)[1] == \"'b'\"
    if end == 'drop': del node.one
    del node, steps
    gc.collect()
    assert reference() is None, end
    assert log.count('close') == 1, (end, log)
",
        )
    });
}

#[test]
fn threads_use_one_table() {
    python(|py| {
        let probe = support::probe(py);
        let object = probe.clone().unbind();
        let mut shared = None;
        let coroutine = Async::coroutine(py, "shared", |cx| {
            shared = Some(cx.clone());
            coroutine_support::give_way(2000)
        })?;
        let cx = shared.expect("the body was made");
        let driven = coroutine.clone().unbind();
        py.detach(|| {
            std::thread::scope(|scope| {
                for thread in 0..4 {
                    let (cx, object) = (cx.clone(), &object);
                    scope.spawn(move || {
                        for round in 0..500 {
                            let kept = Python::attach(|py| {
                                let kept = cx.keep(&object.bind(py));
                                assert!(kept.get(py).unwrap().is(&object.bind(py)));
                                kept
                            });
                            // Half of them go on a detached thread.
                            if (round + thread) % 2 == 0 { drop(kept) } else { Python::attach(|_| drop(kept)) }
                        }
                    });
                }
                scope.spawn(|| {
                    for _ in 0..1000 {
                        Python::attach(|py| drop(driven.bind(py).call_method("send", (py.none(),)).unwrap()));
                    }
                });
                scope.spawn(|| {
                    for _ in 0..20 {
                        Python::attach(|py| collect(py).unwrap());
                    }
                });
            });
        });
        coroutine.call_method("close", ())?;
        assert_eq!(probe.refcount(), 2, "the probe itself, and the handle that the threads shared");
        Ok(())
    });
}
