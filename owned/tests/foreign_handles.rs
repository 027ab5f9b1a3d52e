//! What C has made is destroyed once, on a thread that C allows, children before their parents.

#![allow(unsafe_code, reason = "says what a C library gives")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod foreign_support;
mod support;

use std::sync::{Arc, Mutex};
use std::thread;

use foreign_support::{Homely, Movable, Shared, c_destroy, c_new, destroyed_names, live};
use owned::exceptions::MemoryError;
use owned::foreign::{Child, Foreign, Handle, HomeBound};
use owned::prelude::*;
use support::{alone, collect, flat, python, run};

fn handle<T: Foreign<Raw = foreign_support::Object>>(name: &'static str) -> Result<Handle<T>> {
    // SAFETY: `c_new` gives an object to its caller, or NULL.
    unsafe { Handle::new(c_new(name), || MemoryError::new("no object")) }
}

fn child<P>(parent: &Arc<P>, name: &'static str) -> Result<Child<Shared, P>> {
    // SAFETY: as above.
    unsafe { Child::new(parent, c_new(name), || MemoryError::new("no child")) }
}

#[test]
fn a_handle_destroys_once_and_null_is_an_error() {
    let _alone = alone();
    destroyed_names();
    let one = handle::<Homely>("one").unwrap();
    assert_eq!(live(), 1);
    // SAFETY: alive.
    assert_eq!(unsafe { (*one.as_ptr()).name }, "one");
    drop(one);
    assert_eq!((live(), destroyed_names()), (0, vec!["one"]));
    assert_eq!(handle::<Homely>("").unwrap_err().to_string(), "MemoryError: no object");
    assert_eq!((live(), destroyed_names()), (0, vec![]));

    // Given to C, it is C's to destroy.
    let raw = handle::<Movable>("given").unwrap().into_raw();
    assert_eq!(destroyed_names().len(), 0);
    // SAFETY: taken over from the handle.
    unsafe { c_destroy(raw) };
    assert_eq!(destroyed_names(), ["given"]);
}

#[test]
fn a_handle_that_unwinds_destroys_once() {
    let _alone = alone();
    destroyed_names();
    let _ = std::panic::catch_unwind(|| {
        let _one = handle::<Homely>("unwound").unwrap();
        std::panic::resume_unwind(Box::new(()));
    });
    assert_eq!((live(), destroyed_names()), (0, vec!["unwound"]));
}

#[test]
fn a_child_goes_before_its_parent_whoever_is_dropped_first() {
    let _alone = alone();
    destroyed_names();
    let family = || {
        let parent = Arc::new(handle::<Shared>("parent").unwrap());
        let first = Arc::new(child(&parent, "first").unwrap());
        let grandchild = child(&first, "grandchild").unwrap();
        let second = child(&parent, "second").unwrap();
        (parent, first, grandchild, second)
    };
    let (parent, first, grandchild, second) = family();
    drop((parent, first, grandchild, second));
    assert_eq!(destroyed_names(), ["grandchild", "first", "second", "parent"]);
    let (parent, first, grandchild, second) = family();
    drop(second);
    drop(grandchild);
    drop(parent);
    drop(first);
    assert_eq!(destroyed_names(), ["second", "grandchild", "first", "parent"]);
    let (parent, first, grandchild, second) = family();
    let threads = [
        thread::spawn(move || drop(parent)),
        thread::spawn(move || drop(first)),
        thread::spawn(move || drop(grandchild)),
        thread::spawn(move || drop(second)),
    ];
    for thread in threads {
        thread.join().unwrap();
    }
    let order = destroyed_names();
    let at = |name| order.iter().position(|&gone| gone == name).unwrap();
    assert!(at("grandchild") < at("first") && at("first") < at("parent") && at("second") < at("parent"), "{order:?}");
    // A parent that has a child is nobody's to take apart.
    let parent = Arc::new(handle::<Shared>("parent").unwrap());
    let first = child(&parent, "first").unwrap();
    let parent = Arc::try_unwrap(parent).unwrap_err();
    assert!(Arc::ptr_eq(&parent, first.parent()));
    assert_eq!(child(&parent, "").unwrap_err().to_string(), "MemoryError: no child");
    drop((parent, first));
    assert_eq!((live(), destroyed_names()), (0, vec!["first", "parent"]));
}

/// A database.
#[class(weakref)]
pub struct Database {
    handle: Arc<HomeBound<Handle<Homely>>>,
}

/// A statement of one.
#[class]
pub struct Statement {
    inner: HomeBound<Child<Shared, HomeBound<Handle<Homely>>>>,
}

/// What may be used by one thread at a time.
#[class]
pub struct Locked {
    handle: Mutex<Handle<Movable>>,
    kept: GcCell<Option<Py<Any>>>,
}

#[methods]
impl Database {
    #[new]
    fn new(name: &str) -> Result<Self> {
        let name = if name.is_empty() { "" } else { "database" };
        Ok(Database { handle: Arc::new(HomeBound::new(handle(name)?)) })
    }

    fn prepare(&self) -> Result<Statement> {
        self.handle.get()?;
        Ok(Statement { inner: HomeBound::new(child(&self.handle, "statement")?) })
    }
}

#[methods]
impl Statement {
    fn name(&self) -> Result<&'static str> {
        // SAFETY: alive as long as the child.
        Ok(unsafe { (*self.inner.get()?.as_ptr()).name })
    }
}

#[methods]
impl Locked {
    #[new]
    fn new() -> Result<Self> {
        Ok(Locked { handle: Mutex::new(handle("locked")?), kept: GcCell::default() })
    }

    fn keep(&self, py: Python<'_>, object: Py<Any>) -> Result<()> {
        self.kept.set(py, Some(object))
    }

    fn name(&self) -> &'static str {
        // SAFETY: alive, and behind its lock.
        unsafe { (*self.handle.lock().unwrap().as_ptr()).name }
    }
}

#[owned::module]
mod m {
    #[export]
    pub use super::{Database, Locked, Statement};
}

#[test]
fn handles_are_fields_of_classes() {
    python(|py| {
        let module = owned::load!(py, m)?;
        let before = live();
        run(
            &module,
            "import threading\n\
             database = m.Database('d')\n\
             statement = database.prepare()\n\
             gone = weakref.ref(database)\n\
             del database\n\
             assert gone() is None and statement.name() == 'statement'\n\
             errors = []\n\
             def elsewhere():\n    \
                 errors.append(raised(statement.name))\n    \
                 errors.append(str(threading.get_ident()))\n\
             thread = threading.Thread(target=elsewhere); thread.start(); thread.join()\n\
             error, ident = errors\n\
             assert error.startswith('RuntimeError: this can only be used by thread '), error\n\
             assert str(threading.get_ident()) in error and ident in error, error\n\
             assert raised(m.Database, '') == 'MemoryError: no object'\n\
             locked = m.Locked(); locked.keep(locked)\n\
             assert locked.name() == 'locked'\n",
        )?;
        collect(py)?;
        assert_eq!(live(), before);
        flat(py, |_| run(&module, "s = m.Database('d').prepare(); l = m.Locked(); l.keep(l); del s, l; gc.collect()"));
        assert_eq!(live(), before);
        Ok(())
    });
}
