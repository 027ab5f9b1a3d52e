//! What is looked at before C is called, from the level `frames` on: whether the thread is attached, whether the object is
//! alive, whether the reference is there to be given up. What is not so is a violation, and C is not called: it would crash,
//! now or later.
#![expect(unsafe_code, reason = "reads counts of objects")]

use core::ptr::NonNull;
use std::thread;

use crate::raw::{self, PyObject};

use super::records::{self, Record};
use super::{Level, Tag, Violation, level, place, sites, violated};

/// From now on wrappers of C are looked at too, or not.
pub(super) fn watch_calls(watch: bool) {
    raw::refuse_detached(watch.then_some(is_attached));
}

/// A handle to the object is about to be used.
///
/// # Panics
/// If the thread is detached or the object is freed, and the level `frames` at least.
#[inline]
pub(crate) fn used(object: NonNull<PyObject>) {
    if level() >= Level::Frames {
        is_alive(object);
    }
}

#[cold]
#[inline(never)]
fn is_attached() {
    if !raw::is_attached() && !thread::panicking() {
        refused("used while detached", "a token", "was used on a thread that is detached from Python".to_owned());
    }
}

#[cold]
#[inline(never)]
fn is_alive(object: NonNull<PyObject>) {
    is_attached();
    // SAFETY: whoever uses a handle says that the object is alive, so there was one.
    if unsafe { raw::looks_freed(object) } && !thread::panicking() {
        let what =
            format!("to the object at {:p} was used after its owner let go of it, and the object is freed", object);
        refused("used after release", "a reference", what);
    }
}

/// Before it crashes: the panic becomes an exception.
fn refused(kind: &'static str, who: &str, what: String) -> ! {
    let text = format!("{who} {what}");
    violated(Violation { kind, who: who.to_owned(), what, place: place::of_user() });
    panic!("{text}")
}

/// Whether the handles of an object are compared with its references. Without a GIL another thread can let go of one between
/// the two counts.
const COMPARED: bool = raw::HAS_GIL;

/// A handle was made, the last of `balance` to the object: there are as many references at least.
pub(super) fn made(object: NonNull<PyObject>, balance: usize) {
    if balance < 2 || !COMPARED || !raw::is_attached() {
        return;
    }
    // SAFETY: attached; a handle was just made, so the object is alive.
    let references = unsafe { raw::references(object) };
    if references < balance {
        let what = format!("was made, though {}", few(object, references, balance));
        over_released(object, "a handle", what);
    }
}

/// A handle is dropped, one of `balance` to the object: whether its reference is there to be given up.
pub(super) fn may_be_released(record: &Record, balance: usize) -> bool {
    if !raw::is_attached() {
        let what = "was dropped on a thread that is detached from Python; its reference stays".to_owned();
        let who = handle(record);
        violated(Violation { kind: "dropped while detached", who, what, place: place::of_user() });
        return false;
    }
    // It is of another life of the interpreter, or of another interpreter.
    let Some(object) = record.object.now() else { return true };
    // SAFETY: attached; the handle says that the object is alive, so there was one.
    if unsafe { raw::looks_freed(object) } {
        let what = "was dropped, though its object is freed: it was released too often".to_owned();
        over_released(object, &handle(record), what);
        return false;
    }
    // SAFETY: attached; alive, as far as can be seen.
    let references = unsafe { raw::references(object) };
    if COMPARED && references < balance {
        let what = format!("was dropped, though {}; none is released", few(object, references, balance));
        over_released(object, &handle(record), what);
        return false;
    }
    true
}

/// A handle is dropped, and nobody is there any more to release it.
#[cold]
#[inline(never)]
pub(super) fn dropped_after_the_end(tag: Tag) {
    let Some(site) = tag.site() else { return };
    let who = format!("the handle {}", made_there(&site));
    let what = "was dropped after Python had ended: its object was never freed".to_owned();
    let place = Some((site.place.file().to_owned(), site.place.line()));
    violated(Violation { kind: "dropped after the end", who, what, place });
}

/// A handle is dropped on a thread that is attached to an interpreter which its object is not of.
#[cold]
#[inline(never)]
pub(super) fn dropped_in_another(tag: Tag) {
    let Some(site) = tag.site() else { return };
    let who = format!("the handle {}", made_there(&site));
    let what = "was dropped in an interpreter that its object is not of: its reference waits for a thread of its own";
    let place = place::of_user().or_else(|| Some((site.place.file().to_owned(), site.place.line())));
    violated(Violation { kind: "dropped in the wrong interpreter", who, what: what.to_owned(), place });
}

fn few(object: NonNull<PyObject>, references: usize, balance: usize) -> String {
    // SAFETY: attached, by the callers; alive, as its count says.
    let kind = unsafe { raw::kind_of(object) };
    format!("its `{kind}` has {references} references for {balance} handles")
}

/// Each handle to the object may be the one that nothing stands for: all their lines are said.
fn over_released(object: NonNull<PyObject>, who: &str, what: String) {
    let mut lines: Vec<String> =
        records::all().filter(|record| record.object.now() == Some(object)).map(|record| made_at(&record)).collect();
    lines.sort();
    lines.dedup();
    let others = if lines.is_empty() { String::new() } else { format!("; handles to it: {}", lines.join(", ")) };
    violated(Violation { kind: "over-release", who: who.to_owned(), what: what + &others, place: place::of_user() });
}

fn handle(record: &Record) -> String {
    format!("the handle {}", made_at(record))
}

fn made_at(record: &Record) -> String {
    match sites::all().get(record.site.0 as usize) {
        Some(site) => made_there(site),
        None => "of an unknown line".to_owned(),
    }
}

fn made_there(site: &sites::Site) -> String {
    format!("{} at {}:{}", site.handle(), site.place.file(), site.place.line())
}
