//! Handles: what each constructor, clone, cast and release does to the object's reference count.
#![expect(unsafe_code, reason = "believes raw pointers, as bindings do")]

mod support;

use owned::Derived;
use owned::exceptions::{Exception, ValueError as ValueErrorType};
use owned::prelude::*;
use support::{flat, probe, python};

/// Counts how far the object's count has moved from what the test expects.
struct Traffic<'a, 'py> {
    object: &'a Owned<'py, Any>,
    expected: usize,
}

impl<'a, 'py> Traffic<'a, 'py> {
    fn of(object: &'a Owned<'py, Any>) -> Self {
        Traffic { object, expected: object.refcount() }
    }

    #[track_caller]
    fn taken(&mut self) {
        self.expected += 1;
        self.same();
    }

    #[track_caller]
    fn given_back(&mut self) {
        self.expected -= 1;
        self.same();
    }

    #[track_caller]
    fn same(&self) {
        assert_eq!(self.object.refcount(), self.expected);
    }
}

#[test]
fn owned_holds_exactly_one_reference() {
    python(|py| {
        let object = probe(py);
        let mut traffic = Traffic::of(&object);
        let clone = object.clone();
        traffic.taken();
        let raw = clone.into_raw();
        traffic.same();
        // SAFETY: the reference that `into_raw` gave up is taken back, and any object is an `Any`.
        let back = unsafe { Owned::<Any>::from_new(py, raw) }.expect("not NULL");
        traffic.same();
        // SAFETY: `object` is alive.
        let another = unsafe { Owned::<Any>::from_borrowed(py, object.as_ptr()) }.expect("not NULL");
        traffic.taken();
        drop(back);
        traffic.given_back();
        drop(another);
        traffic.given_back();
        Ok(())
    });
}

#[test]
fn null_is_none() {
    python(|py| {
        let null = core::ptr::null_mut();
        // SAFETY: NULL carries nothing.
        assert!(unsafe { Owned::<Any>::from_new(py, null) }.is_none());
        // SAFETY: as above.
        assert!(unsafe { Owned::<Any>::from_borrowed(py, null) }.is_none());
        // SAFETY: as above.
        assert!(unsafe { Borrowed::<Any>::from_ptr(py, null) }.is_none());
        // SAFETY: as above.
        assert!(unsafe { Py::<Any>::from_new(py, null) }.is_none());
        Ok(())
    });
}

#[test]
fn borrowed_holds_none() {
    python(|py| {
        let object = probe(py);
        let mut traffic = Traffic::of(&object);
        let borrowed = object.as_borrowed();
        let copy = borrowed;
        let any = copy.into_any();
        // SAFETY: `object` is alive and outlives the result.
        let from_c = unsafe { Borrowed::<Any>::from_ptr(py, object.as_ptr()) }.expect("not NULL");
        assert!(from_c.is(&borrowed) && any.is(&object));
        traffic.same();
        let own = borrowed.to_owned();
        traffic.taken();
        let own_too: Owned<'_, Any> = (*from_c).clone();
        traffic.taken();
        drop((own, own_too));
        traffic.expected -= 2;
        traffic.same();
        Ok(())
    });
}

#[test]
fn py_moves_its_reference_in_and_out_of_the_scope() {
    python(|py| {
        let object = probe(py);
        let mut traffic = Traffic::of(&object);
        let unbound = object.clone().unbind();
        traffic.taken();
        assert!(unbound.bind(py).is(&object));
        traffic.same();
        let second = unbound.clone_ref(py);
        traffic.taken();
        let bound = second.into_bound(py);
        traffic.same();
        drop(bound);
        traffic.given_back();
        let from_owned: Py<Any> = object.clone().into();
        traffic.taken();
        let from_borrowed: Py<Any> = object.as_borrowed().into();
        traffic.taken();
        let raw = from_borrowed.into_raw();
        traffic.same();
        // SAFETY: the reference that `into_raw` gave up is taken back.
        drop(unsafe { Py::<Any>::from_new(py, raw) });
        traffic.given_back();
        drop(from_owned);
        traffic.given_back();
        drop(unbound.into_any());
        traffic.given_back();
        Ok(())
    });
}

#[test]
fn casts_move_the_reference() {
    python(|py| {
        let list = List::empty(py)?;
        let mut traffic = Traffic::of(&list);
        let any: Owned<'_, Any> = list.clone().into_any();
        traffic.taken();
        let again = any.downcast::<List>().expect("a list");
        traffic.same();
        let base: Owned<'_, <List as Derived>::Base> = again.into_base();
        traffic.same();
        drop(base);
        traffic.given_back();
        let unbound: Py<Any> = list.clone().unbind().into_base();
        traffic.taken();
        drop(unbound);
        traffic.given_back();
        assert!(list.as_borrowed().into_base().downcast::<List>().is_ok());
        traffic.same();
        Ok(())
    });
}

#[test]
fn a_failed_downcast_gives_the_input_back() {
    python(|py| {
        let list = List::empty(py)?;
        let mut traffic = Traffic::of(&list);
        let failed = list.clone().into_any().downcast::<Str>().expect_err("a list is no str");
        traffic.taken();
        assert_eq!(failed.to_string(), "expected str, got list");
        assert_eq!(format!("{failed:?}"), "Downcast(expected str, got list)");
        let back = failed.input;
        assert!(back.is(&list));
        drop(back);
        traffic.given_back();
        let failed = list.as_borrowed().into_any().downcast::<Dict>().expect_err("nor a dict");
        assert!(failed.input.is(&list));
        traffic.same();
        let error = PyErr::from(failed);
        assert!(error.is::<TypeError>(py));
        assert_eq!(error.to_string(), "TypeError: expected dict, got list");
        Ok(())
    });
}

#[test]
fn a_subclass_is_an_instance_and_an_impostor_is_not() {
    python(|py| {
        let sub = support::eval(py, "type('L', (list,), {})()")?;
        assert!(sub.is_a::<List>());
        // `isinstance` can be fooled by `__class__`; a downcast looks at the type.
        let impostor = support::eval(py, "type('I', (), {'__class__': list})()")?;
        let list = py.import("builtins")?.getattr("list")?;
        assert!(impostor.is_instance(&list)?);
        assert!(impostor.downcast::<List>().is_err());
        let error = ValueError::new("x").into_value(py);
        assert!(error.is_a::<ValueErrorType>() && error.is_a::<Exception>());
        assert!(!error.is_a::<TypeError>());
        Ok(())
    });
}

#[test]
fn every_release_is_exact_over_many_rounds() {
    python(|py| {
        flat(py, |probe| {
            let list = List::new(py, [probe, probe])?;
            let unbound = list.clone().unbind();
            let kept = unbound.clone_ref(py).into_bound(py);
            assert!(kept.is(&list) && kept.get(1)?.is(probe));
            let raw = kept.into_raw();
            // SAFETY: taken back at once.
            drop(unsafe { Owned::<List>::from_new(py, raw) });
            let _: Option<Owned<'_, Str>> = list.into_any().downcast().ok();
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn a_py_goes_to_another_thread_and_back() {
    python(|py| {
        let object = probe(py);
        let traffic = Traffic::of(&object);
        let there = object.clone().unbind();
        let back = py.detach(|| {
            std::thread::spawn(move || {
                let count = Python::attach(|py| there.bind(py).refcount());
                (there, count)
            })
            .join()
            .expect("the thread ends")
        });
        assert_eq!(back.1, traffic.expected + 1);
        assert!(back.0.bind(py).is(&object));
        drop(back);
        traffic.same();
        Ok(())
    });
}

/// The oracle itself: it must see one reference left behind by each round.
#[test]
#[should_panic(expected = "left")]
fn a_forgotten_reference_is_seen() {
    python(|py| {
        flat(py, |_| {
            core::mem::forget(List::empty(py)?);
            Ok(())
        });
        Ok(())
    });
}

#[test]
#[should_panic(expected = "a reference to the probe is left")]
fn a_forgotten_clone_is_seen() {
    python(|py| {
        flat(py, |probe| {
            core::mem::forget(probe.clone());
            Ok(())
        });
        Ok(())
    });
}
