//! [`Callbacks`]: those who want to be called, and who go by themselves.
#![expect(unsafe_code, reason = "shows the collector what is connected; takes the lock of its own object")]

use core::ffi::CStr;
use std::collections::BTreeMap;

use crate::convert::{IntoArgs, IntoPy};
use crate::err::{BaseExceptionGroup, Exception, PyErr, Result};
use crate::gc::{Callback, GcCell, Traverse, Visited, Visitor};
use crate::object::{Callable, CompareOp, Weak, handle};
use crate::ptr::{Any, Owned, Py};
use crate::raw::{self, BorrowedRef};
use crate::token::Python;

use super::{Blueprint, Class, Frozen, Methods, Options, TypeCell, build_for_good};

/// Callbacks that are called together, in the order in which they were connected: what others call a signal.
///
/// It changes through `&self`, and nothing of it is in use while a callback runs: callbacks may connect and disconnect.
/// One that is connected during a call is called from the next call on; one that is disconnected before its turn is
/// not called any more. A weak callback is dropped as soon as its object is gone, without a cycle: what waits for the
/// object's death knows these callbacks only weakly.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::{Callback, Callbacks};
///
/// Python::attach(|py| {
///     let changed = Callbacks::new(py)?;
///     let seen = List::empty(py)?;
///     let append = seen.getattr("append")?.downcast::<Callable>()?;
///     let id = changed.connect(py, Callback::new(&append))?;
///     changed.call(py, (42,))?;
///     assert_eq!(seen.get(0)?.extract::<i64>()?, 42);
///     assert!(changed.disconnect(py, id)?);
///     assert!(changed.is_empty(py)?);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Debug)]
pub struct Callbacks(Py<Registry>);

/// The inside of an object of its own, to which weak references can be made.
#[derive(Debug)]
pub(crate) struct Registry(GcCell<Entries>);

#[derive(Debug)]
struct Entries {
    /// What the next one is called by.
    next: u64,
    /// By their ids.
    all: BTreeMap<u64, Entry>,
}

#[derive(Debug)]
struct Entry {
    callback: Callback,
    /// Of a weak one: weak references that forget the entry when the object goes.
    watch: Vec<Py<Weak>>,
}

impl Callbacks {
    /// None yet.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let changed = Callbacks::new(py)?;
    /// assert!(changed.is_empty(py)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn new(py: Python<'_>) -> Result<Self> {
        if !Registry::cell().live.is_loaded() {
            build_for_good(py, Blueprint::of::<Registry>())?;
        }
        let entries = Entries { next: 1, all: BTreeMap::new() };
        Ok(Callbacks(Registry(GcCell::new(entries)).into_py(py)?.unbind()))
    }

    /// Calls `callback` from now on. What comes back disconnects it; no number is given twice. The same callable can be
    /// connected many times, and is then called as often.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let (changed, seen) = (Callbacks::new(py)?, List::empty(py)?);
    /// let append = seen.getattr("append")?.downcast::<Callable>()?;
    /// changed.connect(py, Callback::new(&append))?;
    /// changed.connect(py, Callback::new(&append))?; // twice, so it is called twice
    /// changed.call(py, ("ink",))?;
    /// assert_eq!(seen.len(), 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ReferenceError` when the collector has cleared the object that these callbacks belong to.
    #[track_caller]
    #[inline]
    pub fn connect(&self, py: Python<'_>, callback: Callback) -> Result<u64> {
        let registry = self.0.bind(py);
        let id = registry.change(|entries| {
            entries.next += 1;
            entries.next - 1
        })?;
        // Held until the entry is in place: if one goes right then, its watch finds the entry.
        let Some(referents) = callback.referents(py)? else {
            return Ok(id);
        };
        let watch = match &*referents {
            [] => Vec::new(),
            referents => {
                let forget = forget(registry.as_any(), id)?;
                let watch = |object| Ok(Weak::with_callback(object, &forget)?.unbind());
                referents.iter().map(watch).collect::<Result<_>>()?
            }
        };
        registry.change(|entries| entries.all.insert(id, Entry { callback, watch })).map(drop)?;
        Ok(id)
    }

    /// Calls it no more. Whether it was connected.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let changed = Callbacks::new(py)?;
    /// let id = changed.connect(py, Callback::new(&py.eval("print", None)?.downcast()?))?;
    /// assert!(changed.disconnect(py, id)?);
    /// assert!(!changed.disconnect(py, id)?); // not any more
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`Callbacks::connect`].
    #[track_caller]
    #[inline]
    pub fn disconnect(&self, py: Python<'_>, id: u64) -> Result<bool> {
        self.0.bind(py).remove(id)
    }

    /// Disconnects the first one that calls `callable`, or something that is equal to it, as methods of the same object
    /// are. Whether there was one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let changed = Callbacks::new(py)?;
    /// let print = py.eval("print", None)?.downcast::<Callable>()?;
    /// changed.connect(py, Callback::new(&print))?;
    /// assert!(changed.disconnect_callable(py, &print)?);
    /// assert!(changed.is_empty(py)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What comparing raises, and as [`Callbacks::connect`].
    #[track_caller]
    #[inline]
    pub fn disconnect_callable<'py>(&self, py: Python<'py>, callable: &Owned<'py, Callable>) -> Result<bool> {
        let registry = self.0.bind(py).to_owned();
        let mut after = 0;
        while let Some((id, callback)) = registry.next(after, u64::MAX)? {
            after = id;
            if let Some(known) = callback.upgrade(py)?
                && known.compare_bool(callable, CompareOp::Eq)?
            {
                return registry.remove(id);
            }
        }
        Ok(false)
    }

    /// Disconnects all.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let changed = Callbacks::new(py)?;
    /// changed.connect(py, Callback::new(&py.eval("print", None)?.downcast()?))?;
    /// changed.clear(py)?;
    /// assert_eq!(changed.len(py)?, 0);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`Callbacks::connect`].
    #[track_caller]
    #[inline]
    pub fn clear(&self, py: Python<'_>) -> Result<()> {
        self.0.bind(py).change(|entries| core::mem::take(&mut entries.all)).map(drop)
    }

    /// How many are connected.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let changed = Callbacks::new(py)?;
    /// changed.connect(py, Callback::new(&py.eval("print", None)?.downcast()?))?;
    /// assert_eq!(changed.len(py)?, 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`Callbacks::connect`].
    #[inline]
    pub fn len(&self, py: Python<'_>) -> Result<usize> {
        self.0.bind(py).look(|entries| entries.all.len())
    }

    /// Whether none is connected.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Callbacks::new(py)?.is_empty(py)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`Callbacks::connect`].
    #[inline]
    pub fn is_empty(&self, py: Python<'_>) -> Result<bool> {
        Ok(self.len(py)? == 0)
    }

    /// Calls each; the results are in the order of the calls. The first error ends it.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let changed = Callbacks::new(py)?;
    /// changed.connect(py, Callback::new(&py.eval("len", None)?.downcast()?))?;
    /// let results = changed.call(py, ("ink",))?;
    /// assert_eq!(results[0].extract::<i32>()?, 3);
    /// assert!(changed.call(py, (3,)).unwrap_err().is::<TypeError>(py)); // an int has no length
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What a callback raises, what converting the arguments raises, and as [`Callbacks::connect`].
    #[track_caller]
    pub fn call<'py>(&self, py: Python<'py>, args: impl IntoArgs<'py>) -> Result<Vec<Owned<'py, Any>>> {
        let mut results = Vec::new();
        self.each(py, args, |result| {
            results.push(result?);
            Ok(())
        })?;
        Ok(results)
    }

    /// Calls each, also after one has raised. An exception that is no `Exception`, such as `KeyboardInterrupt`, ends it.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let (changed, seen) = (Callbacks::new(py)?, List::empty(py)?);
    /// changed.connect(py, Callback::new(&py.eval("len", None)?.downcast()?))?;
    /// changed.connect(py, Callback::new(&seen.getattr("append")?.downcast()?))?;
    /// assert!(changed.call_all(py, (3,)).unwrap_err().is::<TypeError>(py)); // of `len`,
    /// assert_eq!(seen.len(), 1); // and the other was called all the same
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the one callback that failed has raised; if more have, an exception group of all that. What converting the
    /// arguments raises, and as [`Callbacks::connect`].
    #[track_caller]
    pub fn call_all<'py>(&self, py: Python<'py>, args: impl IntoArgs<'py>) -> Result<()> {
        let mut errors = Vec::new();
        let ended = self.each(py, args, |result| match result {
            Err(error) if error.is::<Exception>(py) => {
                errors.push(error);
                Ok(())
            }
            other => other.map(drop),
        });
        errors.extend(ended.err());
        match errors.len() {
            0 | 1 => errors.pop().map_or(Ok(()), Err),
            count => Err(BaseExceptionGroup::new(format!("{count} callbacks failed"), errors)),
        }
    }

    #[track_caller]
    fn each<'py>(
        &self,
        py: Python<'py>,
        args: impl IntoArgs<'py>,
        mut outcome: impl FnMut(Result<Owned<'py, Any>>) -> Result<()>,
    ) -> Result<()> {
        // A reference of its own: a callback may let go of the object that these callbacks belong to.
        let registry = self.0.bind(py).to_owned();
        let args = args.into_vec(py)?;
        let args: Vec<BorrowedRef<'_>> = args.iter().map(Owned::raw).collect();
        let end = registry.look(|entries| entries.next)?;
        let mut after = 0;
        while let Some((id, callback)) = registry.next(after, end)? {
            after = id;
            match callback.upgrade(py) {
                Ok(Some(callable)) => {
                    // SAFETY: handles: attached, and alive until the call is over.
                    let result = unsafe { raw::vectorcall(callable.raw(), &args) };
                    outcome(result.map(|result| handle(py, result)).map_err(PyErr::from))?;
                }
                Ok(None) => drop(registry.remove(id)?),
                Err(error) => outcome(Err(error))?,
            }
        }
        Ok(())
    }
}

impl<'py> Owned<'py, Registry> {
    /// No Python code runs in `f`, so nobody who waits for the lock waits long; what is to be dropped is the result.
    fn change<R>(&self, f: impl FnOnce(&mut Entries) -> R) -> Result<R> {
        // SAFETY: attached, by the handle.
        unsafe { raw::locked(self.raw(), || self.get().0.with_mut(self.py(), f)) }
    }

    /// As [`Owned::change`].
    fn look<R>(&self, f: impl FnOnce(&Entries) -> R) -> Result<R> {
        // SAFETY: attached, by the handle.
        unsafe { raw::locked(self.raw(), || self.get().0.with(self.py(), f)) }
    }

    /// The first one between two ids, both excluded.
    #[track_caller]
    #[inline]
    fn next(&self, after: u64, end: u64) -> Result<Option<(u64, Callback)>> {
        self.look(|entries| {
            let (id, entry) = entries.all.range(after + 1..end).next()?;
            Some((*id, entry.callback.clone_ref(self.py())))
        })
    }

    #[inline]
    fn remove(&self, id: u64) -> Result<bool> {
        Ok(self.change(|entries| entries.all.remove(&id))?.is_some())
    }
}

/// What a watch calls when its object goes. It must not keep the registry, which keeps the watch.
#[track_caller]
#[inline]
fn forget<'py>(registry: &Owned<'py, Any>, id: u64) -> Result<Owned<'py, Callable>> {
    let py = registry.py();
    Callable::from_rust(py, "forget", (Weak::new(registry)?.unbind(), id), |(registry, id), args, _| {
        let py = args.py();
        if let Some(registry) = registry.bind(py).upgrade()? {
            registry.downcast::<Registry>()?.remove(*id)?;
        }
        Ok(py.none())
    })
}

// SAFETY: the one handle that it owns.
unsafe impl Traverse for Callbacks {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        visitor.handle(&self.0)
    }
}

// SAFETY: the cell is owned once.
unsafe impl Traverse for Registry {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.0.traverse(visitor)
    }

    #[inline]
    fn clear_cells(&self, py: Python<'_>) {
        self.0.clear_cells(py);
    }
}

// SAFETY: each entry is owned once; a number holds nothing.
unsafe impl Traverse for Entries {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.all.traverse(visitor)
    }
}

// SAFETY: the callback and each watch are owned once.
unsafe impl Traverse for Entry {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.callback.traverse(visitor)?;
        self.watch.traverse(visitor)
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(Registry: Send, Sync);

// SAFETY: `Send` and `Sync`, as asserted above.
unsafe impl Class for Registry {
    const NAME: &'static CStr = c"callbacks";
    const DOC: &'static CStr = c"What is called when something happens.";
    const OPTIONS: Options = Options { weakref: true, ..Options::PLAIN };
    type Base = Any;
    type State = Frozen;
    const FIELDS: &'static Methods<Self> = &Methods::NONE;
    const METHODS: Option<&'static Methods<Self>> = None;

    #[inline]
    fn cell() -> &'static TypeCell<Self> {
        static CELL: TypeCell<Registry> = TypeCell::new();
        &CELL
    }
}
