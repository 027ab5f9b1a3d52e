//! Crates that compile a C extension with it: all of C is in the module that Python loads, and Rust reaches what is static.

mod common;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use common::{GAUGE_AND_BAG, TRACK, USES, fixtures, folder, put, put_manifest, python, says, text};

/// A crate of the type `cdylib` in a workspace of its own, with what `build.rs` does.
struct Crate {
    root: PathBuf,
    name: String,
}

impl Crate {
    fn new(name: &str, build: &str, lib: &str, adopted: &str) -> Self {
        let root = folder(&format!("linked-{name}"));
        put_manifest(&root, name, "cdylib");
        put(&root.join("build.rs"), &format!("fn main() {{\n    {build}\n}}\n"));
        put(&root.join("src/lib.rs"), lib);
        put(&root.join("src/adopted.rs"), adopted);
        Crate { root, name: name.to_owned() }
    }

    /// One for all of them: what they depend on is built once.
    fn target(&self) -> PathBuf {
        self.root.parent().expect("a folder").join("linked-target")
    }

    fn cargo(&self) -> Output {
        self.cargo_with(&[])
    }

    fn cargo_with(&self, variables: &[(&str, &str)]) -> Output {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--offline", "--color=never", "--message-format=short"]).current_dir(&self.root);
        // What cargo says to this test is not for the build script of that crate.
        cargo.env_remove("OUT_DIR").env("CARGO_TARGET_DIR", self.target()).env("PYO3_BUILD_EXTENSION_MODULE", "1");
        cargo.envs(variables.iter().copied()).output().expect("cargo starts")
    }

    /// Builds it and lays the module where Python finds it.
    fn module(&self, name: &str) -> PathBuf {
        text(self.cargo(), "cargo build");
        let built = self.target().join(format!("debug/libported_{}.so", self.name));
        let suffix = says(&python(), &self.root, "import sysconfig; print(sysconfig.get_config_var('EXT_SUFFIX'))");
        let module = self.root.join(format!("{name}{suffix}"));
        fs::copy(built, module).expect("the module");
        self.root.clone()
    }
}

const TRACK_METHODS: &str = "
#[methods]
impl Track {
    #[getter]
    fn kind(&self, py: Python<'_>) -> c_int {
        self.kind.get(py) + 100
    }

    fn scaled(&self, py: Python<'_>, times: c_int) -> f64 {
        track_scaled(py, self.gain.get(py), times)
    }

    fn all<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Owned<'py, Tuple>> {
        track_names(slf.py(), &slf)
    }

    fn marks(&self, py: Python<'_>) -> Vec<c_long> {
        self.marks.get(py).to_vec()
    }
}
";

#[test]
fn a_module_of_one_phase_with_a_type_and_helpers() {
    let source = fixtures().join("single.c");
    let before = fs::read(&source).expect("the fixture");
    // What nothing refers to, C's own build would link as well.
    let build = format!(
        "owned_build::Extension::new(\"single\").source({source:?}).source(\"more.c\").rust(\"src/lib.rs\")\
         .define(\"VALUE\", \"\\\"there\\\"\").compile();"
    );
    let made = Crate::new("single", &build, &lib("single", "Track"), &format!("{TRACK}{USES}{TRACK_METHODS}"));
    let more = "#include <stdlib.h>\n__attribute__((constructor)) static void loaded(void) { setenv(\"OWNED_MORE\", VALUE, 1); }\n";
    put(&made.root.join("more.c"), more);
    let folder = made.module("single");
    let code = "import ctypes, single; t = single.Track(2, gain=1.5); t.name('a'); \
                get = ctypes.CDLL(None).getenv; get.restype = ctypes.c_char_p; \
                print(single.wrote(), single.add(2, 3), t.kind, t.scaled(4), t.all(), t.marks(), len(t), get(b'OWNED_MORE'))";
    assert_eq!(says(&python(), &folder, code), "Rust 5 102 6.0 ('a',) [0, 1, 2] 1 b'there'");
    assert_eq!(fs::read(&source).expect("the fixture"), before);
    let symbols = Command::new("nm").args(["-D", "--defined-only"]).arg(module_file(&folder)).output();
    let symbols = text(symbols.expect("nm"), "nm");
    let names: Vec<&str> = symbols.lines().filter_map(|line| line.rsplit(' ').next()).collect();
    assert!(names.contains(&"PyInit_single") && names.iter().all(|name| !name.starts_with("owned_c_")), "{names:?}");
}

/// A module that adopts C's, with these classes of `adopted.rs`.
fn lib(module: &str, classes: &str) -> String {
    format!(
        "//! Ported.\nmod adopted;\n\n#[owned::module(adopt)]\nmod {module} {{\n    #[export]\n    \
         pub use super::adopted::{{{classes}}};\n\n    #[function]\n    fn wrote() -> &'static str {{\n        \
         \"Rust\"\n    }}\n}}\n"
    )
}

fn module_file(folder: &Path) -> PathBuf {
    let mut entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.find(|path| path.extension().is_some_and(|kind| kind == "so")).expect("the module")
}

#[test]
fn a_module_of_two_phases_with_a_static_and_a_heap_type() {
    const METHODS: &str = "
#[methods]
impl Gauge {
    fn __len__(&self, py: Python<'_>) -> usize {
        self.ticks.get(py) as usize + 10
    }

    fn text<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Owned<'py, Str>> {
        gauge_text(slf.py(), &slf)
    }
}

#[methods]
impl Bag {
    fn first<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<(Owned<'py, Any>, i64)> {
        Ok((bag_peek(slf.py(), &slf, 0)?, slf.get().seen.get(slf.py())))
    }
}
";
    let source = fixtures().join("multi.c");
    let build = format!("owned_build::Extension::new(\"multi\").source({source:?}).rust(\"src/lib.rs\").compile();");
    let adopted = format!("{GAUGE_AND_BAG}{USES}{METHODS}");
    let folder = Crate::new("multi", &build, &lib("multi", "Gauge, Bag"), &adopted).module("multi");
    let code = "import multi; g = multi.Gauge(unit='m'); g.rise(3); b = multi.Bag(); b.add(7); \
                print(multi.wrote(), g.text(), len(g), g[0], g.unit, b.first(), b[0], b.added, multi.made(), multi.clamped(5, 0, 2))";
    assert_eq!(says(&python(), &folder, code), "Rust 3/100 11 0.25 m (7, 2) 7 1 1 2.0");
}

/// The header is there before the source that includes it is compiled, and what it declares is what Rust has.
#[test]
fn c_calls_what_rust_exports_by_the_header() {
    let code = "#include <Python.h>\n#include \"adopted.h\"\n\
                static PyObject *twice(PyObject *m, PyObject *n) { return add_up(n, n, 1); }\n\
                static PyMethodDef methods[] = {{\"twice\", twice, METH_O, \"\"}, {0}};\n\
                static struct PyModuleDef d = {PyModuleDef_HEAD_INIT, \"m\", \"\", -1, methods};\n\
                PyMODINIT_FUNC PyInit_m(void) {\n    PyObject *module = PyModule_Create(&d);\n    \
                if (module != NULL && PyModule_AddIntConstant(module, \"size\", size_of(NULL)) < 0) { Py_CLEAR(module); }\n    \
                return module;\n}\n";
    let lib = lib("m", "Sum").replace("mod adopted;", "pub mod adopted;");
    let build = "owned_build::Extension::new(\"m\").source(\"m.c\").header(\"src/adopted.rs\").compile();";
    let exported = format!(
        "{USES}\n/// A class.\n#[class]\npub struct Sum {{ count: u8 }}\n\nforeign::export! {{\n    // SAFETY: attached.\n    \
         unsafe extern \"C\" {{\n        /// The class.\n        pub type Sum_Type = Sum;\n        /// The sum.\n        \
         pub fn add_up(py, one: Borrowed<Any>, other: Borrowed<Any>, more: c_int) -> New<Any> {{\n            let _ = (py, more);\n            \
         one.call_method(\"__add__\", (other,))\n        }}\n        pub fn size_of(_py, text: *const c_char) -> c_long {{ \
         Ok(if text.is_null() {{ 7 }} else {{ 0 }}) }}\n    }}\n}}\n"
    );
    let made = Crate::new("header", build, &lib, &exported);
    put(&made.root.join("m.c"), code);
    let folder = made.module("m");
    assert_eq!(
        says(&python(), &folder, "import m; print(m.twice(21), m.twice('x'), m.size, m.wrote())"),
        "42 xx 7 Rust"
    );
}

#[test]
fn what_is_wrong_ends_the_build_by_file_and_line() {
    let source = fixtures().join("single.c");
    let build =
        format!("owned_build::Extension::new(\"single\").source({source:?}).rust(\"src/adopted.rs\").compile();");
    let adopted = TRACK.replace("kind: PlainField<c_int>", "kind: PlainField<c_short>");
    let made = Crate::new("wrong", &build, "", &adopted);
    let said_with = |made: &Crate, variables: &[(&str, &str)]| {
        let done = made.cargo_with(variables);
        assert!(!done.status.success());
        String::from_utf8_lossy(&done.stderr).into_owned()
    };
    let said = |made: &Crate| said_with(made, &[]);
    let headers = said_with(&made, &[("OWNED_PYTHON_INCLUDE", "/no/such/include")]);
    let missing = "owned-build: no /no/such/include/Python.h (asked of OWNED_PYTHON_INCLUDE).";
    assert!(headers.contains(missing) && headers.contains("python3-dev"), "{headers}");
    let compiler = said(&made);
    for words in [
        "owned-build: the C compiler refuses it:\n",
        "src/adopted.rs:7:",
        "static assertion failed",
        "src/adopted.rs:7: `Track.kind` is `short kind`",
        "A Rust struct is not laid out as the C struct that it adopts.",
    ] {
        assert!(compiler.contains(words), "{words}\n{compiler}");
    }
    assert!(!compiler.contains("panicked"), "{compiler}");
    put(&made.root.join("src/adopted.rs"), &TRACK.replace("OwnedField<List>", "Vec<u8>"));
    let declared = said(&made);
    assert!(declared.contains("owned-build: src/adopted.rs:4: a field of C's is"), "{declared}");
}
