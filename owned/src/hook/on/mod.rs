//! The ledger: how many handles are alive, by the line and the type that made them.
//!
//! A *site* is a source location and a handle type. What is kept of a handle depends on the level at the moment when it is
//! made: nothing, its site, or a record of its own under a serial number that is never used again. Its tag says which; so
//! a handle is released as it was made, whatever the level is by then.
//!
//! Each thread counts for itself (`threads`): a handle can be made by one and released by another, and the sums are right.
//! What grows with the program and not with its source (records, stacks, names of files) has bounds, behind which the
//! ledger knows less and says so.

mod at_exit;
mod escapes;
mod fork;
mod guard;
mod intended;
mod live;
mod names;
mod outcomes;
mod place;
mod records;
mod rows;
mod settings;
mod sites;
mod stacks;
mod swallowed;
mod threads;
mod violations;
mod watch;

use core::any::type_name;
use core::num::NonZeroU64;
use core::panic::Location;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicU8, Ordering::Relaxed};

use crate::raw::{self, LivePointer, PyObject};

use super::Level;

pub(crate) use escapes::taken_back;
pub(crate) use guard::used;
pub(crate) use intended::intended;
pub(crate) use live::{handles, unrecorded};
pub(crate) use outcomes::{given, nothing_said, succeeded};
use place::Place;
use records::Key;
pub(crate) use rows::rows;
pub(crate) use settings::{module_is_called, modules};
use sites::SiteIndex;
pub(crate) use threads::quietly;
pub(crate) use violations::{Violation, violated, violations};
pub(crate) use watch::{lives, memory_is_kept, seen, unwatch, watch, watches};

/// A `Level`.
static LEVEL: AtomicU8 = AtomicU8::new(Level::Off as u8);

/// That of handles made from now on.
pub(crate) fn level() -> Level {
    match LEVEL.load(Relaxed) {
        0 => Level::Off,
        1 => Level::Sites,
        2 => Level::Frames,
        _ => Level::Stacks,
    }
}

/// Sets that of handles made from now on, and gives the former.
pub(crate) fn set_level(new: Level) -> Level {
    if new != Level::Off {
        fork::expect();
    }
    let former = level();
    guard::watch_calls(new >= Level::Frames);
    LEVEL.store(new as u8, Relaxed);
    former
}

/// What the ledger knows of a handle: 1 if nothing, a greater odd number for a site, an even one for the serial number of
/// its record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag(NonZeroU64);

/// What a tag says.
enum Kept {
    Nothing,
    Site(SiteIndex),
    Record(Key),
}

impl Tag {
    /// That of a handle made while the ledger slept, and of a borrowed reference.
    pub(crate) const NOBODY: Tag = Tag(NonZeroU64::MIN);

    fn of_site(site: SiteIndex) -> Tag {
        Tag(NonZeroU64::MIN.saturating_add((u64::from(site.0) + 1) << 1))
    }

    /// Serial numbers begin at 1, so no key is 0.
    fn of_record(Key(key): Key) -> Tag {
        Tag(NonZeroU64::new(key << 1).expect("serial numbers begin at 1"))
    }

    fn kept(self) -> Kept {
        let (value, is_record) = (self.0.get() >> 1, self.0.get() & 1 == 0);
        match value {
            0 => Kept::Nothing,
            key if is_record => Kept::Record(Key(key)),
            site => Kept::Site(SiteIndex((site - 1) as u32)),
        }
    }

    /// The handle has given up its reference to something else.
    #[inline]
    pub(crate) fn released(self) {
        if self.0 != Tag::NOBODY.0 {
            self.forget();
        }
    }

    /// The handle is dropped: whether its reference is there to be given up. If not, that is a violation, and the count of
    /// the object is not to be touched.
    #[inline]
    pub(crate) fn dropped(self) -> bool {
        self.0 == Tag::NOBODY.0 || self.may_be_released()
    }

    #[cold]
    #[inline(never)]
    fn may_be_released(self) -> bool {
        let Kept::Record(key) = self.kept() else {
            self.forget();
            return true;
        };
        let Some((record, balance)) = self.take(key) else { return false };
        if record.of_error {
            swallowed::dropped(&record);
        }
        guard::may_be_released(&record, balance)
    }

    /// The handle is dropped on a thread that is not attached, or is so to another interpreter: somebody else will release
    /// it, unless Python has ended.
    #[inline]
    pub(crate) fn waits(self, object: LivePointer) {
        if self.0 != Tag::NOBODY.0 {
            self.cannot_be_released(object);
        }
    }

    #[cold]
    #[inline(never)]
    fn cannot_be_released(self, object: LivePointer) {
        if !raw::interpreter_is_running() {
            guard::dropped_after_the_end(self);
        } else if raw::is_attached() && object.now().is_none() {
            guard::dropped_in_another(self);
        }
    }

    /// The line that made it, if that is known.
    fn site(self) -> Option<sites::Site> {
        let site = match self.kept() {
            Kept::Nothing => return None,
            Kept::Site(site) => site,
            Kept::Record(key) => records::find(key)?.site,
        };
        sites::all().get(site.0 as usize).copied()
    }

    /// Out of line: while the ledger sleeps, nothing of it is in the way. What was released, if there is a record of it.
    #[cold]
    #[inline(never)]
    fn forget(self) -> Option<NonNull<PyObject>> {
        match self.kept() {
            Kept::Nothing => None,
            Kept::Site(site) => {
                threads::gone(site);
                None
            }
            Kept::Record(key) => NonNull::new(self.take(key)?.0.address()),
        }
    }

    /// The record, and how many handles the object had with it.
    fn take(self, key: Key) -> Option<(records::Record, usize)> {
        let Some((record, balance)) = live::remove(key) else {
            let who = "a handle that was copied".to_owned();
            let what = "was released, and had been released before".to_owned();
            violated(Violation { kind: "released twice", who, what, place: place::of_user() });
            return None;
        };
        threads::gone(record.site);
        Some((record, balance))
    }

    /// The reference goes over to a handle of another type, made at `place`.
    #[inline]
    pub(crate) fn renewed<Handle>(self, place: &'static Location<'static>) -> Tag {
        if self.0 == Tag::NOBODY.0 && level() == Level::Off {
            return Tag::NOBODY;
        }
        let object = self.forget();
        made(object, place, type_name::<Handle>(), false)
    }

    /// The reference is given up for good, and that is meant.
    #[inline]
    pub(crate) fn intended<Handle>(self, place: &'static Location<'static>, reason: &'static str) {
        self.released();
        if level() != Level::Off {
            intended::note(place, type_name::<Handle>(), reason);
        }
    }

    /// The handle became a raw pointer at `place`: from now on that line answers for the reference.
    #[inline]
    pub(crate) fn escaped<Handle>(self, object: NonNull<PyObject>, place: &'static Location<'static>) {
        self.released();
        if level() != Level::Off {
            escapes::keep(object, made(Some(object), place, type_name::<Handle>(), true));
        }
    }
}

/// A handle of type `Handle` was made at `place`.
#[inline]
pub(crate) fn acquired<Handle>(object: NonNull<PyObject>, place: &'static Location<'static>) -> Tag {
    if level() == Level::Off {
        return Tag::NOBODY;
    }
    made(Some(object), place, type_name::<Handle>(), false)
}

#[cold]
#[inline(never)]
fn made(
    object: Option<NonNull<PyObject>>,
    place: &'static Location<'static>,
    handle: &'static str,
    escape: bool,
) -> Tag {
    let level = level();
    if level == Level::Off {
        return Tag::NOBODY;
    }
    let Some(site) = threads::made(place, handle, escape) else { return Tag::NOBODY };
    if level >= Level::Frames
        && let Some(object) = object
        && let Some((key, balance)) = live::insert(object, site, handle, escape, level)
    {
        if !escape {
            guard::made(object, balance);
        }
        return Tag::of_record(key);
    }
    Tag::of_site(site)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_says_what_it_was_made_of() {
        assert!(matches!(Tag::NOBODY.kept(), Kept::Nothing));
        for site in [0, 1, 77, u32::MAX] {
            assert!(matches!(Tag::of_site(SiteIndex(site)).kept(), Kept::Site(SiteIndex(found)) if found == site));
        }
        for key in [1 << 24, 2 << 24 | 3, (1 << 63) - 1].map(Key) {
            assert!(matches!(Tag::of_record(key).kept(), Kept::Record(found) if found == key));
        }
        assert_eq!(size_of::<Option<Tag>>(), size_of::<Tag>());
    }
}
