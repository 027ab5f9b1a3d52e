//! Where the running type object of a class is found, and the tables that every copy of it shares.
#![expect(
    unsafe_code,
    reason = "lends the type object that the module state owns"
)]

use core::marker::PhantomData;
use core::ptr;
use core::sync::atomic::{AtomicPtr, Ordering::SeqCst};
use std::sync::OnceLock;

use crate::raw::structs::{PyGetSetDef, PyMemberDef, PyMethodDef};
use crate::raw::{BorrowedRef, PyObject};

/// Of one class: the type object of the newest live copy of its module, and C's tables of its methods and properties.
///
/// The cell owns nothing: the module's state owns the type object and takes it out of here before it lets it go. One
/// cell belongs to one class by its type, so it cannot be lent to another.
pub struct TypeCell<C> {
    class: AtomicPtr<PyObject>,
    tables: OnceLock<Tables>,
    marker: PhantomData<fn() -> C>,
}

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
    #[expect(
        clippy::new_without_default,
        reason = "a cell is a static; a second one for the same class is a mistake"
    )]
    pub const fn new() -> Self {
        TypeCell {
            class: AtomicPtr::new(ptr::null_mut()),
            tables: OnceLock::new(),
            marker: PhantomData,
        }
    }

    /// The type object, if the module is loaded. Borrowed from the module's state.
    pub(crate) fn get(&self) -> Option<BorrowedRef<'_>> {
        // SAFETY: the module's state holds the type and clears the cell before it lets go. Asked for on attached
        // threads only, and used at once.
        unsafe { BorrowedRef::from_ptr(self.class.load(SeqCst)) }
    }

    pub(super) fn set(&self, class: BorrowedRef<'_>) {
        self.class.store(class.as_ptr(), SeqCst);
    }

    /// Takes the type out, if it is still the newest.
    pub(super) fn forget(&self, class: BorrowedRef<'_>) {
        let _ = self
            .class
            .compare_exchange(class.as_ptr(), ptr::null_mut(), SeqCst, SeqCst);
    }

    pub(super) fn tables(&self, make: impl FnOnce() -> Tables) -> &Tables {
        self.tables.get_or_init(make)
    }
}
