//! Making lists and tuples of iterators that lie about their length, fail, panic, or look around while they are asked.

mod support;

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use owned::prelude::*;
use support::{flat, python, raised};

/// Gives `gives` items and announces `announces`.
struct Lying<'a, 'py> {
    gives: usize,
    announces: usize,
    item: &'a Owned<'py, Any>,
    then: &'a dyn Fn(usize) -> Option<PyErr>,
}

/// An item that may fail to become one.
struct Shaky<'py>(Owned<'py, Any>, Option<PyErr>);

impl<'py> IntoPy<'py> for Shaky<'py> {
    type Target = Any;

    fn into_py(self, _py: Python<'py>) -> Result<Owned<'py, Any>> {
        self.1.map_or(Ok(self.0), Err)
    }
}

impl<'py> Iterator for Lying<'_, 'py> {
    type Item = Shaky<'py>;

    fn next(&mut self) -> Option<Shaky<'py>> {
        self.gives = self.gives.checked_sub(1)?;
        Some(Shaky(self.item.clone(), (self.then)(self.gives)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.announces, None)
    }
}

const CASES: [(usize, usize); 11] =
    [(0, 0), (0, 5), (1, 0), (5, 0), (5, 3), (3, 5), (1, 1), (4, 4), (100, 99), (99, 100), (0, 1)];

#[test]
fn the_length_is_that_of_what_came() {
    python(|py| {
        flat(py, |probe| {
            for (gives, announces) in CASES {
                let lying = || Lying { gives, announces, item: probe, then: &|_| None };
                let (list, tuple) = (List::new(py, lying())?, Tuple::new(py, lying())?);
                assert_eq!((list.len(), tuple.len(), probe.refcount()), (gives, gives, 2 * gives + 1));
                assert!(list.items().all(|item| item.is(probe)) && tuple.items().all(|item| item.is(probe)));
                // They are whole: Python can use and collect them.
                list.append(1)?;
                assert!(tuple.hash().is_ok());
                let tracked = py.import("gc")?.call_method("is_tracked", (&list,))?;
                assert!(tracked.is_true()?);
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn an_error_leaves_nothing() {
    python(|py| {
        flat(py, |probe| {
            for (gives, announces) in [(5, 5), (5, 0), (5, 3), (5, 9)] {
                for at in 0..5 {
                    let then = |left: usize| (left == at).then(|| ValueError::new("item"));
                    let lying = || Lying { gives, announces, item: probe, then: &then };
                    assert_eq!(raised(List::new(py, lying())), "ValueError: item");
                    assert_eq!(raised(Tuple::new(py, lying())), "ValueError: item");
                    assert_eq!(probe.refcount(), 1);
                }
            }
            let endless = Lying { gives: 1, announces: usize::MAX, item: probe, then: &|_| None };
            assert_eq!(raised(List::new(py, endless)), "MemoryError");
            let endless = Lying { gives: 1, announces: usize::MAX, item: probe, then: &|_| None };
            assert_eq!(raised(Tuple::new(py, endless)), "MemoryError");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn a_panic_leaves_nothing() {
    python(|py| {
        std::panic::set_hook(Box::new(|_| ()));
        flat(py, |probe| {
            for announces in [0, 3, 5, 9] {
                for at in 0..5 {
                    let then = |left: usize| if left == at { panic!("item") } else { None };
                    let lying = || Lying { gives: 5, announces, item: probe, then: &then };
                    assert!(catch_unwind(AssertUnwindSafe(|| List::new(py, lying()).map(drop))).is_err());
                    assert!(catch_unwind(AssertUnwindSafe(|| Tuple::new(py, lying()).map(drop))).is_err());
                    assert_eq!(probe.refcount(), 1);
                }
            }
            Ok(())
        });
        let _ = std::panic::take_hook();
        Ok(())
    });
}

/// Nobody finds a container that has places without an item, and the collector may run at any time.
#[test]
fn what_is_half_full_is_not_seen() {
    python(|py| {
        let gc = py.import("gc")?;
        let probe = &support::probe(py);
        let found = RefCell::new(0);
        let then = |_| {
            let look = || -> Result<()> {
                gc.call_method("collect", ())?;
                let holders = gc.call_method("get_referrers", (probe,))?;
                *found.borrow_mut() += holders
                    .each()?
                    .filter_map(Result::ok)
                    .filter(|o| o.is_exactly::<List>() || o.is_exactly::<Tuple>())
                    .count();
                for object in gc.call_method("get_objects", ())?.each()? {
                    let object = object?;
                    // Reading a place without an item would crash.
                    if object.is_exactly::<Tuple>() || object.is_exactly::<List>() {
                        object.each()?.try_for_each(|item| item.map(drop))?;
                    }
                }
                Ok(())
            };
            look().err()
        };
        for announces in [4, 6] {
            let lying = || Lying { gives: 4, announces, item: probe, then: &then };
            assert_eq!(List::new(py, lying())?.len(), 4);
            assert_eq!(Tuple::new(py, lying())?.len(), 4);
        }
        assert_eq!(*found.borrow(), 0, "each was seen only when it was whole");
        Ok(())
    });
}
