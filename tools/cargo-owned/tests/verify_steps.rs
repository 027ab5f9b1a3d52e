//! `verify` builds each step of a port, runs the extension's own tests, and says what leaks.

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use support::{Said, fixture, said, target};

const ALL: &str = r#"
from = ["csrc"]
package = "python/pot"
module = "pot._pot"
tests = ["python", "-P", "-m", "unittest", "discover", "-s", "tests"]
hunt = ["pot.twice(object())", "(lambda held: (held.swap([]), held.swap([])))(pot.Pot())"]
"#;

/// The Python that is built for.
fn python() -> String {
    env::var("PYO3_PYTHON").unwrap_or_else(|_| "python3".into())
}

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the workspace")
}

/// A port of the fixture, in a folder of its own.
struct Port(PathBuf);

impl Port {
    /// With this in the table of its manifest.
    fn new(name: &str, table: &str) -> Self {
        let root = target().join("verified").join(name);
        let _ = fs::remove_dir_all(&root);
        copy(&fixture("pot"), &root);
        fs::copy(workspace().join("Cargo.lock"), root.join("Cargo.lock")).expect("the versions of the workspace");
        let (owned, build) = (workspace().join("owned"), workspace().join("tools/owned-build"));
        let manifest = format!(
            "[package]\nname = \"pot-{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
             [lib]\nname = \"_pot\"\ncrate-type = [\"cdylib\"]\n\n\
             [features]\ndefault = [\"twice\", \"swap\"]\ntwice = []\nswap = []\nforget = []\nhoard = []\nwrong = []\n\n\
             [dependencies]\nowned = {{ package = \"owned-py\", path = {owned:?}, features = [\"adopt\"] }}\n\n\
             [build-dependencies]\nowned-build = {{ path = {build:?} }}\n\n[workspace]\n\n\
             [package.metadata.owned.verify]\n{table}"
        );
        fs::write(root.join("Cargo.toml"), manifest).expect("a file");
        Self(root)
    }

    fn verify(&self, arguments: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-owned"));
        command.args(["owned", "verify"]).args(arguments).current_dir(&self.0);
        command.env("PYO3_PYTHON", python()).env("CARGO_NET_OFFLINE", "true");
        // What all of them depend on is built once.
        command.env("CARGO_TARGET_DIR", target().join("extensions"));
        said(command.output().expect("it runs"))
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let into = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &into);
        } else {
            fs::copy(&path, &into).expect("a copy");
        }
    }
}

#[track_caller]
fn has(text: &str, part: &str) {
    assert!(text.contains(part), "`{part}` in\n{text}");
}

/// The cells of the table's row for a step.
#[track_caller]
fn row<'a>(said: &'a Said, step: &str) -> Vec<&'a str> {
    let line = said.out.lines().find_map(|line| line.strip_prefix(&format!("  {step}  ")));
    line.unwrap_or_else(|| panic!("a row for {step} in\n{}\n{}", said.out, said.err)).split_whitespace().collect()
}

#[test]
fn what_leaks_in_c_until_it_is_rust() {
    let steps = "steps = [[], [\"twice\"], [\"twice\", \"swap\"]]\n";
    let port = Port::new("steps", &format!("{ALL}{steps}"));
    let said = port.verify(&[]);
    assert_eq!(said.code, 1, "{}", said.err);
    has(&said.out, "2 of 2 functions and methods are in Rust\n");
    has(&said.out, "\n3 steps\n  step         built  tests  hunt 1  hunt 2\n");
    assert_eq!(row(&said, "no features"), ["ok", "ok", "ok", "LEAKS"]);
    assert_eq!(row(&said, "twice"), ["ok", "ok", "ok", "LEAKS"]);
    assert_eq!(row(&said, "twice, swap"), ["ok", "ok", "ok", "ok"]);
    has(&said.out, "\nhunt 1: pot.twice(object())\nhunt 2: (lambda held: ");
    has(&said.err, "error: step 1 (no features): `(lambda held: (held.swap([]), held.swap([])))(pot.Pot())` leaks\n");
    assert!(!said.err.contains("step 3 (twice, swap): "), "{}", said.err);
    // The command that it says does it again.
    let command = said.err.lines().find_map(|line| line.strip_prefix("  by: ")).expect("a command");
    let again = Command::new("sh").args(["-c", command]).output().expect("a shell");
    assert_eq!(again.status.code(), Some(1), "{command}");
    has(&String::from_utf8_lossy(&again.stdout), " per call");

    let done = Port::new("steps", ALL).verify(&["--python", &python()]);
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    has(&done.out, "\n1 step\n");
    assert_eq!(row(&done, "default features"), ["ok", "ok", "ok", "ok"]);
}

#[test]
fn what_rust_forgets_is_found() {
    let forget = "steps = [[\"twice\", \"swap\", \"forget\"]]\n";
    let said = Port::new("forget", &format!("{ALL}{forget}")).verify(&[]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert_eq!(row(&said, "twice, swap, forget"), ["ok", "ok", "LEAKS", "ok"]);
    has(&said.err, "error: step 1 (twice, swap, forget): `pot.twice(object())` leaks\n");
}

#[test]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn what_rust_allocates_and_forgets_is_found() {
    let hoard = "steps = [[\"twice\", \"swap\", \"hoard\"]]\n";
    let said = Port::new("hoard", &format!("{ALL}{hoard}")).verify(&[]);
    assert_eq!(row(&said, "twice, swap, hoard"), ["ok", "ok", "LEAKS", "ok"]);
    has(&said.err, "more bytes of memory outside of Python's per call");
}

#[test]
fn tests_that_fail_are_those_of_a_step() {
    let wrong = "steps = [[\"twice\"], [\"twice\", \"wrong\"], [\"thrice\"]]\n";
    let said = Port::new("wrong", &format!("{}{wrong}", ALL.replace("hunt =", "hunt = [] #"))).verify(&[]);
    assert_eq!(said.code, 1);
    assert_eq!(row(&said, "twice"), ["ok", "ok"]);
    assert_eq!(row(&said, "twice, wrong"), ["ok", "FAILED"]);
    assert_eq!(row(&said, "thrice"), ["FAILED", "-"]);
    has(&said.err, "error: step 2 (twice, wrong): tests failed\n");
    has(&said.err, "AssertionError: Tuples differ: ('a', <class 'str'>) != ('a', 'a')");
    has(&said.err, " -P -m unittest discover -s tests\n");
    has(&said.err, "error: step 3 (thrice): it cannot be built\n");
    has(&said.err, " --no-default-features --features thrice\n");
    has(&said.out, "nothing is hunted: `hunt` in [package.metadata.owned.verify] has an expression for each");
}

#[test]
fn tests_of_another_build_say_nothing_of_this_one() {
    let here = ALL.replace("\"-P\", ", "").replace("hunt =", "hunt = [] #");
    let port = Port::new("elsewhere", &here);
    copy(&port.0.join("python/pot"), &port.0.join("pot"));
    fs::write(port.0.join("pot/_pot.py"), "class Pot:\n    pass\n\ndef twice(object):\n    return object, object\n")
        .expect("a file");
    let test = "import unittest\nimport pot\n\nclass Tests(unittest.TestCase):\n    def test(self): pot.twice(1)\n";
    fs::write(port.0.join("tests/test_pot.py"), test).expect("a file");
    let said = port.verify(&[]);
    assert_eq!((said.code, row(&said, "default features")), (1, vec!["ok", "FAILED"]), "{}", said.err);
    has(&said.err, "the tests imported `pot._pot` from ");
    has(&said.err, "pot/_pot.py, and not what was built: ");
    // An older build in the package is no part of the copy.
    fs::remove_dir_all(port.0.join("pot")).expect("it was there");
    fs::write(port.0.join("python/pot/_pot.abi3.so"), "no library").expect("a file");
    assert_eq!(port.verify(&[]).code, 0);
    fs::write(port.0.join("tests/test_pot.py"), test.replace("import pot\n", "").replace("pot.twice(1)", "pass"))
        .expect("a file");
    let said = port.verify(&[]);
    assert_eq!(said.code, 1);
    has(&said.err, "error: step 1 (default features): the tests did not import `pot._pot`\n");
}

#[test]
fn what_the_manifest_has_nothing_of_is_said() {
    let hunt =
        "[\"pot.thrice(1)\", \"pot.__dict__.pop('twice')\", \"__import__('sys').exit()\", \"print(pot.twice(1))\"]";
    let table = format!("package = \"python/pot\"\nmodule = \"pot._pot\"\nhunt = {hunt}\n");
    let port = Port::new("missing", &table);
    let said = port.verify(&[]);
    let cells = vec!["ok", "none", "FAILED", "FAILED", "FAILED", "ok"];
    assert_eq!((said.code, row(&said, "default features")), (1, cells), "{}", said.err);
    has(&said.err, "cannot be hunted\n    KeyError: 'twice'\n");
    has(&said.err, "cannot be hunted\n    SystemExit:");
    has(&said.err, "`pot.thrice(1)` cannot be hunted\n    AttributeError: module 'pot' has no attribute 'thrice'\n");
    has(
        &said.out,
        "nothing is compared with C: `from` in [package.metadata.owned.verify] names its files, or --from\n",
    );
    has(&said.out, "no tests are run: `tests` in [package.metadata.owned.verify] is the command that runs them\n");
    let compared = port.verify(&["--read-only"]);
    assert_eq!(compared.code, 1);
    has(&compared.err, "error: which C files are compared? --from names them, or `from` in [package.metadata.owned.");
}

#[test]
fn what_new_writes_is_a_step() {
    let root = target().join("verified/begun");
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("csrc")).expect("a folder");
    fs::copy(fixture("texts.c"), root.join("csrc/texts.c")).expect("a copy");
    let mut new = Command::new(env!("CARGO_BIN_EXE_cargo-owned"));
    new.args(["owned", "new", "--from-c", "csrc", "--owned"]).arg(workspace()).current_dir(&root);
    assert_eq!(said(new.output().expect("it runs")).code, 0);
    fs::copy(workspace().join("Cargo.lock"), root.join("rust/Cargo.lock")).expect("the versions of the workspace");
    let manifest = root.join("rust/Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a file");
    fs::write(&manifest, text.replace("# hunt = [\"texts.FUNCTION()\"]", "hunt = [\"texts.join(['a'], '-')\"]"))
        .expect("a file");
    let said = Port(root).verify(&["--manifest-path", "rust/Cargo.toml"]);
    assert_eq!((said.code, row(&said, "default features")), (0, vec!["ok", "none", "ok"]), "{}", said.err);
    has(&said.out, "0 of 7 functions and methods are in Rust\n  C  count    rust/../csrc/texts.c:");
    has(&said.out, "no tests are run: ");
}

#[test]
fn a_table_that_says_something_else_than_it_can() {
    let refused = |table: &str| {
        let said = Port::new("refused", table).verify(&[]);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{}", said.err);
        said.err
    };
    has(
        &refused("test = []\n"),
        "[package.metadata.owned.verify]: unknown field `test`, expected one of `from`, `steps`",
    );
    has(&refused("module = \"pot._pot\"\n"), "the module `pot._pot` lies in a package: `package` says where that is");
    has(&refused("package = \"pot\"\n"), "there is no package ");
    has(&refused("steps = []\n"), "`steps` in [package.metadata.owned.verify] is empty");
    let port = Port::new("refused", "");
    let said = port.verify(&["--python", "no/python"]);
    assert_eq!((said.code, said.err.as_str()), (1, "error: no/python is no Python\n"));
    has(&port.verify(&["--manifest-path", "none.toml"]).err, "none.toml: --manifest-path says which crate is meant");
    let manifest = fs::read_to_string(port.0.join("Cargo.toml")).expect("a file").replace("cdylib", "staticlib");
    fs::write(port.0.join("Cargo.toml"), manifest).expect("a file");
    has(&port.verify(&[]).err, "has no library of the type `cdylib`: where another build hosts the crate");
}
