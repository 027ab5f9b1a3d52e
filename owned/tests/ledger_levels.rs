//! The levels of the ledger: what is kept of each handle, whoever makes it and whoever lets go of it.
#![expect(unsafe_code, reason = "believes raw pointers and copies a handle, as code that is wrong does")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod ledger_support;
mod support;

use std::collections::BTreeSet;
use std::thread;

use ledger_support::{At, of};
use owned::prelude::*;
use owned::report::{ENABLED, Level, intended, set_level, snapshot, violations};
use support::{probe, python, run};

#[owned::module]
mod sleeper {
    use std::sync::atomic::{AtomicI64, Ordering::SeqCst};

    use owned::prelude::*;

    /// Keeps a reference of its argument for good.
    #[function]
    fn keep(object: Owned<'_, Any>) {
        std::mem::forget(object);
    }

    /// Clones of its argument.
    #[function]
    fn many(object: Owned<'_, Any>) {
        for _ in 0..10 {
            drop(object.clone());
        }
    }

    static SAID: AtomicI64 = AtomicI64::new(0);

    #[function]
    fn said(number: i64) {
        SAID.store(number, SeqCst);
    }

    #[function]
    fn heard() -> i64 {
        SAID.load(SeqCst)
    }
}

#[test]
fn a_level_has_a_name() {
    for (name, level) in
        [("off", Level::Off), ("sites", Level::Sites), ("frames", Level::Frames), ("stacks", Level::Stacks)]
    {
        assert_eq!(name.parse(), Ok(level));
        assert_eq!(level.to_string(), name);
    }
    let unknown = "everything".parse::<Level>().unwrap_err();
    assert_eq!(unknown.to_string(), "no level `everything`: write `off`, `sites`, `frames` or `stacks`");
}

#[test]
fn what_is_made_asleep_is_never_missed() {
    python(|py| {
        let object = probe(py);
        let before = snapshot();
        let asleep = At::level(Level::Off);
        let quiet = object.clone();
        drop(asleep);
        assert_eq!(snapshot().since(&before).total(), 0);
        let heard = object.clone();
        assert_eq!(snapshot().since(&before).total(), i64::from(ENABLED));
        let asleep = At::level(Level::Off);
        drop((quiet, heard)); // each goes as it came
        drop(asleep);
        assert_eq!(snapshot().since(&before).sites(), []);
        Ok(())
    });
}

#[test]
fn from_frames_on_each_handle_has_a_record() {
    python(|py| {
        let object = probe(py);
        let _at = At::level(Level::Frames);
        let (first, line) = (object.clone(), line!());
        let second = object.clone().unbind();
        let found = of(&object);
        assert_eq!(found.len(), if ENABLED { 2 } else { 0 });
        if !ENABLED {
            return Ok(());
        }
        assert_eq!((found[0].file.as_str(), found[0].line, found[0].handle.as_str()), (file!(), line, "Owned<Any>"));
        assert_eq!(found[1].handle, "Py<Any>");
        assert!(found[0].serial < found[1].serial);
        assert!(found.iter().all(|handle| handle.stack.is_none() && handle.python.is_none() && !handle.escaped));
        drop(first);
        assert_eq!(of(&object), found[1..]);
        let raw = second.into_raw();
        let found = of(&object);
        assert!(found.len() == 1 && found[0].escaped, "{found:?}");
        // SAFETY: the reference that `into_raw` gave up.
        drop(unsafe { Py::<Any>::from_new(py, raw) });
        assert_eq!(of(&object), []);
        Ok(())
    });
}

#[test]
fn serial_numbers_are_never_used_again() {
    python(|py| {
        let object = probe(py);
        let _at = At::level(Level::Frames);
        let mut seen = BTreeSet::new();
        for _ in 0..1000 {
            let one = object.clone();
            seen.extend(of(&object).iter().map(|handle| handle.serial));
            drop(one);
        }
        assert_eq!(seen.len(), if ENABLED { 1000 } else { 0 });
        Ok(())
    });
}

#[test]
fn who_releases_twice_is_told() {
    python(|py| {
        let object = probe(py);
        let _at = At::level(Level::Frames);
        // A record is left below, of a handle that is no more: no other test may have the address.
        object.clone().leak_forever("its address is not used again");
        let before = violations().len();
        let (kept, spare) = (object.clone(), object.clone());
        // SAFETY: the handle is copied, as code that is wrong does; the reference that it releases is that of `spare`.
        let copy = unsafe { core::ptr::read(&kept) };
        drop((copy, kept));
        std::mem::forget(spare);
        let found = violations().split_off(before);
        assert_eq!(found.len(), usize::from(ENABLED), "{found:?}");
        if let [violation] = &found[..] {
            assert_eq!(violation.kind, "released twice");
            assert!(violation.to_string().contains("had been released before"), "{violation}");
        }
        Ok(())
    });
}

#[test]
fn what_is_leaked_on_purpose_is_no_leak() {
    python(|py| {
        let object = probe(py);
        for level in [Level::Sites, Level::Frames] {
            let _at = At::level(level);
            let before = snapshot();
            let (line, reason) = (line!() + 2, if level == Level::Sites { "a name" } else { "another name" });
            for one in [object.clone(), object.clone()] {
                one.leak_forever(reason);
            }
            assert_eq!(snapshot().since(&before).sites(), []);
            let found: Vec<_> = intended().into_iter().filter(|one| one.reason == reason).collect();
            assert_eq!(found.len(), usize::from(ENABLED));
            if let [one] = &found[..] {
                assert_eq!((one.file.as_str(), one.line, one.count), (file!(), line, 2));
                assert_eq!((one.handle.as_str(), one.reason.as_str()), ("Owned<Any>", reason));
            }
        }
        object.clone().unbind().leak_forever("the same for a `Py`");
        assert!(!ENABLED || intended().iter().any(|one| one.handle == "Py<Any>"));
        Ok(())
    });
}

#[test]
fn a_record_says_which_line_of_python_ran() {
    python(|py| {
        let module = owned::load!(py, sleeper)?;
        let object = probe(py);
        object.clone().leak_forever("its address is not used again");
        let _at = At::level(Level::Frames);
        let code = owned::types::Module::from_source(py, "made", "\n\ndef call(keep, object):\n    keep(object)\n")?;
        code.getattr("call")?.call((module.getattr("keep")?, &object))?;
        let found = of(&object);
        let kept = found.iter().find(|handle| handle.python.is_some());
        assert_eq!(kept.is_some(), ENABLED, "{found:?}");
        if let Some(kept) = kept {
            assert_eq!(kept.python, Some(("<made>".to_owned(), 4)));
            assert_eq!(kept.interpreter, 0);
        }
        Ok(())
    });
}

#[test]
fn to_note_a_line_begins_no_collection() {
    python(|py| {
        // From 3.12 on a collection begins between two instructions of Python's alone, whatever was allocated before.
        if py.import("sys")?.getattr("version_info")?.ge((3, 12))? {
            return Ok(());
        }
        let module = owned::load!(py, sleeper)?;
        let collections = |level: Level| -> Result<i64> {
            let _at = At::level(level);
            // `many` is called below a frame of its own each time, of which nobody has made an object yet.
            run(
                &module,
                "class C: pass\n\
                 c = C()\n\
                 begun = []\n\
                 def call(many): many(c)\n\
                 gc.collect()\n\
                 gc.callbacks.append(lambda phase, info: begun.append(phase))\n\
                 was = gc.get_threshold()\n\
                 gc.set_threshold(1)\n\
                 many = m.many\n\
                 try:\n    \
                     before = len(begun)\n    \
                     for _ in range(100): call(many)\n    \
                     after = len(begun)\n\
                 finally:\n    \
                     gc.set_threshold(*was); gc.callbacks.pop()\n\
                 m.said(after - before)",
            )?;
            module.getattr("heard")?.call(())?.extract()
        };
        let (asleep, frames) = (collections(Level::Off)?, collections(Level::Frames)?);
        assert_eq!(asleep, frames);
        Ok(())
    });
}

#[test]
fn stacks_name_who_called() {
    #[inline(never)]
    fn the_one_who_makes_it<'py>(object: &Owned<'py, Any>) -> (Owned<'py, Any>, u32) {
        (object.clone(), line!())
    }
    python(|py| {
        let object = probe(py);
        let _at = At::level(Level::Stacks);
        let (kept, line) = the_one_who_makes_it(&object);
        let found = of(&object);
        assert_eq!(found.len(), usize::from(ENABLED));
        if let [handle] = &found[..] {
            let stack = handle.stack.as_deref().unwrap_or_default();
            assert!(stack.iter().any(|line| line.contains("the_one_who_makes_it")), "{stack:#?}");
            assert!(
                stack[0].contains("the_one_who_makes_it") && stack[0].ends_with(&format!(".rs:{line}")),
                "{stack:#?}"
            );
        }
        drop(kept);
        Ok(())
    });
}

#[test]
fn one_thread_makes_and_another_lets_go() {
    python(|py| {
        let object = probe(py).unbind();
        let before = snapshot();
        for level in [Level::Sites, Level::Frames] {
            let _at = At::level(level);
            let handles: Vec<Py<Any>> = (0..100).map(|_| object.clone_ref(py)).collect();
            assert_eq!(snapshot().since(&before).total(), if ENABLED { 100 } else { 0 });
            py.detach(|| {
                thread::spawn(move || Python::attach(|_| drop(handles))).join().expect("the thread ends well");
            });
            // The thread has ended, and what it counted is still counted.
            assert_eq!(snapshot().since(&before).sites(), []);
        }
        Ok(())
    });
}

#[test]
fn eight_threads_count_right() {
    python(|py| {
        let object = probe(py).unbind();
        let before = snapshot();
        py.detach(|| {
            thread::scope(|scope| {
                for at in 0..8 {
                    let object = &object;
                    scope.spawn(move || {
                        for round in 0..200 {
                            Python::attach(|py| {
                                let _former = (at == 0)
                                    .then(|| set_level([Level::Sites, Level::Frames, Level::Stacks][round % 3]));
                                let kept = object.clone_ref(py);
                                drop((object.clone_ref(py), kept));
                            });
                        }
                    });
                }
            });
        });
        set_level(Level::Sites);
        assert_eq!(snapshot().since(&before).sites(), []);
        Ok(())
    });
}
