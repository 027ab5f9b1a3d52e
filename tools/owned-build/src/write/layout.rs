//! Adopted structs as C would have them, and the comparison with C's own.

use std::fmt::Write as _;

use super::{Compared, line, literal};
use crate::fault::Place;
use crate::read::{Adopted, CType, Kind, Mirror};

/// Words for the comparison. C99 has no `_Static_assert`: GCC and Clang take it all the same, and for others it is an array
/// of a negative length. No macro stands around it, since compilers would show the macro's line, and not that of the field.
const WORDS: &str = "
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* glibc makes a macro of it for C99, which loses the message. */
#undef _Static_assert
#if defined(__GNUC__)
/* Numbers without a point, whatever their size, are of one kind: 1. */
#define OWNED_KIND_(value) (__builtin_classify_type(value) <= 4 ? 1 : __builtin_classify_type(value))
#define OWNED_UNSIGNED_(value, expected) \\
    __builtin_choose_expr(OWNED_KIND_(value) == 1, (__typeof__(value))-1 > (__typeof__(value))0, expected)
#else
#if !defined(__STDC_VERSION__) || __STDC_VERSION__ < 201112L
#define _Static_assert(holds, says) extern char owned_holds_not[(holds) ? 1 : -1]
#endif
#define __extension__
#define OWNED_KIND_(value) 0
#define OWNED_UNSIGNED_(value, expected) (expected)
#endif
#define OWNED_FIELD_(of, field) (((of *)0)->field)
";

pub(super) fn write(c: &mut String, classes: &[Compared<'_>], mirrors: &[Mirror]) {
    c.push_str(WORDS);
    for mirror in mirrors {
        writeln!(c, "\nstruct owned_mirror_{} {{", mirror.name).unwrap();
        for (name, of) in &mirror.fields {
            writeln!(c, "    {};", of.declare(&field(name))).unwrap();
        }
        c.push_str("};\n");
    }
    for compared in classes {
        mirror(c, compared.class);
        compare(c, compared);
    }
}

/// A field's name in a mirror, where macros of the source do not reach it.
fn field(name: &str) -> String {
    format!("owned_{name}")
}

fn mirror(c: &mut String, class: &Adopted) {
    writeln!(c, "\nstruct owned_mirror_of_{} {{\n    PyObject_HEAD", class.object.name()).unwrap();
    for of in &class.fields {
        writeln!(c, "    {};", of.of.declare(&field(&of.name))).unwrap();
    }
    c.push_str("};\n");
}

/// One assertion after the other, each taken to hold where an earlier one does not: what lies behind a field that is
/// wrong is wrong because of that.
struct Chain<'a> {
    c: &'a mut String,
    name: &'a str,
    count: usize,
}

impl Chain<'_> {
    fn assert(&mut self, place: &Place, holds: &str, says: &str) {
        let (name, at) = (self.name, self.count);
        let earlier = if at == 0 { "1".to_owned() } else { format!("owned_so_{name}_{}", at - 1) };
        line(self.c, place);
        let says = literal(&format!("{place}: {says}"));
        writeln!(self.c, "__extension__ _Static_assert(!{earlier} || ({holds}), {says});").unwrap();
        line(self.c, place);
        writeln!(self.c, "enum {{ owned_so_{name}_{at} = {earlier} && ({holds}) }};").unwrap();
        self.count += 1;
    }
}

fn compare(c: &mut String, Compared { class, of, paths }: &Compared<'_>) {
    let rust = &class.rust;
    let own = format!("struct owned_mirror_of_{}", class.object.name());
    let mut chain = Chain { c, name: class.object.name(), count: 0 };
    for (each, c_name) in class.fields.iter().zip(paths) {
        let (name, mirrored) = (&each.name, field(&each.name));
        let what = format!("`{rust}.{name}`");
        let theirs = format!("OWNED_FIELD_({of}, {c_name})");
        let ours = format!("OWNED_FIELD_({own}, {mirrored})");
        let declared = each.of.declare(name);
        chain.assert(
            &each.place,
            &format!("OWNED_KIND_({theirs}) == OWNED_KIND_({ours})"),
            &format!("{what} is `{declared}`, and the field in C is another kind of thing"),
        );
        chain.assert(
            &each.place,
            &format!("sizeof({theirs}) == sizeof({ours})"),
            &format!("{what} is `{declared}`, and the field in C has another size"),
        );
        if let CType::Number(_, kind @ (Kind::Signed | Kind::Unsigned)) = each.of {
            let (holds, other) = match kind {
                Kind::Unsigned => (format!("OWNED_UNSIGNED_({theirs}, 1)"), "signed"),
                _ => (format!("!(OWNED_UNSIGNED_({theirs}, 0))"), "unsigned"),
            };
            chain.assert(&each.place, &holds, &format!("{what} is `{declared}`, and the field in C is {other}"));
        }
        chain.assert(
            &each.place,
            &format!("offsetof({of}, {c_name}) == offsetof({own}, {mirrored})"),
            &format!("{what} lies at another place in the `{of}` of C: a struct lists all fields of C, in their order"),
        );
    }
    chain.assert(
        &class.place,
        &format!("sizeof({of}) == sizeof({own})"),
        &format!("`{rust}` has not the size of the `{of}` of C: a struct lists all fields of C, in their order"),
    );
}
