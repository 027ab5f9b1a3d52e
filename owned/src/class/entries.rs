//! What the macros say about a class: constants, each typed by the class that it belongs to.

use core::ffi::{CStr, c_int, c_void};
use core::marker::PhantomData;

use crate::raw::structs::{self, PyMethodDef};

use super::call::{self, FunctionDef, Receiver};
use super::slots;
use super::{
    Binary, Call, Class, ClassMethod, Compare, Constructor, Contains, Function, Getter, Hash, Initializer, Len, Method,
    Next, Setter, Truth, Unary,
};

/// What `#[class(…)]` asked for.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Python classes may derive from it.
    pub subclass: bool,
    /// Each instance has a `__dict__`.
    pub dict: bool,
    /// Weak references to instances may be made.
    pub weakref: bool,
}

/// One method.
pub struct Entry<C> {
    pub(super) def: PyMethodDef,
    marker: PhantomData<fn() -> C>,
}

impl<C: Class> Entry<C> {
    const fn of(def: PyMethodDef) -> Self {
        Entry { def, marker: PhantomData }
    }

    /// A method of an instance.
    pub const fn method<M: Method<C>>() -> Self {
        Entry::of(call::definition::<FunctionDef<Receiver<C, M>>>(M::NAME, M::DOC, 0))
    }

    /// A static method.
    pub const fn static_method<F: Function>() -> Self {
        Entry::of(call::definition::<FunctionDef<F>>(F::NAME, F::DOC, structs::METH_STATIC))
    }

    /// A class method.
    pub const fn class_method<M: ClassMethod>() -> Self {
        Entry::of(call::definition::<FunctionDef<Receiver<(), M>>>(M::NAME, M::DOC, structs::METH_CLASS))
    }
}

/// Half a property: the getter or the setter. Two halves of the same name are joined.
pub struct Property<C> {
    pub(super) name: &'static CStr,
    pub(super) doc: Option<&'static CStr>,
    pub(super) get: Option<call::GetterFn>,
    pub(super) set: Option<call::SetterFn>,
    marker: PhantomData<fn() -> C>,
}

impl<C: Class> Property<C> {
    /// The getter.
    pub const fn get<G: Getter<C>>() -> Self {
        Property { name: G::NAME, doc: Some(G::DOC), get: Some(call::getter::<C, G>), set: None, marker: PhantomData }
    }

    /// The setter.
    pub const fn set<S: Setter<C>>() -> Self {
        Property { name: S::NAME, doc: None, get: None, set: Some(call::setter::<C, S>), marker: PhantomData }
    }
}

/// One slot of the type.
pub struct Slot<C> {
    pub(super) id: c_int,
    pub(super) function: *mut c_void,
    /// For a comparison: whether it answers `==` itself, so that the default hash would be wrong.
    pub(super) equality: bool,
    marker: PhantomData<fn() -> C>,
}

impl<C: Class> Slot<C> {
    const fn of(id: c_int, function: *const ()) -> Self {
        Slot { id, function: function.cast_mut().cast(), equality: false, marker: PhantomData }
    }

    /// `__new__`.
    pub const fn new<K: Constructor<C>>() -> Self {
        Slot::of(structs::Py_tp_new, call::new::<C, K> as *const ())
    }

    /// `__init__`.
    pub const fn init<I: Initializer<C>>() -> Self {
        Slot::of(structs::Py_tp_init, call::init::<C, I> as *const ())
    }

    /// `__call__`.
    pub const fn call<M: Call<C>>() -> Self {
        Slot::of(structs::Py_tp_call, call::call::<C, M> as *const ())
    }

    /// `__repr__`.
    pub const fn repr<M: Unary<C>>() -> Self {
        Slot::of(structs::Py_tp_repr, slots::unary::<C, M> as *const ())
    }

    /// `__str__`.
    pub const fn str<M: Unary<C>>() -> Self {
        Slot::of(structs::Py_tp_str, slots::unary::<C, M> as *const ())
    }

    /// `__iter__`.
    pub const fn iter<M: Unary<C>>() -> Self {
        Slot::of(structs::Py_tp_iter, slots::unary::<C, M> as *const ())
    }

    /// `__next__`.
    pub const fn next<M: Next<C>>() -> Self {
        Slot::of(structs::Py_tp_iternext, slots::next::<C, M> as *const ())
    }

    /// `__len__`.
    pub const fn len<M: Len<C>>() -> Self {
        Slot::of(structs::Py_mp_length, slots::len::<C, M> as *const ())
    }

    /// `__hash__`.
    pub const fn hash<M: Hash<C>>() -> Self {
        Slot::of(structs::Py_tp_hash, slots::hash::<C, M> as *const ())
    }

    /// `__bool__`.
    pub const fn truth<M: Truth<C>>() -> Self {
        Slot::of(structs::Py_nb_bool, slots::truth::<C, M> as *const ())
    }

    /// `__eq__` … `__ge__`.
    pub const fn compare<M: Compare<C>>() -> Self {
        let slot = Slot::of(structs::Py_tp_richcompare, slots::compare::<C, M> as *const ());
        Slot { equality: M::EQUALITY, ..slot }
    }

    /// `__getitem__`.
    pub const fn getitem<M: Binary<C>>() -> Self {
        Slot::of(structs::Py_mp_subscript, slots::binary::<C, M> as *const ())
    }

    /// `__getattr__`: asked when the attribute is not found in the usual way.
    pub const fn getattr<M: Binary<C>>() -> Self {
        Slot::of(structs::Py_tp_getattro, slots::getattr::<C, M> as *const ())
    }

    /// `__contains__`.
    pub const fn contains<M: Contains<C>>() -> Self {
        Slot::of(structs::Py_sq_contains, slots::contains::<C, M> as *const ())
    }
}

/// What `#[methods]` makes of a block.
pub struct Methods<C: 'static> {
    /// The methods.
    pub entries: &'static [Entry<C>],
    /// The getters and setters.
    pub properties: &'static [Property<C>],
    /// The special methods.
    pub slots: &'static [Slot<C>],
    /// The constructor's parameters, as `(limit, step=1)`, for `__text_signature__`.
    pub text_signature: Option<&'static str>,
}

/// Stands in where a class has no `#[methods]`: the block's inherent constant of the same name takes its place.
pub trait NoMethods {
    /// Whether a method takes `&mut self`.
    const __OWNED_MUTATES: bool = false;
}

impl<T> NoMethods for T {}

/// Stands in where a class has no `#[methods]`.
pub trait NoMethodsTable: Class {
    /// The methods.
    const __OWNED_METHODS: Option<&'static Methods<Self>> = None;
}

impl<C: Class> NoMethodsTable for C {}
