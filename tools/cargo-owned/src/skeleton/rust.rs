//! Names and types of Rust for those of C and Python.

use crate::c::CType;

/// Words that are no names in Rust.
const KEYWORDS: [&str; 50] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "union", "raw",
];

/// A name as Rust writes it: raw if it is a word of Rust, with a `_` where even that is not allowed.
pub(crate) fn name(name: &str) -> String {
    let mut plain: String =
        name.chars().map(|letter| if letter.is_ascii_alphanumeric() || letter == '_' { letter } else { '_' }).collect();
    if plain.is_empty() || plain.starts_with(|letter: char| letter.is_ascii_digit()) {
        plain.insert(0, '_');
    }
    match plain.as_str() {
        "self" | "Self" | "super" | "crate" | "_" => format!("{plain}_"),
        word if KEYWORDS.contains(&word) => format!("r#{plain}"),
        _ => plain,
    }
}

/// A name as Rust writes those of functions and variables.
pub(crate) fn snake(name: &str) -> String {
    if name.starts_with("__") && name.ends_with("__") {
        return name.into();
    }
    let mut snake = String::new();
    let mut after_small = false;
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && after_small {
            snake.push('_');
        }
        // Of several within a name the compiler wants one.
        if letter == '_' && snake.ends_with('_') && snake.contains(|before| before != '_') {
            continue;
        }
        after_small = letter.is_ascii_lowercase() || letter.is_ascii_digit();
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// Names that a skeleton imports, which no class of it can have.
const IMPORTED: [&str; 40] = [
    "Any",
    "Bool",
    "Borrowed",
    "BorrowedField",
    "Buffer",
    "BufferMut",
    "ByteArray",
    "Bytes",
    "Callable",
    "Complex",
    "Dict",
    "Float",
    "FrozenSet",
    "GcCell",
    "Int",
    "IntoPy",
    "FromPy",
    "Iter",
    "List",
    "MemoryView",
    "NoRefs",
    "Opaque",
    "Option",
    "Owned",
    "OwnedField",
    "PlainField",
    "Py",
    "PyErr",
    "Python",
    "Ref",
    "RefMut",
    "Result",
    "Set",
    "Slice",
    "Str",
    "String",
    "Traverse",
    "Tuple",
    "Type",
    "Weak",
];

/// The name of a class: the last part of Python's, as Rust writes types.
pub(crate) fn class_name(python: &str) -> String {
    let last = python.rsplit('.').next().unwrap_or(python);
    let mut class = String::new();
    if last.chars().any(|letter| letter.is_ascii_uppercase()) && !last.contains('_') {
        class += last;
    } else {
        for part in last.split('_').filter(|part| !part.is_empty()) {
            let mut letters = part.chars();
            class.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            class.extend(letters);
        }
    }
    if IMPORTED.contains(&class.as_str()) {
        class += "Object";
    }
    name(&class)
}

/// The type in `owned::types` for a type of Python, by its name in the contract table or in lower case.
pub(crate) fn object(name: &str) -> &'static str {
    match name {
        "bool" => "Bool",
        "bytearray" => "ByteArray",
        "bytes" => "Bytes",
        "complex" => "Complex",
        "dict" => "Dict",
        "float" => "Float",
        "frozenset" => "FrozenSet",
        "int" => "Int",
        "list" => "List",
        "memoryview" => "MemoryView",
        "set" => "Set",
        "slice" => "Slice",
        "str" => "Str",
        "tuple" => "Tuple",
        "type" => "Type",
        _ => "Any",
    }
}

/// The same for a type object of C: `PyList_Type`.
pub(crate) fn type_object(name: &str) -> Option<&'static str> {
    Some(match name {
        "PyBool_Type" => "Bool",
        "PyByteArray_Type" => "ByteArray",
        "PyBytes_Type" => "Bytes",
        "PyComplex_Type" => "Complex",
        "PyDict_Type" => "Dict",
        "PyFloat_Type" => "Float",
        "PyFrozenSet_Type" => "FrozenSet",
        "PyLong_Type" => "Int",
        "PyList_Type" => "List",
        "PyMemoryView_Type" => "MemoryView",
        "PySet_Type" => "Set",
        "PySlice_Type" => "Slice",
        "PyUnicode_Type" => "Str",
        "PyTuple_Type" => "Tuple",
        "PyType_Type" => "Type",
        _ => return None,
    })
}

/// A plain type of C, if Rust has one that is the same.
pub(crate) fn plain(ty: &CType) -> Option<&'static str> {
    if ty.pointers > 0 || ty.arrays > 0 || ty.to_function {
        return None;
    }
    let mut words: Vec<&str> = ty.base.split_whitespace().collect();
    words.sort_unstable();
    Some(match words.join(" ").as_str() {
        "Py_ssize_t" | "Py_hash_t" | "ssize_t" | "ptrdiff_t" | "intptr_t" => "isize",
        "size_t" | "uintptr_t" | "Py_uhash_t" => "usize",
        "int" | "signed" | "int signed" => "core::ffi::c_int",
        "unsigned" | "int unsigned" => "core::ffi::c_uint",
        "long" | "int long" | "long signed" | "int long signed" => "core::ffi::c_long",
        "long unsigned" | "int long unsigned" => "core::ffi::c_ulong",
        "long long" | "int long long" | "long long signed" | "int long long signed" => "core::ffi::c_longlong",
        "long long unsigned" | "int long long unsigned" => "core::ffi::c_ulonglong",
        "short" | "int short" | "short signed" | "int short signed" => "core::ffi::c_short",
        "short unsigned" | "int short unsigned" => "core::ffi::c_ushort",
        "char" => "core::ffi::c_char",
        "char signed" => "i8",
        "char unsigned" => "u8",
        "double" => "f64",
        "float" => "f32",
        "_Bool" | "bool" => "bool",
        "int8_t" => "i8",
        "int16_t" => "i16",
        "int32_t" => "i32",
        "int64_t" | "PyTime_t" => "i64",
        "uint8_t" | "Py_UCS1" => "u8",
        "uint16_t" | "Py_UCS2" => "u16",
        "uint32_t" | "Py_UCS4" => "u32",
        "uint64_t" => "u64",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_the_compiler_wants() {
        let named = [
            ("newSize", "new_size"),
            ("HTTPServer", "httpserver"),
            ("_cffi_to_c__bool", "_cffi_to_c_bool"),
            ("__sizeof__", "__sizeof__"),
            ("x2Y", "x2_y"),
        ];
        for (c, rust) in named {
            assert_eq!(snake(c), rust);
        }
    }

    #[test]
    fn words_of_rust_are_raw_and_what_cannot_be_is_changed() {
        let named = [
            ("type", "r#type"),
            ("self", "self_"),
            ("crate", "crate_"),
            ("3d", "_3d"),
            ("a-b", "a_b"),
            ("text", "text"),
        ];
        for (c, rust) in named {
            assert_eq!(name(c), rust);
        }
    }

    #[test]
    fn classes_have_names_of_types_and_none_of_those_that_are_imported() {
        let named =
            [("_lru.LRU", "LRU"), ("map_array_node", "MapArrayNode"), ("m.keys", "Keys"), ("a.List", "ListObject")];
        for (c, rust) in named {
            assert_eq!(class_name(c), rust);
        }
    }
}
