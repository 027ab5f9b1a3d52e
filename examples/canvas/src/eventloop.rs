//! The event loop: C delivers events by number, and this finds the element and its handler.

use std::cell::RefCell;
use std::ops::ControlFlow::Continue;

use owned::prelude::*;

use crate::canvas::Canvas;
use crate::handler::Held;
use crate::ink::{self, Event, EventKind};

thread_local! {
    /// The canvases whose loops are running on this thread, the innermost last.
    static RUNNING: RefCell<Vec<ink::Canvas>> = const { RefCell::new(Vec::new()) };
}

/// End the event loop that is running (the innermost, if a handler has started another canvas's). Returns whether there
/// was one.
#[function]
pub fn exit() -> Result<bool> {
    let innermost = RUNNING.with_borrow(|running| running.last().cloned());
    innermost.map_or(Ok(false), |canvas| Ok(canvas.quit().map(|()| true)?))
}

/// How many loops are running on this thread.
pub(crate) fn running() -> usize {
    RUNNING.with_borrow(Vec::len)
}

/// Delivers events until none is left, `exit()` is called, or a handler raises.
pub(crate) fn run(slf: Borrowed<'_, '_, Canvas>) -> Result<()> {
    struct Running;
    impl Drop for Running {
        fn drop(&mut self) {
            RUNNING.with_borrow_mut(Vec::pop);
        }
    }

    // Nothing of the canvas stays borrowed while handlers run: they may do with it what they like.
    let inner = slf.borrow()?.inner.clone();
    if inner.is_running()? {
        return Err(RuntimeError::new("the event loop of this canvas is already running"));
    }
    RUNNING.with_borrow_mut(|running| running.push(inner.clone()));
    let _running = Running;
    inner.run(&|event| deliver(slf, event).map(Continue))?;
    Ok(())
}

/// Repaints what is damaged; draw handlers are called.
pub(crate) fn refresh(slf: Borrowed<'_, '_, Canvas>) -> Result<()> {
    let inner = slf.borrow()?.inner.clone();
    inner.refresh_with(&|event| deliver(slf, event).map(Continue))?;
    Ok(())
}

fn deliver(slf: Borrowed<'_, '_, Canvas>, event: &Event<'_>) -> Result<()> {
    let py = slf.py();
    let Some(id) = event.element else {
        let handler = slf.borrow()?.on_timer.hold(py);
        return call(handler, |target| target.call((slf,)));
    };
    // The element may have gone while the event was on its way.
    let Some(element) = slf.borrow()?.element(id).map(|element| element.bind(py).to_owned()) else {
        return Ok(());
    };
    let handler = element.borrow()?.handler(event.kind).and_then(|handler| handler.hold(py));
    call(handler, |target| match event.kind {
        EventKind::Key => target.call((&element, event.text, event.keysym)),
        _ => target.call((&element,)),
    })
}

/// Calls a handler, if there is something to call. Its result is released at once.
fn call<'py>(handler: Option<Held<'py>>, with: impl FnOnce(&Owned<'py, Any>) -> Result<Owned<'py, Any>>) -> Result<()> {
    let Some(handler) = handler else { return Ok(()) };
    handler.target()?.map_or(Ok(()), |target| with(&target).map(drop))
}
