//! A call that is checked: counts before and after are compared with what was declared.
#![expect(unsafe_code, reason = "holds arguments beyond a call that may release too much")]

use core::panic::Location;
use core::ptr;

use crate::err::{PyErr, Result};
use crate::hook::{self, Level, Violation};
use crate::object::List;
use crate::ptr::{Any, Owned};
use crate::raw::{self, BorrowedRef, NewRef, PyObject};
use crate::token::Python;

use super::position::Does;

/// From this count on an object may be immortal: then its count says nothing.
const IMMORTAL: usize = 1 << 29;

/// One call of an imported function.
pub struct Call {
    function: &'static str,
    panics: bool,
    /// While the ledger sleeps nobody looks.
    awake: bool,
    arguments: Vec<Argument>,
    /// What the arguments own, and its counts.
    owned: Vec<(NewRef, usize)>,
}

struct Argument {
    name: &'static str,
    does: Does,
    /// A reference of our own: what C releases wrongly is not gone.
    object: NewRef,
    before: usize,
}

impl Call {
    /// Of the function of this name. `panics` says whether a violation does.
    pub fn new(function: &'static str, panics: bool) -> Self {
        Call { function, panics, awake: hook::level() != Level::Off, arguments: Vec::new(), owned: Vec::new() }
    }

    pub(super) fn argument(&mut self, object: BorrowedRef<'_>, name: &'static str, does: Does) {
        if self.awake {
            self.arguments.push(Argument { name, does, object: object.to_new(), before: 0 });
        }
    }

    /// All arguments are noted: C is called next.
    pub fn begins(&mut self, py: Python<'_>) {
        if !self.awake {
            return;
        }
        let all = self.arguments.iter().map(|argument| argument.object.borrow());
        self.owned = referents(py, all).unwrap_or_default().into_iter().map(|object| (object, 0)).collect();
        for (object, before) in &mut self.owned {
            *before = raw::refcount(object.borrow());
        }
        for argument in &mut self.arguments {
            argument.before = raw::refcount(argument.object.borrow());
        }
    }

    /// C has given an object, or NULL for a failure. `ours` is how many of its references are the caller's by now.
    #[track_caller]
    pub(super) fn ends_with(self, py: Python<'_>, result: *mut PyObject, ours: isize) {
        self.check(py, result.is_null(), Some((result, ours)));
    }

    /// C has given a value.
    #[track_caller]
    pub(super) fn ends(self, py: Python<'_>, failed: bool) {
        self.check(py, failed, None);
    }

    #[track_caller]
    fn check(mut self, py: Python<'_>, failed: bool, result: Option<(*mut PyObject, isize)>) {
        if !self.awake {
            return;
        }
        // Counted before anything else is done. What is raised holds references itself, as its traceback does.
        let after: Vec<usize> = self.arguments.iter().map(|one| raw::refcount(one.object.borrow())).collect();
        let owned: Vec<usize> = self.owned.iter().map(|(one, _)| raw::refcount(one.borrow())).collect();
        let mut raised = PyErr::take(py);
        let told = raised.as_mut().map(|error| of_exception(py, error)).unwrap_or_default();
        let mut found = Vec::new();
        match (&raised, failed) {
            (None, true) => found.push("failed without an exception".to_owned()),
            (Some(error), false) => found.push(format!("succeeded with an exception set: {error}")),
            _ => {}
        }
        let is = |one: &NewRef, other: *mut PyObject| ptr::eq(one.borrow().as_ptr(), other);
        let of_result = |one: &NewRef| result.filter(|&(result, _)| is(one, result)).map_or(0, |(_, ours)| ours);
        for (at, argument) in self.arguments.iter().enumerate() {
            let pointer = argument.object.borrow().as_ptr();
            if argument.before >= IMMORTAL || self.arguments[..at].iter().any(|one| is(&one.object, pointer)) {
                continue;
            }
            let same = || self.arguments.iter().filter(|one| is(&one.object, pointer));
            let moved = after[at].cast_signed() - argument.before.cast_signed() - of_result(&argument.object);
            // An exception may hold what it is about, as a `KeyError` does.
            let moved = moved - told.iter().filter(|one| is(one, pointer)).count().cast_signed().min(moved.max(0));
            let stolen = same().filter(|one| one.does == Does::Steal).count().cast_signed();
            let keeps = same().any(|one| one.does == Does::Keep);
            let name = argument.name;
            if moved < -stolen {
                found.push(format!(
                    "released {} of `{name}` that {} not its own",
                    many(-stolen - moved),
                    are(-stolen - moved)
                ));
            } else if failed && moved > -stolen && !keeps {
                let what = if stolen > 0 { "failed and did not release" } else { "failed and kept" };
                found.push(format!("{what} {} of `{name}`", many(moved + stolen)));
            } else if moved > 0 && !keeps {
                found.push(format!("kept {} of `{name}` that {} only lent", many(moved), were(moved)));
            } else if moved > -stolen && stolen > 0 && !keeps && !self.shows(py, pointer, result) {
                found.push(format!(
                    "neither released the reference to `{name}` nor stored it in the result or an argument: if C keeps \
                     it, declare `Escaped`"
                ));
            }
        }
        for (at, (object, before)) in self.owned.iter().enumerate() {
            let is_argument = self.arguments.iter().any(|one| is(&one.object, object.borrow().as_ptr()));
            if let Some((_, ours)) = result.filter(|&(result, _)| is(object, result))
                && !is_argument
                && *before < IMMORTAL
            {
                let moved = owned[at].cast_signed() - before.cast_signed() - ours;
                if moved < 0 {
                    found.push("gave a borrowed reference as a new one".to_owned());
                } else if moved > 0 {
                    found.push("gave a new reference as a borrowed one".to_owned());
                }
                break;
            }
        }
        self.arguments.clear();
        self.owned.clear();
        if let Some(raised) = raised.filter(|_| failed) {
            raised.restore(py);
        }
        self.report(found);
    }

    /// Whether an object is one that the result or another argument owns.
    fn shows(&self, py: Python<'_>, object: *mut PyObject, result: Option<(*mut PyObject, isize)>) -> bool {
        let result = result.and_then(|(result, _)| {
            // SAFETY: C has just given it, and the caller holds it; attached.
            unsafe { BorrowedRef::from_ptr(result) }
        });
        let others = self.arguments.iter().map(|one| one.object.borrow());
        let others = others.filter(|one| !ptr::eq(one.as_ptr(), object)).chain(result);
        referents(py, others).is_none_or(|all| all.iter().any(|one| ptr::eq(one.borrow().as_ptr(), object)))
    }

    #[track_caller]
    fn report(&self, found: Vec<String>) {
        let place = Location::caller();
        let text = found.join("; ");
        for what in found {
            let who = format!("`{}`", self.function);
            hook::violated(Violation {
                kind: "declaration",
                who,
                what,
                place: Some((place.file().to_owned(), place.line())),
            });
        }
        if self.panics && !text.is_empty() && !std::thread::panicking() {
            panic!("`{}` is not as it is declared: it {text}", self.function);
        }
    }
}

fn many(count: isize) -> String {
    if count == 1 { "a reference".to_owned() } else { format!("{count} references") }
}

fn are(count: isize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn were(count: isize) -> &'static str {
    if count == 1 { "was" } else { "were" }
}

/// What an exception owns, and what its arguments do.
fn of_exception(py: Python<'_>, error: &mut PyErr) -> Vec<NewRef> {
    let value = error.value(py);
    let mut all = referents(py, [value.raw()].into_iter()).unwrap_or_default();
    let inner = referents(py, all.iter().map(NewRef::borrow)).unwrap_or_default();
    all.extend(inner);
    all
}

/// What objects own, as the collector sees it (`gc.get_referents`). `None` where it cannot be asked.
fn referents<'a>(py: Python<'_>, of: impl Iterator<Item = BorrowedRef<'a>>) -> Option<Vec<NewRef>> {
    let raised = PyErr::take(py);
    let ask = || -> Result<Vec<NewRef>> {
        let of: Vec<BorrowedRef<'a>> = of.collect();
        let ask = py.import("gc")?.getattr("get_referents")?;
        // SAFETY: attached, by `py`.
        let all = unsafe { raw::vectorcall(ask.raw(), &of) }?;
        // SAFETY: every object is an `Any`.
        let all = unsafe { Owned::<Any>::from_ref(py, all) }.downcast::<List>()?;
        (0..all.len()).map(|at| Ok(all.get(at)?.into_ref())).collect()
    };
    let found = ask();
    if let Some(raised) = raised {
        raised.restore(py);
    }
    found.ok()
}
