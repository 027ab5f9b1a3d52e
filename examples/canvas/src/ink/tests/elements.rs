//! Handles, properties, order and clouds.

use super::{alone, counted, filled, rect};
use crate::ink::{Canvas, Element, Error, EventKind, Status, live};

#[test]
fn a_handle_is_one_reference() {
    let _alone = alone();
    let before = live();
    let (fill, counts) = counted(0);
    let element = Element::new(rect(-1, 2, 3, 4), 5, fill).unwrap();
    let clone = element.clone();
    let canvas = Canvas::new(10, 10).unwrap();
    canvas.add(&element).unwrap();
    assert_eq!((live().elements, live().renderers), (before.elements + 1, before.renderers + 1));
    drop(element);
    drop(canvas.clone());
    assert_eq!(canvas.elements().unwrap(), std::slice::from_ref(&clone));
    assert_eq!(clone.canvas().unwrap().unwrap().enter().unwrap(), canvas.enter().unwrap());
    drop(canvas);
    assert!(clone.canvas().unwrap().is_none());
    assert_eq!(counts.get(), (0, 0));
    drop(clone);
    assert_eq!(counts.get(), (0, 1));
    assert_eq!(live(), before);
}

#[test]
fn properties() {
    let _alone = alone();
    let element = Element::new(rect(-1, 2, 3, 4), 5, counted(0).0).unwrap();
    assert_eq!(element.rect().unwrap(), rect(-1, 2, 3, 4));
    element.move_to(7, -8).unwrap();
    element.set_order(-5).unwrap();
    element.set_opacity(0.25).unwrap();
    element.set_visible(false).unwrap();
    assert_eq!(element.rect().unwrap(), rect(7, -8, 3, 4));
    assert_eq!(element.order().unwrap(), -5);
    assert!((element.opacity().unwrap() - 0.25).abs() < 1e-9);
    assert!(!element.visible().unwrap());
    assert!(element.occupies(7, -8).unwrap() && !element.occupies(6, -8).unwrap());
    element.listen(EventKind::Tap).unwrap();
    assert!(element.listens(EventKind::Tap).unwrap());
    element.unlisten(EventKind::Tap).unwrap();
    assert!(!element.listens(EventKind::Tap).unwrap());
    assert!(matches!(element.listen(EventKind::Timer), Err(Error::Status(Status::VALUE))));
    assert!(matches!(element.set_opacity(f64::NAN), Err(Error::Status(Status::VALUE))));
    assert!(matches!(element.set_rect(rect(0, 0, -1, 1)), Err(Error::Status(Status::SIZE))));
}

#[test]
fn refused_values_leave_the_renderer_to_us() {
    let _alone = alone();
    let before = live();
    let (fill, counts) = counted(0);
    assert!(matches!(Element::new(rect(0, 0, 20_000, 1), 0, fill), Err(Error::Status(Status::SIZE))));
    assert_eq!(counts.get(), (0, 1));
    for (width, height) in [(0, 1), (1, -1), (16_385, 1), (16_384, 16_384), (i32::MIN, i32::MAX)] {
        assert!(matches!(Canvas::new(width, height), Err(Error::Status(Status::SIZE))), "{width} x {height}");
    }
    assert_eq!(live(), before);
}

#[test]
fn order_and_clouds() {
    let _alone = alone();
    let canvas = Canvas::new(100, 100).unwrap();
    let high = filled(&canvas, rect(10, 10, 20, 20), 2, 0);
    let low = filled(&canvas, rect(0, 0, 20, 20), 1, 0);
    assert_eq!(canvas.elements().unwrap(), [low.clone(), high.clone()]);
    assert_eq!(low.clouds().unwrap(), [rect(10, 10, 10, 10)]);
    assert!(low.clouded(10, 10).unwrap() && !low.clouded(9, 9).unwrap());
    assert_eq!(canvas.hit(10, 10).unwrap(), Some(high.clone()));
    canvas.bring_to_front(&low).unwrap();
    assert_eq!(canvas.hit(10, 10).unwrap(), Some(low.clone()));
    assert!(low.clouds().unwrap().is_empty());
    canvas.reset_order().unwrap();
    assert_eq!(canvas.find(high.id()).unwrap(), Some(high.clone()));
    assert!(matches!(canvas.add(&low), Err(Error::Status(Status::ATTACHED))));
    canvas.remove(&high).unwrap();
    assert!(matches!(canvas.remove(&high), Err(Error::Status(Status::DETACHED))));
    assert_eq!(canvas.find(high.id()).unwrap(), None);
}
