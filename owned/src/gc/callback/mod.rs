//! [`Callback`]: something to call, held strongly or weakly.
#![expect(unsafe_code, reason = "implements Traverse for the handles that it holds")]

mod builtin;

use crate::convert::{FromPy, IntoArgs, IntoPy};
use crate::err::{Result, TypeError};
use crate::object::{BoundMethod, BuiltinFunction, Callable, Weak};
use crate::ptr::{Any, Borrowed, Owned, Py, TypeHint};
use crate::token::Python;

use super::{GcCell, Traverse, Visited, Visitor};
use builtin::Builtin;

/// Something to call, for a field of a class: kept, or held weakly.
///
/// Held weakly it keeps neither the object nor the method alive, so registering `self.method` makes no cycle and costs
/// no count. Once the object is gone, calling gives `None`. What is given as a `weakref.ref` or `weakref.WeakMethod` is
/// weak either way.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::Callback;
///
/// Python::attach(|py| {
///     let globals = Dict::empty(py)?;
///     py.run("class Face:\n  def nod(self): return 'yes'\nface = Face()", Some(&globals))?;
///     let nod = py.eval("face.nod", Some(&globals))?.downcast::<Callable>()?;
///     let callback = Callback::weak(&nod)?;
///     drop(nod);
///     assert_eq!(callback.call(py, ())?.unwrap().extract::<String>()?, "yes");
///     py.run("del face", Some(&globals))?;
///     assert!(callback.call(py, ())?.is_none());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Debug)]
pub struct Callback(Target);

#[derive(Debug)]
enum Target {
    /// Kept.
    Strong(Py<Callable>),
    /// A weak reference that Python has made: it says by itself what it refers to.
    Reference(Py<Weak>),
    /// A function, or any other object that takes weak references.
    Object(Py<Weak>),
    /// `receiver.function`, of Python: a bound method is made for each look and nobody else holds it.
    Method { receiver: Py<Weak>, function: Py<Weak> },
    /// `receiver.name`, of C or Rust.
    Builtin(Builtin),
}

impl Callback {
    /// Keeps `callable`; a weak reference (`weakref.ref`, `weakref.WeakMethod`) is asked for its referent at each call.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let seen = List::empty(py)?;
    /// let callback = Callback::new(&seen.getattr("append")?.downcast()?);
    /// callback.call(py, ("ink",))?;
    /// assert_eq!(seen.len(), 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn new(callable: &Owned<'_, Callable>) -> Self {
        Callback(match callable.clone().into_any().downcast::<Weak>() {
            Ok(weak) => Target::Reference(weak.unbind()),
            Err(_) => Target::Strong(callable.clone().unbind()),
        })
    }

    /// Holds `callable` weakly. Of a bound method neither the object nor the function is kept. Anything else must be
    /// kept by somebody: a `lambda` or a `functools.partial` that is only passed here is gone at once.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let names = Dict::empty(py)?;
    /// py.run("def nod(): return 'yes'", Some(&names))?;
    /// let callback = Callback::weak(&names.require("nod")?.downcast()?)?;
    /// assert!(callback.call(py, ())?.is_some());
    /// names.clear();
    /// assert!(callback.call(py, ())?.is_none()); // gone
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` for what takes no weak references: a method of such an object, or a callable of such a type.
    #[track_caller]
    #[inline]
    pub fn weak(callable: &Owned<'_, Callable>) -> Result<Self> {
        let any = callable.clone().into_any();
        if any.is_a::<Weak>() {
            return Ok(Callback::new(callable));
        }
        if let Ok(method) = any.clone().downcast::<BoundMethod>() {
            let receiver = weak_to(&method.receiver()?, callable)?;
            return Ok(Callback(Target::Method { receiver, function: weak_to(&method.function()?, callable)? }));
        }
        if any.is_a::<BuiltinFunction>() {
            if let Some(method) = Builtin::find(callable, true)? {
                return Ok(Callback(Target::Builtin(method)));
            }
        } else if let Err(error) = Weak::new(&any) {
            // Such as `object.__len__` of a built-in type.
            return match Builtin::find(callable, false)? {
                Some(method) => Ok(Callback(Target::Builtin(method))),
                None if error.is::<TypeError>(callable.py()) => refused(callable, &any),
                None => Err(error),
            };
        }
        Ok(Callback(Target::Object(weak_to(&any, callable)?)))
    }

    /// What would be called; `None` if that is gone. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let len = py.eval("len", None)?.downcast::<Callable>()?;
    /// assert!(Callback::new(&len).upgrade(py)?.is_some_and(|callable| callable.is(&len)));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What looking up a built-in method, or asking a weak reference of Python's own, raises.
    #[track_caller]
    #[inline]
    pub fn upgrade<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Callable>>> {
        let found = match &self.0 {
            Target::Strong(callable) => return Ok(Some(callable.bind(py).to_owned())),
            Target::Reference(weak) => Some(weak.bind(py).call(())?).filter(|found| !found.is_none()),
            Target::Object(weak) => weak.bind(py).upgrade()?,
            Target::Method { receiver, function } => {
                let (Some(receiver), Some(function)) = (receiver.bind(py).upgrade()?, function.bind(py).upgrade()?)
                else {
                    return Ok(None);
                };
                Some(BoundMethod::new(&function.downcast()?, &receiver)?.into_any())
            }
            Target::Builtin(method) => method.upgrade(py)?,
        };
        Ok(found.map(Owned::downcast::<Callable>).transpose()?)
    }

    /// Whether what it calls is still there: always, if it is kept.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let names = Dict::empty(py)?;
    /// py.run("def nod(): return 'yes'", Some(&names))?;
    /// let callback = Callback::weak(&names.require("nod")?.downcast()?)?;
    /// assert!(callback.is_alive(py)?);
    /// names.clear();
    /// assert!(!callback.is_alive(py)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`Callback::upgrade`].
    #[track_caller]
    #[inline]
    pub fn is_alive(&self, py: Python<'_>) -> Result<bool> {
        Ok(self.upgrade(py)?.is_some())
    }

    /// Whether it keeps nothing alive.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let len = py.eval("len", None)?.downcast::<Callable>()?;
    /// assert!(!Callback::new(&len).is_weak());
    /// assert!(Callback::weak(&len)?.is_weak());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_weak(&self) -> bool {
        !matches!(self.0, Target::Strong(_))
    }

    /// Calls it; `None` if what it calls is gone.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let len = py.eval("len", None)?.downcast::<Callable>()?;
    /// assert_eq!(Callback::new(&len).call(py, ("ink",))?.unwrap().extract::<i32>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the call raises, and as [`Callback::upgrade`].
    #[track_caller]
    pub fn call<'py>(&self, py: Python<'py>, args: impl IntoArgs<'py>) -> Result<Option<Owned<'py, Any>>> {
        match self.upgrade(py)? {
            Some(callable) => callable.call(args).map(Some),
            None => Ok(None),
        }
    }

    /// Another one that calls the same, and keeps it, or not, as this one does.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let len = py.eval("len", None)?.downcast::<Callable>()?;
    /// let another = Callback::new(&len).clone_ref(py);
    /// assert!(another.upgrade(py)?.is_some_and(|callable| callable.is(&len)));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn clone_ref(&self, py: Python<'_>) -> Self {
        Callback(match &self.0 {
            Target::Strong(callable) => Target::Strong(callable.clone_ref(py)),
            Target::Reference(weak) => Target::Reference(weak.clone_ref(py)),
            Target::Object(weak) => Target::Object(weak.clone_ref(py)),
            Target::Method { receiver, function } => {
                Target::Method { receiver: receiver.clone_ref(py), function: function.clone_ref(py) }
            }
            Target::Builtin(method) => Target::Builtin(method.clone_ref(py)),
        })
    }

    /// The objects without which it is gone: none if it is kept. `None` if one is gone already.
    #[track_caller]
    #[inline]
    pub(crate) fn referents<'py>(&self, py: Python<'py>) -> Result<Option<Vec<Owned<'py, Any>>>> {
        let weak: &[&Py<Weak>] = match &self.0 {
            Target::Strong(_) => &[],
            Target::Reference(weak) | Target::Object(weak) => &[weak],
            Target::Method { receiver, function } => &[receiver, function],
            Target::Builtin(method) => &[method.receiver()],
        };
        weak.iter().map(|weak| weak.bind(py).upgrade()).collect()
    }
}

impl GcCell<Option<Callback>> {
    /// Calls what is in the cell, which is free meanwhile: the callback may replace itself. `None` if there is nothing
    /// to call.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let len = py.eval("len", None)?.downcast::<Callable>()?;
    /// let cell = GcCell::new(Some(Callback::new(&len)));
    /// assert_eq!(cell.call(py, ("ink",))?.unwrap().extract::<i32>()?, 3);
    /// cell.set(py, None)?;
    /// assert!(cell.call(py, ("ink",))?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the call raises, and as [`GcCell::with`].
    #[track_caller]
    pub fn call<'py>(&self, py: Python<'py>, args: impl IntoArgs<'py>) -> Result<Option<Owned<'py, Any>>> {
        match self.with(py, |callback| callback.as_ref().map(|callback| callback.clone_ref(py)))? {
            Some(callback) => callback.call(py, args),
            None => Ok(None),
        }
    }
}

/// A weak reference to a part of `callable`.
#[track_caller]
#[inline]
fn weak_to<'py>(object: &Owned<'py, Any>, callable: &Owned<'py, Callable>) -> Result<Py<Weak>> {
    match Weak::new(object) {
        Ok(weak) => Ok(weak.unbind()),
        Err(error) if error.is::<TypeError>(object.py()) => refused(callable, object),
        Err(error) => Err(error),
    }
}

#[cold]
fn refused<T>(callable: &Owned<'_, Callable>, object: &Owned<'_, Any>) -> Result<T> {
    let (found, why) = (callable.type_name(), object.type_name());
    Err(TypeError::new(format!("cannot hold this {found} weakly: '{why}' objects take no weak references")))
}

// SAFETY: each variant owns each of its handles once.
unsafe impl Traverse for Callback {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        match &self.0 {
            Target::Strong(callable) => visitor.handle(callable),
            Target::Reference(weak) | Target::Object(weak) => visitor.handle(weak),
            Target::Method { receiver, function } => {
                visitor.handle(receiver)?;
                visitor.handle(function)
            }
            Target::Builtin(method) => method.traverse(visitor),
        }
    }
}

impl FromPy<'_, '_> for Callback {
    const ACCEPTS: TypeHint = TypeHint::written("collections.abc.Callable[..., object]");

    /// As [`Callback::new`].
    ///
    /// # Errors
    /// `TypeError` for what cannot be called.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        Ok(Callback::new(&object.downcast::<Callable>()?.to_owned()))
    }
}

impl<'py> IntoPy<'py> for &Callback {
    type Target = Any;
    const GIVES: TypeHint = TypeHint::written("collections.abc.Callable[..., typing.Any] | None");

    /// What it calls: `None` if that is gone. A weak reference of Python's own is what it was.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        if let Target::Reference(weak) = &self.0 {
            return Ok(weak.bind(py).to_owned().into_any());
        }
        Ok(self.upgrade(py)?.map_or_else(|| py.none(), Owned::into_any))
    }
}
