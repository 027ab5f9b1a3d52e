//! `__buffer__`: lending memory (PEP 3118, with the names of PEP 688).
#![expect(unsafe_code, reason = "implements the buffer protocol")]

use core::ffi::c_int;

use crate::err::{self, BufferError, Result, boundary};
use crate::object::Exported;
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::{Lent, Py_buffer, PyObject, SavedException, place, refuse_view};
use crate::token::Python;

use super::super::Class;
use super::super::call::this;
use super::containers::int;
use super::table::{self, Part};
use super::{Finalize, Slot};

/// `__buffer__`.
pub trait Export<C: Class> {
    /// The memory. `flags` is what is asked for; whether it can be had is found out from the result.
    fn export<'a, 'py>(slf: Borrowed<'a, 'py, C>, flags: Borrowed<'a, 'py, Any>) -> Result<Exported>;
}

impl<C: Class> Slot<C> {
    /// `__buffer__`.
    pub const fn buffer<M: Export<C>>() -> Self {
        Slot::of(place::Py_bf_getbuffer, get::<C, M> as *const ())
            .and(place::Py_bf_releasebuffer, release::<C> as *const ())
    }

    /// `__release_buffer__`.
    pub const fn release_buffer<M: Finalize<C>>() -> Self {
        Slot::of(place::Py_bf_releasebuffer, release::<C> as *const ()).part(Part::Counterpart(told::<C, M>))
    }
}

fn told<'a, 'py, C: Class, M: Finalize<C>>(
    slf: Borrowed<'a, 'py, C>,
    _: Borrowed<'a, 'py, Any>,
) -> Result<Option<Owned<'py, Any>>> {
    M::finalize(slf).map(|()| None)
}

unsafe extern "C" fn get<C: Class, M: Export<C>>(object: *mut PyObject, view: *mut Py_buffer, flags: c_int) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: NULL or a view to fill. It belongs to nobody until it is filled.
    unsafe { refuse_view(view) };
    boundary(py, || {
        if view.is_null() {
            return Err(BufferError::new("no view to fill"));
        }
        // SAFETY: Python passes an instance.
        let slf = unsafe { this::<C>(py, object) };
        let asked = int(py, flags as isize)?;
        let lent = M::export(slf.lend(), asked.as_borrowed())?.into_lent();
        // SAFETY: attached; a view to fill.
        unsafe { lent.lend(slf.lend().raw(), view, flags) }.map_err(BufferError::new)?;
        if C::ADOPTED {
            // SAFETY: the view that was just filled.
            unsafe { beside_c::note(view) };
        }
        Ok(0)
    })
}

/// `bf_releasebuffer`: what is raised already stays as it is.
unsafe extern "C" fn release<C: Class>(object: *mut PyObject, view: *mut Py_buffer) {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: a view that is given back.
    if C::ADOPTED && !unsafe { beside_c::is_noted(view) } {
        return;
    }
    // SAFETY: a view that `get` has filled, and that is given back.
    let lent = unsafe { Lent::take_back(view) };
    // SAFETY: attached.
    let exception = unsafe { SavedException::take() };
    // SAFETY: Python passes an instance.
    let object = unsafe { this::<C>(py, object) };
    let slf = object.lend();
    err::quietly(py, slf.raw(), || {
        drop(lent);
        if let Some(tell) = const { table::counterpart::<C>(place::Py_bf_releasebuffer) }
            && let Err(error) = tell(slf, py.none().as_borrowed())
        {
            err::write_unraisable(py, error, Some(slf.raw()));
        }
    });
    drop(object);
    drop(exception);
}

/// Types of C's derive from an adopted one, and inherit the release of what they lend by functions of their own: which views
/// are ours is noted.
mod beside_c {
    use std::collections::BTreeSet;
    use std::sync::{Mutex, PoisonError};

    use crate::raw::Py_buffer;

    /// What keeps the memory of each view.
    static OURS: Mutex<BTreeSet<usize>> = Mutex::new(BTreeSet::new());

    /// # Safety
    /// A view that is filled.
    pub(super) unsafe fn note(view: *mut Py_buffer) {
        // SAFETY: the caller's.
        let internal = unsafe { (*view).internal };
        OURS.lock().unwrap_or_else(PoisonError::into_inner).insert(internal.addr());
    }

    /// Whether it was noted, and not asked for since.
    ///
    /// # Safety
    /// A view that is filled.
    pub(super) unsafe fn is_noted(view: *mut Py_buffer) -> bool {
        // SAFETY: the caller's.
        let internal = unsafe { (*view).internal };
        OURS.lock().unwrap_or_else(PoisonError::into_inner).remove(&internal.addr())
    }
}
