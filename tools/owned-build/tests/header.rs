//! The header for C of what Rust exports: its text, and that compilers of C and C++ take it and hold callers to it.

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::{folder, put, python, says};
use owned_build::{OWNED_H, header};

const EXPORTS: &str = "\
foreign::export! {
    // SAFETY: C calls them attached.
    unsafe extern \"C\" {
        /// The key of a node.
        fn Node_key(py, node: Borrowed<Node>) -> New<Any> { node.get().key(py) }

        /// Its type.
        ///
        /// It ends no comment: */
        pub type Node_Type = Node;

        pub fn Node_link(py, node: Stolen<Node>, at: c_int) -> Status { Ok(()) }
        fn Node_count(_py) -> usize { Ok(0) }
        fn Node_find(py, text: *const c_char) -> *mut PyObject { Ok(null_mut()) }
        fn Node_forget(py, names: *mut *const c_char, done: Option<unsafe extern \"C\" fn(c_int)>) { Ok(()) }
    }
}
";

const EXPECTED: &str = "
/* The key of a node. */
OWNED_NEW PyObject *Node_key(OWNED_LENT PyObject *node);

/* Its type.
 *
 * It ends no comment: * / */
OWNED_BORROWED PyTypeObject *Node_Type(void);

OWNED_STATUS int Node_link(OWNED_STEALS PyObject *node, int at);

size_t Node_count(void);

PyObject *Node_find(const char *text);

void Node_forget(const char **names, void (*done)(void));
";

#[test]
fn the_header_says_what_rust_says() {
    let folder = folder("header");
    put(&folder.join("src/exported.rs"), EXPORTS);
    let text = header("node.h", &[folder.join("src/exported.rs")]).unwrap_or_else(|error| panic!("{error}"));
    assert!(text.contains(EXPECTED), "{text}");
    put(&folder.join("node.h"), &text);
    put(&folder.join("owned.h"), OWNED_H);
    let include = says(&python(), &folder, "import sysconfig; print(sysconfig.get_path('include'))");
    let compile = |compiler: &str, arguments: &[&str], body: &str| {
        let source = folder.join("use.c");
        put(&source, &format!("#include \"node.h\"\n#include \"node.h\"\n{body}\n"));
        let mut command = Command::new(compiler);
        command.args(arguments).args([
            "-Wall",
            "-Wextra",
            "-Werror",
            "-c",
            "-o",
            "/dev/null",
            "-isystem",
            &include,
            "-I",
        ]);
        let done = command.arg(&folder).arg(&source).env("LC_ALL", "C").output().expect("the compiler starts");
        if done.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&done.stderr).into_owned()) }
    };
    let right = "PyObject *use(PyObject *node);\nPyObject *use(PyObject *node) { return Node_key(node); }";
    let wrong = "void use(PyObject *node);\nvoid use(PyObject *node) { Node_key(node); }";
    let there = |name: &str| Command::new(name).arg("--version").output().is_ok_and(|done| done.status.success());
    let mut compilers = vec![("cc", ["-x", "c", "-std=c99"])];
    for (name, arguments) in [("clang", ["-x", "c", "-std=c99"]), ("c++", ["-x", "c++", "-std=c++11"])] {
        if there(name) {
            compilers.push((name, arguments));
        }
    }
    for (compiler, arguments) in compilers {
        compile(compiler, &arguments, right).unwrap_or_else(|said| panic!("{compiler}: {said}"));
        let said = compile(compiler, &arguments, wrong).expect_err("a new reference is dropped");
        assert!(said.contains("unused-result"), "{compiler}: {said}");
    }
}

#[test]
fn a_file_without_exports_has_no_header() {
    let folder = folder("no-header");
    let file = folder.join("lib.rs");
    fs::write(&file, "fn main() {}").expect("a file");
    let said = header("lib.h", std::slice::from_ref(&file)).expect_err("nothing is exported").to_string();
    assert!(said.contains("lib.rs: no `foreign::export!` is there"), "{said}");
    let said = header("lib.h", &[Path::new("no/such.rs").to_owned()]).expect_err("there is no file").to_string();
    assert!(said.contains("cannot read no/such.rs"), "{said}");
}
