//! A module of C's that is adopted: C's own init makes it, and the items of the Rust module are laid over it.
//!
//! The Rust module is made as ever, as a module that nobody imports: its state owns the classes. It is an attribute of C's
//! module, so that both live as long.
#![expect(unsafe_code, reason = "calls C's PyInit_… and adds to its definition")]

use core::ffi::c_int;
use core::ptr;
use std::sync::{Mutex, PoisonError};

use crate::class::CreatedType;
use crate::err::{ImportError, PyErr, Result, SystemError, boundary};
use crate::object;
use crate::ptr::{Any, Owned};
use crate::raw::structs::{GIL_NOT_USED, Py_mod_exec, PyModuleDef, PyModuleDef_Slot};
use crate::raw::{self, BorrowedRef, NewRef, PyObject};
use crate::token::Python;

use super::init::{begins, made_of, named, only_in_main, uses_gil};
use super::{Item, Module, item, single};

/// C's `PyInit_…`, under the name that it was compiled with.
type CInit = unsafe extern "C" fn() -> *mut PyObject;

/// What C's init gave.
enum Given<'py> {
    /// The definition of a module of several phases, which now ends with a phase of ours.
    Definition(*mut PyModuleDef),
    /// A module, made in a single phase, with our items over its own.
    Module(Owned<'py, object::Module>),
}

/// What `PyInit_…` gives: what C's own does, with our part in it.
pub fn begin_over<M: Module>(py: Python<'_>, c_init: CInit) -> Result<*mut PyObject> {
    Ok(match begin::<M>(py, c_init)? {
        Given::Definition(definition) => definition.cast(),
        Given::Module(module) => module.into_ref().into_non_null().as_ptr(),
    })
}

/// A new copy of the module, as an import makes it.
#[track_caller]
pub fn load_over<'py, M: Module>(py: Python<'py>, c_init: CInit) -> Result<Owned<'py, Any>> {
    match begin::<M>(py, c_init)? {
        // SAFETY: attached; C's init has made the definition ready, and it lives for ever.
        Given::Definition(definition) => unsafe { made_of(py, definition, M::NAME.to_str()?) },
        Given::Module(module) => Ok(module.into_any()),
    }
}

#[cold]
fn no_module<M: Module>(instead: &str) -> PyErr {
    let name = M::NAME.to_string_lossy();
    SystemError::new(format!("PyInit_{name} of C gave no module, but {instead}"))
}

fn begin<'py, M: Module>(py: Python<'py>, c_init: CInit) -> Result<Given<'py>> {
    begins::<M>(py)?;
    if let Some(module) = single::made_before::<M>(py)? {
        return Ok(Given::Module(module));
    }
    for class in M::ITEMS.iter().filter_map(Item::as_adopted) {
        class.prepare(py)?;
    }
    // SAFETY: attached; C's init of this module, by whoever linked it under this name.
    let given = unsafe { c_init() };
    if given.is_null() {
        return Err(PyErr::take(py).unwrap_or_else(|| no_module::<M>("NULL without an exception")));
    }
    // SAFETY: what C gave begins as an object does.
    if !unsafe { raw::has_type(given) } {
        return Err(no_module::<M>("a definition that PyModuleDef_Init has not seen"));
    }
    // SAFETY: an object, by its type; not NULL.
    let object = unsafe { BorrowedRef::from_ptr(given) }.expect("not NULL");
    if raw::is_module_def(object) {
        if let Some(error) = PyErr::take(py) {
            return Err(error);
        }
        let definition = given.cast();
        // SAFETY: a definition, and we are attached.
        unsafe { add_phase::<M>(definition) };
        return Ok(Given::Definition(definition));
    }
    // SAFETY: a module of a single phase is a new reference.
    let module = unsafe { NewRef::from_non_null(object.as_non_null()) };
    // SAFETY: any object is an `Any`.
    let module = unsafe { Owned::<Any>::from_ref(py, module) };
    if let Some(error) = PyErr::take(py) {
        return Err(error);
    }
    let module = module.downcast::<object::Module>().map_err(|other| {
        let found = raw::type_name(raw::type_of(other.input.raw()));
        no_module::<M>(&format!("an object of type {found}"))
    })?;
    // SAFETY: attached. Types and objects of such a module are kept in C's statics, for one interpreter.
    if !unsafe { raw::in_main_interpreter() } {
        return Err(only_in_main::<M>());
    }
    if uses_gil::<M>() {
        // SAFETY: attached; a module.
        unsafe { raw::ask_for_gil(module.raw()) };
    }
    lay_over::<M>(&module)?;
    single::keep::<M>(&module)?;
    Ok(Given::Module(module))
}

/// Adds the phase in which our items are laid over C's, once, at the end of a definition's slots, and in front of C's phases
/// one that asks where it is: `PyInit_…` can have been called in another interpreter than the module is made in. C's array may be constant
/// and has no place for one more, so the definition gets a copy of it, which is kept as long: for ever.
///
/// # Safety
/// A definition that is ready; attached.
unsafe fn add_phase<M: Module>(definition: *mut PyModuleDef) {
    // Two interpreters with a GIL of their own can import the module at the same time.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);

    let phase = |function: unsafe extern "C" fn(*mut PyObject) -> c_int| PyModuleDef_Slot {
        slot: Py_mod_exec,
        value: (function as *const ()).cast_mut().cast(),
    };
    let (first, last) = (phase(begin_here::<M>), phase(execute_over::<M>));
    let mut slots = vec![first];
    // SAFETY: a definition, which nobody else changes.
    let mut at = unsafe { (*definition).m_slots };
    while !at.is_null() {
        // SAFETY: a slot of the array, which ends with one of number 0.
        let slot = unsafe { *at };
        if slot.slot == 0 {
            break;
        }
        if slot.slot == Py_mod_exec && slot.value == last.value {
            return; // imported before
        }
        let waives_gil = GIL_NOT_USED.is_some_and(|waiver| waiver.slot == slot.slot);
        if !(waives_gil && uses_gil::<M>()) {
            slots.push(slot);
        }
        // SAFETY: it was not the last.
        at = unsafe { at.add(1) };
    }
    slots.push(last);
    slots.push(PyModuleDef_Slot { slot: 0, value: ptr::null_mut() });
    // SAFETY: as above; the array is never freed, as the definition is not.
    unsafe { (*definition).m_slots = slots.leak().as_mut_ptr() };
}

/// The first phase of an adopted module.
unsafe extern "C" fn begin_here<M: Module>(_: *mut PyObject) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || begins::<M>(py).map(|()| 0))
}

/// The last phase of an adopted module.
unsafe extern "C" fn execute_over<M: Module>(module: *mut PyObject) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes what C has made, borrowed.
        let module = unsafe { Owned::<Any>::from_borrowed(py, module) }.expect("Python passes the module");
        lay_over::<M>(&module.downcast::<object::Module>()?)?;
        Ok(0)
    })
}

/// Types that C has made, found until the state of a module owns them.
struct Found(Vec<CreatedType>);

impl Drop for Found {
    fn drop(&mut self) {
        for class in &self.0 {
            class.retire();
        }
    }
}

/// Gives C's module what the Rust module has, and the Rust module itself.
fn lay_over<M: Module>(module: &Owned<'_, object::Module>) -> Result<()> {
    let py = module.py();
    // Fields of C's structs are used by one thread at a time. An import switches the GIL on, unless it is forbidden.
    if !raw::HAS_GIL
        && M::ITEMS.iter().any(|item| item.as_adopted().is_some())
        && !py.import("sys")?.call_method("_is_gil_enabled", ())?.is_true()?
    {
        let name = M::NAME.to_string_lossy();
        return Err(ImportError::new(format!(
            "module {name} adopts types of C's and needs the GIL: import it with the GIL on"
        )));
    }
    let mut found = Found(Vec::new());
    for class in M::ITEMS.iter().filter_map(Item::as_adopted) {
        found.0.extend(class.find(module)?);
    }
    let ours = named::<M>(py, module.name()?.to_str()?)?.downcast::<object::Module>()?;
    for class in found.0.drain(..) {
        item::own(&ours, class);
    }
    for item in M::ITEMS.iter().filter(|item| item.outer().is_none() && item.as_adopted().is_none()) {
        let name = item.text;
        module.setattr(name, ours.getattr(name)?)?;
    }
    #[cfg(feature = "ledger")]
    for item in &super::ledger::ITEMS {
        module.setattr(item.text, ours.getattr(item.text)?)?;
    }
    module.setattr("__owned_module__", ours)?;
    M::init(py, module)
}
