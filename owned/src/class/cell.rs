//! Where the running type object of a class is found, and the tables that every copy of it shares.
#![expect(unsafe_code, reason = "lends the type object that the module state owns")]

use core::marker::PhantomData;
use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicPtr, Ordering::SeqCst};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::raw::structs::{PyGetSetDef, PyMemberDef, PyMethodDef};
use crate::raw::{self, BorrowedRef, PyObject};

/// Of one class: the type objects of the live copies of its module, and C's tables of its methods and properties.
///
/// New instances are of the newest copy; an instance of any of them is an instance of the class, since all have the
/// same layout. The cell owns nothing: a module's state owns its type object and takes it out of here before it lets
/// it go. One cell belongs to one class by its type, so it cannot be lent to another.
pub struct TypeCell<C> {
    newest: AtomicPtr<PyObject>,
    /// The others, oldest first: a module can be imported again while an earlier copy lives.
    older: Mutex<Vec<TypePointer>>,
    tables: OnceLock<Tables>,
    marker: PhantomData<fn() -> C>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct TypePointer(NonNull<PyObject>);

// SAFETY: only an address; it is followed on attached threads.
unsafe impl Send for TypePointer {}

/// C keeps pointers into these for as long as any copy of the type lives, so they are made once and kept.
pub(super) struct Tables {
    pub(super) methods: Box<[PyMethodDef]>,
    pub(super) properties: Box<[PyGetSetDef]>,
    pub(super) members: Box<[PyMemberDef]>,
}

// SAFETY: pointers to static names and functions, never written to after they are made.
unsafe impl Send for Tables {}
// SAFETY: as above.
unsafe impl Sync for Tables {}

impl<C> TypeCell<C> {
    /// For a `static`.
    #[expect(clippy::new_without_default, reason = "a cell is a static; a second one for the same class is a mistake")]
    pub const fn new() -> Self {
        TypeCell {
            newest: AtomicPtr::new(ptr::null_mut()),
            older: Mutex::new(Vec::new()),
            tables: OnceLock::new(),
            marker: PhantomData,
        }
    }

    /// The type object of the newest copy, if the module is loaded. Borrowed from the module's state, which lets go of
    /// it when Python code runs that drops the module: whoever runs code meanwhile holds it.
    pub(crate) fn get(&self) -> Option<BorrowedRef<'_>> {
        // SAFETY: the module's state holds the type and clears the cell before it lets go. Asked for on attached
        // threads only, and used at once.
        unsafe { BorrowedRef::from_ptr(self.newest.load(SeqCst)) }
    }

    /// Whether the object is an instance of any live copy of the class, or of a subclass. No Python code runs.
    pub(super) fn has_instance(&self, object: BorrowedRef<'_>) -> bool {
        self.get().is_some_and(|class| raw::is_instance_of(object, class))
            || self.older().iter().any(|&TypePointer(class)| {
                // SAFETY: as in `get`; nothing runs between here and the check.
                raw::is_instance_of(object, unsafe { BorrowedRef::from_non_null(class) })
            })
    }

    pub(super) fn set(&self, class: BorrowedRef<'_>) {
        let before = self.newest.swap(class.as_ptr(), SeqCst);
        self.older().extend(NonNull::new(before).map(TypePointer));
    }

    /// Takes the type out; if it was the newest, the one before it is the newest again.
    pub(super) fn forget(&self, class: BorrowedRef<'_>) {
        let mut older = self.older();
        if self.newest.load(SeqCst) == class.as_ptr() {
            let next = older.pop().map_or(ptr::null_mut(), |class| class.0.as_ptr());
            self.newest.store(next, SeqCst);
        } else {
            older.retain(|&known| known != TypePointer(class.as_non_null()));
        }
    }

    /// Held for a few instructions, on attached threads, and no code runs meanwhile.
    fn older(&self) -> MutexGuard<'_, Vec<TypePointer>> {
        self.older.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn tables(&self, make: impl FnOnce() -> Tables) -> &Tables {
        self.tables.get_or_init(make)
    }
}
