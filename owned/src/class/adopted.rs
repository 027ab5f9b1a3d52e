//! Types of C's that a class adopts: what the class has takes the place of what C has under the same names, before C makes
//! the type of it.
//!
//! C's static type, or its spec, is changed in place and once for the whole process, right before C's own init is called for
//! the first time. So the interpreter makes the type as if C had been written so: slots, their wrappers in the type's dict,
//! inheritance, all by CPython's own rules.
#![expect(unsafe_code, reason = "writes to types of C's, and reads C's tables")]

use core::ffi::{CStr, c_int, c_void};
use core::ptr;
use std::ffi::CString;
use std::sync::{Mutex, PoisonError};

use crate::err::{ImportError, Result};
use crate::object::{Module, Type};
use crate::ptr::{Any, Owned};
use crate::raw::structs::{self, PyType_Slot, PyType_Spec, PyTypeObject};
use crate::raw::{self, BorrowedRef, CType, Unmade, place};
use crate::token::Python;

use super::blueprint::Blueprint;
use super::build::CreatedType;
use super::layout::Layout;
use super::slots::{self, answers_equality, is_filled};
use super::tables::Tables;
use super::{Class, Methods};

/// A class whose type C code makes.
///
/// # Safety
/// [`SOURCE`](Adopted::SOURCE) is C's, its instances begin with `PyObject_HEAD` and the fields of the class, of the same
/// types in C, and nobody but C's own init makes the type of it.
pub unsafe trait Adopted: Class {
    /// What C calls the struct.
    const C_STRUCT: &'static str;
    /// Where C has the type.
    const SOURCE: fn() -> Source;
}

/// What C makes the type of.
#[derive(Clone, Copy)]
pub enum Source {
    /// A static type.
    Static(*mut PyTypeObject),
    /// The spec of a heap type, which C puts into its module by the name of the class.
    Spec(*mut PyType_Spec),
}

impl Source {
    /// A static type, by its address.
    pub fn of_type(class: *mut c_void) -> Self {
        Source::Static(class.cast())
    }

    /// A spec, by its address.
    pub fn of_spec(spec: *mut c_void) -> Self {
        Source::Spec(spec.cast())
    }
}

/// An adopted class, told without its type.
#[derive(Clone, Copy)]
pub(crate) struct AdoptedType {
    blueprint: &'static Blueprint,
    c_struct: &'static str,
    source: fn() -> Source,
    size: fn() -> usize,
}

impl AdoptedType {
    /// That of `C`.
    pub(crate) const fn of<C: Adopted>() -> Self {
        if let Some(Methods { attributes, .. }) = C::METHODS {
            assert!(attributes.is_empty(), "class attributes of an adopted type are C's: set them there");
        }
        AdoptedType {
            blueprint: Blueprint::of::<C>(),
            c_struct: C::C_STRUCT,
            source: C::SOURCE,
            size: Layout::<C>::size,
        }
    }

    /// Before C's init runs: once, C's type gets what the class has.
    ///
    /// # Errors
    /// `ImportError` if C's type is not what the class says.
    pub(crate) fn prepare(&self, py: Python<'_>) -> Result<()> {
        let live = (self.blueprint.live)();
        let tables = live.tables(self.blueprint);
        let slots = self.slots(py)?;
        let names = displaced(py, tables, &slots)?;
        let (address, size) = match (self.source)() {
            // SAFETY: C's static type.
            Source::Static(class) => (class.addr(), unsafe { raw::static_size(class) }),
            // SAFETY: C's spec.
            Source::Spec(spec) => (spec.addr(), unsafe { raw::spec_size(spec) }),
        };
        if size != (self.size)() {
            return Err(self.error(format!(
                "C's struct {} has {size} bytes, and with the fields listed in Rust it has {}",
                self.c_struct,
                (self.size)()
            )));
        }
        // From here on nothing runs but what is here: no other thread can wait for this one while it is attached.
        let mut changed = CHANGED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(before) = changed.iter().find(|changed| changed.address == address) {
            if !ptr::eq((before.by.live)(), live) {
                let name = before.by.name.to_string_lossy();
                return Err(self.error(format!("class '{name}' has adopted C's type already")));
            }
            if let Source::Static(class) = (self.source)() {
                renew(&mut changed, class);
            }
        } else {
            let mut class = match (self.source)() {
                // SAFETY: C's static type.
                Source::Static(class) if unsafe { raw::is_ready(class) } => {
                    return Err(self.error("C's type was made before the module that has it".into()));
                }
                // SAFETY: nobody has made it ready.
                Source::Static(class) => unsafe { CType::of_static(class) },
                // SAFETY: C's spec, which only its init uses.
                Source::Spec(spec) => unsafe { CType::of_spec(spec) },
            };
            self.check_pairs(&class, &slots)?;
            class.open();
            self.take_over(&mut class, tables, &slots, &names);
            class.close();
            let unmade = match (self.source)() {
                // SAFETY: C's static type, which was opened and is not ready.
                Source::Static(class) => Some(unsafe { Unmade::of(class) }),
                Source::Spec(_) => None,
            };
            changed.push(Changed { address, by: self.blueprint, life: raw::life(), unmade });
        }
        drop(changed);
        if let Source::Static(class) = (self.source)() {
            // SAFETY: attached; C's static type. It never goes, so it is never taken out again.
            live.await_static(unsafe { raw::static_type(class) });
        }
        Ok(())
    }

    /// After C's init has run: the heap type, which is found from then on. `None` for a static type, which is found as soon as
    /// C has made it.
    ///
    /// # Errors
    /// `ImportError` if C has made no such type, or the class has half of what it inherits.
    pub(crate) fn find(&self, module: &Owned<'_, Module>) -> Result<Option<CreatedType>> {
        let spec = match (self.source)() {
            // SAFETY: C's static type.
            Source::Static(class) if !unsafe { raw::is_ready(class) } => {
                return Err(self.error("C's init has not made the type".into()));
            }
            Source::Static(class) => {
                // SAFETY: attached; C's static type, which is made.
                self.check_inherited(module.py(), unsafe { raw::static_type(class) })?;
                return Ok(None);
            }
            Source::Spec(spec) => spec,
        };
        let name = self.blueprint.name.to_str()?;
        let Some(found) = module.getattr_opt(name)? else {
            return Err(self.error(format!("C's module has no '{name}'")));
        };
        let class = found.downcast::<Type>().ok();
        // SAFETY: attached; a type. C's spec.
        let Some(class) = class.filter(|class| unsafe { raw::is_made_of(class.raw(), spec) }) else {
            return Err(self.error(format!("'{name}' of C's module is not made of that spec")));
        };
        self.check_inherited(module.py(), class.raw())?;
        let live = (self.blueprint.live)();
        live.set(class.raw());
        Ok(Some(CreatedType::new(class.unbind(), live)))
    }

    /// The slots that the class fills.
    fn slots(&self, py: Python<'_>) -> Result<Vec<PyType_Slot>> {
        let mut table = Vec::new();
        slots::fill(&mut table, py, &self.blueprint.specials, false, false)?;
        let hash = is_filled(&table, place::Py_tp_richcompare) && !is_filled(&table, place::Py_tp_hash);
        if hash && !answers_equality(&self.blueprint.specials) {
            table.push(PyType_Slot {
                slot: place::Py_tp_hash,
                pfunc: (slots::identity_hash as *const ()).cast_mut().cast(),
            });
        }
        Ok(table)
    }

    /// Methods that are one function of C's are taken over together.
    fn check_pairs(&self, class: &CType, ours: &[PyType_Slot]) -> Result<()> {
        self.check_halves(ours, |id| class.get(id))
    }

    /// So are those that the type would have from its base.
    fn check_inherited(&self, py: Python<'_>, class: BorrowedRef<'_>) -> Result<()> {
        // SAFETY: a type that is made.
        let Some(base) = (unsafe { raw::base_of(class) }) else { return Ok(()) };
        // SAFETY: attached; a type that is made. What cannot be asked for it has not.
        self.check_halves(&self.slots(py)?, |id| unsafe { raw::type_get_slot(base, id) }.unwrap_or(ptr::null_mut()))
    }

    fn check_halves(&self, ours: &[PyType_Slot], theirs: impl Fn(c_int) -> *mut c_void) -> Result<()> {
        for slot in ours {
            let function = theirs(slot.slot);
            if let Some([one, other]) = slots::half(&self.blueprint.specials, slot.slot)
                && !function.is_null()
                && !raw::is_objects_own(function)
            {
                return Err(self.error(format!("`{one}` and `{other}` are one function of C's: write both")));
            }
        }
        Ok(())
    }

    /// Puts what is ours where C's is, and leaves the rest.
    fn take_over(&self, class: &mut CType, tables: &Tables, ours: &[PyType_Slot], names: &[CString]) {
        let displaced = |name: &CStr| names.iter().any(|displaced| **displaced == *name);
        // SAFETY: C's table.
        let mut methods = unsafe { raw::kept_methods(class.get(structs::Py_tp_methods).cast(), displaced) };
        methods.extend_from_slice(&tables.methods); // with its end
        // SAFETY: C's table.
        let mut properties = unsafe { raw::kept_properties(class.get(structs::Py_tp_getset).cast(), displaced) };
        properties.extend_from_slice(&tables.properties.entries); // with its end
        // SAFETY: C's table.
        let mut members = unsafe { raw::kept_members(class.get(structs::Py_tp_members).cast(), displaced) };
        members.push(raw::no_member());
        let tables = [
            (structs::Py_tp_methods, methods.leak().as_mut_ptr().cast()),
            (structs::Py_tp_getset, properties.leak().as_mut_ptr().cast()),
            (structs::Py_tp_members, members.leak().as_mut_ptr().cast()),
        ];
        // What is no sequence in C stays none: nobody is to walk over it by index.
        let mapping = class.get(place::Py_sq_item).is_null() && !class.get(place::Py_mp_subscript).is_null();
        let items = |id| matches!(id, place::Py_sq_item | place::Py_sq_ass_item);
        let slots = ours.iter().filter(|slot| !(mapping && items(slot.slot))).map(|slot| (slot.slot, slot.pfunc));
        for (id, value) in tables.into_iter().chain(slots) {
            // SAFETY: a table with its end that is never freed, or a function, as the slot asks for.
            unsafe { class.put(id, value) };
        }
        // What C has for the same names a second time.
        for (taken, second) in raw::SECOND_PLACES {
            if is_filled(ours, taken) {
                class.clear(second);
            }
        }
        if is_filled(ours, place::Py_tp_call) {
            class.forget_vectorcall();
        }
    }

    #[cold]
    fn error(&self, what: String) -> crate::err::PyErr {
        ImportError::new(format!("class '{}': {what}", self.blueprint.name.to_string_lossy()))
    }
}

/// A type or spec that has been changed.
struct Changed {
    address: usize,
    by: &'static Blueprint,
    /// The life of the interpreter in which it was last made.
    life: usize,
    /// What a static type was, with what is ours in it.
    unmade: Option<Unmade>,
}

/// A static type, and what it is derived from, are in each life of the interpreter made anew.
fn renew(changed: &mut [Changed], mut class: *mut PyTypeObject) {
    while !class.is_null() {
        // SAFETY: a static type, or what one is derived from; it may be of an earlier life.
        let base = unsafe { raw::base_of_static(class) };
        match changed.iter_mut().find(|changed| changed.address == class.addr()) {
            Some(known) if known.life == raw::life() => return,
            Some(known) => {
                known.life = raw::life();
                if let Some(unmade) = &known.unmade {
                    // SAFETY: attached; who uses the type imports it, which nobody has done in this life.
                    unsafe { unmade.restore() };
                }
            }
            // SAFETY: as above; attached.
            None => unsafe { raw::forget_derived(class) },
        }
        class = base;
    }
}

/// All of them.
static CHANGED: Mutex<Vec<Changed>> = Mutex::new(Vec::new());

/// The names in a type's dict that the class takes: those that the dict of a type has which is made of nothing else.
fn displaced(py: Python<'_>, tables: &Tables, ours: &[PyType_Slot]) -> Result<Vec<CString>> {
    const END: PyType_Slot = PyType_Slot { slot: 0, pfunc: ptr::null_mut() };
    let table = |id, table: *const ()| PyType_Slot { slot: id, pfunc: table.cast_mut().cast() };
    let mut slots = vec![
        table(structs::Py_tp_methods, tables.methods.as_ptr().cast()),
        table(structs::Py_tp_getset, tables.properties.entries.as_ptr().cast()),
    ];
    slots.extend_from_slice(ours);
    slots.push(END);
    let mut spec = PyType_Spec {
        name: c"owned.names".as_ptr(),
        basicsize: size_of::<raw::PyObject>() as c_int,
        itemsize: 0,
        flags: structs::Py_TPFLAGS_DEFAULT as core::ffi::c_uint,
        slots: slots.as_mut_ptr(),
    };
    // SAFETY: attached; name and slots live during the call, which copies them, and the tables for ever. No instance is made.
    let class = unsafe { raw::type_from_module_and_spec(None, &mut spec, None) }?;
    // SAFETY: any object is an `Any`.
    let class = unsafe { Owned::<Any>::from_ref(py, class) };
    let hash = is_filled(ours, place::Py_tp_hash);
    let mut names = Vec::new();
    for name in class.getattr("__dict__")?.call_method("keys", ())?.iter()? {
        let name: String = name?.extract()?;
        // What every type made of a spec has, and what Python puts beside a comparison.
        let made = ["__doc__", "__module__"].contains(&name.as_str()) || name == "__hash__" && !hash;
        if !made {
            names.push(CString::new(name)?);
        }
    }
    Ok(names)
}
