//! What the environment asks of the ledger.
//!
//! `OWNED_LEDGER=sites` is for every module, `OWNED_LEDGER=inkface:stacks,tally:sites` for some: the ledger of a module is
//! that of the library which it is in, with every other module of that library. `OWNED_LEDGER_MEMORY=64` is how many MiB
//! the records of live handles may take. `OWNED_LEDGER_AT_EXIT` names a file for what is alive at the end.

use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::env;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use super::records::RECORD_BYTES;
use super::{Level, at_exit, level, set_level};

/// What the records of live handles may take if the environment does not say, in MiB.
const MEMORY: usize = 256;

/// How many records there may be; 0 before anybody asked.
static MOST: AtomicUsize = AtomicUsize::new(0);

/// The names of the modules of this library, in the order in which they were imported.
static MODULES: Mutex<Modules> = Mutex::new(Vec::new());

pub(super) type Modules = Vec<String>;

pub(super) fn modules_locked() -> MutexGuard<'static, Modules> {
    MODULES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What each part of `OWNED_LEDGER` asks for: of which module, if it says so. Read once.
fn asked() -> &'static [(Option<String>, Level)] {
    static ASKED: OnceLock<Vec<(Option<String>, Level)>> = OnceLock::new();
    ASKED.get_or_init(|| {
        let text = env::var("OWNED_LEDGER").unwrap_or_default();
        let mut all = Vec::new();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (module, level) = match part.rsplit_once(':') {
                Some((module, level)) => (Some(module.trim().to_owned()), level.trim()),
                None => (None, part),
            };
            match level.parse() {
                Ok(level) => all.push((module, level)),
                // Whoever set it is at the terminal: it is asked for, and not understood.
                Err(unknown) => eprintln!("OWNED_LEDGER: {unknown}"),
            }
        }
        all
    })
}

/// A module of this library is imported, or a program attaches for the first time, without a name. What the environment
/// asks for it holds from now on; it wakes the ledger, and puts nothing to sleep that was woken by another module's name.
pub(crate) fn module_is_called(name: Option<&str>) {
    if let Some(name) = name {
        let mut modules = modules_locked();
        if modules.iter().any(|known| known == name) {
            return;
        }
        modules.push(name.to_owned());
    } else if !modules_locked().is_empty() {
        return; // It is no program: what is asked of it has been said by its name.
    }
    at_exit::expect();
    let of = |wanted: Option<&str>| asked().iter().rev().find(|(module, _)| module.as_deref() == wanted);
    let found = name.and_then(|name| of(Some(name))).or_else(|| of(None));
    if let Some((_, asked)) = found
        && *asked > level()
    {
        set_level(*asked);
    }
}

/// The names of the modules of this library that have been imported.
pub(crate) fn modules() -> Vec<String> {
    modules_locked().clone()
}

/// How many handles may have records.
pub(super) fn most_records() -> usize {
    match MOST.load(Relaxed) {
        0 => {
            let asked = env::var("OWNED_LEDGER_MEMORY").ok().and_then(|text| text.trim().parse::<usize>().ok());
            let most = (asked.unwrap_or(MEMORY).saturating_mul(1 << 20) / RECORD_BYTES).max(1);
            MOST.store(most, Relaxed);
            most
        }
        most => most,
    }
}
