//! The names of the data model: those that need no slot, those that a class of Rust cannot have, and the nearest to
//! one that is none.

use super::SLOTS;

/// Names of the same form that Python looks up like any other method: no slot is needed.
pub(crate) static ORDINARY: &[&str] = &[
    "__aenter__",
    "__aexit__",
    "__array__",
    "__bytes__",
    "__ceil__",
    "__complex__",
    "__copy__",
    "__deepcopy__",
    "__dir__",
    "__dlpack__",
    "__dlpack_device__",
    "__enter__",
    "__exit__",
    "__floor__",
    "__format__",
    "__fspath__",
    "__getnewargs__",
    "__getnewargs_ex__",
    "__getstate__",
    "__instancecheck__",
    "__length_hint__",
    "__missing__",
    "__mro_entries__",
    "__reduce__",
    "__reduce_ex__",
    "__replace__",
    "__reversed__",
    "__round__",
    "__set_name__",
    "__setstate__",
    "__sizeof__",
    "__subclasscheck__",
    "__trunc__",
];

/// Those that are methods of the class without being marked so.
pub(crate) static OF_THE_CLASS: &[&str] = &["__class_getitem__", "__init_subclass__"];

/// Those that Python asks of a metaclass, with what it asks them for.
pub(crate) static OF_A_METACLASS: &[(&str, &str)] =
    &[("__prepare__", "the namespace of a `class` statement"), ("__subclasshook__", "classes of `abc.ABCMeta`")];

/// What Python 2 had, by another name now.
static RENAMED: &[(&str, &str)] = &[
    ("__cmp__", "__lt__"),
    ("__coerce__", "__add__"),
    ("__div__", "__truediv__"),
    ("__idiv__", "__itruediv__"),
    ("__long__", "__int__"),
    ("__nonzero__", "__bool__"),
    ("__rdiv__", "__rtruediv__"),
    ("__unicode__", "__str__"),
];

/// Whether the name has the form of a special method.
pub(crate) fn is_dunder(name: &str) -> bool {
    name.len() > 4 && name.starts_with("__") && name.ends_with("__")
}

/// The special method that this one is called now, or that is spelt most like it.
pub(crate) fn nearest(name: &str) -> &'static str {
    for (before, now) in RENAMED {
        if *before == name {
            return now;
        }
    }
    let (mut nearest, mut least) = ("", usize::MAX);
    let mut look_at = |known: &'static str| {
        let distance = distance(name, known);
        if distance < least {
            (nearest, least) = (known, distance);
        }
    };
    for slot in SLOTS {
        look_at(slot.name);
    }
    for known in ORDINARY {
        look_at(known);
    }
    for known in OF_THE_CLASS {
        look_at(known);
    }
    nearest
}

/// How many letters have to be put in, taken out or replaced.
fn distance(from: &str, to: &str) -> usize {
    // The names are of ASCII letters, so bytes do.
    let to = to.as_bytes();
    let mut row = Vec::new();
    for column in 0..to.len() + 1 {
        row.push(column);
    }
    for (line, letter) in from.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        for column in 0..to.len() {
            let replaced = diagonal + usize::from(letter != to[column]);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}
