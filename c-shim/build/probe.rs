//! Asks the C compiler for sizes, offsets and values, without running anything: the numbers are
//! a constant array between two marks in the object file.

use std::{env, fmt::Write as _, fs, path::Path};

use crate::{
    python::Python,
    table::{Struct, Table},
};

/// Both marks are 16 bytes; the count follows from the distance between them.
const START: &[u8; 16] = b"owned<layout-01>";
const END: &[u8; 16] = b"owned</layout01>";

/// The numbers of a table, in its order.
pub(crate) struct Numbers {
    pub(crate) structs: Vec<Measured>,
    pub(crate) constants: Vec<u64>,
}

/// One struct as the C compiler lays it out; `fields` are the public ones, as (offset, size).
pub(crate) struct Measured {
    pub(crate) size: u64,
    pub(crate) align: u64,
    pub(crate) fields: Vec<(u64, u64)>,
}

/// A compiler for C that sees the configured interpreter's headers, with warnings as errors.
pub(crate) fn compiler(python: &Python, root: &Path) -> cc::Build {
    let mut build = cc::Build::new();
    // The limited API is not asked of C: its structs are the same, and the rows are fewer.
    build.std("c11").warnings(true).extra_warnings(true).warnings_into_errors(true);
    build.include(root.join("include"));
    if build.get_compiler().is_like_msvc() {
        build.include(&python.include);
    } else {
        // Debian's debug headers are links to the release ones, but for pyconfig.h. GCC would follow
        // the links and then find the release pyconfig.h beside the target.
        build.flag_if_supported("-fno-canonical-system-headers");
        // As system headers, so that our warnings are about our code only.
        build.flag("-isystem").flag(&python.include);
        build.flag("-Wmissing-field-initializers").flag("-Wno-missing-braces");
        build.flag("-Wno-deprecated-declarations");
    }
    build
}

/// Compiles the probe and reads its numbers back.
pub(crate) fn measure(table: &Table, python: &Python, root: &Path, out: &Path) -> Result<Numbers, String> {
    let source = out.join("layout_probe.c");
    fs::write(&source, source_text(table, python)).map_err(|e| e.to_string())?;
    let mut build = compiler(python, root);
    // Link-time optimisation would leave no bytes in the object file.
    build.flag_if_supported("-fno-lto").debug(false).file(&source);
    let objects = build.try_compile_intermediates().map_err(|e| {
        format!(
            "the headers of Python {} disagree with layout/*.layout. The compiler's message above \
             names the struct and the field: `no member named` is a field that only Rust has, \
             `missing initializer` one that only C has.\n{e}",
            python.name()
        )
    })?;
    let [object] = objects.as_slice() else {
        return Err(format!("one probe gave {} object files", objects.len()));
    };
    let bytes = fs::read(object).map_err(|e| e.to_string())?;
    let mut numbers = parse(&bytes)?.into_iter();
    let mut next = || numbers.next().ok_or("the probe holds too few numbers");

    let mut structs = Vec::new();
    for item in &table.structs {
        let (size, align) = (next()?, next()?);
        let fields = item.public().map(|_| Ok((next()?, next()?))).collect::<Result<_, &'static str>>()?;
        structs.push(Measured { size, align, fields });
    }
    let constants = table.constants.iter().map(|_| next()).collect::<Result<_, _>>()?;
    if numbers.next().is_some() {
        return Err("the probe holds too many numbers".to_owned());
    }
    Ok(Numbers { structs, constants })
}

fn source_text(table: &Table, python: &Python) -> String {
    let mut c = String::from("#include \"owned/layout.h\"\n#include \"owned/headers.h\"\n");
    for header in &table.includes {
        writeln!(c, "#include <{header}>").unwrap();
    }
    // The directory may hold another build's headers than the configured interpreter's.
    let (debug, threads) = (u8::from(python.debug), u8::from(python.free_threaded));
    write!(
        c,
        "#if defined(Py_DEBUG) != {debug} || defined(Py_GIL_DISABLED) != {threads}\n\
         #error \"these headers belong to another build of Python than the configured one\"\n\
         #endif\n"
    )
    .unwrap();
    for (index, item) in table.structs.iter().enumerate() {
        rebuild(&mut c, index, item);
    }
    let count: usize = table.structs.iter().map(|s| 2 + 2 * s.public().count()).sum::<usize>() + table.constants.len();
    writeln!(
        c,
        "\nstruct owned_layout_numbers {{\n    char start[16];\n    uint64_t numbers[{count}];\n    char end[16];\n}};\n\
         extern const struct owned_layout_numbers owned_layout_numbers;\n\
         const struct owned_layout_numbers owned_layout_numbers = {{\n    {{ {} }},\n    {{",
        mark(START),
    )
    .unwrap();
    for item in &table.structs {
        writeln!(c, "        sizeof({0}), OWNED_ALIGNOF({0}),", item.c).unwrap();
        for field in item.public() {
            let (s, f) = (&item.c, &field.c);
            writeln!(c, "        offsetof({s}, {f}), OWNED_SIZEOF_FIELD({s}, {f}),").unwrap();
        }
    }
    for constant in &table.constants {
        let through = if constant.pointer { "(uintptr_t)" } else { "" };
        writeln!(c, "        (uint64_t){through}({}),", constant.c).unwrap();
    }
    writeln!(c, "    }},\n    {{ {} }},\n}};", mark(END)).unwrap();
    c
}

/// Copies a struct field by field, in order. C has no other way to ask whether a field was left
/// out: one too few is a missing initialiser, by name, one too many an excess element.
fn rebuild(c: &mut String, index: usize, item: &Struct) {
    if item.opaque {
        return;
    }
    let values: Vec<_> =
        item.fields.iter().map(|f| if f.array { "{0}".to_owned() } else { format!("from->{}", f.c) }).collect();
    writeln!(
        c,
        "{0} owned_rebuild_{index}(const {0} *from);\n\
         {0} owned_rebuild_{index}(const {0} *from) {{\n    \
         (void)from;\n    {0} copy = {{ {1} }};\n    return copy;\n}}",
        item.c,
        values.join(", "),
    )
    .unwrap();
}

fn mark(bytes: &[u8]) -> String {
    bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(", ")
}

/// The numbers between the marks, which must be there exactly once, in the target's byte order.
fn parse(object: &[u8]) -> Result<Vec<u64>, String> {
    let position = |mark: &[u8; 16]| {
        let mut found = object.windows(16).enumerate().filter(|(_, w)| *w == mark);
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Ok(at),
            _ => Err("the probe's object file does not hold its numbers once".to_owned()),
        }
    };
    let body = object.get(position(START)? + 16..position(END)?).unwrap_or_default();
    let (numbers, rest) = body.as_chunks::<8>();
    if !rest.is_empty() {
        return Err("the probe's numbers are cut short".to_owned());
    }
    let big = env::var("CARGO_CFG_TARGET_ENDIAN").is_ok_and(|endian| endian == "big");
    let read = if big { u64::from_be_bytes } else { u64::from_le_bytes };
    Ok(numbers.iter().map(|bytes| read(*bytes)).collect())
}
