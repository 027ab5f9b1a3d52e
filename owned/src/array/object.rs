//! The object that Python gets of a [`SharedArray`].
#![expect(unsafe_code, reason = "implements Class and Traverse for what holds no reference")]

use core::ffi::CStr;

use crate::class::{
    Blueprint, Class, Entry, Export, Frozen, Getter, Len, Method, Methods, Options, Property, Slot, TypeCell, Unary,
    build_for_good,
};
use crate::convert::{Args, IntoPy, Signature};
use crate::err::{Result, TypeError};
use crate::gc::{NoRefs, Traverse, Visited, Visitor};
use crate::object::{Element, Exported, Str, Tuple};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::raw::place;
use crate::token::Python;

use super::SharedArray;

/// An array whose type is forgotten.
trait Lends: Send + Sync {
    fn lend(&self) -> Exported;
}

impl<T: Element, const N: usize> Lends for SharedArray<T, N> {
    #[inline]
    fn lend(&self) -> Exported {
        SharedArray::lend(self)
    }
}

/// The inside of the object. Its type belongs to no module of the user's: one is made with the first array, and kept.
struct ArrayObject {
    memory: Box<dyn Lends>,
}

impl<'py, T: Element, const N: usize> IntoPy<'py> for SharedArray<T, N> {
    type Target = Any;
    const GIVES: TypeHint = TypeHint::named("typing_extensions", "Buffer");

    /// An object that lends the memory, by the buffer protocol and by DLPack. A new reference.
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        if !ArrayObject::cell().live.is_loaded() {
            build_for_good(py, Blueprint::of::<ArrayObject>())?;
        }
        Ok(ArrayObject { memory: Box::new(self) }.into_py(py)?.into_any())
    }
}

impl<'py, T: Element, const N: usize> IntoPy<'py> for &SharedArray<T, N> {
    type Target = Any;
    const GIVES: TypeHint = <SharedArray<T, N> as IntoPy<'py>>::GIVES;

    /// As by value: the memory is shared.
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        self.clone().into_py(py)
    }
}

impl NoRefs for ArrayObject {}

// SAFETY: there is nothing to visit, as in a `SharedArray`.
unsafe impl Traverse for ArrayObject {
    #[inline]
    fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
        Ok(())
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(ArrayObject: Send, Sync);

// SAFETY: `Send` and `Sync`, as asserted above.
unsafe impl Class for ArrayObject {
    const NAME: &'static CStr = c"Array";
    const DOC: &'static CStr = c"Memory of Rust: numpy.asarray, memoryview and DLPack look into it.";
    const OPTIONS: Options = Options { weakref: true, ..Options::PLAIN };
    const HOLDS_REFERENCES: bool = false;
    type Base = Any;
    type State = Frozen;
    const FIELDS: &'static Methods<Self> = &Methods::NONE;
    const METHODS: Option<&'static Methods<Self>> = Some(&Methods {
        entries: &[Entry::method::<Dlpack>(), Entry::method::<DlpackDevice>()],
        properties: &[
            Property::get::<Shape>(),
            Property::get::<Strides>(),
            Property::get::<Format>(),
            Property::get::<ItemSize>(),
            Property::get::<ReadOnly>(),
        ],
        slots: &[Slot::buffer::<Memory>(), Slot::len::<Count>(), Slot::unary::<Repr, { place::Py_tp_repr }>()],
        attributes: &[],
        called: &[],
        #[cfg(feature = "stubs")]
        described: &[],
    });

    #[inline]
    fn cell() -> &'static TypeCell<Self> {
        static CELL: TypeCell<ArrayObject> = TypeCell::new();
        &CELL
    }
}

fn lent(slf: Borrowed<'_, '_, ArrayObject>) -> Exported {
    slf.get().memory.lend()
}

struct Memory;

impl Export<ArrayObject> for Memory {
    #[inline]
    fn export<'a, 'py>(slf: Borrowed<'a, 'py, ArrayObject>, _: Borrowed<'a, 'py, Any>) -> Result<Exported> {
        Ok(lent(slf))
    }
}

struct Count;

impl Len<ArrayObject> for Count {
    #[inline]
    fn len<'a, 'py>(slf: Borrowed<'a, 'py, ArrayObject>) -> Result<usize> {
        match lent(slf).lengths().first() {
            Some(count) => Ok(count.unsigned_abs()),
            None => Err(TypeError::new("an array without dimensions has no length")),
        }
    }
}

struct Repr;

impl Unary<ArrayObject> for Repr {
    #[inline]
    fn unary<'a, 'py>(slf: Borrowed<'a, 'py, ArrayObject>) -> Result<Owned<'py, Any>> {
        let memory = lent(slf);
        let text = format!("<owned.Array of {}, shape {:?}>", memory.format(), memory.lengths());
        Ok(Str::new(slf.py(), &text)?.into_any())
    }
}

macro_rules! attributes {
    ($($marker:ident $name:literal $doc:literal |$memory:ident, $py:ident| $value:expr;)*) => { $(
        struct $marker;

        impl Getter<ArrayObject> for $marker {
            const NAME: &'static CStr = $name;
            const DOC: &'static CStr = $doc;

            #[inline]
            fn get<'a, 'py>(slf: Borrowed<'a, 'py, ArrayObject>) -> Result<Owned<'py, Any>> {
                let ($memory, $py) = (lent(slf), slf.py());
                $value
            }
        }
    )* };
}

attributes! {
    Shape c"shape" c"Items along each dimension." |memory, py|
        Ok(Tuple::new(py, memory.lengths().iter().copied())?.into_any());
    Strides c"strides" c"Bytes from one item to the next along each dimension." |memory, py|
        Ok(Tuple::new(py, memory.steps().iter().copied())?.into_any());
    Format c"format" c"The format of an item, as PEP 3118 has it." |memory, py|
        Ok(Str::new(py, &memory.format().to_c_string().to_string_lossy())?.into_any());
    ItemSize c"itemsize" c"Bytes of an item." |memory, py|
        memory.format().size().into_any(py);
    ReadOnly c"readonly" c"Whether the memory cannot be written to." |memory, py|
        memory.is_readonly().into_any(py);
}

struct Dlpack;

impl Method<ArrayObject> for Dlpack {
    const NAME: &'static CStr = c"__dlpack__";
    const DOC: &'static CStr =
        c"__dlpack__($self, /, *, stream=None, max_version=None, dl_device=None, copy=None)\n--\n\n\
        The memory as a capsule of DLPack.";
    const SIGNATURE: &'static Signature = &Signature {
        class: Some("Array"),
        function: "__dlpack__",
        params: &[],
        positional: 0,
        positional_only: 0,
        least: 0,
        rest: false,
        options: true,
    };

    #[inline]
    fn call<'a, 'py>(slf: Borrowed<'a, 'py, ArrayObject>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>> {
        let parsed = Self::SIGNATURE.parse::<0>(slf.py(), args)?;
        lent(slf).to_dlpack(slf.py(), &parsed.options.expect("asked for"))
    }
}

struct DlpackDevice;

impl Method<ArrayObject> for DlpackDevice {
    const NAME: &'static CStr = c"__dlpack_device__";
    const DOC: &'static CStr = c"__dlpack_device__($self, /)\n--\n\nThe device of the memory: that of the CPU.";
    const SIGNATURE: &'static Signature = &Signature {
        class: Some("Array"),
        function: "__dlpack_device__",
        params: &[],
        positional: 0,
        positional_only: 0,
        least: 0,
        rest: false,
        options: false,
    };

    #[inline]
    fn call<'a, 'py>(slf: Borrowed<'a, 'py, ArrayObject>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>> {
        let [] = Self::SIGNATURE.required(slf.py(), args)?;
        Exported::DLPACK_DEVICE.into_any(slf.py())
    }
}
