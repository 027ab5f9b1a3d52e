//! Handlers: what an element or a canvas calls, and who owns it.

use owned::TypeHint;
use owned::prelude::*;

/// What is called for one kind of event: nothing, a callable, or a weak reference to one.
///
/// This value is the handler's only owner. It lies in a field that the collector visits; C gets no pointer to it.
#[derive(Debug, Default, Traverse)]
pub(crate) struct Handler {
    object: Option<Py<Any>>,
    /// Whether that is a weak reference (`weakref.ref`, `weakref.WeakMethod`).
    is_weak: bool,
}

/// A handler, held while it is called.
pub(crate) struct Held<'py> {
    object: Owned<'py, Any>,
    is_weak: bool,
}

impl Handler {
    pub(crate) fn is_set(&self) -> bool {
        self.object.is_some()
    }

    /// Another owner of the same handler, for the duration of a call.
    pub(crate) fn hold<'py>(&self, py: Python<'py>) -> Option<Held<'py>> {
        let object = self.object.as_ref()?.bind(py).to_owned();
        Some(Held { object, is_weak: self.is_weak })
    }
}

impl<'py> Held<'py> {
    /// What to call. A weak reference is asked for its referent: it keeps nothing alive, and when that is gone there is
    /// nothing to call.
    pub(crate) fn target(self) -> Result<Option<Owned<'py, Any>>> {
        if !self.is_weak {
            return Ok(Some(self.object));
        }
        let target = self.object.call(())?;
        Ok((!target.is_none()).then_some(target))
    }
}

/// What Python may set a handler to, and reads it as.
const HANDLER: TypeHint = TypeHint::written(
    "collections.abc.Callable[..., object] | weakref.ReferenceType[collections.abc.Callable[..., object]] | None",
);

impl FromPy<'_, '_> for Handler {
    const ACCEPTS: TypeHint = HANDLER;

    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        if object.is_none() {
            Ok(Handler::default())
        } else if object.is_callable() {
            Ok(Handler { object: Some(object.into()), is_weak: object.is_a::<Weak>() })
        } else {
            let found = object.type_name();
            Err(TypeError::new(format!(
                "a handler must be callable, a weak reference to a callable, or None, not {found}"
            )))
        }
    }
}

impl<'py> IntoPy<'py> for &Handler {
    type Target = Any;
    const GIVES: TypeHint = HANDLER;

    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        (&self.object).into_py(py)
    }
}
