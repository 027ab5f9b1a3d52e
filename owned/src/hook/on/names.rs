//! The names of Python's source files, each kept once.

use core::cell::RefCell;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// The number of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Name(u32);

/// How many are kept. Who runs code under names without end (`<string-1>`, `<string-2>`) has the rest in one.
const MOST: usize = 1 << 14;
/// How long they are together, at most, in bytes.
const LONGEST: usize = 4 << 20;

#[derive(Default)]
pub(super) struct Names {
    names: Vec<&'static str>,
    numbers: HashMap<&'static str, Name>,
    length: usize,
}

static NAMES: LazyLock<Mutex<Names>> = LazyLock::new(Mutex::default);

pub(super) fn names() -> MutexGuard<'static, Names> {
    NAMES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The names that a thread was in last: where they lay, what they are, their numbers; and which is the next to go.
struct Last {
    names: [(usize, &'static str, Name); 4],
    next: usize,
}

thread_local! {
    static LAST: RefCell<Last> = const { RefCell::new(Last { names: [(0, "", Name::NONE); 4], next: 0 }) };
}

impl Name {
    pub(super) const NONE: Name = Name(0);
    /// One of those that are not kept.
    pub(super) const OTHER: Name = Name(1);

    /// `None` for none.
    pub(super) fn text(self) -> Option<String> {
        match self {
            Name::NONE => None,
            Name::OTHER => Some("(another file)".to_owned()),
            Name(number) => names().names.get(number as usize - 2).map(|&name| name.to_owned()),
        }
    }
}

/// The number of a name. A name that lies where one lay before is compared all the same: memory is used again.
pub(super) fn number(name: &str) -> Name {
    let address = name.as_ptr().addr();
    let last = LAST.try_with(|last| {
        let last = last.try_borrow().ok()?;
        last.names.iter().find(|(place, known, _)| *place == address && *known == name).map(|(_, _, number)| *number)
    });
    if let Ok(Some(number)) = last {
        return number;
    }
    let (known, number) = look_up(name);
    // While a thread ends it has no memory of its own any more.
    let _ = LAST.try_with(|last| {
        if let Ok(mut last) = last.try_borrow_mut() {
            let next = last.next;
            last.names[next] = (address, known, number);
            last.next = (next + 1) % last.names.len();
        }
    });
    number
}

fn look_up(name: &str) -> (&'static str, Name) {
    let mut names = names();
    if let Some((known, number)) = names.numbers.get_key_value(name) {
        return (known, *number);
    }
    if names.names.len() == MOST || names.length + name.len() > LONGEST {
        return ("", Name::OTHER);
    }
    let kept: &'static str = String::leak(name.to_owned());
    let number = Name(names.names.len() as u32 + 2);
    names.length += kept.len();
    names.names.push(kept);
    names.numbers.insert(kept, number);
    (kept, number)
}
