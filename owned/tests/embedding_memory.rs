//! A hundred starts and stops in one process: what each leaves behind, beside what it leaves in a program in C.
#![cfg(target_os = "linux")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use owned::embed::Interpreter;
use owned::prelude::*;
use support::{child_succeeds, in_child};

const ROUNDS: usize = 100;
/// So many rounds warm up; of as many after them, and of as many at the end, the least resident memory is compared.
const SOME: usize = 20;

/// What both programs have Python run: code that comes with extension modules of C's, classes, and a cycle.
const SOURCE: &str = "
import gc, json, sys, threading
# CPython 3.12.1 crashes when it is imported in several lives.
if sys.version_info[:2] != (3, 12): import datetime; datetime.datetime.now()
class Node: pass
node = Node(); node.node = node
json.loads(json.dumps({'now': [1, 2.5]}))
thread = threading.Thread(target=Node); thread.start(); thread.join()
";

/// A link of a chain.
#[class]
pub struct Link {
    #[field(get, set)]
    next: Option<Py<Any>>,
}

#[methods]
impl Link {
    #[new]
    fn new() -> Self {
        Link { next: None }
    }
}

#[owned::module]
mod linked {
    use owned::prelude::*;

    #[export]
    pub use super::Link;

    #[function]
    fn closure(py: Python<'_>) -> Result<Owned<'_, Callable>> {
        Callable::from_rust(py, "none", (), |(), args, _| args.py().none().into_py(args.py()))
    }

    /// Lets go of an object on a thread that is not attached.
    #[function]
    fn drop_elsewhere(object: Py<Any>) {
        std::thread::spawn(move || drop(object)).join().expect("the thread ends");
    }
}

/// What only the library's own loop does besides.
const OURS: &str = "
import linked
link = linked.Link(); link.next = link
linked.closure()()
linked.drop_elsewhere(linked.Link())
";

fn resident() -> i64 {
    let statm = std::fs::read_to_string("/proc/self/statm").expect("Linux says");
    let pages: i64 = statm.split(' ').nth(1).and_then(|pages| pages.parse().ok()).expect("a number");
    pages * 4
}

/// The loop of the library, in a child: what is resident after each round, in kilobytes.
#[track_caller]
fn restarts(test: &str, source: &str) -> Option<Vec<i64>> {
    if !in_child() {
        let output = child_succeeds(test);
        return Some(output.lines().filter_map(|line| line.strip_prefix("resident: ")?.parse().ok()).collect());
    }
    for _ in 0..ROUNDS {
        let interpreter = Interpreter::builder().module(owned::builtin!(linked)).start().expect("it starts");
        interpreter.attach(|py| py.run(source, None)).expect("the code runs");
        interpreter.stop().expect("it stops");
        println!("\nresident: {}", resident());
    }
    None
}

/// How much was added by a round, in kilobytes.
fn growth(resident: &[i64]) -> f64 {
    assert_eq!(resident.len(), ROUNDS);
    let least = |rounds: &[i64]| rounds.iter().min().copied().unwrap_or_default();
    let (first, last) = (least(&resident[SOME..2 * SOME]), least(&resident[ROUNDS - SOME..]));
    (last - first) as f64 / (ROUNDS - 2 * SOME) as f64
}

/// What a round of the same loop in C adds, in kilobytes. Asked once: a program that runs cannot be linked anew.
static GROWTH_IN_C: LazyLock<f64> = LazyLock::new(|| {
    let python = configured_python();
    let program = compile(&python);
    let output = Command::new(program).arg(&python).args([SOURCE, &ROUNDS.to_string()]).output().expect("it starts");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}: {}", output.status, String::from_utf8_lossy(&output.stderr));
    growth(&text.lines().map(|line| line.parse().expect("a number")).collect::<Vec<_>>())
});

/// The Python that this test was built with: what the library starts says where it is.
fn configured_python() -> PathBuf {
    let found = Command::new(std::env::current_exe().expect("the test binary knows its path"))
        .args(["--exact", "says_where_python_is", "--nocapture", "--ignored"])
        .output()
        .expect("the test binary starts");
    let text = String::from_utf8_lossy(&found.stdout);
    let path = text.lines().find_map(|line| line.strip_prefix("python: ")).unwrap_or_else(|| panic!("{text}"));
    path.into()
}

#[test]
#[ignore = "a part of another test"]
fn says_where_python_is() {
    support::start();
    let path = Python::attach(|py| py.import("sys")?.getattr("executable")?.extract::<String>());
    println!("\npython: {}", path.expect("it knows"));
}

/// Compiles the program with the C compiler of this machine.
fn compile(python: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/embedding_support");
    let program = std::env::current_exe().expect("a path").with_extension("in-c");
    let ask = "import sysconfig as s
v = lambda name: (s.get_config_var(name) or '').split()
print('\\n'.join([f'-I{s.get_path(\"include\")}', f'-I{s.get_path(\"platinclude\")}', f'-L{s.get_config_var(\"LIBDIR\")}',
    f'-L{s.get_config_var(\"LIBPL\")}', f'-Wl,-rpath,{s.get_config_var(\"LIBDIR\")}',
    f'-lpython{s.get_config_var(\"LDVERSION\")}', *v('LIBS'), *v('SYSLIBS'), *v('LINKFORSHARED')]))";
    let asked = Command::new(python).args(["-I", "-c", ask]).output().expect("the configured Python starts");
    let flags = String::from_utf8_lossy(&asked.stdout);
    let mut compiler = Command::new("cc");
    compiler.arg("-O1").arg("-o").arg(&program).arg(folder.join("restarts.c")).args(flags.lines());
    let output = compiler.output().expect("there is a C compiler");
    assert!(output.status.success(), "{compiler:?}: {}", String::from_utf8_lossy(&output.stderr));
    program
}

#[test]
fn a_restart_leaves_no_more_than_in_c() {
    let Some(ours) = restarts("a_restart_leaves_no_more_than_in_c", SOURCE) else { return };
    let (ours, theirs) = (growth(&ours), *GROWTH_IN_C);
    println!("kilobytes that a round leaves: {ours:.1}, in C {theirs:.1}");
    // A page a round is what the measure itself is unsure of.
    assert!(ours <= theirs.max(0.0) * 1.05 + 4.0, "{ours} kB a round, and {theirs} in C");
}

#[test]
fn classes_closures_and_late_drops_leave_little_more() {
    let source = format!("{SOURCE}{OURS}");
    let Some(ours) = restarts("classes_closures_and_late_drops_leave_little_more", &source) else { return };
    let (ours, theirs) = (growth(&ours), *GROWTH_IN_C);
    println!("kilobytes that a round leaves with classes: {ours:.1}, in C without {theirs:.1}");
    assert!(ours <= theirs.max(0.0) * 1.05 + 4.0, "{ours} kB a round, and {theirs} in C without a module");
}
