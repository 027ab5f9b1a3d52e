//! What stands for the annotations of a class without the collector's header: `type` would make a dict for them when it is
//! first asked, and nothing that can change may be reached from such a class.
#![expect(unsafe_code, reason = "says that what holds nothing holds nothing")]

use core::ffi::CStr;

use crate::convert::IntoPy;
use crate::err::{AttributeError, Result};
use crate::gc::{Traverse, Visited, Visitor};
use crate::object::Type;
use crate::ptr::{Any, Borrowed, Owned};

use super::attributes::put_attribute;
use super::slots::DescriptorGet;
use super::{Blueprint, Class, Frozen, Methods, Options, Slot, TypeCell, build_for_good};

/// Lets the class say, as those do that are written in C, that it has no `__annotations__`: the standard library takes that
/// for none.
pub(super) fn hide(class: &Owned<'_, Type>) -> Result<()> {
    let py = class.py();
    if !Missing::cell().live.is_loaded() {
        build_for_good(py, Blueprint::of::<Missing>())?;
    }
    put_attribute(class, c"__annotations__", Missing.into_py(py)?.as_any())
}

/// A descriptor that has no value. Its own type, which the interpreter keeps, has annotations like any other; so its
/// instances have the header, and the collector sees that they hold it.
struct Missing;

// SAFETY: there is nothing in it.
unsafe impl Traverse for Missing {
    fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
        Ok(())
    }
}

// SAFETY: `Send` and `Sync`, as there is nothing in it.
unsafe impl Class for Missing {
    const NAME: &'static CStr = c"missing";
    const DOC: &'static CStr = c"An attribute that is not there.";
    const OPTIONS: Options = Options::PLAIN;
    type Base = Any;
    const HOLDS_REFERENCES: bool = true;
    type State = Frozen;
    const FIELDS: &'static Methods<Self> = &Methods::NONE;
    const METHODS: Option<&'static Methods<Self>> =
        Some(&Methods { slots: &[Slot::descriptor_get::<Get>()], ..Methods::NONE });

    fn cell() -> &'static TypeCell<Self> {
        static CELL: TypeCell<Missing> = TypeCell::new();
        &CELL
    }
}

struct Get;

impl DescriptorGet<Missing> for Get {
    fn get<'a, 'py>(
        _: Borrowed<'a, 'py, Missing>,
        _: Borrowed<'a, 'py, Any>,
        _: Borrowed<'a, 'py, Any>,
    ) -> Result<Owned<'py, Any>> {
        Err(AttributeError::new("__annotations__"))
    }
}
