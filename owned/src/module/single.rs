//! Modules of C's that are made in a single phase, as they are imported again and in other interpreters.
//!
//! The init of one that says `m_size = -1` must not run twice. So CPython keeps what it first made, and gives a copy of it
//! to every later import, in whichever interpreter, without asking anybody: Rust code would run where it must not, with
//! objects of another interpreter. Of an adopted one CPython is told that its init may be called again. That is ours, which
//! refuses elsewhere, and gives what there is already here.
#![expect(unsafe_code, reason = "changes C's definition; keeps objects in the interpreter's dict")]

use core::ptr;
use std::ffi::CString;
use std::sync::{Mutex, PoisonError};

use crate::err::Result;
use crate::object::{Module, Tuple};
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::raw::structs::PyModuleDef;
use crate::token::Python;

/// Where the interpreter keeps the module of this Rust module.
fn key<M: super::Module>() -> CString {
    CString::new(format!("owned.adopted:{:p}", ptr::from_ref(M::cell()))).expect("an address has no NUL")
}

/// The module that C's init has made in this life of the interpreter, with all in it that was there at first.
///
/// # Errors
/// `MemoryError`.
pub(super) fn made_before<M: super::Module>(py: Python<'_>) -> Result<Option<Owned<'_, Module>>> {
    // SAFETY: attached.
    let Some(interpreters) = (unsafe { raw::interpreter_dict() }) else { return Ok(None) };
    // SAFETY: attached; the interpreter's dict is a dict, and the key a C string.
    let Some(kept) = unsafe { raw::dict_get_item_string_ref(interpreters, key::<M>().as_ptr()) }? else {
        return Ok(None);
    };
    // SAFETY: any object is an `Any`.
    let kept = unsafe { Owned::<Any>::from_ref(py, kept) }.downcast::<Tuple>()?;
    let module = kept.get(0)?.to_owned().downcast::<Module>()?;
    module.dict()?.update(&kept.get(1)?.to_owned())?;
    Ok(Some(module))
}

/// Keeps a whole module, if its init must not run twice.
///
/// # Errors
/// `MemoryError`.
pub(super) fn keep<M: super::Module>(module: &Owned<'_, Module>) -> Result<()> {
    let py = module.py();
    // SAFETY: attached; a module. One that C has made without a definition is no concern of CPython's either.
    let Ok(definition) = (unsafe { raw::module_get_def(module.raw()) }) else { return Ok(()) };
    // SAFETY: the definition of a module, in the main interpreter.
    if !unsafe { says_once(definition) } {
        return Ok(());
    }
    let kept = Tuple::from_items(py, [module.clone().into_any(), module.dict()?.copy()?.into_any()])?;
    // SAFETY: attached.
    if let Some(interpreters) = unsafe { raw::interpreter_dict() } {
        // SAFETY: attached; the interpreter's dict is a dict, which takes its own reference.
        unsafe { raw::dict_set_item_string(interpreters, key::<M>().as_ptr(), kept.raw()) }?;
    }
    Ok(())
}

/// Whether the definition says that C's init must not run twice: to us alone, from then on.
///
/// # Safety
/// A definition, which lives for ever; attached to the main interpreter.
unsafe fn says_once(definition: *mut PyModuleDef) -> bool {
    /// By their addresses: they outlive the interpreter.
    static ONCE: Mutex<Vec<usize>> = Mutex::new(Vec::new());
    let mut once = ONCE.lock().unwrap_or_else(PoisonError::into_inner);
    // SAFETY: the caller's.
    if unsafe { (*definition).m_size } < 0 {
        once.push(definition.addr());
        // SAFETY: the caller's: CPython reads and writes it with the same GIL. But for imports, 0 says the same of a module.
        unsafe { (*definition).m_size = 0 };
    }
    once.contains(&definition.addr())
}
