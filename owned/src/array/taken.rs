//! Memory of others, taken by DLPack.
#![expect(unsafe_code, reason = "believes what a tensor says of its memory")]

use core::ptr::NonNull;

use crate::err::{BufferError, PyErr, Result, TypeError};
use crate::object::{Dict, Element, Type};
use crate::ptr::{Any, Owned};
use crate::raw::{self, Access, NotTaken, TensorFacts};

use super::argument::rank;
use super::dlpack;
use super::strided::{Strided, bytes_of, in_c_order};

/// A tensor, and where its items lie.
pub(super) struct Taken<T, const N: usize> {
    pub(super) tensor: raw::Tensor,
    pub(super) items: Strided<T, N>,
}

/// Takes the memory of an object; `None` if it does not speak DLPack.
#[track_caller]
pub(super) fn take<T: Element, const N: usize>(object: &Owned<'_, Any>, access: Access) -> Result<Option<Taken<T, N>>> {
    let Some(method) = object.getattr_opt("__dlpack__")? else { return Ok(None) };
    // Before the memory is asked for: some would copy it, or wait for a device.
    if let Some(device) = object.getattr_opt("__dlpack_device__")? {
        let (kind, id) = device.call(())?.extract::<(i64, i64)>()?;
        check_device(kind, id)?;
    }
    let wanted = Dict::new(object.py(), [("max_version", (1, 0))])?;
    let capsule = match method.call_with((), &wanted) {
        // It is of before version 1.
        Err(error) if error.is::<TypeError>(object.py()) => method.call(())?,
        other => other?,
    };
    // SAFETY: attached, as long as the array lives, of which this becomes a part. What is in a capsule of DLPack's name is
    // what DLPack says: C code alone makes capsules.
    let tensor = unsafe { raw::Tensor::take(capsule.raw()) }.map_err(|why| not_taken(why, &capsule))?;
    if let Some((major, minor)) = tensor.version()
        && major != 1
    {
        return Err(BufferError::new(format!("DLPack of version {major}.{minor} is not known, but 1.x")));
    }
    let items = items_of(tensor.facts().map_err(|wrong| BufferError::new(format!("DLPack of no sense: {wrong}")))?)?;
    match tensor.is_readonly() {
        _ if access == Access::Read => {}
        Some(false) => {}
        Some(true) => return Err(BufferError::new("the memory is read-only")),
        None => {
            return Err(BufferError::new(
                "the object speaks DLPack of before version 1, which does not say whether memory may be written to",
            ));
        }
    }
    Ok(Some(Taken { tensor, items }))
}

#[track_caller]
fn items_of<T: Element, const N: usize>(facts: TensorFacts<'_>) -> Result<Strided<T, N>> {
    check_device(facts.device.kind.into(), facts.device.id.into())?;
    dlpack::check_type(T::FORMAT, facts.dtype)?;
    let shown = |shape: &[i64]| shape.iter().map(|&count| usize::try_from(count).unwrap_or_default()).collect();
    let dimensions = rank::<N, _>(facts.shape, shown)?;
    let nonsense = |what| BufferError::new(format!("DLPack of no sense: {what}"));
    let mut shape = [0; N];
    for (to, count) in shape.iter_mut().zip(dimensions) {
        *to = usize::try_from(count).map_err(|_| nonsense("a dimension has a negative number of items"))?;
    }
    if bytes_of(&shape, size_of::<T>()).is_none() {
        return Err(nonsense("it has more items than fit into memory"));
    }
    let mut strides = in_c_order(shape, size_of::<T>());
    if let Some(given) = facts.strides {
        for (to, &stride) in strides.iter_mut().zip(given) {
            let bytes =
                isize::try_from(stride).ok().and_then(|stride| stride.checked_mul(size_of::<T>().cast_signed()));
            *to = bytes.ok_or_else(|| nonsense("a stride is too large"))?;
        }
    }
    let offset = usize::try_from(facts.byte_offset).map_err(|_| nonsense("its offset is too large"))?;
    let start = match facts.data.is_null() {
        true if shape.contains(&0) => NonNull::<T>::dangling().as_ptr(),
        true => return Err(nonsense("it has items and no memory")),
        false => facts.data.wrapping_add(offset).cast(),
    };
    // SAFETY: the tensor's shape and strides describe its own memory, on this device, which it keeps until it is dropped.
    Ok(unsafe { Strided::new(start, shape, strides) })
}

#[track_caller]
fn check_device(kind: i64, id: i64) -> Result<()> {
    if kind == i64::from(raw::CPU) {
        return Ok(());
    }
    let name = match kind {
        2 => "CUDA",
        3 => "memory of CUDA's host",
        4 => "OpenCL",
        7 => "Vulkan",
        8 => "Metal",
        10 => "ROCm",
        14 => "oneAPI",
        _ => "a kind that is not known",
    };
    Err(BufferError::new(format!(
        "the array is on device {id} of kind {kind} ({name}), and must be in the memory of the CPU: copy it there first"
    )))
}

#[track_caller]
#[cold]
fn not_taken(why: NotTaken, found: &Owned<'_, Any>) -> PyErr {
    match why {
        NotTaken::NoCapsule => {
            let found = Type::of(found).name();
            TypeError::new(format!("`__dlpack__` must give a capsule, and gave an object of type {found}"))
        }
        NotTaken::Used => {
            BufferError::new("the capsule that `__dlpack__` gave has been used before: each is for one use")
        }
        NotTaken::OtherName => {
            BufferError::new("`__dlpack__` gave a capsule whose name is neither dltensor nor dltensor_versioned")
        }
        NotTaken::Failed(failed) => failed.into(),
    }
}
