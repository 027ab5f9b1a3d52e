//! The native stack where a handle was made: addresses, each list of them kept once, and named only for a report.

use core::ffi::c_void;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// The number of a stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stack(pub(super) u32);

/// How many callers are kept of each.
const DEPTH: usize = 20;
/// What nobody looks for in a stack: how the names of the ledger, of handles, of Rust's runtime and of Python's interpreter
/// begin.
const NOISE: [&str; 16] = [
    "owned::",
    "<owned::",
    "backtrace::",
    "std::",
    "<std::",
    "core::",
    "<core::",
    "alloc::",
    "<alloc::",
    "test::",
    "_Py",
    "Py_",
    "__libc",
    "_start",
    "start_thread",
    "<fn",
];
/// How many stacks are kept: 10 MiB, and their numbers as much again. Who has more of them has the rest without.
const MOST: usize = 1 << 16;

#[derive(Default)]
pub(super) struct Stacks {
    stacks: Vec<[usize; DEPTH]>,
    numbers: HashMap<[usize; DEPTH], Stack>,
}

static STACKS: LazyLock<Mutex<Stacks>> = LazyLock::new(Mutex::default);

pub(super) fn stacks() -> MutexGuard<'static, Stacks> {
    STACKS.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Stack {
    pub(super) const NONE: Stack = Stack(0);

    /// What called what, the innermost first, but for the [noise](NOISE).
    pub(super) fn lines(self) -> Option<Vec<String>> {
        let addresses = *stacks().stacks.get(self.0.checked_sub(1)? as usize)?;
        let mut frames = Vec::new();
        for address in addresses.into_iter().filter(|address| *address != 0) {
            backtrace::resolve(address as *mut c_void, |symbol| {
                let Some(name) = symbol.name() else { return };
                let place = symbol.filename().zip(symbol.lineno());
                let place = place.map(|(file, line)| format!(" at {}:{line}", file.display()));
                frames.push((format!("{name:#}"), place.unwrap_or_default()));
            });
        }
        // The innermost ones, as far as the ledger's last, are how the stack was taken.
        let own = frames.iter().rposition(|(name, _)| name.contains("owned::hook::on"));
        let mut lines = Vec::new();
        for (name, place) in frames.split_off(own.map_or(0, |last| last + 1)) {
            if !NOISE.iter().any(|noise| name.starts_with(noise)) {
                lines.push(name + &place);
            }
        }
        Some(lines)
    }
}

/// The stack of this thread.
pub(super) fn here() -> Stack {
    let (mut addresses, mut depth) = ([0; DEPTH], 0);
    backtrace::trace(|frame| {
        addresses[depth] = frame.ip().addr();
        depth += 1;
        depth < DEPTH
    });
    let mut stacks = stacks();
    if let Some(number) = stacks.numbers.get(&addresses) {
        return *number;
    }
    if stacks.stacks.len() == MOST {
        return Stack::NONE;
    }
    stacks.stacks.push(addresses);
    let number = Stack(stacks.stacks.len() as u32);
    stacks.numbers.insert(addresses, number);
    number
}
