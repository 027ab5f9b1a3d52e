//! Who uses the inside of an object: a name for the message that another one gets.
#![expect(unsafe_code, reason = "packs the address of a static into a part of a word, and takes it out again")]

use core::fmt;
use core::panic::Location;

/// The name of a method, in a static: its address is what the state word keeps.
#[derive(Debug)]
#[repr(align(8))]
pub struct MethodName(pub &'static str);

/// The method that holds a borrow, or the place in Rust.
#[derive(Clone, Copy, Debug)]
pub enum Holder {
    /// Nobody knows.
    Unknown,
    /// A method or property of the class.
    Method(&'static MethodName),
    /// A call of `borrow` or `borrow_mut`.
    Place(&'static Location<'static>),
}

/// The lowest bit of an address is free to say what is there.
const PLACE: usize = 1;

impl Holder {
    /// The place that called.
    #[inline]
    #[track_caller]
    pub(super) fn here() -> Self {
        Holder::Place(Location::caller())
    }

    /// A number that stands for the holder: a multiple of eight, or one more; 0 for one that is not known.
    #[inline]
    pub(super) fn pack(self) -> usize {
        match self {
            Holder::Unknown => 0,
            Holder::Method(name) => core::ptr::from_ref(name).expose_provenance(),
            Holder::Place(_) if align_of::<Location<'static>>() < align_of::<MethodName>() => 0,
            Holder::Place(place) => core::ptr::from_ref(place).expose_provenance() | PLACE,
        }
    }

    /// # Safety
    /// The number is one that `pack` gave.
    #[inline]
    pub(super) unsafe fn unpack(packed: usize) -> Self {
        if packed == 0 {
            Holder::Unknown
        } else if packed & PLACE == 0 {
            let name = core::ptr::with_exposed_provenance::<MethodName>(packed);
            // SAFETY: the address of a static `MethodName`, by the caller: it is aligned, so its lowest bits are 0.
            Holder::Method(unsafe { &*name })
        } else {
            let place = core::ptr::with_exposed_provenance::<Location<'static>>(packed & !PLACE);
            // SAFETY: the address of a static `Location`, by the caller.
            Holder::Place(unsafe { &*place })
        }
    }
}

impl fmt::Display for Holder {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Holder::Unknown => f.write_str("a method that has not returned yet"),
            Holder::Method(MethodName(name)) => write!(f, "'{name}', which has not returned yet"),
            Holder::Place(place) => write!(f, "a borrow at {}:{} that has not ended yet", place.file(), place.line()),
        }
    }
}

const _: () = assert!(align_of::<MethodName>() >= 8);
