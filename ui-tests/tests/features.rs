//! A macro or a first function whose feature is off is there all the same, and says which feature it needs, where it is
//! used; with the feature it compiles. The programs are built as one package of their own, since features are chosen by package.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The name of a program, its source, and what the compiler says of it: the message from the place on, or what stands beside it.
const PROGRAMS: [(&str, &str, &str); 10] = [
    (
        "callback",
        "use owned::prelude::*;

pub fn answer(py: Python<'_>) -> Result<Owned<'_, Callable>> {
    owned::callback!(py, \"answer\", [], |_args| Ok(42))
}

fn main() {}
",
        ":4:5: error: `callback!` needs the feature `callbacks` of `owned-py`",
    ),
    (
        "builtin",
        "#[owned::module]
pub mod tallies {}

fn main() {
    let _ = owned::builtin!(tallies);
}
",
        ":5:13: error: `builtin!` needs the feature `embed` of `owned-py`",
    ),
    (
        "initialize",
        "fn main() {
    owned::Python::initialize();
}
",
        ":2:5: error[E0277]: `Python::initialize` needs the feature `embed` of `owned-py`:",
    ),
    (
        "eval",
        "use owned::prelude::*;

pub fn answer(py: Python<'_>) -> Result<i64> {
    py.eval(\"6 * 7\", None)?.extract()
}

fn main() {}
",
        ":4:8: error[E0277]: `Python::eval` needs the feature `more-types` of `owned-py`:",
    ),
    (
        "trampoline",
        "use std::ffi::c_int;

owned::foreign::trampoline! {
    pub unsafe extern \"C\" fn on_tick(tick: c_int) -> c_int {
        on_error: -1,
        call: |_py| Ok(tick),
    }
}

fn main() {}
",
        ":3:1: error: `trampoline!` needs the feature `foreign` of `owned-py`",
    ),
    (
        "import",
        "use owned::foreign::import;

import! {
    unsafe extern \"C\" {
        pub fn PyObject_IsTrue(object: Borrowed<owned::Any>) -> Status;
    }
}

fn main() {}
",
        ":3:1: error: `import!` needs the feature `foreign` of `owned-py`",
    ),
    (
        "export",
        "use owned::foreign::export;

export! {
    unsafe extern \"C\" {
        pub fn touch(_py, object: Borrowed<owned::Any>) {
            let _ = object;
            Ok(())
        }
    }
}

fn main() {}
",
        ":3:1: error: `export!` needs the feature `foreign` of `owned-py`",
    ),
    (
        "handle",
        "pub type Wrapped<T> = owned::foreign::Handle<T>;

fn main() {}
",
        "gated behind the `foreign` feature",
    ),
    (
        "types",
        "pub type Day = owned::types::Date;

fn main() {}
",
        "gated behind the `time` feature",
    ),
    (
        "wide",
        "use owned::prelude::*;

pub fn wide(value: Borrowed<'_, '_, Any>) -> Result<u128> {
    value.extract()
}

fn main() {}
",
        "dates, times and the rarer types of std are the features `time` and `more-types`",
    ),
];

#[test]
fn what_is_off_names_its_feature() {
    let package = package();
    let (succeeds, text) = check(&package, &["--bins", "--message-format=short"]);
    assert!(!succeeds, "{text}");
    for (name, _, expected) in PROGRAMS {
        let place = format!("src/bin/{name}.rs");
        let errors: Vec<&str> =
            text.lines().filter(|line| line.starts_with(&place) && line.contains(": error")).collect();
        assert_eq!(errors.len(), 1, "one message for {name}: {text}");
        if expected.starts_with(':') {
            assert!(errors[0].starts_with(&format!("{place}{expected}")), "{errors:?}");
        } else {
            // What is said beside the message.
            let (_, text) = check(&package, &["--bin", name]);
            assert!(text.contains(expected), "{text}");
        }
    }
    let (succeeds, text) = check(&package, &["--features", "on", "--bins"]);
    assert!(succeeds, "with the features: {text}");
}

/// Writes the package, beside what cargo builds.
fn package() -> PathBuf {
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("features");
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    fs::create_dir_all(package.join("src/bin")).expect("the target directory can be written to");
    let manifest = format!(
        "[package]\nname = \"features\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [features]\non = [\"owned/callbacks\", \"owned/embed\", \"owned/foreign\", \"owned/more-types\", \"owned/time\"]\n\n\
         [dependencies]\nowned = {{ package = \"owned-py\", path = {:?}, default-features = false }}\n",
        workspace.join("owned")
    );
    fs::write(package.join("Cargo.toml"), manifest).expect("as above");
    fs::copy(workspace.join("Cargo.lock"), package.join("Cargo.lock")).expect("the workspace has a lockfile");
    for (name, source, _) in PROGRAMS {
        fs::write(package.join("src/bin").join(name).with_extension("rs"), source).expect("as above");
    }
    package
}

/// Whether the programs compile, and what the compiler says.
fn check(package: &Path, arguments: &[&str]) -> (bool, String) {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(package).args(["check", "--offline", "--keep-going"]).args(arguments);
    command.arg("--target-dir").arg(package.join("target")).env_remove("RUSTFLAGS");
    let output = command.output().expect("cargo starts");
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}
