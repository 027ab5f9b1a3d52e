//! Compiles the C library with its own tests, under AddressSanitizer and UndefinedBehaviorSanitizer, and runs them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The fewest checks that a complete run makes: a suite that is not called any more must not pass unseen.
const LEAST_CHECKS: u32 = 20_000;

const SANITIZERS: [&str; 2] = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];

#[test]
fn c_library() {
    let program = scratch("inkcanvas-tests");
    let mut flags = vec!["-DINK_TEST_HOOKS"];
    if sanitizers_link() {
        flags.extend(SANITIZERS);
    } else {
        eprintln!("the C compiler has no sanitizers (libasan, libubsan): the tests run without");
    }
    let compiled = compile(&flags, &sources(), &program);
    assert!(compiled.status.success(), "{}", text(&compiled));

    let run = Command::new(&program)
        .env("ASAN_OPTIONS", "detect_stack_use_after_return=1")
        .output()
        .expect("the compiled tests can be started");
    println!("{}", text(&run));
    assert!(run.status.success(), "{}", text(&run));
    let checks =
        text(&run).lines().find_map(|line| line.strip_suffix(" checks, 0 failures")?.parse().ok()).unwrap_or(0);
    assert!(checks >= LEAST_CHECKS, "only {checks} checks ran");
}

/// A file that users may include from C++, or alone, compiles alone.
#[test]
fn header_stands_alone() {
    let source = scratch("header.c");
    std::fs::write(&source, "#include \"inkcanvas.h\"\nint main(void) { return 0; }\n")
        .expect("the scratch directory is writable");
    let compiled = compile(&["-Wpedantic"], &[source], &scratch("header"));
    assert!(compiled.status.success(), "{}", text(&compiled));
}

fn compile(flags: &[&str], sources: &[PathBuf], output: &Path) -> Output {
    Command::new(env!("INKCANVAS_CC"))
        .args(["-std=c99", "-pthread", "-g", "-O1", "-fno-omit-frame-pointer"])
        .args(["-Wall", "-Wextra", "-Werror", "-Wno-missing-field-initializers"])
        .args(flags)
        .arg("-I")
        .arg(root().join("include"))
        .args(sources)
        .arg("-o")
        .arg(output)
        .output()
        .expect("the C compiler that built the library can be started")
}

fn sanitizers_link() -> bool {
    let source = scratch("probe.c");
    std::fs::write(&source, "int main(void) { return 0; }\n").expect("the scratch directory is writable");
    compile(&SANITIZERS, &[source], &scratch("probe")).status.success()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("inkcanvas")
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn sources() -> Vec<PathBuf> {
    ["src", "tests"]
        .iter()
        .flat_map(|directory| root().join(directory).read_dir().expect("the C sources are there"))
        .map(|entry| entry.expect("a directory entry can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "c"))
        .collect()
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}
