//! `owned.h`: what it does on every way out of a block, in C and C++, and what it does not let through.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const SCRIPT: &str = "\
import sysconfig
print(sysconfig.get_paths()['include'])
print(sysconfig.get_config_var('EXT_SUFFIX'))";

/// The interpreter, where its headers are, and how its modules are called.
fn python() -> (PathBuf, String, String) {
    let python = env::var_os("PYO3_PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from);
    let done = Command::new(&python).args(["-c", SCRIPT]).output().expect("there is a Python");
    let said = String::from_utf8(done.stdout).expect("text");
    let mut lines = said.lines().map(str::to_owned);
    let mut next = || lines.next().expect("Python describes itself");
    (python, next(), next())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("owned_h").join(name);
    fs::create_dir_all(&folder).expect("a folder for what is built");
    folder
}

/// The compilers at hand for a language, with what they are told about it.
fn compilers(cpp: bool) -> Vec<(String, Vec<&'static str>)> {
    let names = if cpp { ["c++", "clang++"] } else { ["cc", "clang"] };
    let standards: &[&str] = if cpp { &["-std=c++11", "-std=c++17"] } else { &["-std=c99", "-std=gnu17"] };
    let language = if cpp { "c++" } else { "c" };
    let is_there = |name: &&&str| Command::new(name).arg("--version").output().is_ok();
    let mut all = Vec::new();
    for name in names.iter().filter(is_there) {
        all.extend(standards.iter().map(|standard| (name.to_string(), vec!["-x", language, standard])));
    }
    assert!(cpp || !all.is_empty(), "there is a compiler for C");
    if all.is_empty() {
        println!("no compiler for C++ was found: nothing is said of it");
    }
    all
}

fn compile(compiler: &(String, Vec<&str>), include: &str, more: &[&str], source: &Path) -> Result<(), String> {
    let mut command = Command::new(&compiler.0);
    command.args(&compiler.1).args(["-Wall", "-Wextra", "-Werror", "-I"]).arg(root().join("include"));
    command.args(["-I", include]).args(more).arg(source);
    let done = command.output().expect("the compiler starts");
    if done.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&done.stderr).into_owned()) }
}

fn runs(cpp: bool) {
    let (python, include, suffix) = python();
    let name = if cpp { "ways_cpp" } else { "ways_c" };
    for (at, compiler) in compilers(cpp).iter().enumerate() {
        for optimized in ["-O0", "-O2"] {
            let folder = folder(&format!("{name}{at}{optimized}"));
            let module = folder.join(format!("{name}{suffix}"));
            let output = module.to_string_lossy();
            let more = ["-g", optimized, "-shared", "-fPIC", "-o", &output];
            compile(compiler, &include, &more, &root().join("tests/owned_h/ways.c")).expect("it compiles");
            let mut command = Command::new(&python);
            command.arg(root().join("tests/owned_h/driver.py")).arg(name).env("PYTHONPATH", &folder);
            let done = command.output().expect("Python starts");
            assert!(done.status.success(), "{compiler:?} {optimized}: {}", String::from_utf8_lossy(&done.stderr));
        }
    }
}

#[test]
fn every_way_out_of_a_block_in_c() {
    runs(false);
}

#[test]
fn every_way_out_of_a_block_in_cpp() {
    runs(true);
}

/// What must not compile, what the compiler says, and the same as it must be.
struct Pair {
    wrong: &'static str,
    says: &'static [&'static str],
    right: &'static str,
}

const IN_BOTH: [Pair; 4] = [
    Pair {
        wrong: "OWNED_NEW PyObject *make(void); void f(void); void f(void) { make(); }",
        says: &["warn_unused_result", "unused-result", "nodiscard"],
        right: "OWNED_NEW PyObject *make(void); void f(void); void f(void) { OWNED_AUTO(PyObject, made, make()); }",
    },
    Pair {
        wrong: "OWNED_STATUS int fill(PyObject *list); void f(PyObject *); void f(PyObject *l) { fill(l); }",
        says: &["warn_unused_result", "unused-result", "nodiscard"],
        right: "OWNED_STATUS int fill(PyObject *list); int f(PyObject *); int f(PyObject *l) { return fill(l); }",
    },
    Pair {
        wrong: "void f(int); void f(int number) { OWNED_AUTO(PyObject, made, number); }",
        says: &["int-conversion", "invalid conversion", "no matching", "makes pointer from integer"],
        right: "void f(PyObject *); void f(PyObject *object) { OWNED_AUTO(PyObject, made, object); }",
    },
    Pair {
        wrong: "PyTypeObject *f(void); PyTypeObject *f(void) { OWNED_AUTO(PyObject, made, PyList_New(0)); OWNED_RETURN(made); }",
        says: &["incompatible-pointer-types", "cannot convert", "cannot initialize", "incompatible pointer"],
        right: "PyObject *f(void); PyObject *f(void) { OWNED_AUTO(PyObject, made, PyList_New(0)); OWNED_RETURN(made); }",
    },
];

const IN_C: [Pair; 2] = [
    Pair {
        wrong: "void f(PyObject *); void f(PyObject *t) { OWNED_AUTO(PyObject, made, t); OWNED_SET(made, 5); }",
        says: &["int-conversion", "makes pointer from integer"],
        right: "void f(PyObject *); void f(PyObject *t) { OWNED_AUTO(PyObject, made, NULL); OWNED_SET(made, t); }",
    },
    Pair {
        wrong: "int f(int); int f(int n) { if (n) goto end; OWNED_AUTO(PyObject, made, PyList_New(0)); end: return 1; }",
        says: &["jump-misses-init", "jump skips variable", "jump bypasses", "scope of variable with", "uninitialized"],
        right: "int f(int); int f(int n) { OWNED_AUTO(PyObject, made, PyList_New(0)); if (n) goto end; end: return 1; }",
    },
];

const IN_CPP: [Pair; 4] = [
    Pair {
        wrong: "PyObject *f(); PyObject *f() { OWNED_AUTO(PyObject, a, PyList_New(0)); return PyTuple_Pack(1, a); }",
        says: &["deleted", "non-trivial"],
        right: "PyObject *f(); PyObject *f() { OWNED_AUTO(PyObject, a, PyList_New(0)); \
                return PyTuple_Pack(1, OWNED_GET(a)); }",
    },
    Pair {
        wrong: "void f(); void f() { OWNED_AUTO(PyObject, a, PyList_New(0)); OWNED_AUTO(PyObject, b, nullptr); b = a; }",
        says: &["deleted"],
        right: "void f(); void f() { OWNED_AUTO(PyObject, a, PyList_New(0)); OWNED_AUTO(PyObject, b, nullptr); \
                OWNED_SET(b, OWNED_MOVE(a)); }",
    },
    Pair {
        wrong: "void take(owned::Auto<PyObject>); void f(PyObject *); void f(PyObject *borrowed) { take(borrowed); }",
        says: &["could not convert", "no matching", "no viable conversion", "explicit"],
        right: "void take(owned::Auto<PyObject>); void f(PyObject *); void f(PyObject *o) { \
                Py_INCREF(o); take(owned::Auto<PyObject>(o)); }",
    },
    Pair {
        wrong: "owned::Auto<PyObject> f(owned::Auto<PyTypeObject> &&); \
                owned::Auto<PyObject> f(owned::Auto<PyTypeObject> &&a) { return owned::Auto<PyObject>(a.move()); }",
        says: &["no matching", "cannot convert", "no known conversion"],
        right: "owned::Auto<PyTypeObject> f(owned::Auto<PyTypeObject> &&); \
                owned::Auto<PyTypeObject> f(owned::Auto<PyTypeObject> &&a) { return owned::Auto<PyTypeObject>(a.move()); }",
    },
];

fn pairs(cpp: bool, pairs: &[Pair]) {
    let (_, include, _) = python();
    for compiler in compilers(cpp) {
        for (at, pair) in pairs.iter().enumerate() {
            let more =
                ["-c", "-o", "/dev/null", "-Wno-unused-variable", if cpp { "-Wall" } else { "-Wjump-misses-init" }];
            let more = if compiler.0.contains("clang") { &more[..4] } else { &more[..] };
            let source = folder("pairs").join(format!("{}{at}{cpp}.c", pairs.len()));
            let code = |body: &str| format!("#include \"owned.h\"\n{body}\n");
            fs::write(&source, code(pair.right)).expect("a file");
            compile(&compiler, &include, more, &source)
                .unwrap_or_else(|said| panic!("{compiler:?}: {}\n{said}", pair.right));
            fs::write(&source, code(pair.wrong)).expect("a file");
            let said = compile(&compiler, &include, more, &source).expect_err(pair.wrong);
            assert!(pair.says.iter().any(|says| said.contains(says)), "{compiler:?}: {}\n{said}", pair.wrong);
        }
    }
}

#[test]
fn what_must_not_compile_has_a_twin_that_must() {
    pairs(false, &IN_BOTH);
    pairs(true, &IN_BOTH);
    pairs(false, &IN_C);
    pairs(true, &IN_CPP);
}

/// As MSVC's C would see it: no `cleanup`, no C++.
#[test]
fn where_nothing_runs_at_the_end_of_a_block_it_is_an_error() {
    let (_, include, _) = python();
    let compiler = &compilers(false)[0];
    let source = folder("pairs").join("elsewhere.c");
    // The headers of CPython and of the system are read while the compiler still says what it is.
    let code = |before: &str| {
        format!(
            "#include <Python.h>\n#undef __GNUC__\n#undef __clang__\n{before}#include \"owned.h\"\n\
                 OWNED_NEW PyObject *make(OWNED_STEALS PyObject *one);\n"
        )
    };
    fs::write(&source, code("")).expect("a file");
    let said = compile(compiler, &include, &["-fsyntax-only"], &source).expect_err("it is refused");
    assert!(said.contains("#error") && said.contains("OWNED_ANNOTATIONS_ONLY"), "{said}");
    fs::write(&source, code("#define OWNED_ANNOTATIONS_ONLY\n")).expect("a file");
    compile(compiler, &include, &["-fsyntax-only"], &source).expect("the annotations alone compile");
}

/// The blocks of the guide's page, each by itself.
#[test]
fn what_the_guide_shows_compiles() {
    let (_, include, _) = python();
    let page = fs::read_to_string(root().join("../guide/c-ownership.md")).expect("the guide has the page");
    let blocks: Vec<&str> = page.split("```c\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() >= 4, "{}", blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let source = folder("guide").join(format!("block{at}.c"));
        fs::write(&source, format!("#include <Python.h>\n{block}")).expect("a file");
        for cpp in [false, true] {
            for compiler in compilers(cpp) {
                let more = ["-fsyntax-only", "-Wno-unused-function"];
                compile(&compiler, &include, &more, &source)
                    .unwrap_or_else(|said| panic!("{compiler:?}: {block}{said}"));
            }
        }
    }
}
