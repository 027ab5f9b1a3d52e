//! Handles on threads that are not their home.

use std::sync::mpsc;
use std::thread;

use super::{alone, counted, filled, rect};
use crate::ink::{Canvas, Element, Error, EventKind, live};

#[test]
fn another_thread_is_refused() {
    let _alone = alone();
    let canvas = Canvas::new(50, 50).unwrap();
    let element = filled(&canvas, rect(0, 0, 10, 10), 0, 0);
    thread::scope(|scope| {
        scope.spawn(|| {
            assert!(matches!(canvas.post_tap(0, 1, 1, 1), Err(Error::WrongThread(_))));
            assert!(matches!(canvas.run(&|_| unreachable!()), Err(Error::WrongThread(_))));
            assert!(matches!(canvas.pixels(), Err(Error::WrongThread(_))));
            assert!(matches!(element.move_to(1, 1), Err(Error::WrongThread(_))));
            assert!(matches!(element.listen(EventKind::Tap), Err(Error::WrongThread(_))));
            // An element of the other thread on a canvas of this one.
            let own = Canvas::new(10, 10).unwrap();
            assert!(matches!(own.add(&element), Err(Error::WrongThread(_))));
            // What touches no C object works.
            assert_eq!((element.id(), canvas.width()), (element.clone().id(), 50));
        });
    });
    assert_eq!(canvas.queued().unwrap(), 0);
}

#[test]
fn dropped_elsewhere_released_at_home() {
    let _alone = alone();
    let before = live();
    let (fill, counts) = counted(0);
    let element = Element::new(rect(0, 0, 10, 10), 0, fill).unwrap();
    let canvas = Canvas::new(50, 50).unwrap();
    canvas.add(&element).unwrap();
    let other = Canvas::new(10, 10).unwrap();
    thread::spawn(move || drop((element, canvas))).join().unwrap();
    assert_eq!(counts.get(), (0, 0));
    // The next call of any kind.
    other.now().unwrap();
    assert_eq!(counts.get(), (0, 1));
    drop(other);
    assert_eq!(live(), before);
}

#[test]
fn a_thread_ends_before_its_handles() {
    let _alone = alone();
    let before = live();
    let (fill, counts) = counted(0);
    let (canvas, element) = thread::spawn(move || {
        let canvas = Canvas::new(50, 50).unwrap();
        let element = Element::new(rect(0, 0, 10, 10), 0, fill).unwrap();
        canvas.add(&element).unwrap();
        (canvas, element)
    })
    .join()
    .unwrap();
    assert!(matches!(canvas.now(), Err(Error::WrongThread(_))));
    drop(element);
    assert_eq!(counts.get(), (0, 0)); // the canvas holds it
    drop(canvas);
    assert_eq!(counts.get(), (0, 1));
    assert_eq!(live(), before);
}

/// Dropped while its home is alive, released at its end.
#[test]
fn orphans_at_the_end_of_a_thread() {
    let _alone = alone();
    let before = live();
    let (fill, counts) = counted(0);
    let (send, receive) = mpsc::channel();
    let (done, wait) = mpsc::channel::<()>();
    let home = thread::spawn(move || {
        send.send(Element::new(rect(0, 0, 10, 10), 0, fill).unwrap()).unwrap();
        wait.recv().unwrap();
    });
    drop(receive.recv().unwrap());
    assert_eq!(counts.get(), (0, 0));
    done.send(()).unwrap();
    home.join().unwrap();
    assert_eq!(counts.get(), (0, 1));
    assert_eq!(live(), before);
}

/// Many threads drop handles of one home while it works, and after it has ended.
#[test]
fn many_threads_drop() {
    let _alone = alone();
    let before = live();
    let (send, receive) = mpsc::channel::<Element>();
    let receive = std::sync::Arc::new(std::sync::Mutex::new(receive));
    let home = thread::spawn(move || {
        let canvas = Canvas::new(50, 50).unwrap();
        for number in 0..2000 {
            let element = filled(&canvas, rect(number % 40, 0, 10, 10), number, 0);
            canvas.remove(&element).unwrap();
            send.send(element).unwrap();
        }
    });
    let droppers: Vec<_> = (0..4)
        .map(|_| {
            let receive = std::sync::Arc::clone(&receive);
            thread::spawn(move || {
                loop {
                    let next = receive.lock().unwrap().recv();
                    let Ok(element) = next else { break };
                    drop(element);
                }
            })
        })
        .collect();
    home.join().unwrap();
    for dropper in droppers {
        dropper.join().unwrap();
    }
    assert_eq!(live(), before);
}
