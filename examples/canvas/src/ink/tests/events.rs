//! Runs: what reaches the closure, and what the closure may do.

use std::cell::{Cell, RefCell};
use std::ops::ControlFlow::{self, Break, Continue};

use super::{alone, filled, rect};
use crate::ink::{Canvas, Error, Event, EventKind, RunEnd, Status, live};

fn ignore(_: &Event<'_>) -> owned::Result<ControlFlow<()>> {
    Ok(Continue(()))
}

#[test]
fn events_arrive_whole() {
    let _alone = alone();
    let canvas = Canvas::new(50, 50).unwrap();
    let element = filled(&canvas, rect(0, 0, 10, 10), 0, 0);
    element.listen(EventKind::Tap).unwrap();
    element.listen(EventKind::Key).unwrap();
    canvas.post_tap(3, 4, 5, 2).unwrap();
    canvas.post_key(7, "é\0x", 0xE9).unwrap();
    canvas.post_key(7, "", 1).unwrap();
    let seen = RefCell::new(Vec::new());
    let end = canvas.run(&|event| {
        assert_eq!((event.element, event.timer), (Some(element.id()), None));
        let Event { kind, now, x, y, button, keysym, text, .. } = *event;
        seen.borrow_mut().push((kind, now, x, y, button, keysym, text.to_owned()));
        Ok(Continue(()))
    });
    assert_eq!(end.unwrap(), RunEnd::Idle);
    assert_eq!(
        seen.into_inner(),
        [
            (EventKind::Tap, 3, 4, 5, 2, 0, String::new()),
            (EventKind::Key, 7, 0, 0, 0, 0xE9, "é\0x".to_owned()),
            (EventKind::Key, 7, 0, 0, 0, 1, String::new()),
        ]
    );
    assert_eq!(canvas.now().unwrap(), 7);
}

#[test]
fn breaking_off_and_quitting() {
    let _alone = alone();
    let canvas = Canvas::new(50, 50).unwrap();
    let element = filled(&canvas, rect(0, 0, 10, 10), 0, 0);
    element.listen(EventKind::Tap).unwrap();
    for _ in 0..3 {
        canvas.post_tap(0, 1, 1, 1).unwrap();
    }
    assert_eq!(canvas.run(&|_| Ok(Break(()))).unwrap(), RunEnd::Stopped);
    assert_eq!(canvas.queued().unwrap(), 2);
    let end = canvas.run(&|_| {
        assert!(canvas.is_running().unwrap());
        assert!(matches!(canvas.run(&ignore), Err(Error::Status(Status::BUSY))));
        canvas.quit().unwrap();
        Ok(Continue(()))
    });
    assert_eq!(end.unwrap(), RunEnd::Quit);
    assert_eq!(canvas.queued().unwrap(), 1);
    canvas.clear_events().unwrap();
    assert_eq!(canvas.run(&|_| unreachable!()).unwrap(), RunEnd::Idle);
}

#[test]
fn timers() {
    let _alone = alone();
    let canvas = Canvas::new(50, 50).unwrap();
    assert!(matches!(canvas.add_timer(0), Err(Error::Status(Status::VALUE))));
    let slow = canvas.add_timer(20).unwrap();
    let fast = canvas.add_timer(10).unwrap();
    let seen = RefCell::new(Vec::new());
    canvas
        .run(&|event| {
            assert_eq!((event.kind, event.element), (EventKind::Timer, None));
            seen.borrow_mut().push((event.timer.unwrap(), event.now));
            if event.now == 30 {
                canvas.remove_timer(slow).unwrap();
                canvas.remove_timer(fast).unwrap();
            }
            Ok(Continue(()))
        })
        .unwrap();
    assert_eq!(seen.into_inner(), [(fast, 10), (slow, 20), (fast, 20), (fast, 30)]);
    assert_eq!(canvas.timer_count().unwrap(), 0);
    assert!(matches!(canvas.remove_timer(slow), Err(Error::Status(Status::VALUE))));
}

/// A handler that repaints gets draw events while it executes: the reason why it is `Fn`.
#[test]
fn a_handler_is_called_from_within_itself() {
    let _alone = alone();
    let canvas = Canvas::new(50, 50).unwrap();
    let element = filled(&canvas, rect(0, 0, 10, 10), 0, 0xFF00_0000);
    element.listen(EventKind::Tap).unwrap();
    element.listen(EventKind::Draw).unwrap();
    canvas.post_tap(0, 1, 1, 1).unwrap();
    let depth = Cell::new(0);
    let deepest = Cell::new(0);
    canvas
        .run(&|event| {
            depth.set(depth.get() + 1);
            deepest.set(deepest.get().max(depth.get()));
            if event.kind == EventKind::Tap {
                assert_eq!(canvas.refresh().unwrap(), RunEnd::Idle);
                assert_eq!(canvas.pixels().unwrap()[0], 0xFF00_0000);
            } else {
                assert!(matches!(canvas.refresh(), Err(Error::Status(Status::BUSY))));
            }
            depth.set(depth.get() - 1);
            Ok(Continue(()))
        })
        .unwrap();
    assert_eq!(deepest.get(), 2);
}

/// Draw events outside a run go nowhere, unless a handler is given.
#[test]
fn draw_events_outside_a_run() {
    let _alone = alone();
    let canvas = Canvas::new(50, 50).unwrap();
    let element = filled(&canvas, rect(0, 0, 10, 10), 0, 0);
    element.listen(EventKind::Draw).unwrap();
    assert_eq!(canvas.refresh().unwrap(), RunEnd::Idle);
    element.invalidate().unwrap();
    assert_eq!(canvas.refresh_with(&|_| Ok(Break(()))).unwrap(), RunEnd::Stopped);
    assert!(!canvas.is_damaged().unwrap());
}

/// Every kind of handler drops or replaces everything that it can reach, its own element and canvas included.
#[test]
fn a_handler_drops_everything() {
    let _alone = alone();
    let before = live();
    for kind in EventKind::ALL {
        let canvas = Canvas::new(50, 50).unwrap();
        let first = filled(&canvas, rect(0, 0, 10, 10), 0, 1);
        let second = filled(&canvas, rect(20, 0, 10, 10), 0, 1);
        for element in [&first, &second] {
            for listened in EventKind::ALL.into_iter().filter(|k| *k != EventKind::Timer) {
                element.listen(listened).unwrap();
            }
        }
        canvas.add_timer(10).unwrap();
        canvas.post_motion(0, 5, 5).unwrap();
        for (x, button) in [(5, 1), (25, 3), (5, 1)] {
            canvas.post_tap(0, x, 5, button).unwrap();
        }
        canvas.post_motion(0, 25, 5).unwrap();
        canvas.post_key(0, "k", 1).unwrap();
        let held = RefCell::new(vec![first, second]);
        let reached = Cell::new(false);
        canvas
            .run(&|event| {
                if event.kind == kind && !reached.replace(true) {
                    for element in canvas.elements().unwrap() {
                        canvas.remove(&element).unwrap();
                    }
                    held.borrow_mut().clear();
                    filled(&canvas, rect(0, 0, 50, 50), 0, 2).listen(EventKind::Key).unwrap();
                    canvas.post_key(0, "later", 1).unwrap();
                }
                if event.kind == EventKind::Timer {
                    canvas.remove_timer(event.timer.unwrap()).unwrap();
                }
                Ok(Continue(()))
            })
            .unwrap();
        assert!(reached.get(), "{kind:?} was not delivered");
    }
    assert_eq!(live(), before);
}

/// The run keeps the canvas alive when the last handle to it goes.
#[test]
fn a_handler_drops_the_canvas() {
    let _alone = alone();
    let before = live();
    let canvas = Canvas::new(50, 50).unwrap();
    let element = filled(&canvas, rect(0, 0, 10, 10), 0, 1);
    element.listen(EventKind::Tap).unwrap();
    canvas.post_tap(0, 1, 1, 1).unwrap();
    canvas.post_tap(0, 1, 1, 1).unwrap();
    let only = RefCell::new(Some(canvas.clone()));
    let taps = Cell::new(0);
    let run = {
        let canvas = canvas;
        move |handler: &super::super::Handler<'_>| canvas.run(handler)
    };
    run(&|_| {
        taps.set(taps.get() + 1);
        drop(only.borrow_mut().take());
        Ok(Continue(()))
    })
    .unwrap();
    assert_eq!(taps.get(), 2);
    drop(run);
    drop(element);
    assert_eq!(live(), before);
}
