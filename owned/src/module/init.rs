//! `PyInit_…`: the module's definition, and executing a copy of it.
#![expect(unsafe_code, reason = "fills in a PyModuleDef and is entered from C")]

use core::cell::UnsafeCell;
use core::ffi::{CStr, c_int, c_void};
use core::ptr;
use std::sync::OnceLock;

use crate::err::{ImportError, PyErr, Result, anywhere, boundary, note_panics, raised};
use crate::hook;
use crate::object;
use crate::ptr::{Any, Owned};
use crate::raw::structs::{
    GIL_NOT_USED, PER_INTERPRETER_GIL, Py_mod_exec, PyModuleDef, PyModuleDef_HEAD_INIT, PyModuleDef_Slot,
};
use crate::raw::{self, PyObject};
use crate::token::{self, Python};

use super::item::Executed;
use super::{Item, state};

/// A Rust module that is a Python module. Implemented by `#[module]`.
pub trait Module: Sized {
    /// The name in Python.
    const NAME: &'static CStr;
    /// The docstring.
    const DOC: &'static CStr;
    /// What it offers.
    const ITEMS: &'static [Item];
    /// Whether its author asks for the GIL: `#[module(gil_used)]`. Otherwise a free-threaded interpreter is told that it
    /// needs none, and leaves it off.
    const GIL_USED: bool = false;

    /// Whether an init of C's makes the module that is imported, and the items are laid over it: `#[module(adopt)]`.
    const ADOPTS: bool = false;

    /// Where C's definition of the module is kept.
    fn cell() -> &'static ModuleCell;

    /// What `PyInit_…` gives: the definition, from which Python makes the module and executes it (PEP 489).
    fn begin(_: Python<'_>) -> Result<*mut PyObject> {
        // SAFETY: attached; the definition lives for ever. The result is borrowed, as `PyInit_…` gives it.
        Ok(unsafe { raw::module_def_init(Self::cell().definition::<Self>()) }?.as_ptr())
    }

    /// What an import makes.
    #[track_caller]
    fn load(py: Python<'_>) -> Result<Owned<'_, Any>> {
        named::<Self>(py, Self::NAME.to_str()?)
    }

    /// What the user's `#[init]` function does, after the items are there.
    fn init<'py>(py: Python<'py>, module: &Owned<'py, Any>) -> Result<()> {
        let _ = (py, module);
        Ok(())
    }
}

/// Whether the module, or one in it, asks for the GIL: it is the outermost that is imported.
pub(super) const fn uses_gil<M: Module>() -> bool {
    let mut at = 0;
    while at < M::ITEMS.len() {
        if M::ITEMS[at].uses_gil() {
            return true;
        }
        at += 1;
    }
    M::GIL_USED
}

type Execute = unsafe extern "C" fn(*mut PyObject) -> c_int;

/// C's definition of a module: made once, and kept, since every copy of the module points to it.
pub struct ModuleCell(OnceLock<Box<Definition>>);

struct Definition {
    def: UnsafeCell<PyModuleDef>,
    slots: UnsafeCell<[PyModuleDef_Slot; 4]>,
}

// SAFETY: Python writes to the definition (its count, its index) under its own lock; we only pass its address on.
unsafe impl Send for Definition {}
// SAFETY: as above.
unsafe impl Sync for Definition {}

impl ModuleCell {
    /// For a `static`.
    #[expect(clippy::new_without_default, reason = "a cell is a static")]
    pub const fn new() -> Self {
        ModuleCell(OnceLock::new())
    }

    /// Asked for on attached threads.
    fn definition<M: Module>(&self) -> *mut PyModuleDef {
        self.described(M::NAME, M::DOC, execute::<M>, const { uses_gil::<M>() })
    }

    fn described(&self, name: &'static CStr, doc: &'static CStr, execute: Execute, uses_gil: bool) -> *mut PyModuleDef {
        let definition = self.0.get_or_init(|| {
            const END: PyModuleDef_Slot = PyModuleDef_Slot { slot: 0, value: ptr::null_mut() };
            let without_gil = if uses_gil { None } else { GIL_NOT_USED };
            let execute = execute as *const ();
            let execute = PyModuleDef_Slot { slot: Py_mod_exec, value: execute.cast_mut().cast() };
            let mut slots = [execute, END, END, END];
            let mut count = 1;
            if let Some(slot) = without_gil {
                slots[count] = slot;
                count += 1;
            }
            if let Some(slot) = PER_INTERPRETER_GIL {
                slots[count] = slot;
            }
            let def = PyModuleDef {
                m_base: PyModuleDef_HEAD_INIT,
                m_name: name.as_ptr(),
                m_doc: doc.as_ptr(),
                m_size: state::SIZE,
                m_methods: ptr::null_mut(),
                m_slots: ptr::null_mut(),
                m_traverse: Some(state::traverse),
                m_clear: Some(state::clear),
                m_free: Some(state::free),
            };
            let definition = Box::new(Definition { def: UnsafeCell::new(def), slots: UnsafeCell::new(slots) });
            // SAFETY: nobody else has seen the definition; the slots stay where they are, in the same box.
            unsafe { (*definition.def.get()).m_slots = definition.slots.get().cast() };
            // Made ready here, for one thread at a time: every later call of the function only looks. If it fails now, it
            // is a later call that says so.
            // SAFETY: attached; the definition lives as long as the static that it is being put into.
            let _ = unsafe { raw::module_def_init(definition.def.get()) };
            definition
        });
        definition.def.get()
    }
}

/// The body of `PyInit_…`.
///
/// # Safety
/// Called by the import machinery, attached.
pub unsafe fn module_init<M: Module>() -> *mut PyObject {
    // SAFETY: attached, by the caller.
    let py = unsafe { Python::assume_attached() };
    note_panics();
    // An interpreter with a lock of its own calls this before it refuses the module.
    anywhere(py, || raised(py, M::begin(py)))
}

/// Makes and executes a new copy of the module in this interpreter, without an import statement and without a place in
/// `sys.modules`: for programs that embed Python, and for tests. See [`load!`](crate::load).
#[track_caller]
pub fn load<'py, M: Module>(py: Python<'py>) -> Result<Owned<'py, Any>> {
    M::load(py)
}

/// A new copy of the module, of another name in Python.
#[track_caller]
pub(super) fn named<'py, M: Module>(py: Python<'py>, name: &str) -> Result<Owned<'py, Any>> {
    note_panics();
    let definition = M::cell().definition::<M>();
    // SAFETY: attached; `module_def_init` readies the definition, which lives for ever.
    unsafe { raw::module_def_init(definition) }?;
    // SAFETY: attached; ready, and it lives for ever.
    unsafe { made_of(py, definition, name) }
}

/// A new module of a definition, executed, as an import makes it.
///
/// # Safety
/// Attached; a definition that is ready and lives for ever.
#[track_caller]
#[inline]
pub(super) unsafe fn made_of<'py>(
    py: Python<'py>,
    definition: *mut PyModuleDef,
    name: &str,
) -> Result<Owned<'py, Any>> {
    let spec = py.import("importlib.machinery")?.getattr("ModuleSpec")?.call((name, ()))?;
    // SAFETY: attached; a ready definition and a spec.
    let module = unsafe { raw::module_from_def_and_spec2(definition, spec.raw(), raw::structs::PYTHON_API_VERSION) }?;
    // SAFETY: attached; the module was made from this definition.
    unsafe { raw::module_exec_def(module.borrow(), definition) }?;
    // SAFETY: any object is an `Any`.
    Ok(unsafe { Owned::from_ref(py, module) })
}

/// What comes before everything else that is done in an interpreter.
///
/// # Errors
/// `ImportError` where none of ours may be.
pub(super) fn begins<M: Module>(py: Python<'_>) -> Result<()> {
    // SAFETY: attached.
    if !raw::SUBINTERPRETERS && !unsafe { raw::in_main_interpreter() } {
        return Err(only_in_main::<M>());
    }
    hook::module_is_called(M::NAME.to_str().ok());
    token::prepare(py);
    Ok(())
}

#[cold]
pub(super) fn only_in_main<M: Module>() -> PyErr {
    let name = M::NAME.to_string_lossy();
    ImportError::new(format!("module {name} can only be imported in the main interpreter"))
}

/// The `Py_mod_exec` slot: fills a fresh copy of the module.
unsafe extern "C" fn execute<M: Module>(module: *mut PyObject) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        begins::<M>(py)?;
        // SAFETY: Python passes the module that it has made, borrowed.
        let module = unsafe { Owned::<object::Module>::from_borrowed(py, module) }.expect("Python passes the module");
        let executed = Executed::new(module)?;
        Item::add_all(M::ITEMS, M::ADOPTS, &executed)?;
        let module = &executed.module;
        #[cfg(feature = "stubs")]
        super::stubs::offer::<M>(module)?;
        #[cfg(feature = "ledger")]
        for item in super::ledger::ITEMS {
            item.add_to(&executed, &[])?;
        }
        // An adopted module has its own, after all is in it.
        if !M::ADOPTS {
            M::init(py, module)?;
        }
        Ok(0)
    })
}

const _: () = assert!(size_of::<*mut c_void>() == size_of::<fn()>());
