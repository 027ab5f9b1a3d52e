//! From C to Rust by the command alone: the crate that `new` writes is built and imported, and takes skeletons in.

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use support::{fixture, owned, package, said, target};

/// The Python that is built for, and that imports what is built.
fn python() -> String {
    env::var("PYO3_PYTHON").unwrap_or_else(|_| "python3".into())
}

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the workspace")
}

/// A port of C files, in a folder of its own.
struct Port {
    root: PathBuf,
    module: &'static str,
}

impl Port {
    /// Begins one by `new`.
    fn begin(module: &'static str, csrc: &Path, arguments: &[&str]) -> Self {
        let root = target().join("ported").join(module);
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("csrc")).expect("a folder");
        let files: Vec<PathBuf> = if csrc.is_dir() {
            fs::read_dir(csrc).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
        } else {
            vec![csrc.to_owned()]
        };
        for file in files {
            fs::copy(&file, root.join("csrc").join(file.file_name().expect("a name"))).expect("a copy");
        }
        let port = Self { root, module };
        let checkout = workspace().to_str().expect("UTF-8");
        port.owned(&[&["new", "--from-c", "csrc", "--owned", checkout], arguments].concat());
        port
    }

    /// Runs the command in its folder, for the Python that is built for, and returns what it printed.
    fn owned(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-owned"));
        command.arg("owned").args(arguments).current_dir(&self.root).env("PYO3_PYTHON", python());
        let said = said(command.output().expect("it runs"));
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
        said.out
    }

    /// Puts items into the module.
    fn port(&self, items: &str) {
        let path = self.root.join("rust/src/lib.rs");
        let empty = format!("pub mod {} {{}}\n", self.module);
        let text = fs::read_to_string(&path).expect("the library");
        assert!(text.ends_with(&empty), "{text}");
        let text = text.replace(&empty, &format!("pub mod {} {{\n{items}}}\n", self.module));
        fs::write(path, format!("#![allow(dead_code)]\n{text}")).expect("the library");
    }

    /// Builds the crate, and puts the module into a folder, which is returned.
    fn build(&self) -> PathBuf {
        fs::copy(workspace().join("Cargo.lock"), self.root.join("rust/Cargo.lock"))
            .expect("the versions of the workspace");
        let built = target().join("extensions");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--offline", "--manifest-path"]).arg(self.root.join("rust/Cargo.toml"));
        cargo.env("CARGO_TARGET_DIR", &built).env("PYO3_BUILD_EXTENSION_MODULE", "1").env("PYO3_PYTHON", python());
        let output = cargo.output().expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let site = self.root.join("site");
        fs::create_dir_all(&site).expect("a folder");
        let (prefix, ending) = (env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX);
        let library = built.join("debug").join(format!("{prefix}{}{ending}", self.module));
        fs::copy(library, site.join(format!("{}.so", self.module))).expect("the library was built");
        site
    }

    /// Runs a program with the module, and returns what it printed.
    fn ask(&self, program: &str) -> String {
        let mut ask = Command::new(python());
        ask.args(["-c", program]).env("PYTHONPATH", self.build()).current_dir(&self.root);
        let output = ask.output().expect("Python runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }
}

const ASKED_TEXTS: &str = "
import texts
def say(call, *args):
    try: print(call(*args))
    except Exception as error: print(f'{type(error).__name__}: {error}')
say(texts.count, 'banana', 'a')
say(texts.join, ['a', 'b'], '-')
say(texts.length, 3)
say(texts.reset)
";

#[test]
fn a_function_moves_to_rust_and_the_others_stay() {
    let port = Port::begin("texts", &fixture("texts.c"), &[]);
    assert_eq!(port.ask(ASKED_TEXTS), "3\na-b\nTypeError: a str is needed\nNone\n", "all is C's");
    // One as it was written, with a helper of C's, and one filled in.
    let written = port.owned(&["skeleton", "length", "join", "--from", "csrc"]);
    let body = "    let _ = (py, text);\n    Err(NotImplementedError::new(\"texts.length is not ported yet\"))\n";
    assert!(written.contains(body), "{written}");
    port.port(&written.replace(body, "    check(py, &text)?;\n    Ok(text.length()? as isize)\n"));
    let expected = "3\nNotImplementedError: texts.join is not ported yet\nTypeError: a str is needed\nNone\n";
    assert_eq!(port.ask(ASKED_TEXTS), expected, "`check` is C's");
}

#[test]
fn methods_of_a_heap_type_and_of_a_static_one_move_to_rust() {
    let port = Port::begin("tally", &fixture("tally.c"), &[]);
    let program = "
import tally
t = tally.Tally(2)
try: print(repr(t), t.add(1), len(t))
except Exception as error: print(f'{type(error).__name__}: {error}')
print(t.count)
";
    assert_eq!(port.ask(program), "Tally(2) True 3\n3\n");
    let written = port.owned(&["skeleton", "Tally.add", "--from", "csrc"]);
    let body =
        "        let _ = (py, by);\n        Err(NotImplementedError::new(\"tally.Tally.add is not ported yet\"))\n";
    assert!(written.contains(body), "{written}");
    port.port(&written.replace(body, "        self.count.set(py, self.count.get(py) + 10 * by);\n        Ok(true)\n"));
    assert_eq!(port.ask(program), "Tally(2) True 12\n12\n");

    let port = Port::begin("ring", &fixture("ring"), &[]);
    let program = "
import ring
r = ring.make()
print(r.push('x'), len(r))
try: print(r.pop())
except Exception as error: print(f'{type(error).__name__}: {error}')
";
    assert_eq!(port.ask(program), "None 1\nx\n");
    port.port(&port.owned(&["skeleton", "Ring.pop", "Link", "--from", "csrc"]));
    assert_eq!(port.ask(program), "None 1\nNotImplementedError: ring.Ring.pop is not ported yet\n");
}

#[test]
fn the_structs_of_lru_dict_are_adopted_as_they_are_and_its_tests_pass() {
    let sources = package("lru_dict", "1.4.1");
    let port = Port::begin("_lru", &sources.join("src/lru/_lru.c"), &[]);
    let site = port.build();
    let package = site.join("lru");
    fs::create_dir_all(&package).expect("a folder");
    fs::copy(sources.join("src/lru/__init__.py"), package.join("__init__.py")).expect("the package's own file");
    fs::rename(site.join("_lru.so"), package.join("_lru.so")).expect("the module");
    let mut tests = Command::new(python());
    tests.args(["-m", "unittest", "discover", "-s"]).arg(sources.join("test")).env("PYTHONPATH", &site);
    let output = tests.output().expect("Python runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.contains("Ran 26 tests"), "{said}");
    // What the skeletons say of both structs, the build compares with C's.
    port.port(&port.owned(&["skeleton", "LRU", "Node", "--from", "csrc"]));
    port.build();
}

#[test]
fn a_setuptools_project_hosts_the_crate() {
    let root = target().join("ported/hosted");
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("src")).expect("a folder");
    fs::copy(fixture("texts.c"), root.join("src/texts.c")).expect("a copy");
    let setup = "from setuptools import Extension, setup\nextensions = [Extension('texts', ['src/texts.c'])]\nsetup(ext_modules=extensions)\n";
    fs::write(root.join("setup.py"), setup).expect("a file");
    let mut command = owned(&["new", "--host", "setuptools", "--from-c", "src"]);
    let said = said(command.current_dir(&root).output().expect("it runs"));
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let line = "import runpy; runpy.run_path(\"rust/host.py\")[\"host\"](extensions)";
    assert!(said.out.contains(line), "{}", said.out);
    for file in ["Cargo.toml", "build.rs", "src/lib.rs", "host.py", "cargo.py", "symbols.map"] {
        assert!(root.join("rust").join(file).is_file(), "{file}");
    }
    let manifest = fs::read_to_string(root.join("rust/Cargo.toml")).expect("a manifest");
    assert!(manifest.contains("crate-type = [\"staticlib\"]"), "{manifest}");
    let build = fs::read_to_string(root.join("rust/build.rs")).expect("a build script");
    assert!(build.contains(".source(\"../src/texts.c\")") && build.contains(".host();"), "{build}");
    assert_eq!(fs::read_to_string(root.join("setup.py")).expect("a file"), setup, "the line is for people to add");

    let mut command = owned(&["new", "--host", "waf", "--from-c", "src"]);
    let refused = support::said(command.current_dir(&root).output().expect("it runs"));
    assert!(refused.code != 0 && refused.err.contains("setuptools, meson, cmake"), "{}", refused.err);
    let mut command = owned(&["new", "elsewhere", "--host", "meson", "--from-c", "src"]);
    let refused = support::said(command.current_dir(&root).output().expect("it runs"));
    assert!(
        refused.code == 1 && refused.err.contains("Meson looks for subprojects in `subprojects`"),
        "{}",
        refused.err
    );
    assert!(!root.join("elsewhere").exists(), "nothing half");
}

#[test]
fn a_header_for_what_rust_exports() {
    let folder = tempfile::tempdir().expect("a folder");
    let rust = folder.path().join("exported.rs");
    let text = r#"
owned::foreign::export! {
    // SAFETY: C calls it attached.
    unsafe extern "C" {
        /// The key of a node.
        fn node_key(py, node: Borrowed<Any>) -> New<Any> { node.getattr("key") }
    }
}
"#;
    fs::write(&rust, text).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-owned"));
    command.args(["owned", "header", "exported.rs"]).current_dir(folder.path());
    let printed = said(command.output().expect("it runs"));
    assert_eq!((printed.code, printed.err.as_str()), (0, ""));
    for part in [
        "/* The key of a node. */",
        "OWNED_NEW PyObject *node_key(OWNED_LENT PyObject *node);",
        "#ifndef OWNED_EXPORTS_EXPORTED_H",
    ] {
        assert!(printed.out.contains(part), "`{part}` in\n{}", printed.out);
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-owned"));
    command.args(["owned", "header", "exported.rs", "--output", "node.h"]).current_dir(folder.path());
    let written = said(command.output().expect("it runs"));
    assert_eq!((written.code, written.out.as_str()), (0, "wrote node.h\nwrote owned.h\n"), "{}", written.err);
    // C compiles it.
    fs::write(folder.path().join("user.c"), "#include \"node.h\"\nvoid *user = (void *)node_key;\n").expect("a file");
    let script = "import sysconfig; print(sysconfig.get_path('include'), end='')";
    let include = Command::new(python()).args(["-c", script]).output().expect("Python runs").stdout;
    let mut cc = Command::new(env::var("CC").unwrap_or_else(|_| "cc".into()));
    cc.args(["-fsyntax-only", "-Wall", "-Werror", "user.c", "-I"]).arg(String::from_utf8(include).expect("UTF-8"));
    assert!(cc.current_dir(folder.path()).status().expect("the compiler runs").success());
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-owned"));
    let missing =
        said(command.args(["owned", "header", "none.rs"]).current_dir(folder.path()).output().expect("it runs"));
    assert!(missing.code == 1 && missing.err.contains("none.rs"), "{}", missing.err);
}
