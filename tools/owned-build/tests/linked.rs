//! Crates that compile a C extension with it: all of C is in the module that Python loads, and Rust reaches what is static.

mod common;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use common::{GAUGE_AND_BAG, TRACK, fixtures, folder, put, python, says, text};

/// A crate of the type `cdylib` in a workspace of its own, with what `build.rs` does.
struct Crate {
    root: PathBuf,
    name: String,
}

impl Crate {
    fn new(name: &str, build: &str, lib: &str, adopted: &str) -> Self {
        let root = folder(&format!("linked-{name}"));
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let manifest = format!(
            "[package]\nname = \"ported_{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[lib]\ncrate-type = [\"cdylib\"]\n\
             [build-dependencies]\nowned-build = {{ path = {own:?} }}\n[workspace]\n"
        );
        put(&root.join("Cargo.toml"), &manifest);
        fs::copy(own.join("../../Cargo.lock"), root.join("Cargo.lock")).expect("the lock file");
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
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--offline", "--color=never", "--message-format=short"]).current_dir(&self.root);
        // What cargo says to this test is not for the build script of that crate.
        cargo.env_remove("OUT_DIR").env("CARGO_TARGET_DIR", self.target());
        cargo.output().expect("cargo starts")
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

const OF_SINGLE: &str = "\
use core::ffi::{c_char, c_double, c_int, c_long, c_void};

unsafe extern \"C\" {
    fn PyInit_single_c() -> *mut c_void;
    fn PyModule_AddIntConstant(module: *mut c_void, name: *const c_char, value: c_long) -> c_int;
    static owned_c_track_scaled: unsafe extern \"C\" fn(c_double, c_int) -> c_double;
    static owned_c_TrackType: *mut c_void;
}

/// # Safety
/// Attached.
#[unsafe(no_mangle)]
pub unsafe extern \"C\" fn PyInit_single() -> *mut c_void {
    unsafe {
        let module = PyInit_single_c();
        PyModule_AddIntConstant(module, c\"ten\".as_ptr(), owned_c_track_scaled(2.5, 4) as c_long);
        PyModule_AddIntConstant(module, c\"type_at\".as_ptr(), owned_c_TrackType as c_long);
        module
    }
}
";

#[test]
fn a_module_of_one_phase_with_a_helper_and_a_type() {
    let source = fixtures().join("single.c");
    let before = fs::read(&source).expect("the fixture");
    // What nothing refers to, C's own build would link as well.
    let build = format!(
        "owned_build::Extension::new(\"single\").source({source:?}).source(\"more.c\").rust(\"src/adopted.rs\")\
         .define(\"VALUE\", \"\\\"there\\\"\").compile();"
    );
    let made = Crate::new("single", &build, OF_SINGLE, TRACK);
    let more = "#include <stdlib.h>\n__attribute__((constructor)) static void loaded(void) { setenv(\"OWNED_MORE\", VALUE, 1); }\n";
    put(&made.root.join("more.c"), more);
    let folder = made.module("single");
    let code = "import ctypes, single; t = single.Track(2, gain=1.5); t.name('a'); \
                get = ctypes.CDLL(None).getenv; get.restype = ctypes.c_char_p; \
                print(single.ten, single.type_at == id(single.Track), single.wrote(), t.all(), len(t), get(b'OWNED_MORE'))";
    assert_eq!(says(&python(), &folder, code), "10 True C ('a',) 1 b'there'");
    assert_eq!(fs::read(&source).expect("the fixture"), before);
    let symbols = text(
        Command::new("nm").args(["-D", "--defined-only"]).arg(folder.join(module_file(&folder))).output().expect("nm"),
        "nm",
    );
    let names: Vec<&str> = symbols.lines().filter_map(|line| line.rsplit(' ').next()).collect();
    assert!(names.contains(&"PyInit_single") && names.iter().all(|name| !name.starts_with("owned_c_")), "{names:?}");
}

fn module_file(folder: &Path) -> PathBuf {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.into_iter().find(|path| path.extension().is_some_and(|kind| kind == "so")).expect("the module")
}

#[test]
fn a_module_of_two_phases() {
    let source = fixtures().join("multi.c");
    let lib = "use core::ffi::c_void;\nunsafe extern \"C\" { fn PyInit_multi_c() -> *mut c_void; static owned_c_bag_spec: *mut c_void; }\n\
               /// # Safety\n/// Attached.\n#[unsafe(no_mangle)]\npub unsafe extern \"C\" fn PyInit_multi() -> *mut c_void {\n\
               unsafe { assert!(!owned_c_bag_spec.is_null()); PyInit_multi_c() } }\n";
    let build =
        format!("owned_build::Extension::new(\"multi\").source({source:?}).rust(\"src/adopted.rs\").compile();");
    let folder = Crate::new("multi", &build, lib, GAUGE_AND_BAG).module("multi");
    let code = "import multi; g = multi.Gauge(unit='m'); g.rise(3); b = multi.Bag(); b.add(7); \
                print(str(g), len(g), g[0], g.unit, b.first(), b[0], b.added, multi.made(), multi.clamped(5, 0, 2))";
    assert_eq!(says(&python(), &folder, code), "3/100 1 0.25 m 7 7 1 1 2.0");
}

/// The header is there before the source that includes it is compiled, and what it declares is what Rust has.
#[test]
fn c_calls_what_rust_exports_by_the_header() {
    let code = "#include <Python.h>\n#include \"exported.h\"\n\
                static PyObject *twice(PyObject *m, PyObject *n) { return add_up(n, n); }\n\
                static PyMethodDef methods[] = {{\"twice\", twice, METH_O, \"\"}, {0}};\n\
                static struct PyModuleDef d = {PyModuleDef_HEAD_INIT, \"m\", \"\", -1, methods};\n\
                PyMODINIT_FUNC PyInit_m(void) { return PyModule_Create(&d); }\n";
    let lib = "use core::ffi::c_void;\nunsafe extern \"C\" { fn PyInit_m_c() -> *mut c_void;\n\
               fn PyNumber_Add(one: *mut c_void, other: *mut c_void) -> *mut c_void; }\n\
               /// # Safety\n/// Attached.\n#[unsafe(no_mangle)]\npub unsafe extern \"C\" fn PyInit_m() -> *mut c_void { unsafe { PyInit_m_c() } }\n\
               /// # Safety\n/// Attached.\n#[unsafe(no_mangle)]\n\
               pub unsafe extern \"C\" fn add_up(one: *mut c_void, other: *mut c_void) -> *mut c_void { unsafe { PyNumber_Add(one, other) } }\n";
    let build = "owned_build::Extension::new(\"m\").source(\"m.c\").header(\"src/exported.rs\").compile();";
    let made = Crate::new("header", build, lib, "");
    put(&made.root.join("m.c"), code);
    let exported = "foreign::export! {\n    /// The sum.\n    fn add_up(py, one: Borrowed<Any>, other: Borrowed<Any>) -> New<Any> { add(one, other) }\n}\n";
    put(&made.root.join("src/exported.rs"), exported);
    let folder = made.module("m");
    assert_eq!(says(&python(), &folder, "import m; print(m.twice(21), m.twice('x'))"), "42 xx");
}

#[test]
fn what_is_wrong_ends_the_build_by_file_and_line() {
    let source = fixtures().join("single.c");
    let build =
        format!("owned_build::Extension::new(\"single\").source({source:?}).rust(\"src/adopted.rs\").compile();");
    let adopted = TRACK.replace("kind: PlainField<c_int>", "kind: PlainField<c_short>");
    let made = Crate::new("wrong", &build, OF_SINGLE, &adopted);
    let said = |made: &Crate| {
        let done = made.cargo();
        assert!(!done.status.success());
        String::from_utf8_lossy(&done.stderr).into_owned()
    };
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
