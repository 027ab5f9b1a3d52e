//! The special methods that the library has a slot for.

/// One special method.
#[derive(PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) name: &'static str,
    pub(crate) kind: SlotKind,
    /// What a message shows.
    pub(crate) form: &'static str,
}

/// The shape of a special method; a text is the constructor of `__private::Slot`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum SlotKind {
    Init,
    Call,
    /// The object alone gives an object.
    Unary(&'static str),
    Next,
    Len,
    Hash,
    Truth,
    /// The variant of `CompareOp`; the six share one slot.
    Compare(&'static str),
    /// The object and an operand, which messages call by the second name, give an object.
    Binary(&'static str, &'static str),
    Contains,
}

impl Slot {
    pub(crate) fn named(name: &str) -> Option<&'static Slot> {
        SLOTS.iter().find(|slot| slot.name == name)
    }

    /// Whether the author chooses the parameters.
    pub(crate) fn takes_arguments(&self) -> bool {
        matches!(self.kind, SlotKind::Init | SlotKind::Call)
    }

    /// How many operands there are besides the object.
    pub(crate) fn operands(&self) -> usize {
        match self.kind {
            SlotKind::Compare(_) | SlotKind::Binary(..) | SlotKind::Contains => 1,
            _ => 0,
        }
    }
}

const fn slot(name: &'static str, kind: SlotKind, form: &'static str) -> Slot {
    Slot { name, kind, form }
}

#[rustfmt::skip]
pub(crate) static SLOTS: &[Slot] = &[
    slot("__init__", SlotKind::Init, "fn __init__(&mut self, …)"),
    slot("__repr__", SlotKind::Unary("repr"), "fn __repr__(&self) -> String"),
    slot("__str__", SlotKind::Unary("str"), "fn __str__(&self) -> String"),
    slot("__len__", SlotKind::Len, "fn __len__(&self) -> usize"),
    slot("__hash__", SlotKind::Hash, "fn __hash__(&self) -> isize"),
    slot("__bool__", SlotKind::Truth, "fn __bool__(&self) -> bool"),
    slot("__iter__", SlotKind::Unary("iter"), "fn __iter__(slf: Borrowed<'_, '_, Self>) -> …"),
    slot("__next__", SlotKind::Next, "fn __next__(&mut self) -> Option<…>"),
    slot("__call__", SlotKind::Call, "fn __call__(&self, …) -> …"),
    slot("__eq__", SlotKind::Compare("Eq"), "fn __eq__(&self, other: …) -> bool"),
    slot("__ne__", SlotKind::Compare("Ne"), "fn __ne__(&self, other: …) -> bool"),
    slot("__lt__", SlotKind::Compare("Lt"), "fn __lt__(&self, other: …) -> bool"),
    slot("__le__", SlotKind::Compare("Le"), "fn __le__(&self, other: …) -> bool"),
    slot("__gt__", SlotKind::Compare("Gt"), "fn __gt__(&self, other: …) -> bool"),
    slot("__ge__", SlotKind::Compare("Ge"), "fn __ge__(&self, other: …) -> bool"),
    slot("__getitem__", SlotKind::Binary("getitem", "key"), "fn __getitem__(&self, key: …) -> …"),
    slot("__contains__", SlotKind::Contains, "fn __contains__(&self, item: …) -> bool"),
    slot("__getattr__", SlotKind::Binary("getattr", "name"), "fn __getattr__(&self, name: &str) -> …"),
];

/// Names of the same form that Python looks up like any other method: no slot is needed.
pub(crate) static ORDINARY: &[&str] = &[
    "__bytes__",
    "__ceil__",
    "__complex__",
    "__copy__",
    "__deepcopy__",
    "__dir__",
    "__enter__",
    "__exit__",
    "__floor__",
    "__format__",
    "__fspath__",
    "__getnewargs__",
    "__getstate__",
    "__length_hint__",
    "__reduce__",
    "__reduce_ex__",
    "__reversed__",
    "__round__",
    "__setstate__",
    "__sizeof__",
    "__trunc__",
];

/// Whether the name has the form of a special method.
pub(crate) fn is_dunder(name: &str) -> bool {
    name.len() > 4 && name.starts_with("__") && name.ends_with("__")
}
