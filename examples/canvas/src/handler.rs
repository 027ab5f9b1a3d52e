//! Handlers: what an element or a canvas calls, and who owns it.

use owned::TypeHint;
use owned::prelude::*;

/// What is called for one kind of event: nothing, a callable, or a weak reference to one.
///
/// This value is the handler's only owner. It lies in a field that the collector visits; C gets no pointer to it.
#[derive(Debug, Default, Traverse)]
pub(crate) struct Handler(Option<Py<Any>>);

impl Handler {
    pub(crate) fn is_set(&self) -> bool {
        self.0.is_some()
    }

    /// Another owner of the same handler, for the duration of a call.
    pub(crate) fn clone_ref(&self, py: Python<'_>) -> Self {
        Handler(self.0.as_ref().map(|handler| handler.clone_ref(py)))
    }

    /// What to call. A weak reference (`weakref.ref`, `weakref.WeakMethod`) is asked for its referent: it keeps nothing
    /// alive, and when that is gone there is nothing to call.
    pub(crate) fn target<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        let Some(handler) = &self.0 else {
            return Ok(None);
        };
        let handler = handler.bind(py).to_owned();
        if !handler.is_a::<Weak>() {
            return Ok(Some(handler));
        }
        let target = handler.call(())?;
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
            Ok(Handler(None))
        } else if object.is_callable() {
            Ok(Handler(Some(object.into())))
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
        (&self.0).into_py(py)
    }
}
