//! Properties: their parts, joined by name in C's table.
#![expect(unsafe_code, reason = "entered from C to set or to delete; reads the names in C's table of methods")]

use core::ffi::{CStr, c_int, c_void};
use core::marker::PhantomData;
use core::ptr;

use crate::err::{AttributeError, boundary};
use crate::raw::structs::{self, PyGetSetDef, PyMemberDef};
use crate::raw::{self, PyObject};
use crate::token::Python;

use super::blueprint::Blueprint;
use super::call::{self, this};
use super::layout::Layout;
use super::{Class, Deleter, Fields, Getter, Methods, Setter, StaticGetter, StaticSetter, metaclass, variant};

/// A part of a property: the getter, the setter or the deleter. Those of the same name are joined, whether they come
/// from a field or from a method.
pub struct Property<C> {
    pub(super) accessors: Accessors,
    marker: PhantomData<fn() -> C>,
}

/// What C calls for a property, or for a part of one.
pub(super) struct Accessors {
    pub(super) name: &'static CStr,
    doc: Option<&'static CStr>,
    get: Option<call::GetterFn>,
    set: Option<call::SetterFn>,
    delete: Option<DeleterFn>,
    /// Where in an instance C's member descriptors may read it.
    read_at: Option<usize>,
    /// And where they may write it.
    written_at: Option<usize>,
    /// Which field of a variant it is.
    field: usize,
    /// Whether it is one of the class as well.
    is_static: bool,
}

impl<C: Class> Property<C> {
    /// The getter.
    pub const fn get<G: Getter<C>>() -> Self {
        Property::of(Accessors {
            doc: Some(G::DOC),
            get: Some(call::getter::<C, G>),
            read_at: Layout::<C>::member(G::PLACE),
            ..Accessors::named(G::NAME)
        })
    }

    /// The setter.
    pub const fn set<S: Setter<C>>() -> Self {
        Property::of(Accessors {
            set: Some(call::setter::<C, S>),
            written_at: Layout::<C>::member(S::PLACE),
            ..Accessors::named(S::NAME)
        })
    }

    /// The deleter.
    pub const fn delete<D: Deleter<C>>() -> Self {
        Property::of(Accessors { delete: Some(deleter::<C, D>), ..Accessors::named(D::NAME) })
    }

    /// Whether one of them is one of the class as well.
    pub(super) const fn any_static(properties: &[Property<C>]) -> bool {
        let mut at = 0;
        while at < properties.len() {
            if properties[at].accessors.is_static {
                return true;
            }
            at += 1;
        }
        false
    }

    /// The getter of a static property.
    pub const fn static_get<G: StaticGetter>() -> Self {
        assert!(!C::ADOPTED, "an adopted type has C's metaclass, so no static properties: write a `#[staticmethod]`");
        Property::of(Accessors {
            doc: Some(G::DOC),
            get: Some(metaclass::getter::<G>),
            is_static: true,
            ..Accessors::named(G::NAME)
        })
    }

    /// The setter of a static property.
    pub const fn static_set<S: StaticSetter>() -> Self {
        assert!(!C::ADOPTED, "an adopted type has C's metaclass, so no static properties: write a `#[staticmethod]`");
        Property::of(Accessors { set: Some(metaclass::setter::<S>), is_static: true, ..Accessors::named(S::NAME) })
    }

    /// A field of a variant, by its number.
    pub const fn field(name: &'static CStr, doc: &'static CStr, at: usize) -> Self
    where
        C: Fields,
    {
        Property::of(Accessors { doc: Some(doc), get: Some(variant::field::<C>), field: at, ..Accessors::named(name) })
    }

    const fn of(accessors: Accessors) -> Self {
        Property { accessors, marker: PhantomData }
    }
}

/// Whether `#[methods]` has what Python calls by this name too: a method, or the part of the property that a field is.
pub const fn is_of_methods<C: Class>(name: &CStr, get: bool, set: bool) -> bool {
    let Some(Methods { entries, properties, .. }) = C::METHODS else { return false };
    let mut at = 0;
    while at < properties.len() {
        let other = &properties[at].accessors;
        if (get && other.get.is_some() || set && other.set.is_some()) && is_same(name, other.name) {
            return true;
        }
        at += 1;
    }
    at = 0;
    while at < entries.len() {
        // SAFETY: the name in a method's entry is that of a constant, made of a `CStr`.
        if is_same(name, unsafe { CStr::from_ptr(entries[at].def.ml_name) }) {
            return true;
        }
        at += 1;
    }
    false
}

const fn is_same(one: &CStr, other: &CStr) -> bool {
    let (one, other) = (one.to_bytes(), other.to_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

impl Accessors {
    const fn named(name: &'static CStr) -> Self {
        Accessors {
            name,
            doc: None,
            get: None,
            set: None,
            delete: None,
            read_at: None,
            written_at: None,
            field: 0,
            is_static: false,
        }
    }

    fn join(&mut self, other: &Accessors) {
        self.doc = self.doc.or(other.doc);
        self.get = self.get.or(other.get);
        self.set = self.set.or(other.set);
        self.delete = self.delete.or(other.delete);
        self.read_at = self.read_at.or(other.read_at);
        self.written_at = self.written_at.or(other.written_at);
        self.field = self.field.max(other.field); // 0 where the other part is no field
        self.is_static |= other.is_static;
    }

    /// The entry in C's table of members, if C may do all with it that Python can.
    #[inline]
    fn member(&self) -> Option<PyMemberDef> {
        let offset = self.read_at?;
        let flags = match self.set {
            None => structs::Py_READONLY,
            Some(_) if self.written_at == self.read_at => 0,
            Some(_) => return None,
        };
        if self.delete.is_some() || ABOUT_THE_TYPE.contains(&self.name) {
            return None;
        }
        let doc = self.doc.map_or(ptr::null(), CStr::as_ptr);
        let offset = offset.cast_signed();
        let type_code = structs::Py_T_OBJECT_EX;
        Some(PyMemberDef { name: self.name.as_ptr(), type_code, offset, flags, doc })
    }

    /// What the entry in C's table points to, if the property can be deleted.
    fn deleted(&self) -> Option<SetAndDelete> {
        Some(SetAndDelete { name: self.name, set: self.set, delete: self.delete? })
    }

    /// The entry in C's table.
    fn entry(&self, deleted: Option<&SetAndDelete>) -> PyGetSetDef {
        let doc = self.doc.map_or(ptr::null(), CStr::as_ptr);
        let (set, closure) = match deleted {
            Some(both) => (Some(set_or_delete as call::SetterFn), ptr::from_ref(both).cast_mut().cast::<c_void>()),
            None => (self.set, variant::closure(self.field)),
        };
        PyGetSetDef { name: self.name.as_ptr(), get: self.get, set, doc, closure }
    }
}

/// C's table, and what its entries point to.
pub(super) struct Properties {
    pub(super) entries: Vec<PyGetSetDef>,
    /// Those that C reads, and writes, in place.
    pub(super) members: Vec<PyMemberDef>,
    /// Those of the class itself, for its metaclass; empty if there is none.
    pub(super) statics: Vec<PyGetSetDef>,
    /// As long as it was made: the entries point into it.
    _deleted: Vec<SetAndDelete>,
}

impl Properties {
    pub(super) fn of(blueprint: &Blueprint, in_place: bool) -> Self {
        let joined = joined(blueprint);
        let mut deleted = Vec::new();
        for property in &joined {
            if let Some(both) = property.deleted() {
                deleted.push(both);
            }
        }
        let (mut members, mut entries, mut next) = (Vec::new(), Vec::new(), 0);
        for property in &joined {
            if in_place && let Some(member) = property.member() {
                members.push(member);
            } else if property.delete.is_some() {
                entries.push(property.entry(Some(&deleted[next])));
                next += 1;
            } else {
                entries.push(property.entry(None));
            }
        }
        if blueprint.own.dict {
            entries.push(DICT);
        }
        if !blueprint.needs_header && raw::annotations_may_be_descriptors() {
            entries.push(ANNOTATIONS);
        }
        entries.push(END);
        Properties { entries, members, statics: statics(&joined), _deleted: deleted }
    }
}

/// The entries of static properties.
fn statics(joined: &[Accessors]) -> Vec<PyGetSetDef> {
    let mut statics = Vec::new();
    for property in joined {
        if property.is_static {
            statics.push(property.entry(None));
        }
    }
    if !statics.is_empty() {
        statics.push(END);
    }
    statics
}

/// The parts of the same name as one.
fn joined(blueprint: &Blueprint) -> Vec<Accessors> {
    let mut joined: Vec<Accessors> = Vec::new();
    let mut next = 0;
    while let Some(part) = blueprint.properties.get(next) {
        next += 1;
        let mut at = 0;
        while at < joined.len() && joined[at].name != part.name {
            at += 1;
        }
        if at == joined.len() {
            joined.push(Accessors::named(part.name));
        }
        joined[at].join(part);
    }
    joined
}

/// Members by which a type made from a spec says where its instances keep what C looks for: none is a field's, whatever is in it.
const ABOUT_THE_TYPE: [&CStr; 3] = [c"__dictoffset__", c"__weaklistoffset__", c"__vectorcalloffset__"];

/// A type made from a spec has the place for a dict, and no attribute to reach it by, unless it says so.
const DICT: PyGetSetDef = PyGetSetDef {
    name: c"__dict__".as_ptr(),
    get: Some(structs::PyObject_GenericGetDict),
    set: Some(structs::PyObject_GenericSetDict),
    ..END
};

/// Where there is no header, nothing that can change may be reached from the type. `type` would make a dict when it is
/// first asked for annotations; as with the type of functions, it finds a descriptor here, which the standard library takes
/// for none. (From 3.14 on it takes it for a mistake: `annotations.rs`.)
const ANNOTATIONS: PyGetSetDef = PyGetSetDef { name: c"__annotations__".as_ptr(), get: Some(no_annotations), ..END };

/// An instance has none.
unsafe extern "C" fn no_annotations(_: *mut PyObject, _: *mut c_void) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || Err(AttributeError::new("__annotations__")))
}

const END: PyGetSetDef =
    PyGetSetDef { name: ptr::null(), get: None, set: None, doc: ptr::null(), closure: ptr::null_mut() };

type DeleterFn = unsafe fn(*mut PyObject) -> c_int;

/// # Safety
/// The thread is attached; an instance.
unsafe fn deleter<C: Class, D: Deleter<C>>(object: *mut PyObject) -> c_int {
    // SAFETY: attached, by the caller.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: an instance, by the caller.
    boundary(py, || D::delete(unsafe { this(py, object) }.lend()).map(|()| 0))
}

/// What a property with a deleter keeps behind its entry in C's table.
struct SetAndDelete {
    name: &'static CStr,
    set: Option<call::SetterFn>,
    delete: DeleterFn,
}

/// C has one function for both: a value of NULL deletes.
unsafe extern "C" fn set_or_delete(object: *mut PyObject, value: *mut PyObject, parts: *mut c_void) -> c_int {
    // SAFETY: the entry's closure is the address of this, which is kept as long as the table is.
    let parts = unsafe { &*parts.cast::<SetAndDelete>() };
    if value.is_null() {
        // SAFETY: Python calls attached, with an instance.
        return unsafe { (parts.delete)(object) };
    }
    if let Some(set) = parts.set {
        // SAFETY: Python calls attached, with an instance and a live value; setters have no closure.
        return unsafe { set(object, value, ptr::null_mut()) };
    }
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || Err(AttributeError::new(format!("cannot set attribute '{}'", parts.name.to_string_lossy()))))
}
