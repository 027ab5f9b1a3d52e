//! Types that the stable ABI does not export, known by specimens: what each is the type of is made once, before anything of
//! ours runs, and its type, which is static, kept.

use core::ffi::{CStr, c_int};
use core::ptr;
use core::sync::atomic::{AtomicPtr, Ordering::Relaxed};

use super::ffi::{self, PyObject, PyTypeObject};
use crate::raw::refs::NewRef;

/// Such a type.
#[derive(Clone, Copy)]
pub(in crate::raw) enum Kind {
    Code,
    Function,
    Method,
    Cell,
    Generator,
    Frame,
    Coroutine,
    AsyncGenerator,
}

static TYPES: [AtomicPtr<PyTypeObject>; 8] = [const { AtomicPtr::new(ptr::null_mut()) }; 8];

/// Makes one of each. It asks for nothing that is built in, which other code might have changed.
const SPECIMENS: &CStr = c"
def generators(): yield
async def coroutines(): pass
async def async_generators(): yield
def functions(content): return lambda: content
generator = generators()
frame = generator.gi_frame
coroutine = coroutines()
coroutine.close()
async_generator = async_generators()
method = functions.__get__(0)
cell = functions(0).__closure__[0]
";

/// Learns the types. False, with an exception, if it could not be done.
///
/// # Safety
/// The thread is attached.
pub(in crate::raw) unsafe fn learn_kinds() -> bool {
    if !type_of_kind(Kind::AsyncGenerator).is_null() {
        return true;
    }
    // SAFETY: attached.
    unsafe { learn() }.is_some()
}

unsafe fn learn() -> Option<()> {
    // SAFETY: attached, by the caller; two C strings; a new reference or NULL.
    let code = unsafe { ffi::Py_CompileString(SPECIMENS.as_ptr(), c"<owned>".as_ptr(), ffi::Py_file_input) };
    // SAFETY: the contract above.
    let code = unsafe { NewRef::from_ptr(code) }?;
    // SAFETY: attached; a new reference or NULL.
    let globals = unsafe { ffi::PyDict_New() };
    // SAFETY: the contract above.
    let globals = unsafe { NewRef::from_ptr(globals) }?;
    let names = globals.borrow().as_ptr();
    // SAFETY: attached; code, and a dict for its names; a new reference or NULL.
    let done = unsafe { ffi::PyEval_EvalCode(code.borrow().as_ptr(), names, names) };
    // SAFETY: the contract above.
    drop(unsafe { NewRef::from_ptr(done) }?);
    keep(Kind::Code, code.borrow().as_ptr());
    let specimens = [
        (Kind::Function, c"functions"),
        (Kind::Method, c"method"),
        (Kind::Cell, c"cell"),
        (Kind::Generator, c"generator"),
        (Kind::Frame, c"frame"),
        (Kind::Coroutine, c"coroutine"),
        (Kind::AsyncGenerator, c"async_generator"),
    ];
    for (kind, name) in specimens {
        // SAFETY: attached; a dict and a C string; a new reference or NULL.
        let specimen = unsafe { ffi::PyMapping_GetItemString(names, name.as_ptr()) };
        // SAFETY: the contract above.
        let specimen = unsafe { NewRef::from_ptr(specimen) }?;
        keep(kind, specimen.borrow().as_ptr());
    }
    Some(())
}

fn keep(kind: Kind, specimen: *mut PyObject) {
    // SAFETY: a live object, which has a type.
    TYPES[kind as usize].store(unsafe { ffi::Py_TYPE(specimen) }, Relaxed);
}

/// The type; NULL before [`learn_kinds`].
#[inline]
pub(in crate::raw) fn type_of_kind(kind: Kind) -> *mut PyTypeObject {
    TYPES[kind as usize].load(Relaxed)
}

/// None of them can be derived from, so the type is the one or it is another.
#[inline]
unsafe fn is(object: *mut PyObject, kind: Kind) -> c_int {
    // SAFETY: a live object, by the caller.
    c_int::from(ptr::eq(unsafe { ffi::Py_TYPE(object) }, type_of_kind(kind)))
}

macro_rules! checks {
    ($($name:ident = $kind:ident;)*) => { $(
        #[doc = concat!("`", stringify!($name), "`.")]
        #[inline]
        pub(in crate::raw) unsafe fn $name(object: *mut PyObject) -> c_int {
            // SAFETY: the caller's.
            unsafe { is(object, Kind::$kind) }
        }
    )* };
}
checks! {
    PyCode_Check = Code;
    PyFunction_Check = Function;
    PyCell_Check = Cell;
    PyGen_Check = Generator;
    PyFrame_Check = Frame;
    PyCoro_CheckExact = Coroutine;
    PyAsyncGen_CheckExact = AsyncGenerator;
}
