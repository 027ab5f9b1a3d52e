//! The coroutine object: its class, as Python sees it.
#![expect(unsafe_code, reason = "shows the collector what a coroutine keeps")]

use core::ffi::CStr;
use core::fmt;
use std::sync::Arc;

use crate::convert::IntoPy;
use crate::err::{Result, RuntimeError};
use crate::gc::{Traverse, Visited, Visitor};
use crate::object::{Reply, Str};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::place;
use crate::token::Python;

use super::super::{
    Blueprint, Class, Entry, Finalize, Frozen, Getter, Methods, Next, Options, Property, Slot, TypeCell, Unary,
    build_for_good,
};
use super::future::{Body, Names};
use super::methods::{Close, Send, Throw, stepped};
use super::resume::Input;
use super::stage::{At, Stages};
use super::table::Table;

/// The inside of a coroutine object. Its type object belongs to no module of the user's: one is made with the first
/// coroutine, and kept.
pub(super) struct Coroutine {
    pub(super) names: Names,
    pub(super) table: Arc<Table>,
    pub(super) stages: Stages,
}

impl Coroutine {
    /// A new coroutine object. A new reference.
    #[inline]
    pub(super) fn make(py: Python<'_>, names: Names, table: Arc<Table>, future: Body) -> Result<Owned<'_, Any>> {
        if !Coroutine::cell().live.is_loaded() {
            build_for_good(py, Blueprint::of::<Coroutine>())?;
        }
        Ok(Coroutine { names, table, stages: Stages::new(future) }.into_py(py)?.into_any())
    }
}

impl Coroutine {
    /// Drops the future, if nobody polls it.
    #[inline]
    fn discard(&self) {
        // Taken out first: what is dropped may use the coroutine.
        let future = self.stages.take_apart();
        drop(future);
    }
}

impl Drop for Coroutine {
    /// If it was awaited, `__del__` has closed it. What it has kept goes, whoever else has the table.
    #[inline]
    fn drop(&mut self) {
        self.discard();
        let _ = Python::if_attached(|py| self.table.end(py));
    }
}

// SAFETY: the object alone shows the table, which owns each reference once. No reference is in the future: what it keeps
// is in the table.
unsafe impl Traverse for Coroutine {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.table.traverse(visitor)
    }

    #[inline]
    fn clear_cells(&self, py: Python<'_>) {
        self.discard();
        self.table.clear(py);
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(Coroutine: core::marker::Send, Sync);

// SAFETY: `Send` and `Sync`, as asserted above.
unsafe impl Class for Coroutine {
    const NAME: &'static CStr = c"coroutine";
    const DOC: &'static CStr = c"A coroutine written in Rust.";
    const OPTIONS: Options = Options { weakref: true, ..Options::PLAIN };
    type Base = Any;
    type State = Frozen;
    const FIELDS: &'static Methods<Self> = &Methods::NONE;
    const METHODS: Option<&'static Methods<Self>> = Some(&Methods {
        entries: &[Entry::method::<Send>(), Entry::method::<Throw>(), Entry::method::<Close>()],
        properties: &[
            Property::get::<Name>(),
            Property::get::<QualName>(),
            Property::get::<Await>(),
            Property::get::<IsRunning>(),
            Property::get::<IsSuspended>(),
            Property::get::<Frame>(),
            Property::get::<Code>(),
            Property::get::<Origin>(),
        ],
        slots: &[
            Slot::unary::<Itself, { place::Py_am_await }>(),
            Slot::next::<Step>(),
            Slot::unary::<Repr, { place::Py_tp_repr }>(),
            Slot::finalize::<Finalizer>(),
        ],
        attributes: &[],
        called: &[],
        #[cfg(feature = "stubs")]
        described: &[],
    });

    #[inline]
    fn cell() -> &'static TypeCell<Self> {
        static CELL: TypeCell<Coroutine> = TypeCell::new();
        &CELL
    }
}

impl fmt::Display for Names {
    /// The `__qualname__`.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.class {
            Some(class) => write!(f, "{class}.{}", self.name),
            None => f.write_str(self.name),
        }
    }
}

struct Itself;

impl Unary<Coroutine> for Itself {
    /// It is its own iterator, as long as nobody awaits it.
    #[inline]
    fn unary<'a, 'py>(slf: Borrowed<'a, 'py, Coroutine>) -> Result<Owned<'py, Any>> {
        if let At::Suspended = slf.get().stages.at() {
            return Err(RuntimeError::new("coroutine is being awaited already"));
        }
        Ok(slf.to_owned().into_any())
    }
}

struct Step;

impl Next<Coroutine> for Step {
    #[inline]
    fn next<'a, 'py>(slf: Borrowed<'a, 'py, Coroutine>) -> Result<Option<Owned<'py, Any>>> {
        let py = slf.py();
        match slf.get().resume(py, Input::Send(py.none()))? {
            // No exception need be made for a result of `None`.
            Reply::Returned(value) if value.is_none() => Ok(None),
            reply => stepped(reply).map(Some),
        }
    }
}

struct Repr;

impl Unary<Coroutine> for Repr {
    #[inline]
    fn unary<'a, 'py>(slf: Borrowed<'a, 'py, Coroutine>) -> Result<Owned<'py, Any>> {
        let text = format!("<coroutine object {} at {:p}>", slf.get().names, slf.as_ptr());
        Ok(Str::new(slf.py(), &text)?.into_any())
    }
}

struct Finalizer;

impl Finalize<Coroutine> for Finalizer {
    #[inline]
    fn finalize<'a, 'py>(slf: Borrowed<'a, 'py, Coroutine>) -> Result<()> {
        slf.get().finalize(slf.py())
    }
}

macro_rules! attributes {
    ($($marker:ident $name:literal |$slf:ident| $value:expr;)*) => { $(
        struct $marker;

        impl Getter<Coroutine> for $marker {
            const NAME: &'static CStr = $name;
            const DOC: &'static CStr = c"";

            #[inline]
            fn get<'a, 'py>($slf: Borrowed<'a, 'py, Coroutine>) -> Result<Owned<'py, Any>> {
                $value
            }
        }
    )* };
}
attributes! {
    Name c"__name__" |slf| slf.get().names.name.into_any(slf.py());
    QualName c"__qualname__" |slf| slf.get().names.to_string().into_any(slf.py());
    Await c"cr_await" |slf| slf.get().table.iterator(slf.py()).into_any(slf.py());
    IsRunning c"cr_running" |slf| matches!(slf.get().stages.at(), At::Running).into_any(slf.py());
    IsSuspended c"cr_suspended" |slf| matches!(slf.get().stages.at(), At::Suspended).into_any(slf.py());
    Frame c"cr_frame" |slf| Ok(slf.py().none());
    Code c"cr_code" |slf| Ok(slf.py().none());
    Origin c"cr_origin" |slf| Ok(slf.py().none());
}
