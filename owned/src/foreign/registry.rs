//! [`Registry`]: who owns what C calls.
#![expect(unsafe_code, reason = "shows the collector what is registered; has nothing to show of a token")]

use core::fmt;
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Weak};

use crate::convert::IntoArgs;
use crate::err::{ReferenceError, Result};
use crate::gc::{Callback, GcCell, NoRefs, Traverse, Visited, Visitor};
use crate::ptr::{Any, Owned, Py, TypeInfo};
use crate::raw;
use crate::token::{self, Python};

use super::surface::{Kept, lost};

/// The owner of what a C library calls: a field of a class, in which the collector sees every object.
///
/// C gets a [`Token`], which owns nothing and finds what was registered, from any thread. So a handler that leads back to
/// the object that registers it is a cycle like any other, and is collected; C is then left with a token that finds
/// nothing. When C lets go of the token, which is what a destroy notice is for, what was registered goes too.
///
/// ```
/// # owned::Python::initialize();
/// use owned::foreign::Registry;
/// use owned::prelude::*;
///
/// Python::attach(|py| {
///     let registry: Registry<Callback> = Registry::default();
///     let seen = List::empty(py)?;
///     let append = seen.getattr("append")?.downcast::<Callable>()?;
///     let token = registry.add(py, Callback::new(&append))?;
///     token.call(py, (42,))?; // in a trampoline
///     assert_eq!(seen.get(0)?.extract::<i64>()?, 42);
///     drop(token); // in a destroy notice
///     assert_eq!(registry.len(py)?, 0);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// Invariant: this value is the only one that shows `entries` to the collector. Others share the allocation, not what the
/// collector takes to be theirs; the cell changes on attached threads only.
pub struct Registry<T>(Arc<GcCell<Entries<T>>>);

type Entries<T> = BTreeMap<u64, T>;

/// What can be registered: an object, or something to call.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::foreign::{CloneRef, Registry};
/// Python::attach(|py| {
///     fn shared<T: CloneRef>(py: Python<'_>, registry: &Registry<T>, value: &T) -> Result<()> {
///         registry.add(py, value.clone_ref(py)).map(drop) // the registry has one of its own
///     }
///     let list = List::empty(py)?.unbind();
///     shared(py, &Registry::default(), &list)?;
///     assert!(list.bind(py).is_empty());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub trait CloneRef: Traverse + Send + Sync + 'static {
    /// Another one that is the same. It runs no Python code.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::CloneRef;
    /// let list = List::empty(py)?.unbind();
    /// assert!(CloneRef::clone_ref(&list, py).bind(py).is(&list.bind(py)));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[must_use]
    fn clone_ref(&self, py: Python<'_>) -> Self;
}

impl<T: TypeInfo> CloneRef for Py<T> {
    #[track_caller]
    #[inline]
    fn clone_ref(&self, py: Python<'_>) -> Self {
        Py::clone_ref(self, py)
    }
}

impl CloneRef for Callback {
    #[track_caller]
    #[inline]
    fn clone_ref(&self, py: Python<'_>) -> Self {
        Callback::clone_ref(self, py)
    }
}

/// The way from C to the registry itself, for what C has made while it runs: the state of an aggregate, say. It owns
/// nothing, so it may be part of a state that C is [given](super::give).
///
/// ```
/// # owned::Python::initialize();
/// use owned::foreign::Registry;
/// use owned::prelude::*;
///
/// Python::attach(|py| {
///     let registry: Registry<Py<Any>> = Registry::default();
///     let registrar = registry.registrar(); // part of what C has
///     let token = registrar.add(py, List::empty(py)?.into_any().unbind())?.expect("its owner is there");
///     assert!(token.get(py)?.is_some() && registry.len(py)? == 1);
///     drop(registry);
///     assert!(registrar.add(py, py.none().unbind())?.is_none()); // nobody is left who would own it
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct Registrar<T: CloneRef>(Weak<GcCell<Entries<T>>>);

/// The way from C to what was registered. It owns no reference, so it may be part of a state that C is
/// [given](super::give), and be dropped anywhere, which unregisters.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::foreign::{Registry, Token};
/// Python::attach(|py| {
///     let registry: Registry<Py<Str>> = Registry::default();
///     let token: Token<Py<Str>> = registry.add(py, Str::new(py, "ink")?.unbind())?; // for C
///     assert_eq!(token.get(py)?.unwrap().bind(py).to_str()?, "ink");
///     drop(registry);
///     assert!(token.get(py)?.is_none());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct Token<T: CloneRef> {
    /// The number of the interpreter that it was registered in.
    home: usize,
    entries: Weak<GcCell<Entries<T>>>,
    id: u64,
}

impl<T: CloneRef> Registry<T> {
    /// Registers `value`, until the token is dropped or the registry is.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Registry;
    /// let registry: Registry<Py<Any>> = Registry::default();
    /// let token = registry.add(py, py.none().unbind())?;
    /// assert_eq!(registry.len(py)?, 1);
    /// drop(token);
    /// assert_eq!(registry.len(py)?, 0);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ReferenceError` when the collector has cleared the object that the registry belongs to.
    #[track_caller]
    #[inline]
    pub fn add(&self, py: Python<'_>, value: T) -> Result<Token<T>> {
        register(py, &self.0, value)
    }

    /// What C gets to register more, as long as this registry is there.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Registry;
    /// let registry: Registry<Py<Any>> = Registry::default();
    /// let registrar = registry.registrar();
    /// let token = registrar.add(py, py.none().unbind())?;
    /// assert!(token.is_some() && registry.len(py)? == 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn registrar(&self) -> Registrar<T> {
        Registrar(Arc::downgrade(&self.0))
    }

    /// How many are registered.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Registry;
    /// assert_eq!(Registry::<Py<Any>>::default().len(py)?, 0);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`Registry::add`].
    #[track_caller]
    #[inline]
    pub fn len(&self, py: Python<'_>) -> Result<usize> {
        self.0.with(py, BTreeMap::len)
    }

    /// Whether none is registered.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Registry;
    /// assert!(Registry::<Py<Any>>::default().is_empty(py)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`Registry::add`].
    #[track_caller]
    #[inline]
    pub fn is_empty(&self, py: Python<'_>) -> Result<bool> {
        self.0.with(py, BTreeMap::is_empty)
    }

    /// Lets go of everything: the tokens that are out find nothing any more.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Registry;
    /// let registry: Registry<Py<Any>> = Registry::default();
    /// let token = registry.add(py, py.none().unbind())?;
    /// registry.clear(py)?;
    /// assert!(token.get(py)?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`Registry::add`].
    #[track_caller]
    #[inline]
    pub fn clear(&self, py: Python<'_>) -> Result<()> {
        self.0.take(py).map(drop)
    }
}

impl<T: CloneRef> Registrar<T> {
    /// Registers `value`, as [`Registry::add`] does; `None` if the registry is gone, or was cleared by the collector.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Registry;
    /// let registry: Registry<Py<Any>> = Registry::default();
    /// let registrar = registry.registrar();
    /// assert!(registrar.add(py, py.none().unbind())?.is_some());
    /// drop(registry);
    /// assert!(registrar.add(py, py.none().unbind())?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `RuntimeError` in another interpreter than that of the registry.
    #[track_caller]
    #[inline]
    pub fn add(&self, py: Python<'_>, value: T) -> Result<Option<Token<T>>> {
        let Some(entries) = self.0.upgrade() else {
            return Ok(None);
        };
        match register(py, &entries, value) {
            Err(error) if error.is::<ReferenceError>(py) => Ok(None),
            added => added.map(Some),
        }
    }
}

#[track_caller]
#[inline]
fn register<T: CloneRef>(py: Python<'_>, entries: &Arc<GcCell<Entries<T>>>, value: T) -> Result<Token<T>> {
    static IDS: AtomicU64 = AtomicU64::new(0);
    let id = IDS.fetch_add(1, Relaxed);
    entries.claim();
    entries.with_mut(py, |entries| entries.insert(id, value))?;
    Ok(Token { home: raw::here(), entries: Arc::downgrade(entries), id })
}

impl<T: CloneRef> Token<T> {
    /// What was registered; `None` if its owner is gone, has let go of it, or was cleared by the collector.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Registry;
    /// let registry: Registry<Py<Any>> = Registry::default();
    /// let token = registry.add(py, py.none().unbind())?;
    /// assert!(token.get(py)?.is_some());
    /// drop(registry);
    /// assert!(token.get(py)?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `RuntimeError` in another interpreter than that of the registry. Never with one GIL; without one, `RuntimeError` in the moment in which another thread registers or unregisters.
    #[track_caller]
    #[inline]
    pub fn get(&self, py: Python<'_>) -> Result<Option<T>> {
        let Some(entries) = self.entries.upgrade() else {
            return Ok(None);
        };
        match entries.with(py, |entries| entries.get(&self.id).map(|value| value.clone_ref(py))) {
            Err(error) if error.is::<ReferenceError>(py) => Ok(None),
            found => found,
        }
    }
}

impl Token<Callback> {
    /// Calls what was registered; `None` if that is gone. Nothing of the registry is in use meanwhile.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::{Callback, foreign::Registry};
    /// let registry: Registry<Callback> = Registry::default();
    /// let token = registry.add(py, Callback::new(&py.eval("len", None)?.downcast()?))?;
    /// assert_eq!(token.call(py, ("ink",))?.unwrap().extract::<i32>()?, 3);
    /// drop(registry);
    /// assert!(token.call(py, ("ink",))?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the call raises.
    #[track_caller]
    #[inline]
    pub fn call<'py>(&self, py: Python<'py>, args: impl IntoArgs<'py>) -> Result<Option<Owned<'py, Any>>> {
        match self.get(py)? {
            Some(callback) => callback.call(py, args),
            None => Ok(None),
        }
    }
}

impl<T: CloneRef> Drop for Token<T> {
    /// Changes the cell on an attached thread only: what the collector sees must not change between two of its looks.
    #[inline]
    fn drop(&mut self) {
        let (entries, id) = (core::mem::take(&mut self.entries), self.id);
        if entries.strong_count() == 0 {
            return;
        }
        if raw::is_attached() && raw::here() == self.home {
            let _ = Python::try_attach(|py| unregister(py, &entries, id));
        } else {
            let later = Box::new(move |py: Python<'_>| {
                // What goes may have a destructor of Rust's, and this is no place to unwind from.
                if let Err(panic) = catch_unwind(AssertUnwindSafe(|| unregister(py, &entries, id))) {
                    lost(Kept::Panic(panic), "unregistering a callback");
                }
            });
            token::run_later_in(self.home, later);
        }
    }
}

fn unregister<T: CloneRef>(py: Python<'_>, entries: &Weak<GcCell<Entries<T>>>, id: u64) {
    let Some(shared) = entries.upgrade() else {
        return;
    };
    match shared.with_mut(py, |entries| entries.remove(&id)) {
        Ok(gone) => drop(gone),
        // Cleared, and so is the entry.
        Err(error) if error.is::<ReferenceError>(py) => {}
        // Without a GIL another thread may be at it, for a moment.
        Err(_) => {
            let entries = entries.clone();
            token::run_later(Box::new(move |py| unregister(py, &entries, id)));
        }
    }
}

impl<T> Default for Registry<T> {
    #[inline]
    fn default() -> Self {
        Registry(Arc::new(GcCell::new(BTreeMap::new())))
    }
}

// SAFETY: the invariant: the entries are shown by this value alone, and owned once, by the cell.
unsafe impl<T: Traverse> Traverse for Registry<T> {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.0.traverse(visitor)
    }

    #[inline]
    fn clear_cells(&self, py: Python<'_>) {
        self.0.clear_cells(py);
    }
}

impl<T: CloneRef> NoRefs for Registrar<T> {}

// SAFETY: a registrar owns nothing.
unsafe impl<T: CloneRef> Traverse for Registrar<T> {
    #[inline]
    fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
        Ok(())
    }
}

impl<T: CloneRef> fmt::Debug for Registrar<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registrar").finish_non_exhaustive()
    }
}

impl<T: CloneRef> NoRefs for Token<T> {}

// SAFETY: a token owns nothing.
unsafe impl<T: CloneRef> Traverse for Token<T> {
    #[inline]
    fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
        Ok(())
    }
}

impl<T> fmt::Debug for Registry<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registry").finish_non_exhaustive()
    }
}

impl<T: CloneRef> fmt::Debug for Token<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Token").field(&self.id).finish()
    }
}

#[cfg(test)]
static_assertions::assert_not_impl_any!(Registry<Callback>: Clone);
#[cfg(test)]
static_assertions::assert_impl_all!(Registry<Callback>: Send, Sync);
#[cfg(test)]
static_assertions::assert_impl_all!(Token<Callback>: Send, Sync);
