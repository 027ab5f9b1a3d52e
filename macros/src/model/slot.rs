//! The special methods that have a slot: a row for each.

use super::protocol::{self, Protocol};

/// One special method.
#[derive(Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) name: &'static str,
    pub(crate) protocol: &'static Protocol,
    /// Which slot it is, where methods of this protocol fill several.
    pub(crate) place: Option<&'static str>,
    /// What follows the name in a message that shows the form.
    form: &'static str,
}

impl Eq for Slot {}

impl PartialEq for Slot {
    fn eq(&self, other: &Slot) -> bool {
        self.name == other.name
    }
}

impl Slot {
    pub(crate) fn named(name: &str) -> Option<&'static Slot> {
        SLOTS.iter().find(|slot| slot.name == name)
    }

    /// What a message shows.
    pub(crate) fn form(&self) -> String {
        format!("fn {}{}", self.name, self.form)
    }
}

const fn at(name: &'static str, protocol: &'static Protocol, place: &'static str, form: &'static str) -> Slot {
    Slot { name, protocol, place: Some(place), form }
}

const fn alone(name: &'static str, protocol: &'static Protocol, form: &'static str) -> Slot {
    Slot { name, protocol, place: None, form }
}

const OPERATOR: &str = "(&self, other: …) -> …";
const IN_PLACE: &str = "(&mut self, other: …)";
const OBJECT: &str = "(&self) -> …";

#[rustfmt::skip]
pub(crate) static SLOTS: &[Slot] = &[
    alone("__init__", &protocol::INIT, "(&mut self, …)"),
    alone("__call__", &protocol::CALL, "(&self, …) -> …"),
    alone("__del__", &protocol::FINALIZE, "(&mut self)"),

    at("__repr__", &protocol::UNARY, "Py_tp_repr", "(&self) -> String"),
    at("__str__", &protocol::UNARY, "Py_tp_str", "(&self) -> String"),
    alone("__hash__", &protocol::HASH, "(&self) -> isize"),
    alone("__bool__", &protocol::TRUTH, "(&self) -> bool"),
    at("__eq__", &protocol::COMPARE, "Eq", "(&self, other: …) -> bool"),
    at("__ne__", &protocol::COMPARE, "Ne", "(&self, other: …) -> bool"),
    at("__lt__", &protocol::COMPARE, "Lt", "(&self, other: …) -> bool"),
    at("__le__", &protocol::COMPARE, "Le", "(&self, other: …) -> bool"),
    at("__gt__", &protocol::COMPARE, "Gt", "(&self, other: …) -> bool"),
    at("__ge__", &protocol::COMPARE, "Ge", "(&self, other: …) -> bool"),

    at("__add__", &protocol::FORWARD, "Py_nb_add", OPERATOR),
    at("__radd__", &protocol::REFLECTED, "Py_nb_add", OPERATOR),
    at("__iadd__", &protocol::IN_PLACE, "Py_nb_inplace_add", IN_PLACE),
    at("__sub__", &protocol::FORWARD, "Py_nb_subtract", OPERATOR),
    at("__rsub__", &protocol::REFLECTED, "Py_nb_subtract", OPERATOR),
    at("__isub__", &protocol::IN_PLACE, "Py_nb_inplace_subtract", IN_PLACE),
    at("__mul__", &protocol::FORWARD, "Py_nb_multiply", OPERATOR),
    at("__rmul__", &protocol::REFLECTED, "Py_nb_multiply", OPERATOR),
    at("__imul__", &protocol::IN_PLACE, "Py_nb_inplace_multiply", IN_PLACE),
    at("__matmul__", &protocol::FORWARD, "Py_nb_matrix_multiply", OPERATOR),
    at("__rmatmul__", &protocol::REFLECTED, "Py_nb_matrix_multiply", OPERATOR),
    at("__imatmul__", &protocol::IN_PLACE, "Py_nb_inplace_matrix_multiply", IN_PLACE),
    at("__truediv__", &protocol::FORWARD, "Py_nb_true_divide", OPERATOR),
    at("__rtruediv__", &protocol::REFLECTED, "Py_nb_true_divide", OPERATOR),
    at("__itruediv__", &protocol::IN_PLACE, "Py_nb_inplace_true_divide", IN_PLACE),
    at("__floordiv__", &protocol::FORWARD, "Py_nb_floor_divide", OPERATOR),
    at("__rfloordiv__", &protocol::REFLECTED, "Py_nb_floor_divide", OPERATOR),
    at("__ifloordiv__", &protocol::IN_PLACE, "Py_nb_inplace_floor_divide", IN_PLACE),
    at("__mod__", &protocol::FORWARD, "Py_nb_remainder", OPERATOR),
    at("__rmod__", &protocol::REFLECTED, "Py_nb_remainder", OPERATOR),
    at("__imod__", &protocol::IN_PLACE, "Py_nb_inplace_remainder", IN_PLACE),
    at("__divmod__", &protocol::FORWARD, "Py_nb_divmod", OPERATOR),
    at("__rdivmod__", &protocol::REFLECTED, "Py_nb_divmod", OPERATOR),
    at("__lshift__", &protocol::FORWARD, "Py_nb_lshift", OPERATOR),
    at("__rlshift__", &protocol::REFLECTED, "Py_nb_lshift", OPERATOR),
    at("__ilshift__", &protocol::IN_PLACE, "Py_nb_inplace_lshift", IN_PLACE),
    at("__rshift__", &protocol::FORWARD, "Py_nb_rshift", OPERATOR),
    at("__rrshift__", &protocol::REFLECTED, "Py_nb_rshift", OPERATOR),
    at("__irshift__", &protocol::IN_PLACE, "Py_nb_inplace_rshift", IN_PLACE),
    at("__and__", &protocol::FORWARD, "Py_nb_and", OPERATOR),
    at("__rand__", &protocol::REFLECTED, "Py_nb_and", OPERATOR),
    at("__iand__", &protocol::IN_PLACE, "Py_nb_inplace_and", IN_PLACE),
    at("__xor__", &protocol::FORWARD, "Py_nb_xor", OPERATOR),
    at("__rxor__", &protocol::REFLECTED, "Py_nb_xor", OPERATOR),
    at("__ixor__", &protocol::IN_PLACE, "Py_nb_inplace_xor", IN_PLACE),
    at("__or__", &protocol::FORWARD, "Py_nb_or", OPERATOR),
    at("__ror__", &protocol::REFLECTED, "Py_nb_or", OPERATOR),
    at("__ior__", &protocol::IN_PLACE, "Py_nb_inplace_or", IN_PLACE),
    alone("__pow__", &protocol::POWER, "(&self, exponent: …, modulus: Option<…>) -> …"),
    at("__rpow__", &protocol::REFLECTED, "Py_nb_power", "(&self, base: …) -> …"),
    alone("__ipow__", &protocol::IN_PLACE_POWER, "(&mut self, exponent: …)"),
    at("__neg__", &protocol::UNARY, "Py_nb_negative", OBJECT),
    at("__pos__", &protocol::UNARY, "Py_nb_positive", OBJECT),
    at("__abs__", &protocol::UNARY, "Py_nb_absolute", OBJECT),
    at("__invert__", &protocol::UNARY, "Py_nb_invert", OBJECT),
    at("__int__", &protocol::UNARY, "Py_nb_int", OBJECT),
    at("__float__", &protocol::UNARY, "Py_nb_float", "(&self) -> f64"),
    at("__index__", &protocol::UNARY, "Py_nb_index", OBJECT),

    alone("__len__", &protocol::LEN, "(&self) -> usize"),
    alone("__getitem__", &protocol::GETITEM, "(&self, key: …) -> …"),
    alone("__setitem__", &protocol::SETITEM, "(&mut self, key: …, value: …)"),
    alone("__delitem__", &protocol::DELITEM, "(&mut self, key: …)"),
    alone("__contains__", &protocol::CONTAINS, "(&self, item: …) -> bool"),

    alone("__getattribute__", &protocol::GETATTRIBUTE, "(&self, name: &str) -> …"),
    alone("__getattr__", &protocol::GETATTR, "(&self, name: &str) -> …"),
    alone("__setattr__", &protocol::SETATTR, "(&mut self, name: &str, value: …)"),
    alone("__delattr__", &protocol::DELATTR, "(&mut self, name: &str)"),
    alone("__get__", &protocol::GET, "(&self, instance: Option<…>, owner: …) -> …"),
    alone("__set__", &protocol::SET, "(&self, instance: …, value: …)"),
    alone("__delete__", &protocol::DELETE, "(&self, instance: …)"),

    alone("__buffer__", &protocol::BUFFER, "(&self) -> Exported"),
    alone("__release_buffer__", &protocol::RELEASE_BUFFER, "(&self)"),

    at("__iter__", &protocol::UNARY, "Py_tp_iter", "(slf: Borrowed<'_, '_, Self>) -> …"),
    alone("__next__", &protocol::NEXT, "(&mut self) -> Option<…>"),
    at("__await__", &protocol::UNARY, "Py_am_await", OBJECT),
    at("__aiter__", &protocol::UNARY, "Py_am_aiter", "(slf: Borrowed<'_, '_, Self>) -> …"),
    at("__anext__", &protocol::UNARY, "Py_am_anext", OBJECT),
];
