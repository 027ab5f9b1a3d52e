//! Slots of types as special methods.

use super::arguments::{Argument, Arguments, Pass};
use super::function::Receiver;
use super::result::ANY;

/// How a slot is written.
pub(crate) enum Form {
    /// As these methods.
    Methods(Vec<Special>),
    /// As the six comparisons, or those of them that C names.
    Comparisons,
    /// With arguments that C reads: `__init__`, `__call__`, or the constructor.
    Called(&'static str),
    /// Not at all, for this reason.
    Nothing(&'static str),
}

/// A special method.
pub(crate) struct Special {
    pub(crate) name: &'static str,
    pub(crate) receiver: Receiver,
    pub(crate) operands: Vec<(&'static str, &'static str)>,
    pub(crate) result: &'static str,
    pub(crate) note: Option<&'static str>,
}

const OBJECT: &str = "Borrowed<'_, 'py, Any>";
const MAYBE: &str = "Option<Borrowed<'_, 'py, Any>>";

fn special(name: &'static str, operands: &[(&'static str, &'static str)], result: &'static str) -> Special {
    Special { name, receiver: Receiver::Inside, operands: operands.to_vec(), result, note: None }
}

fn one(name: &'static str, operands: &[(&'static str, &'static str)], result: &'static str) -> Form {
    Form::Methods(vec![special(name, operands, result)])
}

/// An operator, which C calls for both orders of its operands.
fn operator(name: &'static str) -> Form {
    let note = Some("C calls this one for both orders of the operands: the other order is a method with an `r`");
    Form::Methods(vec![Special { note, ..special(name, &[("other", OBJECT)], ANY) }])
}

fn in_place(name: &'static str) -> Form {
    let note = Some("C returns the object: in Rust, nothing returned is the object itself");
    Form::Methods(vec![Special { note, receiver: Receiver::Changing, ..special(name, &[("other", OBJECT)], "()") }])
}

/// How a slot is written.
pub(crate) fn form(slot: &str) -> Form {
    match slot {
        "tp_repr" => one("__repr__", &[], "Owned<'py, Str>"),
        "tp_str" => one("__str__", &[], "Owned<'py, Str>"),
        "tp_hash" => one("__hash__", &[], "isize"),
        "tp_richcompare" => Form::Comparisons,
        "tp_init" => Form::Called("__init__"),
        "tp_call" => Form::Called("__call__"),
        "tp_new" => Form::Called("new"),
        "tp_iter" => Form::Methods(vec![Special { receiver: Receiver::Object, ..special("__iter__", &[], ANY) }]),
        "tp_iternext" => {
            let note = Some("NULL without an error, the end, is `None`");
            let next = special("__next__", &[], "Option<Owned<'py, Any>>");
            Form::Methods(vec![Special { receiver: Receiver::Changing, note, ..next }])
        }
        "tp_getattro" | "tp_getattr" => one("__getattribute__", &[("name", "&str")], ANY),
        "tp_setattro" | "tp_setattr" => {
            changing([("__setattr__", &[("name", "&str"), ("value", OBJECT)]), ("__delattr__", &[("name", "&str")])])
        }
        "tp_descr_get" => one("__get__", &[("instance", MAYBE), ("owner", MAYBE)], ANY),
        "tp_descr_set" => {
            changing([("__set__", &[("instance", OBJECT), ("value", OBJECT)]), ("__delete__", &[("instance", OBJECT)])])
        }
        "sq_length" | "mp_length" => one("__len__", &[], "usize"),
        "mp_subscript" => one("__getitem__", &[("key", OBJECT)], ANY),
        "sq_item" => {
            let note = Some("C gets an index that counts from the start, Rust the index as it was written");
            Form::Methods(vec![Special { note, ..special("__getitem__", &[("index", "isize")], ANY) }])
        }
        "mp_ass_subscript" => {
            changing([("__setitem__", &[("key", OBJECT), ("value", OBJECT)]), ("__delitem__", &[("key", OBJECT)])])
        }
        "sq_ass_item" => changing([
            ("__setitem__", &[("index", "isize"), ("value", OBJECT)]),
            ("__delitem__", &[("index", "isize")]),
        ]),
        "sq_contains" => one("__contains__", &[("item", OBJECT)], "bool"),
        "sq_concat" => operator("__add__"),
        "sq_repeat" => one("__mul__", &[("count", "isize")], ANY),
        "sq_inplace_concat" => in_place("__iadd__"),
        "sq_inplace_repeat" => in_place("__imul__"),
        "nb_bool" => one("__bool__", &[], "bool"),
        "nb_int" => one("__int__", &[], ANY),
        "nb_float" => one("__float__", &[], "f64"),
        "nb_index" => one("__index__", &[], ANY),
        "nb_negative" => one("__neg__", &[], ANY),
        "nb_positive" => one("__pos__", &[], ANY),
        "nb_absolute" => one("__abs__", &[], ANY),
        "nb_invert" => one("__invert__", &[], ANY),
        "nb_power" => one("__pow__", &[("exponent", OBJECT), ("modulus", MAYBE)], ANY),
        "am_await" => one("__await__", &[], ANY),
        "am_aiter" => Form::Methods(vec![Special { receiver: Receiver::Object, ..special("__aiter__", &[], ANY) }]),
        "am_anext" => one("__anext__", &[], ANY),
        "tp_finalize" | "tp_del" => {
            Form::Methods(vec![Special { receiver: Receiver::Changing, ..special("__del__", &[], "()") }])
        }
        "tp_dealloc" | "tp_free" => Form::Nothing("fields release what they hold by themselves"),
        "tp_traverse" | "tp_clear" | "tp_is_gc" => Form::Nothing("`#[class]` shows the collector every field"),
        "tp_alloc" => Form::Nothing("`#[class]` allocates"),
        "tp_flags"
        | "tp_base"
        | "tp_bases"
        | "tp_itemsize"
        | "tp_weaklistoffset"
        | "tp_dictoffset"
        | "tp_vectorcall_offset"
        | "tp_vectorcall" => Form::Nothing("an option of `#[class]`, where there is one"),
        "bf_getbuffer" | "bf_releasebuffer" => {
            Form::Nothing("`__buffer__` gives an `Exported`, which each view holds: guide/classes.md")
        }
        "am_send" => Form::Nothing("Python falls back to `send`"),
        _ => match operators(slot) {
            Some((name, false)) => operator(name),
            Some((name, true)) => in_place(name),
            None => Form::Nothing("there is no special method for it"),
        },
    }
}

fn changing(methods: [(&'static str, &[(&'static str, &'static str)]); 2]) -> Form {
    let note = Some("C has one function for setting and deleting, with NULL as the value");
    let method = |(name, operands)| Special { receiver: Receiver::Changing, note, ..special(name, operands, "()") };
    Form::Methods(methods.into_iter().map(method).collect())
}

/// The operator of a slot of numbers, and whether it works in place.
fn operators(slot: &str) -> Option<(&'static str, bool)> {
    Some(match slot {
        "nb_add" => ("__add__", false),
        "nb_subtract" => ("__sub__", false),
        "nb_multiply" => ("__mul__", false),
        "nb_matrix_multiply" => ("__matmul__", false),
        "nb_true_divide" => ("__truediv__", false),
        "nb_floor_divide" => ("__floordiv__", false),
        "nb_remainder" => ("__mod__", false),
        "nb_divmod" => ("__divmod__", false),
        "nb_lshift" => ("__lshift__", false),
        "nb_rshift" => ("__rshift__", false),
        "nb_and" => ("__and__", false),
        "nb_xor" => ("__xor__", false),
        "nb_or" => ("__or__", false),
        "nb_inplace_add" => ("__iadd__", true),
        "nb_inplace_subtract" => ("__isub__", true),
        "nb_inplace_multiply" => ("__imul__", true),
        "nb_inplace_matrix_multiply" => ("__imatmul__", true),
        "nb_inplace_true_divide" => ("__itruediv__", true),
        "nb_inplace_floor_divide" => ("__ifloordiv__", true),
        "nb_inplace_remainder" => ("__imod__", true),
        "nb_inplace_power" => ("__ipow__", true),
        "nb_inplace_lshift" => ("__ilshift__", true),
        "nb_inplace_rshift" => ("__irshift__", true),
        "nb_inplace_and" => ("__iand__", true),
        "nb_inplace_xor" => ("__ixor__", true),
        "nb_inplace_or" => ("__ior__", true),
        _ => return None,
    })
}

/// Whether a slot stays C's for as long as the struct is C's: what makes instances, and takes them apart.
pub(crate) fn stays(slot: &str) -> bool {
    const MAKING: [&str; 10] = [
        "tp_new",
        "tp_alloc",
        "tp_free",
        "tp_dealloc",
        "tp_traverse",
        "tp_clear",
        "tp_is_gc",
        "tp_finalize",
        "tp_del",
        "bf_getbuffer",
    ];
    MAKING.contains(&slot) || matches!(form(slot), Form::Nothing(_))
}

/// The six comparisons, by C's names for them.
pub(crate) const COMPARISONS: [(&str, &str); 6] = [
    ("Py_LT", "__lt__"),
    ("Py_LE", "__le__"),
    ("Py_EQ", "__eq__"),
    ("Py_NE", "__ne__"),
    ("Py_GT", "__gt__"),
    ("Py_GE", "__ge__"),
];

/// The slot that a special method fills, if a table of methods has it under its name.
pub(crate) fn of_name(name: &str) -> Option<&'static str> {
    Some(match name {
        "__repr__" => "tp_repr",
        "__str__" => "tp_str",
        "__hash__" => "tp_hash",
        "__iter__" => "tp_iter",
        "__next__" => "tp_iternext",
        "__len__" => "mp_length",
        "__getitem__" => "mp_subscript",
        "__contains__" => "sq_contains",
        "__bool__" => "nb_bool",
        "__int__" => "nb_int",
        "__float__" => "nb_float",
        "__index__" => "nb_index",
        "__add__" => "nb_add",
        _ => return None,
    })
}

/// Operands as parameters, which C passes by position.
pub(crate) fn operands(special: &Special) -> Arguments {
    let list = special.operands.iter().map(|(name, ty)| Argument::new(name, *ty, Pass::Either)).collect();
    Arguments { list, ..Arguments::default() }
}
