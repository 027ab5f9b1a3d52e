//! A fork copies the one thread that forks. Should another hold a lock of the ledger at that moment, nobody would ever let go
//! of it in the child: so the thread that forks takes them all before, and lets go of them after, in both processes.

use core::cell::RefCell;
use std::sync::{MutexGuard, Once};

use crate::raw;

use super::{escapes, intended, names, place, records, settings, sites, stacks, swallowed, threads, violations, watch};

/// The guards of all locks. No function of the ledger takes two of them, so any order will do.
type Guards = (
    MutexGuard<'static, threads::Running>,
    MutexGuard<'static, sites::Table>,
    Vec<MutexGuard<'static, records::Shard>>,
    MutexGuard<'static, names::Names>,
    MutexGuard<'static, stacks::Stacks>,
    MutexGuard<'static, swallowed::Known>,
    MutexGuard<'static, place::Known>,
    MutexGuard<'static, escapes::Escapes>,
    MutexGuard<'static, violations::Found>,
    MutexGuard<'static, intended::Reasons>,
    MutexGuard<'static, settings::Modules>,
    MutexGuard<'static, watch::Watched>,
);

thread_local! {
    static HELD: RefCell<Option<Guards>> = const { RefCell::new(None) };
}

extern "C" fn before() {
    let all = (
        threads::running(),
        sites::table(),
        records::shards(),
        names::names(),
        stacks::stacks(),
        swallowed::known(),
        place::known(),
        escapes::escapes(),
        violations::found(),
        intended::reasons(),
        settings::modules_locked(),
        watch::watched(),
    );
    let _ = HELD.try_with(|held| held.replace(Some(all)));
}

extern "C" fn after() {
    let _ = HELD.try_with(RefCell::take);
}

/// From the first time that the ledger wakes.
pub(super) fn expect() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Where it cannot be had, a child of a process in which another thread was asking may hang when it asks itself.
        let _ = raw::at_fork(before, after);
    });
}
