//! The C that is written around a source, compiled by each compiler at hand, for structs that match and that do not.

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use common::{GAUGE_AND_BAG, TRACK, fixtures, folder, put, python, says};
use owned_build::{Error, Extension};

fn write(folder: &Path, module: &str, source: &Path, rust: &str) -> Result<PathBuf, Error> {
    put(&folder.join("src/adopted.rs"), rust);
    let written = folder.join(format!("owned_{module}.c"));
    Extension::new(module).source(source).rust(folder.join("src/adopted.rs")).write(&written)?;
    Ok(written)
}

/// GCC, and Clang where it is there.
fn compilers() -> Vec<&'static str> {
    let there = |name: &&str| Command::new(name).arg("--version").output().is_ok_and(|done| done.status.success());
    let found: Vec<_> = ["cc", "gcc", "clang"].into_iter().filter(there).collect();
    assert!(!found.is_empty(), "there is a compiler for C");
    found
}

/// Compiles as C99 with all warnings that do not concern the source's own code; errors are what is said.
fn compile(compiler: &str, standard: &str, source: &Path) -> Result<(), String> {
    let include = says(&python(), Path::new("."), "import sysconfig; print(sysconfig.get_path('include'))");
    let folder = source.parent().expect("a folder");
    let done = Command::new(compiler)
        .args([standard, "-Wall", "-Wextra", "-Werror", "-Wno-missing-field-initializers", "-Wno-cast-function-type"])
        .args(["-Wno-unused-parameter", "-fPIC", "-c", "-isystem", &include, "-o"])
        .arg(folder.join("written.o"))
        .arg(source)
        .env("LC_ALL", "C")
        .output()
        .expect("the compiler starts");
    if done.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&done.stderr).into_owned()) }
}

#[test]
fn structs_that_match_compile_and_the_source_is_as_it_was() {
    for (module, rust) in [("single", TRACK), ("multi", GAUGE_AND_BAG)] {
        let folder = folder(&format!("match-{module}"));
        let source = fixtures().join(format!("{module}.c"));
        let before = fs::read(&source).expect("the fixture");
        let written = write(&folder, module, &source, rust).unwrap_or_else(|error| panic!("{error}"));
        for compiler in compilers() {
            for standard in ["-std=c99", "-std=gnu17"] {
                compile(compiler, standard, &written).unwrap_or_else(|said| panic!("{compiler} {standard}: {said}"));
            }
        }
        assert_eq!(fs::read(&source).expect("the fixture"), before);
        let text = fs::read_to_string(&written).expect("what was written");
        assert!(!text.contains(env!("CARGO_MANIFEST_DIR")), "the source is named from where the file lies");
    }
}

/// One edit of the Rust struct, and what is then said of which field by the compiler.
#[test]
fn a_struct_that_does_not_match_is_named_by_file_and_field() {
    for (at, (module, rust, from, to, says)) in [
        (
            "single",
            TRACK,
            "kind: PlainField<c_int>",
            "kind: PlainField<c_short>",
            "`Track.kind` is `short kind`, and the field in C has another size",
        ),
        (
            "single",
            TRACK,
            "gain: PlainField<f64>",
            "gain: PlainField<isize>",
            "`Track.gain` is `ptrdiff_t gain`, and the field in C is another kind of thing",
        ),
        (
            "single",
            TRACK,
            "length: PlainField<isize>",
            "length: OwnedField<Any>",
            "`Track.length` is `PyObject *length`, and the field in C is another kind",
        ),
        (
            "single",
            TRACK,
            "callback: OwnedField<Any>",
            "callback: PlainField<isize>",
            "`Track.callback` is `ptrdiff_t callback`, and the field in C is another kind",
        ),
        (
            "single",
            TRACK,
            "length: PlainField<isize>",
            "length: PlainField<usize>",
            "`Track.length` is `size_t length`, and the field in C is signed",
        ),
        (
            "single",
            TRACK,
            "flags: PlainField<u8>",
            "flags: PlainField<i8>",
            "`Track.flags` is `int8_t flags`, and the field in C is unsigned",
        ),
        (
            "single",
            TRACK,
            "marks: PlainField<[c_long; 3]>",
            "marks: PlainField<[c_long; 2]>",
            "`Track.marks` is `long marks[2]`, and the field in C has another size",
        ),
        (
            "multi",
            GAUGE_AND_BAG,
            "seen: PlainField<i64>",
            "seen: PlainField<i32>",
            "`Bag.seen` is `int32_t seen`, and the field in C has another size",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let folder = folder(&format!("differs-{at}"));
        let changed = rust.replacen(from, to, 1);
        let line = changed.lines().position(|line| line.contains(to)).expect("the edit") + 1;
        let written = write(&folder, module, &fixtures().join(format!("{module}.c")), &changed);
        let written = written.unwrap_or_else(|error| panic!("{error}"));
        for compiler in compilers() {
            let said = compile(compiler, "-std=c99", &written).expect_err(to);
            assert!(said.contains(says), "{compiler}: {to}\n{said}");
            assert!(said.contains(&format!("adopted.rs:{line}:")), "{compiler}: {to}\n{said}");
            assert_eq!(said.matches(" error: ").count(), 1, "one mistake, one message: {compiler}: {said}");
        }
    }
}

/// What lies behind a field of the wrong alignment, and a struct that is too short.
#[test]
fn places_and_sizes_are_compared() {
    let folder = folder("places");
    let source = folder.join("odd.c");
    let code = "#include <Python.h>\ntypedef struct { PyObject_HEAD char first; double second __attribute__((packed)); } Odd;\n\
                static PyTypeObject OddType = { PyVarObject_HEAD_INIT(NULL, 0) .tp_name = \"odd.Odd\" };\n\
                PyMODINIT_FUNC PyInit_odd(void) { (void)OddType; return NULL; }\n";
    put(&source, code);
    let rust = "#[class(unsafe(adopt(Odd, type = OddType)))]\nstruct Odd {\n first: PlainField<c_char>,\n second: PlainField<f64>,\n}\n";
    let written = write(&folder, "odd", &source, rust).unwrap_or_else(|error| panic!("{error}"));
    for compiler in compilers() {
        let said = compile(compiler, "-std=c99", &written).expect_err("packed");
        assert!(
            said.contains("adopted.rs:4: `Odd.second` lies at another place in the `Odd` of C"),
            "{compiler}: {said}"
        );
    }
    let aligned = code.replace(" __attribute__((packed))", "").replace("} Odd;", "} __attribute__((aligned(64))) Odd;");
    put(&source, &aligned);
    for compiler in compilers() {
        let said = compile(compiler, "-std=c99", &written).expect_err("aligned");
        assert!(said.contains("adopted.rs:2: `Odd` has not the size of the `Odd` of C"), "{compiler}: {said}");
    }
    put(&source, &code.replace(" __attribute__((packed))", ""));
    for compiler in compilers() {
        compile(compiler, "-std=c99", &written).unwrap_or_else(|said| panic!("{compiler}: {said}"));
    }
}

/// Kinds of fields that C has more than one word for.
#[test]
fn what_is_the_same_by_another_name_is_the_same() {
    let folder = folder("names");
    let source = folder.join("names.c");
    let code = "#include <Python.h>\n#include <stdbool.h>\nenum mood { GOOD, BAD };\ntypedef int (*call)(void *);\n\
                struct point { double x, y; };\n\
                struct many { PyObject_VAR_HEAD enum mood mood; bool yes; char letter; call done; struct point at[2]; ssize_t n;\n\
                unsigned long long big; PyListObject *list; void *raw; unsigned char *bytes; Py_hash_t hash; };\n\
                PyTypeObject ManyType = { PyVarObject_HEAD_INIT(NULL, 0) .tp_name = \"names.Many\" };\n\
                PyMODINIT_FUNC PyInit_names(void) { return NULL; }\n";
    put(&source, code);
    let rust = "#[repr(C)] struct Point { x: f64, y: f64 }\n#[class(unsafe(adopt(many, type = ManyType)))]\nstruct Many {\n\
                ob_size: PlainField<isize>, mood: PlainField<c_uint>, yes: PlainField<bool>, letter: PlainField<c_char>,\n\
                done: PlainField<Option<extern \"C\" fn(*mut c_void) -> c_int>>, at: PlainField<[Point; 2]>, n: PlainField<isize>,\n\
                big: PlainField<u64>, list: OwnedField<List>, raw: PlainField<*mut u8>, bytes: PlainField<*mut u8>,\n\
                hash: PlainField<isize> }\n";
    let written = write(&folder, "names", &source, rust).unwrap_or_else(|error| panic!("{error}"));
    for compiler in compilers() {
        for standard in ["-std=c99", "-std=c11"] {
            compile(compiler, standard, &written).unwrap_or_else(|said| panic!("{compiler} {standard}: {said}"));
        }
    }
}

#[test]
fn what_is_written_changes_only_with_what_it_says() {
    let folder = folder("unchanged");
    let written = write(&folder, "single", &fixtures().join("single.c"), TRACK).expect("it is right");
    let time = fs::metadata(&written).and_then(|data| data.modified()).expect("a time");
    std::thread::sleep(std::time::Duration::from_millis(20));
    write(&folder, "single", &fixtures().join("single.c"), TRACK).expect("it is right");
    assert_eq!(fs::metadata(&written).and_then(|data| data.modified()).expect("a time"), time);
}

/// As a compiler of C99 sees it that is neither GCC nor Clang: the place is there, and the text of the message is not.
#[test]
fn a_compiler_without_assertions_refuses_all_the_same() {
    let folder = folder("c99");
    let source = folder.join("old.c");
    let code = "#include <Python.h>\n#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n\
                typedef struct { PyObject_HEAD int a; double b; } Old;\n\
                PyTypeObject OldType = { PyVarObject_HEAD_INIT(NULL, 0) .tp_name = \"old.Old\" };\n\
                PyMODINIT_FUNC PyInit_old(void) { return NULL; }\n#undef __GNUC__\n#undef _Static_assert\n";
    put(&source, code);
    let rust =
        "#[class(unsafe(adopt(Old, type = OldType)))]\nstruct Old {\n a: PlainField<c_int>,\n b: PlainField<f64>,\n}\n";
    let written = write(&folder, "old", &source, rust).unwrap_or_else(|error| panic!("{error}"));
    compile("cc", "-std=c99", &written).unwrap_or_else(|said| panic!("{said}"));
    let written =
        write(&folder, "old", &source, &rust.replace("c_int", "c_short")).unwrap_or_else(|error| panic!("{error}"));
    let said = compile("cc", "-std=c99", &written).expect_err("another size");
    assert!(said.contains("adopted.rs:3:") && said.contains("owned_holds_not"), "{said}");
}
