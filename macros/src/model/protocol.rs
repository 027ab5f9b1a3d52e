//! The protocols that special methods are part of. Methods of one protocol are expanded in the same way, for the same
//! trait.

/// What the methods of a protocol have in common.
pub(crate) struct Protocol {
    /// The trait of `__private` that the method's marker implements, and the function in it.
    pub(crate) implements: (&'static str, &'static str),
    /// The constructor of `__private::Slot` that takes the marker.
    pub(crate) constructor: &'static str,
    pub(crate) operands: Operands,
    pub(crate) answer: Answer,
}

/// What the method takes besides the object.
pub(crate) enum Operands {
    /// What the author chooses.
    Chosen,
    /// These, by the names that messages have for them.
    Named(&'static [&'static str]),
    /// The same, but the last can be left out.
    Least(&'static [&'static str]),
    /// These; where one is of another type, the method answers `NotImplemented`.
    Comparable(&'static [&'static str]),
    /// The same, but the last can be left out: the trait is told how many there are.
    ComparableLeast(&'static [&'static str]),
}

/// What the function of the trait returns.
#[derive(Clone, Copy)]
pub(crate) enum Answer {
    Object,
    /// An object, or nothing for `NotImplemented`.
    Comparable,
    /// An object, or nothing at the end.
    Next,
    /// The memory that is lent.
    Memory,
    /// A plain value of this type of Rust.
    Plain(&'static str),
}

impl Protocol {
    /// The fewest and the most operands; `None` where the author chooses.
    pub(crate) fn operands(&self) -> Option<(usize, usize)> {
        match self.operands {
            Operands::Chosen => None,
            Operands::Named(names) | Operands::Comparable(names) => Some((names.len(), names.len())),
            Operands::Least(names) | Operands::ComparableLeast(names) => Some((names.len() - 1, names.len())),
        }
    }

    /// The names that messages have for the operands; `None` where the author chooses them.
    pub(crate) fn names(&self) -> Option<&'static [&'static str]> {
        match self.operands {
            Operands::Chosen => None,
            Operands::Named(names)
            | Operands::Least(names)
            | Operands::Comparable(names)
            | Operands::ComparableLeast(names) => Some(names),
        }
    }

    /// Whether the six comparisons are its methods, which share one slot and one function.
    pub(crate) fn compares(&self) -> bool {
        self.constructor == "compare"
    }
}

const fn protocol(
    implements: (&'static str, &'static str),
    constructor: &'static str,
    operands: Operands,
    answer: Answer,
) -> Protocol {
    Protocol { implements, constructor, operands, answer }
}

use Answer::{Comparable, Next, Object, Plain};
use Operands::{Chosen, ComparableLeast, Named};

const NONE: Operands = Named(&[]);
const OTHER: Operands = Operands::Comparable(&["other"]);

pub(crate) static INIT: Protocol = protocol(("Initializer", "init"), "init", Chosen, Plain("()"));
pub(crate) static CALL: Protocol = protocol(("Call", "call"), "call", Chosen, Object);
pub(crate) static FINALIZE: Protocol = protocol(("Finalize", "finalize"), "finalize", NONE, Plain("()"));

pub(crate) static UNARY: Protocol = protocol(("Unary", "unary"), "unary", NONE, Object);
pub(crate) static NEXT: Protocol = protocol(("Next", "next"), "next", NONE, Next);
pub(crate) static LEN: Protocol = protocol(("Len", "len"), "len", NONE, Plain("usize"));
pub(crate) static HASH: Protocol = protocol(("Hash", "hash"), "hash", NONE, Plain("isize"));
pub(crate) static TRUTH: Protocol = protocol(("Truth", "truth"), "truth", NONE, Plain("bool"));
pub(crate) static COMPARE: Protocol = protocol(("Compare", "compare"), "compare", OTHER, Comparable);

pub(crate) static FORWARD: Protocol = protocol(("Operator", "operate"), "forward", OTHER, Comparable);
pub(crate) static REFLECTED: Protocol = protocol(("Operator", "operate"), "reflected", OTHER, Comparable);
pub(crate) static IN_PLACE: Protocol = protocol(("Operator", "operate"), "in_place", OTHER, Comparable);
pub(crate) static POWER: Protocol =
    protocol(("Power", "power"), "power", ComparableLeast(&["exponent", "modulus"]), Comparable);
pub(crate) static IN_PLACE_POWER: Protocol = protocol(("Operator", "operate"), "in_place_power", OTHER, Comparable);

pub(crate) static GETITEM: Protocol = protocol(("Binary", "binary"), "getitem", Named(&["key"]), Object);
pub(crate) static SETITEM: Protocol = protocol(("Store", "store"), "setitem", Named(&["key", "value"]), Plain("()"));
pub(crate) static DELITEM: Protocol = protocol(("Erase", "erase"), "delitem", Named(&["key"]), Plain("()"));
pub(crate) static CONTAINS: Protocol = protocol(("Contains", "contains"), "contains", Named(&["item"]), Plain("bool"));

pub(crate) static GETATTRIBUTE: Protocol = protocol(("Binary", "binary"), "getattribute", Named(&["name"]), Object);
pub(crate) static GETATTR: Protocol = protocol(("Binary", "binary"), "getattr", Named(&["name"]), Object);
pub(crate) static SETATTR: Protocol = protocol(("Store", "store"), "setattr", Named(&["name", "value"]), Plain("()"));
pub(crate) static DELATTR: Protocol = protocol(("Erase", "erase"), "delattr", Named(&["name"]), Plain("()"));
pub(crate) static GET: Protocol =
    protocol(("DescriptorGet", "get"), "descriptor_get", Named(&["instance", "owner"]), Object);
pub(crate) static SET: Protocol =
    protocol(("Store", "store"), "descriptor_set", Named(&["instance", "value"]), Plain("()"));
pub(crate) static DELETE: Protocol =
    protocol(("Erase", "erase"), "descriptor_delete", Named(&["instance"]), Plain("()"));

pub(crate) static BUFFER: Protocol =
    protocol(("Export", "export"), "buffer", Operands::Least(&["flags"]), Answer::Memory);
pub(crate) static RELEASE_BUFFER: Protocol = protocol(("Finalize", "finalize"), "release_buffer", NONE, Plain("()"));
