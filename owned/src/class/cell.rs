//! Where the running type object of a class is found, and the tables that every copy of it shares.
#![expect(unsafe_code, reason = "lends the type object that the module state owns")]

use core::marker::PhantomData;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{OnceLock, PoisonError, RwLock, RwLockReadGuard};

use crate::raw::{self, BorrowedRef, LivePlace, LivePointer, NewRef, PyObject};
use crate::token::Python;

use super::blueprint::Blueprint;
use super::freelist::FreeList;
use super::tables::Tables;

/// Of one class: its live types. One cell belongs to one class by its type, so it cannot be lent to another.
pub struct TypeCell<C> {
    pub(crate) live: LiveTypes,
    marker: PhantomData<fn() -> C>,
}

impl<C> TypeCell<C> {
    /// For a `static`.
    #[expect(clippy::new_without_default, reason = "a cell is a static; a second one for the same class is a mistake")]
    pub const fn new() -> Self {
        TypeCell { live: LiveTypes::new(), marker: PhantomData }
    }
}

/// The type objects of the live copies of a class's module, and C's tables of its methods and properties.
///
/// Those of an interpreter that has ended are not live: should a module have left its types here, nobody finds them.
/// New instances are of the newest copy; an instance of any of them is an instance of the class, since all have the
/// same layout. Nothing is owned here: a module's state owns its type object and takes it out of here before it lets
/// it go. That is done under the lock, so whoever has the lock finds only types that are alive; where there is a GIL,
/// being attached does as well.
pub(crate) struct LiveTypes {
    /// Changed under the lock.
    newest: LivePlace,
    /// The others, oldest first: a module can be imported again while an earlier copy lives.
    older: RwLock<Vec<LivePointer>>,
    /// A static type of C's, to be found as soon as C has made it.
    #[cfg(feature = "adopt")]
    awaited: LivePlace,
    /// Memory of instances of the newest.
    pub(super) free_list: FreeList,
    /// For types whose slots C reads and writes in place, and for the others.
    tables: [OnceLock<Tables>; 2],
    /// How large the parts below are, once a type was made.
    base_size: AtomicUsize,
}

impl LiveTypes {
    #[inline]
    const fn new() -> Self {
        LiveTypes {
            newest: LivePlace::empty(),
            older: RwLock::new(Vec::new()),
            #[cfg(feature = "adopt")]
            awaited: LivePlace::empty(),
            free_list: FreeList::new(),
            tables: [const { OnceLock::new() }; 2],
            base_size: AtomicUsize::new(0),
        }
    }

    /// The type object of the newest copy, if the module is loaded. A new reference, on an attached thread: the module's
    /// state lets go of its own when somebody drops the module.
    #[inline]
    pub(crate) fn get(&self) -> Option<NewRef> {
        #[cfg(feature = "adopt")]
        if self.newest.get().is_none() {
            self.take_awaited();
        }
        let lock = (!raw::HAS_GIL).then(|| self.older());
        let class = match self.newest.get() {
            Some(newest) => newest,
            None => self.newest_here(&lock.unwrap_or_else(|| self.older()))?,
        };
        // SAFETY: the module's state holds the type and takes it out of here before it lets go, under the lock or the
        // GIL, which this thread has.
        Some(unsafe { BorrowedRef::from_non_null(class) }.to_new())
    }

    /// The same, borrowed: only where there is a GIL. The module's state lets go of it when Python code runs that drops the
    /// module: whoever runs code meanwhile holds it.
    #[inline]
    pub(super) fn borrowed(&self, _: Python<'_>) -> Option<BorrowedRef<'_>> {
        if !raw::HAS_GIL {
            return None;
        }
        // SAFETY: the module's state holds the type and clears the cell before it lets go, under the GIL, which this thread
        // has; used at once.
        self.newest.get().map(|class| unsafe { BorrowedRef::from_non_null(class) })
    }

    /// Whether the module is loaded.
    #[inline]
    pub(crate) fn is_loaded(&self) -> bool {
        self.newest.get().is_some() || self.newest_here(&self.older()).is_some()
    }

    /// The newest of this interpreter, where the newest of all was of another, or of none: under the lock that may be
    /// different, and nobody moves one from here to there.
    #[cold]
    #[inline]
    fn newest_here(&self, older: &[LivePointer]) -> Option<NonNull<PyObject>> {
        let mut newest = None;
        for older in older {
            newest = older.now().or(newest);
        }
        self.newest.get().or(newest)
    }

    /// Whether it is the type object of the newest copy.
    #[inline]
    pub(super) fn is_newest(&self, class: *mut PyObject) -> bool {
        NonNull::new(class).is_some_and(|class| self.newest.holds(class))
    }

    /// Whether the object is an instance of any live copy of the class, or of a subclass. No Python code runs.
    #[inline]
    pub(super) fn has_instance(&self, object: BorrowedRef<'_>) -> bool {
        let class = raw::type_of(object);
        self.newest.holds(class.as_non_null()) || self.covers(class)
    }

    /// Whether `found`, which is a type, is any live copy of the class, or a subclass of one. No Python code runs.
    #[cold]
    pub(super) fn covers(&self, found: BorrowedRef<'_>) -> bool {
        #[cfg(feature = "adopt")]
        self.take_awaited();
        // Only an address: it was that of the newest type when it was read, and `found` was alive before that.
        if self.newest.holds(found.as_non_null()) {
            return true;
        }
        let older = self.older();
        let is_over = |class| {
            // SAFETY: as in `get`; nothing runs between here and the check.
            raw::is_subtype(found, unsafe { BorrowedRef::from_non_null(class) })
        };
        if self.newest.get().is_some_and(is_over) {
            return true;
        }
        for older in older.iter() {
            if older.now().is_some_and(is_over) {
                return true;
            }
        }
        false
    }

    /// A type that is whole: new instances are of this one. On an attached thread.
    #[inline]
    pub(crate) fn set(&self, class: BorrowedRef<'_>) {
        let class = LivePointer::new(class.as_non_null());
        let mut older = self.older.write().unwrap_or_else(PoisonError::into_inner);
        let mut at = 0;
        while at < older.len() {
            if older[at] == class || older[at].is_over() {
                older.remove(at);
            } else {
                at += 1;
            }
        }
        self.empty_free_list();
        let before = self.newest.kept();
        self.newest.keep(Some(class));
        if let Some(before) = before
            && before != class
            && !before.is_over()
        {
            older.push(before);
        }
    }

    /// A static type of C's, which is found from when C makes it: what C does with it then can be the class's already.
    #[cfg(feature = "adopt")]
    pub(super) fn await_static(&self, class: BorrowedRef<'_>) {
        self.awaited.keep(Some(LivePointer::new(class.as_non_null())));
        self.take_awaited();
    }

    /// The type that was awaited, if it has been made.
    #[cfg(feature = "adopt")]
    #[inline]
    fn take_awaited(&self) {
        let Some(class) = self.awaited.get() else { return };
        // SAFETY: a static type, which lives as long as the process; of this interpreter's present life.
        if unsafe { raw::is_ready(class.as_ptr().cast()) } {
            self.awaited.keep(None);
            // SAFETY: as above, and made.
            self.set(unsafe { BorrowedRef::from_non_null(class) });
        }
    }

    /// A type that is still being made, by code that may run other code: its instances are some of the class, but only who
    /// makes it makes them. [`set`](Self::set) follows.
    #[inline]
    pub(super) fn announce(&self, class: BorrowedRef<'_>) {
        let mut older = self.older.write().unwrap_or_else(PoisonError::into_inner);
        older.insert(0, LivePointer::new(class.as_non_null()));
    }

    /// Takes the type out; if it was the newest, the one before it is the newest again.
    #[inline]
    pub(super) fn forget(&self, class: BorrowedRef<'_>) {
        let mut older = self.older.write().unwrap_or_else(PoisonError::into_inner);
        let class = LivePointer::new(class.as_non_null());
        if self.newest.kept() == Some(class) {
            self.empty_free_list();
            self.newest.keep(older.pop());
        } else {
            for at in 0..older.len() {
                if older[at] == class {
                    older.remove(at);
                    break;
                }
            }
        }
    }

    /// Gives back what is kept of instances of the newest, on an attached thread.
    #[inline]
    fn empty_free_list(&self) {
        if self.newest.get().is_some() {
            // SAFETY: attached, by who asks; what the blocks were instances of is alive, since it is still here.
            unsafe { self.free_list.give_back() };
        } else {
            self.free_list.abandon();
        }
    }

    /// Held for a few instructions, on attached threads, and no code runs meanwhile.
    #[inline]
    fn older(&self) -> RwLockReadGuard<'_, Vec<LivePointer>> {
        self.older.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// How large the parts below are, where only the interpreter knows. An instance exists, so a type was made.
    #[inline]
    pub(super) fn base_size(&self) -> usize {
        self.base_size.load(Relaxed)
    }

    /// Keeps how large the parts below are: the same for every copy of the type.
    #[inline]
    pub(super) fn set_base_size(&self, size: usize) {
        let before = self.base_size.swap(size, Relaxed);
        assert!(before == 0 || before == size, "the base had {before} bytes and now has {size}");
    }

    /// Made for the first copy, and the same for all of this interpreter.
    #[inline]
    pub(super) fn tables(&self, blueprint: &Blueprint) -> &Tables {
        let in_place = raw::have_members();
        self.tables[usize::from(in_place)].get_or_init(|| Tables::of(blueprint, in_place))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
    use std::thread;
    use std::time::Duration;

    use super::LiveTypes;
    use crate::object::Str;
    use crate::raw;
    use crate::token::Python;

    /// A module that lets go of its type takes it out under the lock; without a GIL nobody may be between finding the type
    /// and counting it then.
    #[test]
    fn a_type_is_found_under_the_lock_or_the_gil() {
        static LIVE: LiveTypes = LiveTypes::new();
        static FOUND: AtomicBool = AtomicBool::new(false);
        // Lives are not ended meanwhile.
        let _alone = raw::TESTS.lock();
        Python::initialize();
        Python::attach(|py| {
            let text = Str::new(py, "not a type, which the cell does not mind").expect("a text");
            LIVE.set(text.raw());
            let taking_out = LIVE.older.write().expect("nobody panics");
            let before = text.refcount();
            let other = thread::spawn(|| {
                Python::attach(|_| {
                    let found = LIVE.get();
                    FOUND.store(true, SeqCst);
                    assert!(found.is_some());
                });
            });
            if raw::HAS_GIL {
                py.detach(|| other.join()).expect("found at once");
            } else {
                py.detach(|| thread::sleep(Duration::from_millis(200)));
                assert!(!FOUND.load(SeqCst) && text.refcount() == before, "found while it was being taken out");
            }
            drop(taking_out);
            py.detach(|| {
                while !FOUND.load(SeqCst) {
                    thread::yield_now();
                }
            });
            LIVE.forget(text.raw());
            assert!(!LIVE.is_loaded() && LIVE.get().is_none());
        });
    }
}
