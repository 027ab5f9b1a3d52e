//! [`Traverse`]: visiting every owned reference, once.
#![expect(unsafe_code, reason = "calls the collector's visit function; declares the trait it relies on")]

use core::cmp::Reverse;
use core::ffi::{c_int, c_void};
use core::marker::PhantomData;
use core::ops::Bound;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};

use crate::convert::each_tuple;
use crate::err::{Kept, PyErr};
use crate::ptr::{Py, TypeInfo};
use crate::raw::PyObject;
use crate::raw::structs::{traverseproc, visitproc};
use crate::token::Python;

use super::NoRefs;

/// A value that shows the collector every Python reference it owns.
///
/// Derived, never written by hand: `#[derive(Traverse)]` for a type with references inside, `#[derive(NoRefs)]` for
/// plain data; `#[class]` does it by itself. There is no impl for shared ownership (`Rc`, `Arc`: the reference would
/// be visited once per owner and is owned once) nor for std's locks and cells (the collector would read what another
/// thread is changing), but of plain data; a [`GcCell`](super::GcCell) is the cell for references.
///
/// # Safety
/// Each owned reference is visited exactly once per pass, the same ones in every pass as long as the value does not
/// change, and nothing that is not owned. A reference visited twice makes the collector free a live object.
///
/// ```
/// use owned::prelude::*;
///
/// #[derive(Traverse)]
/// struct Handlers {
///     on_tap: Option<Py<Callable>>,
///     on_key: Vec<Py<Callable>>,
/// }
///
/// #[class]
/// pub struct Button {
///     handlers: Handlers, // the collector sees what is in it
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "the collector cannot see into `{Self}`",
    label = "may hide Python references",
    note = "a type of your own: add `#[derive(Traverse)]` if it holds references, `#[derive(NoRefs)]` if it cannot",
    note = "a type of another crate that holds none: wrap it in `owned::Opaque<T>`, or mark the field `#[traverse(skip = \"why it holds none\")]`",
    note = "`Rc`, `Arc`, `RefCell`, `Mutex` and closures hide what they hold: keep `Py<T>` handles in plain fields or in a `GcCell`"
)]
pub unsafe trait Traverse {
    /// Shows `visitor` every reference that `self` owns.
    ///
    /// ```
    /// use owned::{Traverse, Visited, Visitor};
    ///
    /// fn each<T: Traverse>(parts: &[T], visitor: &mut Visitor<'_>) -> Visited {
    ///     parts.iter().try_for_each(|part| part.traverse(visitor))
    /// }
    /// ```
    ///
    /// # Errors
    /// Passes on the visitor's wish to stop.
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited;

    /// Empties every [`GcCell`](super::GcCell) in `self`, so that a cycle through an object in which nothing else can
    /// change is broken. What passes on `traverse` passes this on too; what holds no cell leaves it as it is here.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::Traverse as _;
    /// let cell = GcCell::new(Some(py.none().unbind()));
    /// cell.clear_cells(py); // as the collector does
    /// assert!(cell.get(py).is_err());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    fn clear_cells(&self, py: Python<'_>) {
        let _ = py;
    }
}

/// The collector has seen enough.
///
/// ```
/// use owned::{Stop, Visited};
///
/// fn seen(visited: Visited) -> bool {
///     match visited {
///         Ok(()) => true,
///         Err(Stop { .. }) => false,
///     }
/// }
/// assert!(seen(Ok(())));
/// ```
#[derive(Debug)]
pub struct Stop(pub(crate) c_int);

/// What a traversal returns: `?` passes a stop on.
///
/// ```
/// use owned::{Py, Visited, Visitor};
/// use owned::types::List;
///
/// /// Two references that are seen one after the other: `?` leaves off where the collector has seen enough.
/// fn both(one: &Py<List>, other: &Py<List>, visitor: &mut Visitor<'_>) -> Visited {
///     visitor.handle(one)?;
///     visitor.handle(other)
/// }
/// ```
pub type Visited = Result<(), Stop>;

/// The collector's visit function. It takes handles, never raw pointers.
///
/// ```
/// use owned::{Py, Traverse, Visited, Visitor};
/// use owned::types::Dict;
///
/// /// Shows what is behind a reference of Rust's, as the derive does for each field.
/// fn shown(kept: &Py<Dict>, visitor: &mut Visitor<'_>) -> Visited {
///     kept.traverse(visitor)
/// }
/// ```
#[derive(Debug)]
pub struct Visitor<'a> {
    visit: visitproc,
    argument: *mut c_void,
    marker: PhantomData<&'a mut ()>,
}

impl Visitor<'_> {
    /// # Safety
    /// The two arguments of a `tp_traverse` that is running.
    #[inline]
    pub(crate) unsafe fn new(visit: visitproc, argument: *mut c_void) -> Self {
        Visitor { visit, argument, marker: PhantomData }
    }

    /// One that looks at nothing: what is claimed by being shown is claimed.
    #[inline]
    pub(crate) fn nobody() -> Self {
        unsafe extern "C" fn pass(_: *mut PyObject, _: *mut c_void) -> c_int {
            0
        }
        Visitor { visit: pass, argument: core::ptr::null_mut(), marker: PhantomData }
    }

    /// Shows the collector one reference. One that is left from an earlier interpreter is none of this one's.
    ///
    /// ```
    /// use owned::types::List;
    /// use owned::{Py, Visited, Visitor};
    ///
    /// /// What a `traverse` written by hand does for each reference.
    /// fn shown(kept: &Option<Py<List>>, visitor: &mut Visitor<'_>) -> Visited {
    ///     kept.as_ref().map_or(Ok(()), |kept| visitor.handle(kept))
    /// }
    /// ```
    pub fn handle<T: TypeInfo>(&mut self, handle: &Py<T>) -> Visited {
        if !handle.is_of_this_life() {
            return Ok(());
        }
        // SAFETY: the handle holds the object.
        unsafe { self.object(handle.as_ptr()) }
    }

    /// Shows the collector what a part of an object owns that the interpreter takes care of.
    ///
    /// # Safety
    /// A live object, and the function that visits that part.
    #[inline]
    pub(crate) unsafe fn by(&mut self, object: *mut PyObject, traverse: traverseproc) -> c_int {
        // SAFETY: the caller's; the collector's own function with its own argument, by `new`.
        unsafe { traverse(object, self.visit, self.argument) }
    }

    /// Shows the collector one reference that is not in a handle: an object's type, its dict. NULL is passed over.
    ///
    /// # Safety
    /// NULL, or a live object that the visited object owns a reference to.
    #[inline]
    pub(crate) unsafe fn object(&mut self, object: *mut PyObject) -> Visited {
        if object.is_null() {
            return Ok(());
        }
        // SAFETY: the collector's own function with its own argument, by `new`; the object is alive.
        match unsafe { (self.visit)(object, self.argument) } {
            0 => Ok(()),
            stop => Err(Stop(stop)),
        }
    }
}

// SAFETY: a `Py` owns exactly one reference.
unsafe impl<T: TypeInfo> Traverse for Py<T> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        visitor.handle(self)
    }
}

// SAFETY: an error shows each reference that it owns, once: its exception, its causes, what a lazy one captured.
unsafe impl Traverse for PyErr {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.kept(&mut |kept| match kept {
            Kept::Object(exception) => visitor.handle(exception),
            Kept::Key(key) => visitor.handle(key),
            // SAFETY: the two arguments of the traversal that this is a part of.
            Kept::Later(later) => match unsafe { later.visit(visitor.visit, visitor.argument) } {
                0 => Ok(()),
                stop => Err(Stop(stop)),
            },
        })
    }
}

// SAFETY: the value inside, if any, is owned once.
unsafe impl<T: Traverse> Traverse for Option<T> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.as_ref().map_or(Ok(()), |value| value.traverse(visitor))
    }

    fn clear_cells(&self, py: Python<'_>) {
        if let Some(value) = self {
            value.clear_cells(py);
        }
    }
}

// SAFETY: either value is owned once.
unsafe impl<T: Traverse, E: Traverse> Traverse for Result<T, E> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        match self {
            Ok(value) => value.traverse(visitor),
            Err(error) => error.traverse(visitor),
        }
    }

    fn clear_cells(&self, py: Python<'_>) {
        match self {
            Ok(value) => value.clear_cells(py),
            Err(error) => error.clear_cells(py),
        }
    }
}

// SAFETY: a bound owns its value, if it has one, once.
unsafe impl<T: Traverse> Traverse for Bound<T> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        match self {
            Bound::Included(value) | Bound::Excluded(value) => value.traverse(visitor),
            Bound::Unbounded => Ok(()),
        }
    }

    fn clear_cells(&self, py: Python<'_>) {
        match self {
            Bound::Included(value) | Bound::Excluded(value) => value.clear_cells(py),
            Bound::Unbounded => {}
        }
    }
}

// SAFETY: the value inside is owned once.
unsafe impl<T: Traverse> Traverse for Reverse<T> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.0.traverse(visitor)
    }

    fn clear_cells(&self, py: Python<'_>) {
        self.0.clear_cells(py);
    }
}

// SAFETY: a box owns its value once.
unsafe impl<T: Traverse + ?Sized> Traverse for Box<T> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        (**self).traverse(visitor)
    }

    fn clear_cells(&self, py: Python<'_>) {
        (**self).clear_cells(py);
    }
}

/// Containers that own each of their items once.
macro_rules! sequences {
    ($([$($generics:tt)*] $container:ty;)*) => { $(
        // SAFETY: the container owns each item once, and iterating shows each once.
        unsafe impl<$($generics)*> Traverse for $container {
            fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
                self.iter().try_for_each(|item| item.traverse(visitor))
            }

            fn clear_cells(&self, py: Python<'_>) {
                self.iter().for_each(|item| item.clear_cells(py));
            }
        }
    )* };
}
#[allow(unused_imports, reason = "for the types of other crates, if a feature has them")]
pub(super) use sequences;
sequences! {
    [T: Traverse] Vec<T>;
    [T: Traverse] VecDeque<T>;
    [T: Traverse] LinkedList<T>;
    [T: Traverse] BinaryHeap<T>;
    [T: Traverse] BTreeSet<T>;
    [T: Traverse, S: NoRefs] HashSet<T, S>;
    [T: Traverse] [T];
    [T: Traverse, const N: usize] [T; N];
}

/// Maps own each key and each value once.
macro_rules! maps {
    ($([$($generics:tt)*] $map:ty;)*) => { $(
        // SAFETY: the map owns each key and each value once, and iterating shows each once.
        unsafe impl<$($generics)*> Traverse for $map {
            fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
                self.iter().try_for_each(|(key, value)| {
                    key.traverse(visitor)?;
                    value.traverse(visitor)
                })
            }

            fn clear_cells(&self, py: Python<'_>) {
                self.iter().for_each(|(key, value)| {
                    key.clear_cells(py);
                    value.clear_cells(py);
                });
            }
        }
    )* };
}
#[allow(unused_imports, reason = "for the types of other crates, if a feature has them")]
pub(super) use maps;
maps! {
    [K: Traverse, V: Traverse, S: NoRefs] HashMap<K, V, S>;
    [K: Traverse, V: Traverse] BTreeMap<K, V>;
}

macro_rules! tuples {
    ($($($name:ident $at:tt),+;)*) => { $(
        // SAFETY: a tuple owns each of its items once.
        unsafe impl<$($name: Traverse),+> Traverse for ($($name,)+) {
            fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
                // Written for each length: hence no `?`, which is three calls where this is none.
                $(
                    match self.$at.traverse(visitor) {
                        Ok(()) => {}
                        Err(stop) => return Err(stop),
                    }
                )+
                Ok(())
            }

            fn clear_cells(&self, py: Python<'_>) {
                $(self.$at.clear_cells(py);)+
            }
        }
    )* };
}
each_tuple!(tuples);
