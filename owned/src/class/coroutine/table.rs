//! The table of a coroutine: every reference that outlives an `.await`, where the collector sees it.
#![expect(unsafe_code, reason = "shows the collector what a coroutine keeps")]

use core::cell::RefCell;
use core::panic::{RefUnwindSafe, UnwindSafe};
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::Waker;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::err::{PyErr, ReferenceError, Result};
use crate::gc::{GcCell, Traverse, Visited, Visitor};
use crate::ptr::{Any, Owned, Py};
use crate::raw;
use crate::token::Python;

use super::awaited::Awaited;

/// What a coroutine, its body and its wakers share. The coroutine object owns what is in it, and alone shows it to the
/// collector; whoever else has the `Arc` holds nothing of Python's once the coroutine has ended, for it ends empty.
pub(super) struct Table {
    /// The number of the interpreter that the coroutine is of.
    pub(super) home: usize,
    pub(super) inside: GcCell<Inside>,
    /// What was let go of where nobody was attached to the coroutine's interpreter: taken out when somebody is. The collector does not look here.
    pub(super) late: Mutex<Vec<Late>>,
    /// Who polls what is awaited. Wakers hold no reference of Python's.
    pub(super) awaiting: Mutex<Option<Waker>>,
    /// The waker was used since the last poll began.
    pub(super) woken: AtomicBool,
    /// An event loop waits for the waker.
    pub(super) asleep: AtomicBool,
}

// The collector sees what is in a table, so it is not what keeps a future from being a coroutine's.
impl UnwindSafe for Table {}
impl RefUnwindSafe for Table {}

#[derive(Default)]
pub(super) struct Inside {
    pub(super) ended: bool,
    entries: Vec<Option<Entry>>,
    /// The places in `entries` that are empty.
    free: Vec<usize>,
    /// How many awaitables were awaited so far.
    pub(super) count: u64,
    pub(super) awaited: Option<Awaited>,
    /// What was thrown in where no awaitable takes it, and how many futures would take it.
    pub(super) thrown: Option<PyErr>,
    pub(super) catching: usize,
    pub(super) sleep: Option<Sleep>,
}

pub(super) enum Entry {
    Object(Py<Any>),
    Error(PyErr),
}

/// A future of asyncio that the coroutine has yielded, for the waker to set.
pub(super) struct Sleep {
    pub(super) event_loop: Py<Any>,
    pub(super) future: Py<Any>,
}

pub(super) enum Late {
    Entry(usize),
    /// A place at which there is a task, to be cancelled.
    Task(usize),
    Awaited(u64),
}

thread_local! {
    /// The table of the coroutine that this thread is running. Its type is forgotten, so that a binding without
    /// coroutines has no code for the end of a thread that runs one.
    static CURRENT: RefCell<Option<Current>> = const { RefCell::new(None) };
}

type Current = Arc<dyn core::any::Any + Send + Sync>;

/// Until it is dropped, a table is the current one.
pub(super) struct Entered(Option<Current>);

impl Drop for Entered {
    #[inline]
    fn drop(&mut self) {
        let _ = CURRENT.try_with(|current| core::mem::swap(&mut *current.borrow_mut(), &mut self.0));
    }
}

#[inline]
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Held for a few instructions, in which nothing else runs.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cold]
#[inline]
pub(super) fn ended() -> PyErr {
    ReferenceError::new("the coroutine that kept it has ended")
}

impl Table {
    #[inline]
    pub(super) fn new() -> Arc<Self> {
        let inside = GcCell::default();
        inside.claim();
        Arc::new(Table {
            home: raw::here(),
            inside,
            late: Mutex::default(),
            awaiting: Mutex::default(),
            woken: AtomicBool::new(false),
            asleep: AtomicBool::new(false),
        })
    }

    /// The table of the coroutine that this thread is running.
    #[inline]
    pub(super) fn current() -> Option<Arc<Self>> {
        CURRENT.try_with(|current| current.borrow().clone()).ok().flatten()?.downcast().ok()
    }

    /// Whether it is the one of the coroutine that this thread is running.
    #[inline]
    pub(super) fn is_current(self: &Arc<Self>) -> bool {
        Self::current().is_some_and(|current| Arc::ptr_eq(&current, self))
    }

    #[inline]
    pub(super) fn enter(self: &Arc<Self>) -> Entered {
        let table: Option<Current> = Some(self.clone());
        Entered(CURRENT.try_with(|current| current.replace(table)).unwrap_or_default())
    }

    /// No Python code runs in `f`, so nobody else is inside; what is to be dropped is the result.
    #[inline]
    pub(super) fn change<R>(&self, py: Python<'_>, f: impl FnOnce(&mut Inside) -> R) -> Result<R> {
        self.inside.with_mut(py, f)
    }

    /// Puts a reference in; what comes back is its place.
    #[inline]
    pub(super) fn keep(&self, py: Python<'_>, entry: Entry) -> Result<usize> {
        self.sweep(py);
        let kept = self.change(py, |inside| {
            if inside.ended {
                return Err(entry);
            }
            let place = inside.free.pop().unwrap_or(inside.entries.len());
            if place == inside.entries.len() {
                inside.entries.push(None);
            }
            inside.entries[place] = Some(entry);
            Ok(place)
        })?;
        kept.map_err(|_| ended())
    }

    /// Looks at what is in a place that `keep` gave.
    #[inline]
    pub(super) fn look<R>(&self, py: Python<'_>, place: usize, f: impl FnOnce(&Entry) -> R) -> Result<R> {
        self.inside.with(py, |inside| inside.entries.get(place).and_then(Option::as_ref).map(f))?.ok_or_else(ended)
    }

    /// Takes out what is in a place that `keep` gave. The place is free again.
    #[inline]
    pub(super) fn take(&self, py: Python<'_>, place: usize) -> Result<Entry> {
        let taken = self.change(py, |inside| {
            let taken = inside.entries.get_mut(place).and_then(Option::take);
            if taken.is_some() {
                inside.free.push(place);
            }
            taken
        })?;
        taken.ok_or_else(ended)
    }

    /// Runs `f` if this thread is attached to the coroutine's interpreter: for destructors.
    #[inline]
    pub(super) fn at_home<R>(&self, f: impl for<'py> FnOnce(Python<'py>) -> R) -> Option<R> {
        Python::if_attached(|py| (raw::here() == self.home).then(|| f(py))).flatten()
    }

    /// Lets go of what is in a place, for a destructor on any thread.
    #[inline]
    pub(super) fn forget(&self, place: usize) {
        if self.at_home(|py| drop(self.take(py, place))).is_none() {
            lock(&self.late).push(Late::Entry(place));
        }
    }

    /// What was let go of on detached threads is taken out.
    #[inline]
    pub(super) fn sweep(&self, py: Python<'_>) {
        let late = core::mem::take(&mut *lock(&self.late));
        for late in late {
            match late {
                Late::Entry(place) => drop(self.take(py, place)),
                Late::Task(place) => self.cancel(py, place),
                Late::Awaited(id) => self.close(py, id),
            }
        }
    }

    /// One more, or one less, future takes what is thrown.
    #[inline]
    pub(super) fn catching(&self, py: Python<'_>, more: bool) {
        let change = |inside: &mut Inside| {
            inside.catching = if more { inside.catching + 1 } else { inside.catching.saturating_sub(1) };
        };
        let _ = self.change(py, change);
    }

    /// Throws, if a future is there to take it.
    #[inline]
    pub(super) fn throw(&self, py: Python<'_>, error: PyErr) -> Result<Option<PyErr>> {
        self.change(py, |inside| if inside.catching == 0 { Some(error) } else { inside.thrown.replace(error) })
    }

    #[inline]
    pub(super) fn take_thrown(&self, py: Python<'_>) -> Result<Option<PyErr>> {
        self.change(py, |inside| inside.thrown.take())
    }

    #[inline]
    pub(super) fn set_sleep(&self, py: Python<'_>, sleep: Option<Sleep>) -> Result<Option<Sleep>> {
        self.asleep.store(sleep.is_some(), Ordering::SeqCst);
        self.change(py, |inside| core::mem::replace(&mut inside.sleep, sleep))
    }

    /// The future that the waker sets, and its loop.
    #[inline]
    pub(super) fn sleep<'py>(&self, py: Python<'py>) -> Option<(Owned<'py, Any>, Owned<'py, Any>)> {
        let of = |sleep: &Sleep| (sleep.event_loop.bind(py).to_owned(), sleep.future.bind(py).to_owned());
        self.inside.with(py, |inside| inside.sleep.as_ref().map(of)).ok().flatten()
    }

    /// The coroutine is over: everything goes, and nothing comes any more.
    #[inline]
    pub(super) fn end(&self, py: Python<'_>) {
        self.asleep.store(false, Ordering::SeqCst);
        let waker = lock(&self.awaiting).take();
        let over = || Inside { ended: true, ..Inside::default() };
        let before = self.change(py, |inside| core::mem::replace(inside, over()));
        drop(waker);
        drop(before);
    }

    /// For the collector, through the one coroutine object that owns the table.
    #[inline]
    pub(super) fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.inside.traverse(visitor)
    }

    /// For the collector: empties the table, which then refuses everything.
    #[inline]
    pub(super) fn clear(&self, py: Python<'_>) {
        let waker = lock(&self.awaiting).take();
        self.inside.clear_cells(py);
        drop(waker);
    }
}

// SAFETY: each field that owns references is shown once; the others own none.
unsafe impl Traverse for Inside {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.entries.traverse(visitor)?;
        self.awaited.traverse(visitor)?;
        self.thrown.traverse(visitor)?;
        self.sleep.traverse(visitor)
    }
}

// SAFETY: an entry is one value, owned once.
unsafe impl Traverse for Entry {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        match self {
            Entry::Object(object) => object.traverse(visitor),
            Entry::Error(error) => error.traverse(visitor),
        }
    }
}

// SAFETY: both are owned once.
unsafe impl Traverse for Sleep {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.event_loop.traverse(visitor)?;
        self.future.traverse(visitor)
    }
}
