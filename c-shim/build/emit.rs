//! Writes the two sets of assertions: Rust's beliefs against C's numbers, and the same numbers
//! against whichever headers a C file is compiled with.

use std::fmt::Write as _;

use crate::{
    probe::{Measured, Numbers},
    python::Python,
    table::{Constant, Struct, Table},
};

/// `layout.rs`, which the crate includes in a module with `believed` and `size_of_field` in scope.
pub(crate) fn rust(table: &Table, numbers: &Numbers, python: &Python) -> String {
    let mut out = Assertions { text: String::new(), source: format!("Python.h of {}", python.name()) };
    for (item, c) in table.structs.iter().zip(&numbers.structs) {
        out.structure(item, c);
    }
    for (constant, value) in table.constants.iter().zip(&numbers.constants) {
        out.constant(constant, *value);
    }
    writeln!(
        out.text,
        "/// What this build compared.\n\
         pub const COMPARED: Compared = Compared {{ \
         python: {:?}, structs: {}, fields: {}, constants: {} }};",
        python.name(),
        table.structs.len(),
        table.structs.iter().map(|s| s.public().count()).sum::<usize>(),
        table.constants.len(),
    )
    .unwrap();
    out.text
}

struct Assertions {
    text: String,
    /// Whose numbers these are, for messages.
    source: String,
}

impl Assertions {
    fn structure(&mut self, item: &Struct, c: &Measured) {
        let s = &item.rust;
        let size = format!("size_of::<believed::{s}>()");
        self.check(s, "size", &size, c.size, false);
        let align = format!("align_of::<believed::{s}>()");
        self.check(s, "alignment", &align, c.align, false);
        for (field, (offset, size)) in item.public().zip(&c.fields) {
            let f = &field.rust;
            let name = format!("{s}.{f}");
            let belief = format!("offset_of!(believed::{s}, {f})");
            self.check(&name, "offset", &belief, *offset, false);
            let belief = format!("size_of_field(|s: &believed::{s}| &s.{f})");
            self.check(&name, "size", &belief, *size, field.wrong);
        }
        // Without `..` a field that Rust has and the table lacks does not compile (E0027).
        if !item.opaque {
            let names: String = item.public().map(|f| format!("{}: _, ", f.rust)).collect();
            let all_public = item.fields.iter().all(|f| !f.private);
            let rest = if all_public { "" } else { ".." };
            writeln!(self.text, "const _: fn(&believed::{s}) = |s| {{ let believed::{s} {{ {names}{rest} }} = s; }};")
                .unwrap();
        }
    }

    fn constant(&mut self, constant: &Constant, value: u64) {
        let name = &constant.rust;
        let belief = if constant.pointer {
            format!("address(believed::{name}) as u64")
        } else {
            format!("believed::{name} as u64")
        };
        self.check(name, "value", &belief, value, constant.wrong);
    }

    fn check(&mut self, name: &str, what: &str, belief: &str, value: u64, wrong: bool) {
        let source = &self.source;
        let (operator, message) = if wrong {
            let mended = "Rust agrees by now, so its row should not say `wrong`";
            ("!=", format!("{name}: {what} {value} in {source}; {mended}"))
        } else {
            ("==", format!("{name}: {what} {value} in {source}, but not in Rust"))
        };
        writeln!(self.text, "const _: () = assert!({belief} {operator} {value}, {message:?});").unwrap();
    }
}

/// `owned/layout_numbers.h`: a C file that includes it is laid out as the Rust side believes, or
/// does not compile.
pub(crate) fn header(table: &Table, numbers: &Numbers, python: &Python) -> String {
    let mut out = format!(
        "/* Generated: the layout that the Rust side was checked against, Python {}. */\n\
         #ifndef OWNED_LAYOUT_NUMBERS_H\n#define OWNED_LAYOUT_NUMBERS_H\n\
         #include \"owned/layout.h\"\n#include \"owned/headers.h\"\n",
        python.name()
    );
    for header in &table.includes {
        writeln!(out, "#include <{header}>").unwrap();
    }
    for (item, c) in table.structs.iter().zip(&numbers.structs) {
        writeln!(out, "OWNED_SAME_SIZE({}, {}, {});", item.c, c.size, c.align).unwrap();
        for (field, (offset, size)) in item.public().zip(&c.fields) {
            let (s, f) = (&item.c, &field.c);
            writeln!(out, "OWNED_SAME_FIELD({s}, {f}, {offset}, {size});").unwrap();
        }
    }
    for (constant, value) in table.constants.iter().zip(&numbers.constants) {
        // A pointer is no constant expression in C; the Rust side has compared its bits.
        if !constant.pointer {
            writeln!(out, "OWNED_SAME_VALUE({}, {value}ULL);", constant.c).unwrap();
        }
    }
    out.push_str("#endif\n");
    out
}
