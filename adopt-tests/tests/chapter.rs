//! The chapter "From C, in an afternoon" of the guide: its project is built at every step, and its test passes.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGE: &str = include_str!("../../guide/from-c.md");

/// A block of code, with the language and what stands in its first comment.
struct Block<'a> {
    language: &'a str,
    text: &'a str,
}

fn blocks() -> Vec<Block<'static>> {
    let mut found = Vec::new();
    let mut rest = PAGE;
    while let Some((_, after)) = rest.split_once("\n```") {
        let (language, after) = after.split_once('\n').expect("a block has lines");
        let (text, after) = after.split_once("\n```\n").expect("a block ends");
        found.push(Block { language, text });
        rest = after;
    }
    found
}

/// The blocks that are a file of Rust, in the order of the page, with the file's name.
fn rust() -> Vec<(&'static str, &'static str)> {
    let files = blocks().into_iter().filter(|block| block.language.starts_with("rust"));
    let mut named = Vec::new();
    for block in files {
        let (name, text) = block.text.split_once('\n').expect("a file has a name");
        named.push((name.strip_prefix("// ").expect("the first line is the name"), text));
    }
    named
}

struct Project(PathBuf);

impl Project {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("chapter");
        let _ = fs::remove_dir_all(&root);
        for folder in ["src", "test", "rust/src", "built"] {
            fs::create_dir_all(root.join(folder)).expect("a folder can be made");
        }
        Project(root)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), format!("{text}\n")).unwrap_or_else(|error| panic!("{name}: {error}"));
    }

    /// Builds it and runs its test with the module.
    fn check(&self, step: &str) {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("chapter-target");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--offline", "--manifest-path"]).arg(self.0.join("rust/Cargo.toml"));
        cargo.env("CARGO_TARGET_DIR", &target).env("PYO3_BUILD_EXTENSION_MODULE", "1");
        cargo.env_remove("CARGO_MAKEFLAGS").env("RUSTFLAGS", "-D warnings");
        run(&mut cargo, step);
        let library = target.join("debug").join(format!("{}tally{}", env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX));
        fs::copy(library, self.0.join("built/tally.so")).expect("the library has been built");
        let mut python = Command::new(owned_testing::CONFIGURED.executable);
        python.arg("-c").arg(RUN).arg(self.0.join("built")).arg(self.0.join("test"));
        run(&mut python, step);
    }
}

const RUN: &str = "
import sys
sys.path[:0] = sys.argv[1:]
import test_tally
tests = [test for name, test in vars(test_tally).items() if name.startswith('test_')]
assert len(tests) == 3
for test in tests:
    test()
";

#[track_caller]
fn run(command: &mut Command, step: &str) {
    let done = command.output().expect("it can be started");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{step}: {said}");
}

#[test]
fn the_project_of_the_page_works_at_every_step() {
    let project = Project::new();
    let all = blocks();
    let of = |language: &'static str| {
        all.iter().filter(move |block| block.language == language).map(|block| block.text).collect::<Vec<_>>()
    };
    let [whole, left] = of("c")[..] else { panic!("two blocks of C") };
    project.write("test/test_tally.py", of("python")[0]);
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository");
    let manifest = of("toml")[0].replace('…', &repository.display().to_string());
    assert!(manifest.contains("owned-build"), "{manifest}");
    project.write("rust/Cargo.toml", &format!("{manifest}\n[workspace]"));
    fs::copy(repository.join("Cargo.lock"), project.0.join("rust/Cargo.lock")).expect("the lock file");
    project.write("src/tally.c", whole);

    let mut files = rust().into_iter();
    let mut step = |name: &str, count: usize| {
        for (file, text) in files.by_ref().take(count) {
            match file.strip_suffix(", in place of export!") {
                None => project.write(file, text),
                Some(file) => {
                    let before = fs::read_to_string(project.0.join(file)).expect("a file of an earlier step");
                    let kept = before.split_once("foreign::export!").expect("what is replaced").0;
                    project.write(file, &format!("{}{text}", kept.replace("use owned::foreign;\n", "")));
                }
            }
        }
        if name == "the type" {
            project.write("src/tally.c", left);
        }
        if name == "the end" {
            fs::remove_file(project.0.join("rust/build.rs")).expect("the build script goes");
            fs::remove_file(project.0.join("src/tally.c")).expect("the C file goes");
            let (without, _) = manifest.split_once("[build-dependencies]").expect("what built C");
            project.write("rust/Cargo.toml", &format!("{}\n[workspace]", without.replace(r#""adopt", "#, "")));
        }
        project.check(name);
    };
    step("a crate around it", 2);
    step("a function", 1);
    step("a method", 2);
    step("the type", 2);
    step("the end", 2);
    assert!(files.next().is_none(), "a step of the page is not checked");
}
