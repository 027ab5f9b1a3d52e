//! What DLPack calls the types of items, and memory of ours given away by it.
#![expect(unsafe_code, reason = "makes capsules of memory that is lent")]

use crate::err::{BufferError, Result, TypeError, ValueError};
use crate::object::{Dict, Exported, Format, Kind};
use crate::ptr::{Any, Owned};
use crate::raw::{self, DataType};
use crate::token::Python;

/// The code of a kind of numbers (`DLDataTypeCode`).
const fn code(kind: Kind) -> u8 {
    match kind {
        Kind::Signed => 0,
        Kind::Unsigned => 1,
        Kind::Float => 2,
        Kind::Bool => 6,
    }
}

fn data_type(format: &Format) -> Option<DataType> {
    let (kind, size) = format.as_number()?;
    Some(DataType { code: code(kind), bits: u8::try_from(size * 8).ok()?, lanes: 1 })
}

/// Checks that items of this type are what `wanted` says.
#[track_caller]
pub(super) fn check_type(wanted: &Format, found: DataType) -> Result<()> {
    let Some(wanted_type) = data_type(wanted) else {
        return Err(BufferError::new(format!("expected an array of {wanted}, and DLPack has numbers alone")));
    };
    if wanted_type == found {
        return Ok(());
    }
    let name = match found.code {
        0 => "i",
        1 => "u",
        2 => "f",
        3 => "handles of ",
        4 => "bfloat",
        5 => "complex numbers of ",
        6 => "bool",
        _ => "a kind that is not known, of ",
    };
    let (bits, lanes) = (found.bits, found.lanes);
    let lanes = if lanes == 1 { String::new() } else { format!(", {lanes} at once") };
    let (code, bits) = (found.code, if found.code == 6 && bits == 8 { String::new() } else { bits.to_string() });
    let bits = if matches!(code, 3 | 5) || code > 6 { format!("{bits} bits") } else { bits };
    Err(BufferError::new(format!("expected an array of {wanted}, got one of {name}{bits}{lanes}")))
}

impl Exported {
    /// What `__dlpack_device__` gives: the memory of the CPU, which has no number.
    pub const DLPACK_DEVICE: (i32, i32) = (raw::CPU, 0);

    /// The memory as a capsule of DLPack, which `torch.from_dlpack` and its like take: what `__dlpack__` gives. A new
    /// reference. `asked` is what the method was called with, all of it by name.
    ///
    /// The capsule keeps the memory, and whoever takes it keeps it on.
    ///
    /// ```
    /// use owned::array::{Array, SharedArray};
    /// use owned::prelude::*;
    /// use owned::types::Exported;
    ///
    /// #[class]
    /// pub struct Wave {
    ///     samples: SharedArray<f32, 1>,
    /// }
    ///
    /// #[methods]
    /// impl Wave {
    ///     #[new]
    ///     fn new(samples: Vec<f32>) -> Self {
    ///         Wave { samples: samples.into() }
    ///     }
    ///     fn __buffer__(&self) -> Exported {
    ///         self.samples.lend()
    ///     }
    ///     #[signature(**asked)]
    ///     fn __dlpack__<'py>(&self, py: Python<'py>, asked: Owned<'py, Dict>) -> Result<Owned<'py, Any>> {
    ///         self.samples.lend().to_dlpack(py, &asked)
    ///     }
    ///     fn __dlpack_device__(&self) -> (i32, i32) {
    ///         Exported::DLPACK_DEVICE
    ///     }
    /// }
    ///
    /// #[owned::module]
    /// mod waves {
    ///     #[export]
    ///     pub use super::Wave;
    /// }
    ///
    /// # fn main() -> Result<()> {
    /// #     Python::initialize();
    /// #     Python::attach(|py| {
    /// let wave = owned::load!(py, waves)?.call_method("Wave", (vec![0.5_f32, 1.5],))?;
    /// assert_eq!(Array::<f32, 1>::from_dlpack(&wave)?.to_vec(), [0.5, 1.5]);
    /// #         Ok(())
    /// #     })
    /// # }
    /// ```
    ///
    /// # Errors
    /// `BufferError` if DLPack cannot say what the items are (it has numbers alone), or, where a version below 1 is asked for,
    /// that the memory is read-only; if another device is asked for, or strides are no whole number of items. `ValueError` if
    /// a `stream` is asked for, which the CPU has not; `TypeError` for a parameter that DLPack does not know.
    #[track_caller]
    pub fn to_dlpack<'py>(self, py: Python<'py>, asked: &Owned<'py, Dict>) -> Result<Owned<'py, Any>> {
        let asked = Asked::read(asked)?;
        let format = self.format();
        let Some(dtype) = data_type(format) else {
            return Err(BufferError::new(format!("DLPack has numbers alone, and items are {format}: use the buffer")));
        };
        let given = if asked.copy { self.copied(py)? } else { self };
        if given.is_readonly() && !asked.versioned {
            return Err(BufferError::new(
                "the memory is read-only, which DLPack can say from version 1 on: ask with `max_version=(1, 0)`",
            ));
        }
        let lent = given.into_lent();
        if lent.strides.iter().any(|stride| stride % lent.item.cast_signed() != 0) {
            return Err(BufferError::new(
                "DLPack counts strides in items, and those of the memory are no whole number",
            ));
        }
        // SAFETY: attached, by `py`; the type is that of the items, and the strides were checked.
        let capsule = unsafe { raw::dlpack_capsule(lent, dtype, asked.versioned, asked.copy) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(py, capsule) })
    }
}

/// What `__dlpack__` was called with.
struct Asked {
    versioned: bool,
    copy: bool,
}

impl Asked {
    #[track_caller]
    fn read(asked: &Owned<'_, Dict>) -> Result<Self> {
        let mut read = Asked { versioned: false, copy: false };
        for pair in asked.snapshot()? {
            let (name, value) = pair;
            let name: String = name.extract()?;
            if value.is_none() {
                // The default of all of them. What is not known is refused all the same.
                if ["stream", "max_version", "dl_device", "copy"].contains(&&*name) {
                    continue;
                }
            }
            match &*name {
                "stream" => return Err(ValueError::new("the CPU has no streams: `stream` must be None")),
                "max_version" => read.versioned = value.extract::<(i64, i64)>()?.0 >= 1,
                "dl_device" => {
                    let (kind, id) = value.extract::<(i64, i64)>()?;
                    if kind != i64::from(raw::CPU) {
                        return Err(BufferError::new(format!(
                            "the memory is that of the CPU, and cannot be had on device {id} of kind {kind}"
                        )));
                    }
                }
                "copy" => read.copy = value.extract::<bool>()?,
                other => {
                    return Err(TypeError::new(format!("__dlpack__() got an unexpected keyword argument '{other}'")));
                }
            }
        }
        Ok(read)
    }
}
