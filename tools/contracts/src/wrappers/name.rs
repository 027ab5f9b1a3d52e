//! From C names to Rust names.

/// `PyUnicode_AsUTF8AndSize` to `unicode_as_utf8_and_size`; `PyList_SET_ITEM`, which checks nothing, to
/// `list_set_item_unchecked`.
pub fn wrapper_name(c: &str) -> String {
    let shouted = c.split_once('_').is_some_and(|(_, last)| last.contains('_') && last.to_uppercase() == last);
    let mut name = words(c);
    if shouted {
        name += "_unchecked";
    }
    name
}

fn words(c: &str) -> String {
    let bare = c.trim_start_matches('_');
    let bare = bare.strip_prefix("Py_").or_else(|| bare.strip_prefix("Py")).unwrap_or(bare);
    let letters: Vec<char> = bare.chars().collect();
    let mut name = String::new();
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1);
        // A new word begins after a small letter, and at the last capital before a small letter.
        let begins = letter.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || (before.is_uppercase() || before.is_ascii_digit())
                        && after.is_some_and(|after| after.is_lowercase())
            });
        if begins && !name.ends_with('_') {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    #[test]
    fn names() {
        let pairs = [
            ("PyList_GetItemRef", "list_get_item_ref"),
            ("PyUnicode_AsUTF8AndSize", "unicode_as_utf8_and_size"),
            ("PyLong_FromLongLong", "long_from_long_long"),
            ("PyByteArray_Size", "byte_array_size"),
            ("PyCFunction_NewEx", "c_function_new_ex"),
            ("Py_EnterRecursiveCall", "enter_recursive_call"),
            ("_PyTuple_Resize", "tuple_resize"),
            ("PyObject_GC_UnTrack", "object_gc_un_track"),
            ("PyUnicode_DecodeUTF16Stateful", "unicode_decode_utf16_stateful"),
            ("PyList_GET_SIZE", "list_get_size_unchecked"),
            ("PyList_SetItem", "list_set_item"),
        ];
        for (c, rust) in pairs {
            assert_eq!(super::wrapper_name(c), rust);
        }
    }
}
