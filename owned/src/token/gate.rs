//! Who is attached, and whether anybody still may be: an interpreter does not end under a thread that uses it.

use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// How many sections are under way in which a thread was attached by us, twice; and 1 when nobody may attach any more.
static GATE: AtomicUsize = AtomicUsize::new(0);
const CLOSED: usize = 1;
const ONE: usize = 2;

/// A thread is attached, or is being, or has detached for a while within the section.
pub(super) struct Section(());

/// `None` if the interpreter is about to end.
pub(super) fn enter() -> Option<Section> {
    let entered = GATE.fetch_update(SeqCst, SeqCst, |gate| (gate & CLOSED == 0).then_some(gate + ONE));
    entered.ok().map(|_| Section(()))
}

/// Whether a thread would be let in: for the reaper, which nobody has to count, since it is gone before the interpreter ends.
pub(super) fn is_open() -> bool {
    GATE.load(SeqCst) & CLOSED == 0
}

impl Drop for Section {
    fn drop(&mut self) {
        GATE.fetch_sub(ONE, SeqCst);
    }
}

/// How many sections are under way.
#[inline]
pub(super) fn sections() -> usize {
    GATE.load(SeqCst) / ONE
}

/// Lets nobody in any more, unless somebody is in: then how many are.
#[inline]
pub(super) fn close() -> Result<(), usize> {
    GATE.compare_exchange(0, CLOSED, SeqCst, SeqCst).map(drop).map_err(|gate| gate / ONE)
}

/// Lets nobody in any more, whoever is in.
#[inline]
pub(super) fn shut() {
    GATE.fetch_or(CLOSED, SeqCst);
}

/// Lets threads in again.
#[inline]
pub(super) fn open() {
    GATE.fetch_and(!CLOSED, SeqCst);
}
