//! DLPack: how array libraries hand each other memory, as a capsule with a struct of C's in it.
//!
//! Whoever takes the memory renames the capsule, and from then on owes the struct's deleter one call. Until then the
//! capsule's own destructor does. The structs are those of `dlpack.h`, version 1.

use core::ffi::{CStr, c_void};
use core::{mem, slice};
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::ffi;

use super::capsule::capsule_new;
use super::lent::Lent;
use super::object_lock::locked;
use super::refs::{BorrowedRef, Failed, NewRef};
use super::{capsule_check_exact, capsule_is_valid, capsule_set_name};

/// `kDLCPU`.
pub(crate) const CPU: i32 = 1;
/// `DLPACK_FLAG_BITMASK_READ_ONLY`.
const READ_ONLY: u64 = 1;
/// `DLPACK_FLAG_BITMASK_IS_COPIED`.
const IS_COPIED: u64 = 2;
/// What is written; every 1.x can be read.
const VERSION: Version = Version { major: 1, minor: 0 };

const NAME: &CStr = c"dltensor";
const VERSIONED: &CStr = c"dltensor_versioned";

/// `DLDevice`: where the memory is.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Device {
    pub(crate) kind: i32,
    pub(crate) id: i32,
}

/// `DLDataType`: what an item is. `lanes` is for vectors.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct DataType {
    pub(crate) code: u8,
    pub(crate) bits: u8,
    pub(crate) lanes: u16,
}

/// `DLTensor`. Strides are in items, and NULL for those of C's order.
#[repr(C)]
struct DlTensor {
    data: *mut c_void,
    device: Device,
    ndim: i32,
    dtype: DataType,
    shape: *mut i64,
    strides: *mut i64,
    byte_offset: u64,
}

/// `DLManagedTensor`: the form before version 1, which cannot say that memory is read-only.
#[repr(C)]
struct Plain {
    tensor: DlTensor,
    context: *mut c_void,
    deleter: Option<unsafe extern "C" fn(*mut Plain)>,
}

/// `DLPackVersion`.
#[repr(C)]
#[derive(Clone, Copy)]
struct Version {
    major: u32,
    minor: u32,
}

/// `DLManagedTensorVersioned`. Of other major versions only what comes before the flags is as it is here.
#[repr(C)]
struct Versioned {
    version: Version,
    context: *mut c_void,
    deleter: Option<unsafe extern "C" fn(*mut Versioned)>,
    flags: u64,
    tensor: DlTensor,
}

#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<DlTensor>() == 48 && mem::offset_of!(DlTensor, shape) == 24);
    assert!(mem::offset_of!(DlTensor, ndim) == 16 && mem::offset_of!(DlTensor, dtype) == 20);
    assert!(size_of::<Plain>() == 64 && mem::offset_of!(Plain, context) == 48);
    assert!(size_of::<Versioned>() == 80 && mem::offset_of!(Versioned, flags) == 24);
    assert!(mem::offset_of!(Versioned, tensor) == 32 && size_of::<DataType>() == 4);
};

/// What is behind a tensor of ours: the lists that it points to, and what keeps the memory.
struct Behind {
    shape: Vec<i64>,
    strides: Vec<i64>,
    #[expect(dead_code, reason = "held, not read")]
    lent: Box<Lent>,
}

/// A capsule with the memory. Without a version it cannot say that the memory is read-only.
///
/// # Safety
/// The thread is attached. An item is what `dtype` says, and each stride is a multiple of its size.
pub(crate) unsafe fn dlpack_capsule(
    lent: Box<Lent>,
    dtype: DataType,
    versioned: bool,
    is_copied: bool,
) -> Result<NewRef, Failed> {
    let (start, item, readonly) = (lent.start, lent.item.cast_signed(), lent.readonly);
    // A length of an object fits in 64 bits.
    let shape: Vec<i64> = lent.shape.iter().map(|&count| count as i64).collect();
    let strides: Vec<i64> = lent.strides.iter().map(|&stride| (stride / item) as i64).collect();
    let behind = Box::into_raw(Box::new(Behind { shape, strides, lent }));
    // SAFETY: the box of the line above, which nobody else has yet.
    let lists = unsafe { &mut *behind };
    let tensor = DlTensor {
        data: start,
        device: Device { kind: CPU, id: 0 },
        ndim: lists.shape.len() as i32,
        dtype,
        shape: lists.shape.as_mut_ptr(),
        strides: lists.strides.as_mut_ptr(),
        byte_offset: 0,
    };
    let context = behind.cast();
    if versioned {
        let flags = if readonly { READ_ONLY } else { 0 } | if is_copied { IS_COPIED } else { 0 };
        let deleter = Some(delete::<Versioned> as unsafe extern "C" fn(*mut Versioned));
        // SAFETY: attached, by the caller; a tensor of ours.
        unsafe { new_capsule(Versioned { version: VERSION, context, deleter, flags, tensor }) }
    } else {
        let deleter = Some(delete::<Plain> as unsafe extern "C" fn(*mut Plain));
        // SAFETY: attached, by the caller; a tensor of ours.
        unsafe { new_capsule(Plain { tensor, context, deleter }) }
    }
}

/// One of the two forms of a tensor.
trait Form: Sized {
    const NAME: &'static CStr;
    const USED: &'static CStr;
    fn context(&self) -> *mut c_void;
    fn deleter(&self) -> Option<unsafe extern "C" fn(*mut Self)>;
}

impl Form for Plain {
    const NAME: &'static CStr = NAME;
    const USED: &'static CStr = c"used_dltensor";
    fn context(&self) -> *mut c_void {
        self.context
    }
    fn deleter(&self) -> Option<unsafe extern "C" fn(*mut Self)> {
        self.deleter
    }
}

impl Form for Versioned {
    const NAME: &'static CStr = VERSIONED;
    const USED: &'static CStr = c"used_dltensor_versioned";
    fn context(&self) -> *mut c_void {
        self.context
    }
    fn deleter(&self) -> Option<unsafe extern "C" fn(*mut Self)> {
        self.deleter
    }
}

/// # Safety
/// The thread is attached; the tensor's context and deleter are ours.
unsafe fn new_capsule<F: Form>(tensor: F) -> Result<NewRef, Failed> {
    let tensor = Box::into_raw(Box::new(tensor));
    // SAFETY: attached, by the caller; the destructor takes what the capsule points to, unless it was renamed.
    let capsule = unsafe { capsule_new(tensor.cast(), F::NAME, Some(forget_capsule::<F>)) };
    if capsule.is_err() {
        // SAFETY: no capsule was made, so nobody else calls it.
        unsafe { delete(tensor) };
    }
    capsule
}

/// The deleter of tensors of ours: any thread may call it, attached or not. No reference to an object is in there that is
/// not queued when it is dropped detached.
unsafe extern "C" fn delete<F: Form>(tensor: *mut F) {
    if tensor.is_null() {
        return;
    }
    // SAFETY: made by `new_capsule`, and a deleter is called once.
    let tensor = unsafe { Box::from_raw(tensor) };
    // SAFETY: made by `dlpack_capsule`, for this tensor alone.
    let behind = unsafe { Box::from_raw(tensor.context().cast::<Behind>()) };
    // Whoever calls is C code, which cannot be unwound; the panic hook has reported it.
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| drop(behind))) {
        mem::forget(panic);
    }
}

/// The destructor of capsules of ours: nobody has taken the tensor, unless the name says so.
unsafe extern "C" fn forget_capsule<F: Form>(capsule: *mut ffi::PyObject) {
    // SAFETY: attached, as CPython calls; the capsule is passed alive. Sets no exception.
    if unsafe { ffi::PyCapsule_IsValid(capsule, F::NAME.as_ptr()) } == 0 {
        return;
    }
    // SAFETY: a capsule of this name: cannot fail.
    let tensor = unsafe { ffi::PyCapsule_GetPointer(capsule, F::NAME.as_ptr()) };
    // SAFETY: what is dropped may run code, and an exception may be under way. Attached.
    let exception = unsafe { super::SavedException::take() };
    // SAFETY: the tensor that the capsule was made with, which nobody has taken.
    unsafe { delete(tensor.cast::<F>()) };
    drop(exception);
}

/// Memory that was taken from a capsule. It is given back when this is dropped.
///
/// Invariant: the deleter has not been called, and nobody else will; the thread is attached as long as the value lives.
pub(crate) struct Tensor {
    managed: Managed,
}

#[derive(Clone, Copy)]
enum Managed {
    Plain(*mut Plain),
    Versioned(*mut Versioned),
}

/// Why a capsule gives no tensor.
pub(crate) enum NotTaken {
    /// It is none.
    NoCapsule,
    /// Its tensor has been taken before.
    Used,
    /// It holds something else.
    OtherName,
    Failed(Failed),
}

/// What a tensor says of itself. The lists are checked to be there, and nothing else.
pub(crate) struct TensorFacts<'a> {
    pub(crate) data: *mut u8,
    pub(crate) device: Device,
    pub(crate) dtype: DataType,
    pub(crate) shape: &'a [i64],
    /// In items; `None` for those of C's order.
    pub(crate) strides: Option<&'a [i64]>,
    pub(crate) byte_offset: u64,
}

impl Tensor {
    /// Takes the tensor out of the capsule, which is renamed.
    ///
    /// # Safety
    /// The thread is attached, as long as the result lives. A capsule with one of DLPack's names has in it what DLPack says.
    pub(crate) unsafe fn take(object: BorrowedRef<'_>) -> Result<Self, NotTaken> {
        // SAFETY: alive; attached.
        if unsafe { capsule_check_exact(object) } == 0 {
            return Err(NotTaken::NoCapsule);
        }
        let take = || {
            // SAFETY: attached, and a capsule.
            if let Some(tensor) = unsafe { take_form::<Versioned>(object) }? {
                return Ok(Tensor { managed: Managed::Versioned(tensor) });
            }
            // SAFETY: attached, and a capsule.
            if let Some(tensor) = unsafe { take_form::<Plain>(object) }? {
                return Ok(Tensor { managed: Managed::Plain(tensor) });
            }
            // SAFETY: attached, and a capsule.
            let is = |name: &CStr| unsafe { capsule_is_valid(object, name.as_ptr()) } != 0;
            Err(if is(Plain::USED) || is(Versioned::USED) { NotTaken::Used } else { NotTaken::OtherName })
        };
        // Without a GIL two threads could take it at once.
        // SAFETY: attached, by the caller.
        unsafe { locked(object, take) }
    }

    /// The version, if there is one.
    pub(crate) fn version(&self) -> Option<(u32, u32)> {
        match self.managed {
            Managed::Plain(_) => None,
            Managed::Versioned(tensor) => {
                // SAFETY: ours, by the invariant; the version comes first in every version.
                let version = unsafe { (*tensor).version };
                Some((version.major, version.minor))
            }
        }
    }

    /// Whether the memory must not be written to, as far as the tensor says. To be asked of a version that is known.
    pub(crate) fn is_readonly(&self) -> Option<bool> {
        match self.managed {
            Managed::Plain(_) => None,
            // SAFETY: ours, by the invariant.
            Managed::Versioned(tensor) => Some(unsafe { (*tensor).flags } & READ_ONLY != 0),
        }
    }

    /// What the tensor says. To be asked of a version that is known.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn facts(&self) -> Result<TensorFacts<'_>, &'static str> {
        let tensor = match self.managed {
            // SAFETY: ours, by the invariant; nobody writes to it meanwhile.
            Managed::Plain(tensor) => unsafe { &(*tensor).tensor },
            // SAFETY: as above.
            Managed::Versioned(tensor) => unsafe { &(*tensor).tensor },
        };
        let count = usize::try_from(tensor.ndim).map_err(|_| "it has a negative number of dimensions")?;
        let list = |start: *const i64| {
            // SAFETY: one number for each dimension, which stay as long as the tensor; none is needed for none.
            (!start.is_null() && count > 0).then(|| unsafe { slice::from_raw_parts(start, count) })
        };
        let shape = match list(tensor.shape) {
            Some(shape) => shape,
            None if count == 0 => &[],
            None => return Err("it has dimensions and no shape"),
        };
        let strides = if count == 0 { Some(&[][..]) } else { list(tensor.strides) };
        let DlTensor { device, dtype, byte_offset, .. } = *tensor;
        Ok(TensorFacts { data: tensor.data.cast(), device, dtype, shape, strides, byte_offset })
    }
}

/// # Safety
/// The thread is attached, and the object is a capsule.
unsafe fn take_form<F: Form>(capsule: BorrowedRef<'_>) -> Result<Option<*mut F>, NotTaken> {
    // SAFETY: attached, and a capsule.
    if unsafe { capsule_is_valid(capsule, F::NAME.as_ptr()) } == 0 {
        return Ok(None);
    }
    // SAFETY: attached, and a capsule of this name.
    let tensor = unsafe { super::capsule_get_pointer(capsule, F::NAME.as_ptr()) }.map_err(NotTaken::Failed)?;
    // SAFETY: attached, and a capsule; the name is static. From here on the tensor is ours.
    unsafe { capsule_set_name(capsule, F::USED.as_ptr()) }.map_err(NotTaken::Failed)?;
    Ok(Some(tensor.cast()))
}

impl Drop for Tensor {
    fn drop(&mut self) {
        // SAFETY: attached. Whoever made the tensor may run code, and an exception may be under way.
        let exception = unsafe { super::SavedException::take() };
        match self.managed {
            // SAFETY: ours, by the invariant.
            Managed::Plain(tensor) => unsafe { give_back(tensor) },
            // SAFETY: ours, by the invariant.
            Managed::Versioned(tensor) => unsafe { give_back(tensor) },
        }
        drop(exception);
    }
}

/// # Safety
/// A tensor the deleter of which has not been called, and is not called again; the thread is attached.
unsafe fn give_back<F: Form>(tensor: *mut F) {
    // SAFETY: the caller's. One without a deleter is nobody's to free.
    if let Some(deleter) = unsafe { &*tensor }.deleter() {
        // SAFETY: the one call.
        unsafe { deleter(tensor) };
    }
}
