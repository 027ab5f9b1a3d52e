//! Methods of C and Rust, found again by their object, their class and their name.
#![expect(unsafe_code, reason = "implements Traverse for the handles that it holds")]

use crate::err::Result;
use crate::object::{Callable, CompareOp, Module, Str, Type, Weak};
use crate::ptr::{Any, Owned, Py};
use crate::token::Python;

use super::weak_to;
use crate::gc::{Traverse, Visited, Visitor};

/// `receiver.name`. The object that was held is not: one like it is made at each look.
#[derive(Debug)]
pub(super) struct Builtin {
    receiver: Py<Weak>,
    name: Py<Str>,
    found: Found,
}

/// Where a built-in method is found again.
#[derive(Debug)]
enum Found {
    /// In the dict of this class; bound to the receiver.
    In(Py<Weak>),
    /// In the dict of this class; bound to the receiver, which is a class itself.
    ClassMethodIn(Py<Weak>),
    /// As the receiver's attribute.
    Attribute,
}

impl Builtin {
    #[inline]
    pub(super) fn receiver(&self) -> &Py<Weak> {
        &self.receiver
    }

    #[track_caller]
    #[inline]
    pub(super) fn upgrade<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        let Some(receiver) = self.receiver.bind(py).upgrade()? else {
            return Ok(None);
        };
        let name = self.name.bind(py);
        let (class, of_class) = match &self.found {
            Found::In(class) => (class, false),
            Found::ClassMethodIn(class) => (class, true),
            Found::Attribute => return receiver.getattr_opt(&*name),
        };
        match class.bind(py).upgrade()? {
            Some(class) => bound(&class, &receiver, &name, of_class),
            None => Ok(None),
        }
    }

    #[track_caller]
    #[inline]
    pub(super) fn clone_ref(&self, py: Python<'_>) -> Self {
        let found = match &self.found {
            Found::In(class) => Found::In(class.clone_ref(py)),
            Found::ClassMethodIn(class) => Found::ClassMethodIn(class.clone_ref(py)),
            Found::Attribute => Found::Attribute,
        };
        Builtin { receiver: self.receiver.clone_ref(py), name: self.name.clone_ref(py), found }
    }

    /// How to find a method again: the object that it was got from holds none, but makes one at each look.
    /// `None` if it is no such method: a function, or an object that somebody holds.
    #[track_caller]
    #[inline]
    pub(super) fn find<'py>(callable: &Owned<'py, Callable>, weak_itself: bool) -> Result<Option<Self>> {
        let (Some(receiver), Some(name)) = (callable.getattr_opt("__self__")?, callable.getattr_opt("__name__")?)
        else {
            return Ok(None);
        };
        let Ok(name) = name.downcast::<Str>() else {
            return Ok(None);
        };
        if receiver.is_none() || receiver.is_a::<Module>() {
            return Ok(None);
        }
        let attribute = receiver.getattr_opt(&name)?;
        if weak_itself && attribute.as_ref().is_some_and(|attribute| attribute.is(callable)) {
            return Ok(None);
        }
        let same = |found: &Owned<'py, Any>| -> Result<bool> {
            Ok(found.type_of().is(&callable.type_of()) && found.compare_bool(callable, CompareOp::Eq)?)
        };
        let class = receiver.type_of();
        let of_class = receiver.clone().downcast::<Type>().ok();
        let mut places = vec![(class, false)];
        places.extend(of_class.map(|class| (class, true)));
        for (class, of_class) in places {
            for base in class.mro()?.items() {
                let base = base.to_owned();
                if let Some(found) = bound(&base, &receiver, &name, of_class)?
                    && same(&found)?
                {
                    let (receiver, base) = (weak_to(&receiver, callable)?, weak_to(&base, callable)?);
                    let found = if of_class { Found::ClassMethodIn(base) } else { Found::In(base) };
                    return Ok(Some(Builtin { receiver, name: name.unbind(), found }));
                }
            }
        }
        match attribute {
            Some(attribute) if same(&attribute)? => {
                let receiver = weak_to(&receiver, callable)?;
                Ok(Some(Builtin { receiver, name: name.unbind(), found: Found::Attribute }))
            }
            _ => Ok(None),
        }
    }
}

/// What `class.__dict__[name]` gives when it is bound to the receiver.
#[track_caller]
#[inline]
fn bound<'py>(
    class: &Owned<'py, Any>,
    receiver: &Owned<'py, Any>,
    name: &Owned<'py, Str>,
    of_class: bool,
) -> Result<Option<Owned<'py, Any>>> {
    let descriptor = class.getattr("__dict__")?.call_method("get", (name,))?;
    if descriptor.is_none() {
        return Ok(None);
    }
    let Some(get) = descriptor.getattr_opt("__get__")? else {
        return Ok(None);
    };
    let found = if of_class { get.call(((), receiver))? } else { get.call((receiver, receiver.type_of()))? };
    Ok(Some(found))
}

// SAFETY: each handle is owned once.
unsafe impl Traverse for Builtin {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        visitor.handle(&self.receiver)?;
        visitor.handle(&self.name)?;
        match &self.found {
            Found::In(class) | Found::ClassMethodIn(class) => visitor.handle(class),
            Found::Attribute => Ok(()),
        }
    }
}
