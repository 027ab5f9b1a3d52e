//! Panics on the far side of C.

use std::cell::Cell;
use std::ops::ControlFlow::Continue;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Fill, alone, counted, filled, rect};
use crate::ink::{Canvas, Element, EventKind, Render, live};

fn message(body: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(body)).expect_err("it panics");
    (*panic.downcast::<&str>().expect("a literal message")).to_owned()
}

#[test]
fn a_handler_panics() {
    let _alone = alone();
    let canvas = Canvas::new(50, 50).unwrap();
    let element = filled(&canvas, rect(0, 0, 10, 10), 0, 0);
    element.listen(EventKind::Tap).unwrap();
    canvas.post_tap(0, 1, 1, 1).unwrap();
    canvas.post_tap(0, 1, 1, 1).unwrap();
    assert_eq!(message(|| drop(canvas.run(&|_| panic!("in a handler")))), "in a handler");
    // The run has ended and the next one goes on.
    let taps = Cell::new(0);
    canvas
        .run(&|_| {
            taps.set(taps.get() + 1);
            Ok(Continue(()))
        })
        .unwrap();
    assert_eq!(taps.get(), 1);
}

/// Through two runs and the C frames between them.
#[test]
fn a_handler_of_an_inner_run_panics() {
    let _alone = alone();
    let canvases = [(); 2].map(|()| {
        let canvas = Canvas::new(50, 50).unwrap();
        filled(&canvas, rect(0, 0, 10, 10), 0, 0).listen(EventKind::Tap).unwrap();
        canvas.post_tap(0, 1, 1, 1).unwrap();
        canvas
    });
    let [outer, inner] = &canvases;
    let panicked = message(|| {
        let _ = outer.run(&|_| {
            let _ = inner.run(&|_| panic!("deep inside"));
            unreachable!("the panic goes on");
        });
    });
    assert_eq!(panicked, "deep inside");
    assert!(!outer.is_running().unwrap() && !inner.is_running().unwrap());
}

#[test]
fn a_renderer_panics() {
    let _alone = alone();
    let before = live();
    let canvas = Canvas::new(50, 50).unwrap();
    let render = |_: &mut [u32], _: usize, _: usize, _: usize| -> bool { panic!("in a renderer") };
    let element = Element::new(rect(0, 0, 10, 10), 0, render).unwrap();
    canvas.add(&element).unwrap();
    assert_eq!(message(|| drop(element.pixels())), "in a renderer");
    element.invalidate().unwrap();
    assert_eq!(message(|| drop(canvas.refresh())), "in a renderer");
    element.invalidate().unwrap();
    assert_eq!(message(|| drop(canvas.run(&|_| Ok(Continue(()))))), "in a renderer");
    element.set_renderer(counted(1).0).unwrap();
    canvas.refresh().unwrap();
    drop((element, canvas));
    assert_eq!(live(), before);
}

struct Grumpy(#[expect(dead_code, reason = "dropped with this")] Fill);

impl Render for Grumpy {
    fn render(&mut self, _: &mut [u32], _: usize, _: usize, _: usize) -> bool {
        true
    }
}

impl Drop for Grumpy {
    fn drop(&mut self) {
        panic!("in a drop");
    }
}

#[test]
fn a_dropped_renderer_panics() {
    let _alone = alone();
    let before = live();
    let (fill, counts) = counted(0);
    let element = Element::new(rect(0, 0, 10, 10), 0, Grumpy(fill)).unwrap();
    assert_eq!(message(|| drop(element)), "in a drop");
    assert_eq!(counts.get(), (0, 1));
    let element = Element::new(rect(0, 0, 10, 10), 0, Grumpy(counted(0).0)).unwrap();
    // While another panic unwinds it is lost, which is better than an abort.
    let both = message(|| {
        let _element = element;
        panic!("the first");
    });
    assert_eq!(both, "the first");
    assert_eq!(live(), before);
}
