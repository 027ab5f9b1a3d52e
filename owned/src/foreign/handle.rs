//! [`Handle`]: what C has made, with the function that destroys it.
#![expect(unsafe_code, reason = "calls the destroy function; says on which threads a handle may be")]

use core::fmt;
use core::mem::ManuallyDrop;
use core::ptr::NonNull;

use crate::gc::{NoRefs, Traverse, Visited, Visitor};

use super::surface;

/// A kind of object that a C library makes and destroys. A type without values stands for it; [`Handle`] owns one.
///
/// ```
/// use std::ffi::c_void;
/// use std::ptr::NonNull;
///
/// use owned::foreign::{Foreign, Handle, OneAtATime};
///
/// # mod c { use std::ffi::c_void; unsafe extern "C" { pub safe fn malloc(n: usize) -> *mut c_void; pub fn free(p: *mut c_void); } }
/// /// A block of C's memory.
/// enum Block {}
///
/// // SAFETY: `free` takes what `malloc` gave, on whatever thread.
/// unsafe impl Foreign for Block {
///     type Raw = c_void;
///     type Threads = OneAtATime;
///
///     unsafe fn destroy(raw: NonNull<c_void>) {
///         // SAFETY: a handle gives up its one block.
///         unsafe { c::free(raw.as_ptr()) }
///     }
/// }
///
/// // SAFETY: what `malloc` gives belongs to whoever called it.
/// let block = unsafe { Handle::<Block>::new(c::malloc(64), || owned::exceptions::MemoryError::new("no block")) }?;
/// assert!(!block.as_ptr().is_null());
/// drop(block); // `free`
/// # Ok::<(), owned::PyErr>(())
/// ```
///
/// # Safety
/// [`Foreign::destroy`] may be called for each object once, on the threads that [`Foreign::Threads`] says, also while
/// another destructor runs; and C keeps no reference to a Python object in one that the collector should see (what a
/// callback needs belongs into a [`Registry`](super::Registry)).
pub unsafe trait Foreign: 'static {
    /// What C's pointer points to.
    type Raw;
    /// Which threads may use an object: [`OneThread`], [`OneAtATime`] or [`AnyThread`].
    type Threads: Threads;

    /// Calls the library's destroy function.
    ///
    /// ```
    /// # use std::ptr::NonNull;
    /// use owned::foreign::{AnyThread, Foreign};
    ///
    /// enum Font {}
    /// // SAFETY: all threads may use a font at once, and any may free it.
    /// unsafe impl Foreign for Font {
    ///     type Raw = u8;
    ///     type Threads = AnyThread;
    ///     unsafe fn destroy(raw: NonNull<u8>) {
    ///         // SAFETY: a handle gives up its one font.
    ///         drop(unsafe { Box::from_raw(raw.as_ptr()) }) // C's function
    ///     }
    /// }
    /// ```
    ///
    /// # Safety
    /// `raw` is an object that the caller owns; it is not used afterwards.
    unsafe fn destroy(raw: NonNull<Self::Raw>);
}

mod sealed {
    pub trait Sealed {}
}

/// Which threads may use an object of C's. There are three answers, and no default: only the library's manual says.
///
/// ```
/// use owned::foreign::{AnyThread, OneAtATime, OneThread, Threads};
///
/// fn is_an_answer<T: Threads>() -> bool {
///     true
/// }
/// assert!(is_an_answer::<OneThread>() && is_an_answer::<OneAtATime>() && is_an_answer::<AnyThread>());
/// ```
pub trait Threads: sealed::Sealed {}

/// Only the thread that made it: a [`Handle`] is neither `Send` nor `Sync`, and to be in a class it needs a
/// [`HomeBound`](super::HomeBound) around it.
///
/// ```
/// # use std::ptr::NonNull;
/// use owned::foreign::{Foreign, Handle, HomeBound, OneThread};
///
/// enum Window {}
/// // SAFETY: a window is destroyed by the thread that made it.
/// unsafe impl Foreign for Window {
///     type Raw = u8;
///     type Threads = OneThread;
///     unsafe fn destroy(raw: NonNull<u8>) {
///         // SAFETY: a handle gives up its one window.
///         drop(unsafe { Box::from_raw(raw.as_ptr()) }) // C's function
///     }
/// }
///
/// // SAFETY: C gives the window to whoever asks for it.
/// let window = unsafe { Handle::<Window>::new(Box::into_raw(Box::new(7)), || "no window") }?;
/// let bound = HomeBound::new(window); // which may be in a class, and anywhere
/// let elsewhere = || bound.get().is_err();
/// assert!(std::thread::scope(|scope| scope.spawn(elsewhere).join().unwrap()));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug)]
pub enum OneThread {}
/// Any thread, but one at a time: a [`Handle`] is `Send`, and to be in a class it needs a lock around it.
///
/// ```
/// # use std::ptr::NonNull;
/// # use std::sync::Mutex;
/// use owned::foreign::{Foreign, Handle, OneAtATime};
///
/// enum Parser {}
/// // SAFETY: any thread may use and destroy a parser, one at a time.
/// unsafe impl Foreign for Parser {
///     type Raw = u8;
///     type Threads = OneAtATime;
///     unsafe fn destroy(raw: NonNull<u8>) {
///         // SAFETY: a handle gives up its one parser.
///         drop(unsafe { Box::from_raw(raw.as_ptr()) }) // C's function
///     }
/// }
///
/// fn can_be_in_a_class<T: Send + Sync>(_: &T) -> bool {
///     true
/// }
/// // SAFETY: C gives the parser to whoever asks for it.
/// let parser = unsafe { Handle::<Parser>::new(Box::into_raw(Box::new(7)), || "no parser") }?;
/// assert!(can_be_in_a_class(&Mutex::new(parser)));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug)]
pub enum OneAtATime {}
/// All threads at once: a [`Handle`] is `Send` and `Sync`.
///
/// ```
/// # use std::ptr::NonNull;
/// use owned::foreign::{AnyThread, Foreign, Handle};
///
/// enum Font {}
/// // SAFETY: all threads may use a font at once.
/// unsafe impl Foreign for Font {
///     type Raw = u8;
///     type Threads = AnyThread;
///     unsafe fn destroy(raw: NonNull<u8>) {
///         // SAFETY: a handle gives up its one font.
///         drop(unsafe { Box::from_raw(raw.as_ptr()) }) // C's function
///     }
/// }
///
/// fn can_be_in_a_class<T: Send + Sync>(_: &T) -> bool {
///     true
/// }
/// // SAFETY: C gives the font to whoever asks for it.
/// let font = unsafe { Handle::<Font>::new(Box::into_raw(Box::new(7)), || "no font") }?;
/// assert!(can_be_in_a_class(&font));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug)]
pub enum AnyThread {}

impl sealed::Sealed for OneThread {}
impl sealed::Sealed for OneAtATime {}
impl sealed::Sealed for AnyThread {}
impl Threads for OneThread {}
impl Threads for OneAtATime {}
impl Threads for AnyThread {}

/// The library lets an object wander from thread to thread.
///
/// ```
/// use owned::foreign::{AnyThread, Foreign, Handle, OneAtATime, Wanders};
///
/// fn sent<T: Foreign<Threads: Wanders>>(handle: Handle<T>) -> std::thread::JoinHandle<()>
/// where
///     T::Raw: 'static,
/// {
///     std::thread::spawn(move || drop(handle)) // a handle that stays on its thread does not compile here
/// }
/// fn wanders<T: Wanders>() -> bool {
///     true
/// }
/// assert!(wanders::<AnyThread>() && wanders::<OneAtATime>());
/// ```
#[diagnostic::on_unimplemented(
    message = "the C library wants each object used, and destroyed, by the thread that made it",
    label = "stays on its thread",
    note = "`foreign::HomeBound` around it can be anywhere, and sends what is inside home to be destroyed"
)]
pub trait Wanders: Threads {}
impl Wanders for OneAtATime {}
impl Wanders for AnyThread {}

/// One object of a C library, which this handle owns: dropping it calls [`Foreign::destroy`], once.
///
/// Invariants: 0 the pointer is not null; 1 it is an object of the kind `T`, alive, that nobody else destroys; 2 the
/// handle is on a thread that `T::Threads` allows.
///
/// Refused, with the attack: `Copy` and `Clone` (two handles would destroy one object). What C counts by itself is cloned
/// by its own function, which gives another handle.
///
/// ```
/// # use std::ptr::{self, NonNull};
/// use owned::foreign::{AnyThread, Foreign, Handle};
/// # fn c_font(size: u8) -> *mut u8 { if size == 0 { ptr::null_mut() } else { Box::into_raw(Box::new(size)) } }
/// # unsafe fn c_font_free(font: *mut u8) { drop(unsafe { Box::from_raw(font) }) }
///
/// enum Font {}
/// // SAFETY: all threads may use a font at once, and any may free it.
/// unsafe impl Foreign for Font {
///     type Raw = u8;
///     type Threads = AnyThread;
///     unsafe fn destroy(raw: NonNull<u8>) {
///         // SAFETY: a handle gives up its one font.
///         unsafe { c_font_free(raw.as_ptr()) }
///     }
/// }
///
/// // SAFETY: `c_font` gives a font to whoever calls it, or NULL.
/// let font = unsafe { Handle::<Font>::new(c_font(12), || "no font") }?;
/// assert!(!font.as_ptr().is_null());
/// drop(font); // `c_font_free`
/// // SAFETY: as above.
/// assert!(unsafe { Handle::<Font>::new(c_font(0), || "no font") }.is_err());
/// # Ok::<(), &str>(())
/// ```
pub struct Handle<T: Foreign>(NonNull<T::Raw>);

// SAFETY: the library's own statement, `Foreign::Threads`.
unsafe impl<T: Foreign<Threads: Wanders>> Send for Handle<T> {}
// SAFETY: as above.
unsafe impl<T: Foreign<Threads = AnyThread>> Sync for Handle<T> {}

impl<T: Foreign> Handle<T> {
    /// Takes over what a C function has made; where that is NULL, the error is `otherwise`'s.
    ///
    /// ```
    /// # use std::ptr::{self, NonNull};
    /// # use owned::foreign::{AnyThread, Foreign, Handle};
    /// # enum Font {}
    /// # // SAFETY: a box, which any thread may drop.
    /// # unsafe impl Foreign for Font {
    /// #     type Raw = u8;
    /// #     type Threads = AnyThread;
    /// #     unsafe fn destroy(raw: NonNull<u8>) { drop(unsafe { Box::from_raw(raw.as_ptr()) }) }
    /// # }
    /// // SAFETY: NULL.
    /// let font = unsafe { Handle::<Font>::new(ptr::null_mut(), || owned::exceptions::MemoryError::new("no font")) };
    /// assert_eq!(font.err().unwrap().to_string(), "MemoryError: no font");
    /// ```
    ///
    /// # Errors
    /// What `otherwise` gives.
    ///
    /// # Safety
    /// If `raw` is not NULL: invariants 1 and 2.
    #[inline]
    pub unsafe fn new<E>(raw: *mut T::Raw, otherwise: impl FnOnce() -> E) -> Result<Self, E> {
        NonNull::new(raw).map(Handle).ok_or_else(otherwise)
    }

    /// The pointer, to pass to C. It is valid as long as the handle lives; nobody but the handle destroys it.
    ///
    /// ```
    /// # use std::ptr::NonNull;
    /// # use owned::foreign::{AnyThread, Foreign, Handle};
    /// # enum Font {}
    /// # // SAFETY: a box, which any thread may drop.
    /// # unsafe impl Foreign for Font {
    /// #     type Raw = u8;
    /// #     type Threads = AnyThread;
    /// #     unsafe fn destroy(raw: NonNull<u8>) { drop(unsafe { Box::from_raw(raw.as_ptr()) }) }
    /// # }
    /// # fn c_font() -> *mut u8 { Box::into_raw(Box::new(12)) }
    /// // SAFETY: C gives the font to whoever asks for it.
    /// let font = unsafe { Handle::<Font>::new(c_font(), || "no font") }?;
    /// // SAFETY: the font is alive.
    /// assert_eq!(unsafe { *font.as_ptr() }, 12);
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    pub fn as_ptr(&self) -> *mut T::Raw {
        self.0.as_ptr()
    }

    /// Gives the object up to C, which destroys it from now on.
    ///
    /// ```
    /// # use std::ptr::NonNull;
    /// # use owned::foreign::{AnyThread, Foreign, Handle};
    /// # enum Font {}
    /// # // SAFETY: a box, which any thread may drop.
    /// # unsafe impl Foreign for Font {
    /// #     type Raw = u8;
    /// #     type Threads = AnyThread;
    /// #     unsafe fn destroy(raw: NonNull<u8>) { drop(unsafe { Box::from_raw(raw.as_ptr()) }) }
    /// # }
    /// # fn c_font() -> *mut u8 { Box::into_raw(Box::new(12)) }
    /// # unsafe fn c_keep(font: *mut u8) -> u8 { *unsafe { Box::from_raw(font) } }
    /// // SAFETY: C gives the font to whoever asks for it.
    /// let font = unsafe { Handle::<Font>::new(c_font(), || "no font") }?;
    /// // SAFETY: C takes the font over, and frees it one day.
    /// assert_eq!(unsafe { c_keep(font.into_raw()) }, 12);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use = "the object goes with the pointer: dropping the pointer leaks it"]
    #[inline]
    pub fn into_raw(self) -> *mut T::Raw {
        ManuallyDrop::new(self).0.as_ptr()
    }
}

impl<T: Foreign> Drop for Handle<T> {
    /// A panic of a destroy notice that C calls meanwhile goes on from here.
    fn drop(&mut self) {
        // SAFETY: invariants 1 and 2; the handle is gone after this.
        surface::destroying(|| unsafe { T::destroy(self.0) });
    }
}

impl<T: Foreign> NoRefs for Handle<T> {}

// SAFETY: there is nothing to visit: a pointer of C's, and the trait says that C keeps no reference behind it.
unsafe impl<T: Foreign> Traverse for Handle<T> {
    fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
        Ok(())
    }
}

impl<T: Foreign> fmt::Debug for Handle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Handle({:p})", self.0)
    }
}

/// Two handles never name the same object, but clones of an `Arc` around one do.
impl<T: Foreign> PartialEq for Handle<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: Foreign> Eq for Handle<T> {}
