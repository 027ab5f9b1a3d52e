//! A module with `async fn`s, and the same in Python.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::future::{self, Future};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use owned::coroutine::Spawned;
use owned::exceptions::StopIteration;
use owned::prelude::*;

use crate::support::exec;

/// Awaits what it is given, and gives what that comes to.
#[function]
pub async fn given(cx: Async, awaitable: Kept<Any>) -> Result<Kept<Any>> {
    cx.wait(|py| awaitable.get(py)).await
}

/// Awaits the first; if that raises, gives what it raised, after having awaited the second.
#[function]
pub async fn caught(cx: Async, first: Kept<Any>, second: Kept<Any>) -> Result<Kept<Any>> {
    let outcome: Result<Kept<Any>> = cx.wait(|py| first.get(py)).await;
    let outcome = outcome.map_err(|error| cx.keep_error(error));
    cx.wait::<Kept<Any>>(|py| second.get(py)).await?;
    match outcome {
        Ok(value) => Ok(value),
        Err(error) => cx.with(|py| Ok(cx.keep(&error.get(py)?.into_any()))),
    }
}

/// Gives what it is given, at once.
#[function]
#[signature(value = None)]
pub async fn at_once(value: Option<Kept<Any>>) -> Option<Kept<Any>> {
    value
}

/// Fails with what it is told to.
#[function]
pub async fn failing(how: String) -> Result<()> {
    match how.as_str() {
        "stop" => Err(StopIteration::new("from Rust")),
        "panic" => panic!("in the coroutine"),
        _ => Err(ValueError::new(how)),
    }
}

/// A future that is woken by another thread, after a while.
#[derive(Default)]
struct Timer(Mutex<(bool, Option<Waker>)>);

struct Waiting(Arc<Timer>);

impl Future for Waiting {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut timer = self.0.0.lock().unwrap();
        if timer.0 {
            return Poll::Ready(());
        }
        timer.1 = Some(context.waker().clone());
        Poll::Pending
    }
}

pub(crate) fn after(milliseconds: u64) -> impl Future<Output = ()> + Send + 'static {
    let timer = Arc::new(Timer::default());
    let theirs = timer.clone();
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(milliseconds));
        let mut timer = theirs.0.lock().unwrap();
        timer.0 = true;
        if let Some(waker) = timer.1.take() {
            waker.wake(); // under the lock, as many do
        }
    });
    Waiting(timer)
}

/// Sleeps, by a thread of Rust's.
#[function]
pub async fn sleep(milliseconds: u64) -> u64 {
    after(milliseconds).await;
    milliseconds
}

/// Gives way so many times, by a waker that is called at once.
#[function]
pub async fn give_way(times: u64) -> u64 {
    for _ in 0..times {
        let mut given = false;
        future::poll_fn(|context| {
            if core::mem::replace(&mut given, true) {
                return Poll::Ready(());
            }
            context.waker().wake_by_ref();
            Poll::Pending
        })
        .await;
    }
    times
}

/// Waits for ever, with an object kept.
#[function]
#[signature(kept = None)]
pub async fn for_ever(kept: Option<Kept<Any>>) {
    let _kept = kept;
    future::pending::<()>().await;
}

/// Gives way once, and then waits for ever, with an object kept.
#[function]
#[signature(kept = None)]
pub async fn holding(kept: Option<Kept<Any>>) {
    give_way(1).await;
    drop(kept);
    future::pending::<()>().await;
}

/// Waits for ever; what is thrown in is the result.
#[function]
pub async fn until_thrown(cx: Async) -> Result<Kept<Any>> {
    match cx.catch(future::pending::<()>()).await {
        Ok(()) => Err(RuntimeError::new("not reached")),
        Err(error) => Ok(cx.with(|py| cx.keep(&error.into_value(py).into_any()))),
    }
}

/// Two at a time.
#[function]
pub async fn joined(cx: Async, first: Kept<Any>, second: Kept<Any>) -> Result<()> {
    let mut first = Box::pin(cx.wait::<Kept<Any>>(|py| first.get(py)));
    let mut second = Box::pin(cx.wait::<Kept<Any>>(|py| second.get(py)));
    future::poll_fn(|context| {
        let one = first.as_mut().poll(context).map(|one| one.map(drop));
        let two = second.as_mut().poll(context).map(|two| two.map(drop));
        if one.is_ready() { one } else { two }
    })
    .await
}

/// What ends first: the awaitable, as a task, or a timer of Rust's.
#[function]
pub async fn first(cx: Async, awaitable: Kept<Any>, milliseconds: u64) -> Result<Option<Kept<Any>>> {
    let mut task = cx.spawn(|py| awaitable.get(py));
    let mut timer = Box::pin(after(milliseconds));
    future::poll_fn(|context| match timer.as_mut().poll(context) {
        Poll::Ready(()) => Poll::Ready(Ok(None)),
        Poll::Pending => Pin::new(&mut task).poll(context).map(|value| value.map(Some)),
    })
    .await
}

/// All at once, in the order in which they were given.
#[function]
pub async fn all(cx: Async, awaitables: Vec<Kept<Any>>) -> Result<Vec<Kept<Any>>> {
    let tasks: Vec<Spawned<Kept<Any>>> = awaitables.iter().map(|it| cx.spawn(|py| it.get(py))).collect();
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await?);
    }
    Ok(results)
}

/// What coroutines wait for until it is set, from any thread. It wakes them under its lock, as it should not.
#[class]
pub struct Event {
    state: Mutex<(bool, Vec<Opaque<Waker>>)>,
}

#[methods]
impl Event {
    #[new]
    fn new() -> Self {
        Event { state: Mutex::default() }
    }

    fn set(&self) {
        let mut state = self.state.lock().unwrap();
        state.0 = true;
        state.1.drain(..).for_each(|waker| waker.into_inner().wake());
    }

    async fn wait(slf: Kept<Self>, cx: Async) -> Result<()> {
        future::poll_fn(|context| {
            cx.with(|py| {
                let event = slf.get(py)?;
                let mut state = event.get().state.lock().unwrap();
                if state.0 {
                    return Ok(Poll::Ready(()));
                }
                state.1.push(Opaque::new(context.waker().clone(), "a waker holds no reference"));
                Ok(Poll::Pending)
            })
            .map_or_else(|error| Poll::Ready(Err(error)), |polled: Poll<()>| polled.map(Ok))
        })
        .await
    }
}

#[owned::module]
pub mod coroutines {
    #[export]
    pub use super::{
        Event, all, at_once, caught, failing, first, for_ever, give_way, given, holding, joined, sleep, until_thrown,
    };
}

/// Runs `source` with the module as `m`, and what `twins.py` defines.
pub(crate) fn run(py: Python<'_>, source: &str) -> Result<()> {
    let globals = Dict::empty(py)?;
    globals.set("m", owned::load!(py, coroutines)?)?;
    exec(&globals, include_str!("twins.py"))?;
    exec(&globals, source)
}
