//! One entry for each special method, and what the entries of a class come to.

use core::ffi::{c_int, c_void};
use core::marker::PhantomData;
use core::ptr;

use crate::convert::Args;
use crate::err::Result;
use crate::object::{Dict, Str, Tuple};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::structs::{METH_COEXIST, PyMethodDef, PyMethodDefPointer, PyType_Slot, vectorcallfunc};
use crate::token::Python;

use super::super::parts::Parts;
use super::super::{Call, Constructor, Initializer};
use super::super::{Class, call};
use super::operators::{self, Named};
use crate::raw::{self, place};

/// One special method.
pub struct Slot<C: Class> {
    pub(in super::super) special: Special,
    /// The method itself, where a slot serves two of them.
    pub(super) part: Part<C>,
    marker: PhantomData<fn() -> C>,
}

/// The slots of the type that a special method fills, and what it adds to the type's methods.
pub(in super::super) struct Special {
    /// The places in the type, and what C calls there.
    fills: [Option<Fill>; 2],
    /// The method that the type's dict shows, where Python would show there what the slot does.
    method: Option<PyMethodDef>,
    /// What the dict shows beside it of a slot that serves two methods, where the class has only this one.
    alone: Option<PyMethodDef>,
    /// What calls the class itself, where this is its constructor.
    pub(in super::super) vectorcall: Option<vectorcallfunc>,
    /// For a comparison: whether it answers `==` itself, so that the default hash would be wrong.
    equality: bool,
}

impl Special {
    #[inline]
    const fn fills(&self, id: c_int) -> bool {
        matches!(self.fills, [Some(fill), _] | [_, Some(fill)] if fill.id == id)
    }
}

/// The special methods of a class.
pub(in super::super) type Specials = Parts<Special>;

/// One slot of the type.
#[derive(Clone, Copy)]
struct Fill {
    id: c_int,
    function: *const (),
}

/// A method of the object and an operand. `None` is `NotImplemented`, or nothing.
pub(super) type Two<C> =
    for<'a, 'py> fn(Borrowed<'a, 'py, C>, Borrowed<'a, 'py, Any>) -> Result<Option<Owned<'py, Any>>>;

/// As [`Two`], with two operands.
pub(super) type Three<C> = for<'a, 'py> fn(
    Borrowed<'a, 'py, C>,
    Borrowed<'a, 'py, Any>,
    Borrowed<'a, 'py, Any>,
) -> Result<Option<Owned<'py, Any>>>;

/// Initialises an instance with the arguments of the call.
pub(in super::super) type Init<C> = for<'a, 'py> fn(Borrowed<'a, 'py, C>, Args<'a, 'py>) -> Result<()>;

/// Which of the methods of a slot an entry is.
pub(super) enum Part<C: Class> {
    /// The only one.
    Whole,
    /// The first, with one operand: `__add__`, `__getattribute__`.
    Binary(Two<C>),
    /// The first, with two operands: `__pow__`, `__setitem__`.
    Ternary(Three<C>),
    /// The second: `__radd__`, `__getattr__`, `__delitem__`.
    Counterpart(Two<C>),
    /// `__init__`, for calls of the class itself.
    Init(Init<C>),
}

impl<C: Class> Slot<C> {
    /// A method that has its slot for itself.
    pub(super) const fn of(id: c_int, function: *const ()) -> Self {
        let fills = [Some(Fill { id, function }), None];
        let special = Special { fills, method: None, alone: None, vectorcall: None, equality: false };
        Slot { special, part: Part::Whole, marker: PhantomData }
    }

    /// A method that is found by its name: the slot gets the function that a class of Python's has in it.
    pub(super) const fn left_to_python(id: c_int) -> Self {
        Slot::of(id, ptr::null())
    }

    /// The same, in a second slot.
    pub(super) const fn and(mut self, id: c_int, function: *const ()) -> Self {
        self.special.fills[1] = Some(Fill { id, function });
        self
    }

    pub(super) const fn part(self, part: Part<C>) -> Self {
        Slot { part, ..self }
    }

    pub(super) const fn method(mut self, method: PyMethodDef) -> Self {
        self.special.method = Some(method);
        self
    }

    pub(super) const fn alone(mut self, method: PyMethodDef) -> Self {
        self.special.alone = Some(method);
        self
    }

    pub(super) const fn equality(mut self, equality: bool) -> Self {
        self.special.equality = equality;
        self
    }

    /// Whether it fills this slot.
    pub(in super::super) const fn fills(&self, id: c_int) -> bool {
        self.special.fills(id)
    }

    /// `__new__`.
    pub const fn new<K: Constructor<C>>() -> Self {
        assert!(!C::ADOPTED, "an adopted type is made by C: write `fn __init__(&self, …)` in place of `#[new]`");
        let mut slot = Slot::of(place::Py_tp_new, call::new::<C, K> as *const ());
        slot.special.vectorcall = Some(call::vectorcall::<C, K>);
        slot
    }

    /// `__init__`.
    pub const fn init<I: Initializer<C>>() -> Self {
        Slot::of(place::Py_tp_init, call::init::<C, I> as *const ()).part(Part::Init(I::init))
    }

    /// `__call__`.
    pub const fn call<M: Call<C>>() -> Self {
        Slot::of(place::Py_tp_call, call::call::<C, M> as *const ())
    }
}

/// The entries of the class.
pub(super) const fn all<C: Class>() -> &'static [Slot<C>] {
    match C::METHODS {
        Some(methods) => methods.slots,
        None => &[],
    }
}

/// The method of a slot that has one operand and is the first, if the class has it.
pub(super) const fn binary<C: Class>(id: c_int) -> Option<Two<C>> {
    let (slots, mut at) = (all::<C>(), 0);
    while at < slots.len() {
        if slots[at].fills(id)
            && let Part::Binary(function) = slots[at].part
        {
            return Some(function);
        }
        at += 1;
    }
    None
}

/// As [`binary`], with two operands.
pub(super) const fn ternary<C: Class>(id: c_int) -> Option<Three<C>> {
    let (slots, mut at) = (all::<C>(), 0);
    while at < slots.len() {
        if slots[at].fills(id)
            && let Part::Ternary(function) = slots[at].part
        {
            return Some(function);
        }
        at += 1;
    }
    None
}

/// The second method of a slot, if the class has it.
pub(super) const fn counterpart<C: Class>(id: c_int) -> Option<Two<C>> {
    let (slots, mut at) = (all::<C>(), 0);
    while at < slots.len() {
        if slots[at].fills(id)
            && let Part::Counterpart(function) = slots[at].part
        {
            return Some(function);
        }
        at += 1;
    }
    None
}

/// `__init__`, if the class has it.
pub(in super::super) const fn init<C: Class>() -> Option<Init<C>> {
    let (slots, mut at) = (all::<C>(), 0);
    while at < slots.len() {
        if let Part::Init(function) = slots[at].part {
            return Some(function);
        }
        at += 1;
    }
    None
}

/// C's description of a special method that the dict shows in place of what Python would make of the slot.
#[inline]
pub(super) const fn shown(named: Named, function: PyMethodDefPointer, flags: c_int) -> PyMethodDef {
    let Named { name, text } = named;
    PyMethodDef { ml_name: name, ml_meth: function, ml_flags: flags | METH_COEXIST, ml_doc: text }
}

/// Adds what the special methods fill in the type, each slot once. Of `related` classes only CPython's own functions
/// know which overrides a method: those are what their operators get. A `mapping` has no items by number, so that nobody
/// takes it for a sequence and walks over it by index.
#[inline]
pub(in super::super) fn fill(
    table: &mut Vec<PyType_Slot>,
    py: Python<'_>,
    specials: &Specials,
    related: bool,
    mapping: bool,
) -> Result<()> {
    let (before, mut at) = (table.len(), 0);
    while let Some(special) = specials.get(at) {
        at += 1;
        for fill in &special.fills {
            if let Some(Fill { id, function }) = *fill
                && !is_filled(table, id)
                && !(mapping && matches!(id, place::Py_sq_item | place::Py_sq_ass_item))
            {
                table.push(PyType_Slot { slot: id, pfunc: function.cast_mut().cast::<c_void>() });
            }
        }
    }
    leave_to_python(&mut table[before..], py, related)
}

#[inline]
fn leave_to_python(filled: &mut [PyType_Slot], py: Python<'_>, related: bool) -> Result<()> {
    let left = |slot: &PyType_Slot| slot.pfunc.is_null() || related && operators::is_operator(slot.slot);
    if !filled.iter().any(left) {
        return Ok(());
    }
    let twin = python_twin(py)?;
    for slot in filled {
        if left(slot) {
            // SAFETY: attached; a type.
            slot.pfunc = unsafe { raw::type_get_slot(twin.raw(), slot.slot) }?;
        }
    }
    Ok(())
}

/// A class of Python's, which has CPython's own functions in its slots: they find methods by name.
#[inline]
fn python_twin(py: Python<'_>) -> Result<Owned<'_, Any>> {
    let (name, bases, methods) = (Str::new(py, "twin")?, Tuple::empty(py)?, Dict::empty(py)?);
    // SAFETY: attached; a dict, a C string, any object.
    unsafe { raw::dict_set_item_string(methods.raw(), c"__setattr__".as_ptr(), py.none().raw()) }?;
    for method in operators::forward_names() {
        // SAFETY: as above.
        unsafe { raw::dict_set_item_string(methods.raw(), method, py.none().raw()) }?;
    }
    // SAFETY: attached; static.
    let object = unsafe { raw::builtin(raw::Builtin::Object) };
    // `type`, called as the `class` statement does.
    // SAFETY: attached; live objects.
    let twin = unsafe { raw::vectorcall(raw::type_of(object), &[name.raw(), bases.raw(), methods.raw()]) }?;
    // SAFETY: any object is an `Any`.
    Ok(unsafe { Owned::from_ref(py, twin) })
}

/// Whether the table has something for this slot.
#[inline]
pub(in super::super) fn is_filled(table: &[PyType_Slot], id: c_int) -> bool {
    for slot in table {
        if slot.slot == id {
            return true;
        }
    }
    false
}

/// What calls the class itself: its own constructor's, that of the first as in [`fill`].
#[inline]
pub(in super::super) fn vectorcall(specials: &Specials) -> Option<vectorcallfunc> {
    let mut at = 0;
    while let Some(special) = specials.get(at) {
        if special.fills(place::Py_tp_new) {
            return special.vectorcall;
        }
        at += 1;
    }
    None
}

/// Whether one of them fills this slot.
#[inline]
pub(in super::super) fn have(specials: &Specials, id: c_int) -> bool {
    let mut at = 0;
    while let Some(special) = specials.get(at) {
        if special.fills(id) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether a comparison answers `==`.
#[inline]
pub(in super::super) fn answers_equality(specials: &Specials) -> bool {
    let mut at = 0;
    while let Some(special) = specials.get(at) {
        if special.equality {
            return true;
        }
        at += 1;
    }
    false
}

/// Adds the special methods that the type's dict shows as they are.
#[inline]
pub(in super::super) fn add_methods(methods: &mut Vec<PyMethodDef>, specials: &Specials) {
    let mut at = 0;
    while let Some(special) = specials.get(at) {
        at += 1;
        if let Some(method) = special.method {
            methods.push(method);
        }
        if let ([Some(fill), _], Some(method)) = (special.fills, special.alone)
            && is_alone(specials, fill.id)
        {
            methods.push(method);
        }
    }
}

/// Whether a method for this slot leaves to Python what the other would do: `__getattr__`, not `__getattribute__`.
#[cfg(feature = "adopt")]
pub(super) fn leaves_the_usual(specials: &Specials, id: c_int) -> bool {
    (0..).map_while(|at| specials.get(at)).any(|special| special.fills(id) && special.alone.is_some())
}

/// Whether only one method of the class is for this slot.
#[inline]
pub(super) fn is_alone(specials: &Specials, id: c_int) -> bool {
    let (mut count, mut at) = (0, 0);
    while let Some(special) = specials.get(at) {
        count += usize::from(special.fills(id));
        at += 1;
    }
    count == 1
}
