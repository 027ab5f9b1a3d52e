//! Where the running type object of a class is found, and the tables that every copy of it shares.
#![expect(unsafe_code, reason = "lends the type object that the module state owns")]

use core::marker::PhantomData;
use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicPtr, AtomicUsize, Ordering::Relaxed, Ordering::SeqCst};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::raw::{self, BorrowedRef, PyObject};

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
/// New instances are of the newest copy; an instance of any of them is an instance of the class, since all have the
/// same layout. Nothing is owned here: a module's state owns its type object and takes it out of here before it lets
/// it go.
pub(crate) struct LiveTypes {
    newest: AtomicPtr<PyObject>,
    /// The others, oldest first: a module can be imported again while an earlier copy lives.
    older: Mutex<Vec<TypePointer>>,
    /// Memory of instances of the newest.
    pub(super) free_list: FreeList,
    tables: OnceLock<Tables>,
    /// How large the parts below are, once a type was made.
    base_size: AtomicUsize,
}

#[derive(Clone, Copy, PartialEq)]
struct TypePointer(NonNull<PyObject>);

// SAFETY: only an address; it is followed on attached threads.
unsafe impl Send for TypePointer {}

impl LiveTypes {
    #[inline]
    const fn new() -> Self {
        LiveTypes {
            newest: AtomicPtr::new(ptr::null_mut()),
            older: Mutex::new(Vec::new()),
            free_list: FreeList::new(),
            tables: OnceLock::new(),
            base_size: AtomicUsize::new(0),
        }
    }

    /// The type object of the newest copy, if the module is loaded. Borrowed from the module's state, which lets go of
    /// it when Python code runs that drops the module: whoever runs code meanwhile holds it.
    #[inline]
    pub(crate) fn get(&self) -> Option<BorrowedRef<'_>> {
        // SAFETY: the module's state holds the type and clears the cell before it lets go. Asked for on attached
        // threads only, and used at once.
        unsafe { BorrowedRef::from_ptr(self.newest.load(SeqCst)) }
    }

    /// Whether it is the type object of the newest copy.
    #[inline]
    pub(super) fn is_newest(&self, class: *mut PyObject) -> bool {
        class == self.newest.load(SeqCst)
    }

    /// Whether the object is an instance of any live copy of the class, or of a subclass. No Python code runs.
    #[inline]
    pub(super) fn has_instance(&self, object: BorrowedRef<'_>) -> bool {
        let class = raw::type_of(object);
        class.as_ptr() == self.newest.load(SeqCst) || self.covers(class)
    }

    /// Whether `found`, which is a type, is any live copy of the class, or a subclass of one. No Python code runs.
    #[cold]
    pub(super) fn covers(&self, found: BorrowedRef<'_>) -> bool {
        if let Some(newest) = self.get()
            && (found.as_ptr() == newest.as_ptr() || raw::is_subtype(found, newest))
        {
            return true;
        }
        for &TypePointer(class) in self.older().iter() {
            // SAFETY: as in `get`; nothing runs between here and the check.
            let class = unsafe { BorrowedRef::from_non_null(class) };
            if raw::is_subtype(found, class) {
                return true;
            }
        }
        false
    }

    /// Makes it the newest, on an attached thread.
    #[inline]
    pub(super) fn set(&self, class: BorrowedRef<'_>) {
        // SAFETY: attached, by who has the type; what was the newest until now is alive, since it is here.
        unsafe { self.free_list.give_back() };
        let before = self.newest.swap(class.as_ptr(), SeqCst);
        if let Some(before) = NonNull::new(before) {
            self.older().push(TypePointer(before));
        }
    }

    /// Takes the type out; if it was the newest, the one before it is the newest again.
    #[inline]
    pub(super) fn forget(&self, class: BorrowedRef<'_>) {
        if self.is_newest(class.as_ptr()) {
            // SAFETY: attached, by who has the type; that is what the blocks were instances of.
            unsafe { self.free_list.give_back() };
        }
        let mut older = self.older();
        if self.is_newest(class.as_ptr()) {
            let next = older.pop().map_or(ptr::null_mut(), |class| class.0.as_ptr());
            self.newest.store(next, SeqCst);
        } else {
            for at in 0..older.len() {
                if older[at] == TypePointer(class.as_non_null()) {
                    older.remove(at);
                    break;
                }
            }
        }
    }

    /// Held for a few instructions, on attached threads, and no code runs meanwhile.
    #[inline]
    fn older(&self) -> MutexGuard<'_, Vec<TypePointer>> {
        self.older.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How large the parts below are, where only the interpreter knows. An instance exists, so a type was made.
    #[inline]
    pub(super) fn base_size(&self) -> usize {
        self.base_size.load(Relaxed)
    }

    /// Keeps how large the parts below are: the same for every copy of the type, for the process has one interpreter.
    #[inline]
    pub(super) fn set_base_size(&self, size: usize) {
        let before = self.base_size.swap(size, Relaxed);
        assert!(before == 0 || before == size, "the base had {before} bytes and now has {size}");
    }

    /// Made for the first copy, and the same for all.
    #[inline]
    pub(super) fn tables(&self, blueprint: &Blueprint) -> &Tables {
        self.tables.get_or_init(|| Tables::of(blueprint))
    }
}
