//! [`AtomicCell`]: a number that changes behind a shared reference.
#![expect(unsafe_code, reason = "takes the memory of a number for an atomic of std")]

use core::fmt;
use core::panic::RefUnwindSafe;
use core::sync::atomic::Ordering::Relaxed;
use core::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16, AtomicU32, AtomicU64,
    AtomicUsize,
};

use crate::convert::{FromPy, IntoPy, Scalar};
use crate::err::Result;
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::raw::AtomicMemory;
use crate::token::Python;

/// A field for a number, a `bool` or a `char` that changes through `&self`: std's atomics, floats as well.
///
/// Under `#[field(get, set)]` Python reads and sets it as any other number. A class whose settable fields are these and
/// [`Slot`](crate::Slot)s needs no state word: its instances are smaller, its methods cheaper, and none of them is ever refused
/// because another one runs. Each access is atomic by itself (`Relaxed`), on any thread, attached or not; two of them are not
/// one, for which there is [`update`](AtomicCell::update), and for values that change together [`GcCell`](crate::GcCell).
///
/// ```
/// use owned::prelude::*;
///
/// /// A place on the canvas.
/// #[class]
/// pub struct Dot {
///     #[field(get, set)]
///     x: AtomicCell<f64>,
///     #[field(get, set)]
///     y: AtomicCell<f64>,
/// }
///
/// #[methods]
/// impl Dot {
///     #[new]
///     fn new(x: f64, y: f64) -> Self {
///         Dot { x: x.into(), y: y.into() }
///     }
///
///     fn mirror(&self) {
///         self.x.update(|x| -x);
///     }
/// }
/// # #[owned::module]
/// # mod dots {
/// #     #[export]
/// #     pub use super::Dot;
/// # }
/// # fn main() -> Result<()> {
/// # Python::initialize();
/// # Python::attach(|py| {
/// let dot = owned::load!(py, dots)?.call_method("Dot", (1.5, 2.0))?;
/// dot.call_method("mirror", ())?;
/// dot.setattr("y", 3)?;
/// assert_eq!((dot.getattr("x")?.extract::<f64>()?, dot.getattr("y")?.extract::<f64>()?), (-1.5, 3.0));
/// # Ok(())
/// # })
/// # }
/// ```
#[repr(transparent)]
pub struct AtomicCell<T>(AtomicMemory<T>);

// SAFETY: a number, which is reached as an atomic.
unsafe impl<T: Atomic> Sync for AtomicCell<T> {}
impl<T: Atomic> RefUnwindSafe for AtomicCell<T> {}

impl<T: Atomic> AtomicCell<T> {
    /// A cell with a value in it.
    ///
    /// ```
    /// assert_eq!(owned::AtomicCell::new(1.5).get(), 1.5);
    /// ```
    #[inline]
    pub const fn new(value: T) -> Self {
        AtomicCell(AtomicMemory::new(value))
    }

    /// The value as it is now.
    ///
    /// ```
    /// assert!(owned::AtomicCell::new(true).get());
    /// ```
    #[inline]
    pub fn get(&self) -> T {
        T::load(self)
    }

    /// Puts another value there.
    ///
    /// ```
    /// let cell = owned::AtomicCell::new('a');
    /// cell.set('b');
    /// assert_eq!(cell.get(), 'b');
    /// ```
    #[inline]
    pub fn set(&self, value: T) {
        T::store(self, value);
    }

    /// Puts another value there, and gives what was there.
    ///
    /// ```
    /// let cell = owned::AtomicCell::new(7_u8);
    /// assert_eq!((cell.replace(8), cell.get()), (7, 8));
    /// ```
    #[inline]
    pub fn replace(&self, value: T) -> T {
        T::swap(self, value)
    }

    /// Puts there what `f` makes of the value, and gives that. If another thread has changed the value meanwhile, `f` is called
    /// again, with the new one.
    ///
    /// ```
    /// let cell = owned::AtomicCell::new(1.5);
    /// assert_eq!(cell.update(|value| value * 2.0), 3.0);
    /// ```
    #[inline]
    pub fn update(&self, mut f: impl FnMut(T) -> T) -> T {
        let mut before = self.get();
        loop {
            let after = f(before);
            match T::exchange(self, before, after) {
                Ok(()) => return after,
                Err(now) => before = now,
            }
        }
    }
}

/// What can be in an [`AtomicCell`]: numbers of at most eight bytes, `bool`, `char`.
///
/// ```
/// use owned::{Atomic, AtomicCell};
///
/// fn reset<T: Atomic + Default>(cells: &[AtomicCell<T>]) {
///     cells.iter().for_each(|cell| cell.set(T::default()));
/// }
/// let cells = [AtomicCell::new(1), AtomicCell::new(2)];
/// reset(&cells);
/// assert_eq!(cells[1].get(), 0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not fit into an `AtomicCell`",
    label = "no number of at most eight bytes",
    note = "for an object there is `Slot`, for other values `GcCell`"
)]
pub trait Atomic: Copy + sealed::Sealed + 'static {
    #[doc(hidden)]
    fn load(cell: &AtomicCell<Self>) -> Self;
    #[doc(hidden)]
    fn store(cell: &AtomicCell<Self>, value: Self);
    #[doc(hidden)]
    fn swap(cell: &AtomicCell<Self>, value: Self) -> Self;
    /// Puts `after` there if `before` is, bit by bit; else it is what was there.
    #[doc(hidden)]
    fn exchange(cell: &AtomicCell<Self>, before: Self, after: Self) -> core::result::Result<(), Self>;
}

mod sealed {
    pub trait Sealed {}
}

/// `Type in Atomic: the number for a value, the value for a number`.
macro_rules! atomic {
    ($($value:ident in $atomic:ident: $to:expr, $from:expr;)*) => { $(
        impl sealed::Sealed for $value {}

        const _: () = assert!(
            size_of::<$value>() == size_of::<$atomic>()
                && align_of::<AtomicCell<$value>>() >= align_of::<$atomic>()
        );

        impl AtomicCell<$value> {
            #[inline(always)]
            fn atomic(&self) -> &$atomic {
                // SAFETY: as large, and aligned for it, by the assertion; nobody reaches it in another way.
                unsafe { $atomic::from_ptr(self.0.get().cast()) }
            }
        }

        impl Atomic for $value {
            #[inline]
            fn load(cell: &AtomicCell<Self>) -> Self {
                $from(cell.atomic().load(Relaxed))
            }
            #[inline]
            fn store(cell: &AtomicCell<Self>, value: Self) {
                cell.atomic().store($to(value), Relaxed);
            }
            #[inline]
            fn swap(cell: &AtomicCell<Self>, value: Self) -> Self {
                $from(cell.atomic().swap($to(value), Relaxed))
            }
            #[inline]
            fn exchange(cell: &AtomicCell<Self>, before: Self, after: Self) -> core::result::Result<(), Self> {
                let exchanged = cell.atomic().compare_exchange_weak($to(before), $to(after), Relaxed, Relaxed);
                exchanged.map(drop).map_err($from)
            }
        }

        impl Scalar<AtomicCell<$value>> {
            /// Yes.
            pub const VALUE: bool = true;
        }
    )* };
}

atomic! {
    bool in AtomicBool: itself, itself;
    u8 in AtomicU8: itself, itself;
    u16 in AtomicU16: itself, itself;
    u32 in AtomicU32: itself, itself;
    u64 in AtomicU64: itself, itself;
    usize in AtomicUsize: itself, itself;
    i8 in AtomicI8: itself, itself;
    i16 in AtomicI16: itself, itself;
    i32 in AtomicI32: itself, itself;
    i64 in AtomicI64: itself, itself;
    isize in AtomicIsize: itself, itself;
    f32 in AtomicU32: f32::to_bits, f32::from_bits;
    f64 in AtomicU64: f64::to_bits, f64::from_bits;
    char in AtomicU32: u32::from, character;
}

const fn itself<T: Copy>(value: T) -> T {
    value
}

#[inline]
fn character(number: u32) -> char {
    char::from_u32(number).expect("only a `char` was put there")
}

impl<T: Atomic> From<T> for AtomicCell<T> {
    #[inline]
    fn from(value: T) -> Self {
        AtomicCell::new(value)
    }
}

impl<T: Atomic + Default> Default for AtomicCell<T> {
    fn default() -> Self {
        AtomicCell::new(T::default())
    }
}

impl<T: Atomic> Clone for AtomicCell<T> {
    /// A cell of its own, with the value as it is now.
    fn clone(&self) -> Self {
        AtomicCell::new(self.get())
    }
}

impl<T: Atomic + PartialEq> PartialEq for AtomicCell<T> {
    /// Compares the values as they are now.
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: Atomic + fmt::Debug> fmt::Debug for AtomicCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

impl<'py, T: Atomic + IntoPy<'py>> IntoPy<'py> for &AtomicCell<T> {
    type Target = T::Target;
    const GIVES: TypeHint = T::GIVES;

    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, T::Target>> {
        self.get().into_py(py)
    }
}

impl<'a, 'py, T: Atomic + FromPy<'a, 'py>> FromPy<'a, 'py> for AtomicCell<T> {
    const ACCEPTS: TypeHint = T::ACCEPTS;

    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
        T::from_py(object).map(AtomicCell::new)
    }
}
