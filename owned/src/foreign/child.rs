//! [`Child`]: what must be destroyed before something else is.
#![expect(unsafe_code, reason = "takes over what C has made; has nothing to show the collector")]

use core::fmt;
use std::sync::Arc;

use crate::gc::{NoRefs, Traverse, Visited, Visitor};

use super::{Foreign, Handle};

/// An object of a C library that is destroyed before its parent: a statement and its database, a page and its document.
///
/// It owns a share of the parent, which therefore lives until the last child is gone, whoever is dropped first. The
/// parent knows nothing of its children, so there is no cycle. A parent can be anything: a [`Handle`], another child, a
/// [`HomeBound`](super::HomeBound) of either.
///
/// ```
/// use std::ptr::NonNull;
/// use std::sync::{Arc, Mutex};
///
/// use owned::foreign::{AnyThread, Child, Foreign, Handle};
///
/// static DESTROYED: Mutex<Vec<&str>> = Mutex::new(Vec::new());
/// # fn c_open() -> *mut u8 { Box::into_raw(Box::new(0)) }
/// # unsafe fn c_close(raw: *mut u8) { drop(unsafe { Box::from_raw(raw) }) }
///
/// macro_rules! kind {
///     ($name:ident) => {
///         enum $name {}
///         // SAFETY: `c_close` closes what `c_open` gave, on any thread.
///         unsafe impl Foreign for $name {
///             type Raw = u8;
///             type Threads = AnyThread;
///             unsafe fn destroy(raw: NonNull<u8>) {
///                 DESTROYED.lock().unwrap().push(stringify!($name));
///                 // SAFETY: a handle gives up its one object.
///                 unsafe { c_close(raw.as_ptr()) }
///             }
///         }
///     };
/// }
/// kind!(Database);
/// kind!(Statement);
///
/// // SAFETY: `c_open` gives an object to whoever calls it.
/// let database = Arc::new(unsafe { Handle::<Database>::new(c_open(), || "no database") }?);
/// // SAFETY: as above.
/// let statement = unsafe { Child::<Statement, _>::new(&database, c_open(), || "no statement") }?;
/// drop(database);
/// assert!(DESTROYED.lock().unwrap().is_empty());
/// drop(statement);
/// assert_eq!(*DESTROYED.lock().unwrap(), ["Statement", "Database"]);
/// # Ok::<(), &str>(())
/// ```
///
/// Invariant: `handle` is destroyed before this share of `parent` is given up. Fields are dropped in their order.
pub struct Child<C: Foreign, P> {
    handle: Handle<C>,
    parent: Arc<P>,
}

impl<C: Foreign, P> Child<C, P> {
    /// Takes over what a C function has made of `parent`; where that is NULL, the error is `otherwise`'s.
    ///
    /// ```
    /// # use std::{ptr::{self, NonNull}, sync::Arc};
    /// # use owned::foreign::{AnyThread, Child, Foreign, Handle};
    /// # enum Page {}
    /// # // SAFETY: a box, which any thread may drop.
    /// # unsafe impl Foreign for Page {
    /// #     type Raw = u8;
    /// #     type Threads = AnyThread;
    /// #     unsafe fn destroy(raw: NonNull<u8>) { drop(unsafe { Box::from_raw(raw.as_ptr()) }) }
    /// # }
    /// # fn c_page() -> *mut u8 { Box::into_raw(Box::new(7)) }
    /// let document = Arc::new("what the page is of");
    /// // SAFETY: C gives the page to whoever asks for it.
    /// let page = unsafe { Child::<Page, _>::new(&document, c_page(), || "no page") }?;
    /// // SAFETY: NULL.
    /// let none = unsafe { Child::<Page, _>::new(&document, ptr::null_mut(), || "no page") };
    /// assert_eq!(none.err(), Some("no page"));
    /// # Ok::<(), &str>(())
    /// ```
    ///
    /// # Errors
    /// What `otherwise` gives.
    ///
    /// # Safety
    /// As [`Handle::new`].
    #[inline]
    pub unsafe fn new<E>(parent: &Arc<P>, raw: *mut C::Raw, otherwise: impl FnOnce() -> E) -> Result<Self, E> {
        // SAFETY: the caller's.
        let handle = unsafe { Handle::new(raw, otherwise) }?;
        Ok(Child { handle, parent: Arc::clone(parent) })
    }

    /// The pointer, to pass to C. It is valid as long as the child lives.
    ///
    /// ```
    /// # use std::{ptr::NonNull, sync::Arc};
    /// # use owned::foreign::{AnyThread, Child, Foreign, Handle};
    /// # enum Page {}
    /// # // SAFETY: a box, which any thread may drop.
    /// # unsafe impl Foreign for Page {
    /// #     type Raw = u8;
    /// #     type Threads = AnyThread;
    /// #     unsafe fn destroy(raw: NonNull<u8>) { drop(unsafe { Box::from_raw(raw.as_ptr()) }) }
    /// # }
    /// # fn c_page() -> *mut u8 { Box::into_raw(Box::new(7)) }
    /// # let document = Arc::new("what the page is of");
    /// // SAFETY: C gives the page to whoever asks for it.
    /// let page = unsafe { Child::<Page, _>::new(&document, c_page(), || "no page") }?;
    /// // SAFETY: the page is alive, and nobody else uses it.
    /// assert_eq!(unsafe { *page.as_ptr() }, 7);
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    pub fn as_ptr(&self) -> *mut C::Raw {
        self.handle.as_ptr()
    }

    /// The parent, which lives as long as the child.
    ///
    /// ```
    /// # use std::{ptr::NonNull, sync::Arc};
    /// # use owned::foreign::{AnyThread, Child, Foreign, Handle};
    /// # enum Page {}
    /// # // SAFETY: a box, which any thread may drop.
    /// # unsafe impl Foreign for Page {
    /// #     type Raw = u8;
    /// #     type Threads = AnyThread;
    /// #     unsafe fn destroy(raw: NonNull<u8>) { drop(unsafe { Box::from_raw(raw.as_ptr()) }) }
    /// # }
    /// # fn c_page() -> *mut u8 { Box::into_raw(Box::new(7)) }
    /// let document = Arc::new("what the page is of");
    /// // SAFETY: C gives the page to whoever asks for it.
    /// let page = unsafe { Child::<Page, _>::new(&document, c_page(), || "no page") }?;
    /// assert!(Arc::ptr_eq(page.parent(), &document));
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    pub fn parent(&self) -> &Arc<P> {
        &self.parent
    }
}

impl<C: Foreign, P: NoRefs> NoRefs for Child<C, P> {}

// SAFETY: there is nothing to visit: the parent holds no reference either.
unsafe impl<C: Foreign, P: NoRefs> Traverse for Child<C, P> {
    fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
        Ok(())
    }
}

impl<C: Foreign, P> fmt::Debug for Child<C, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Child").field(&self.handle).finish()
    }
}
