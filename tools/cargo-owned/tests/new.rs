//! What `new` writes, and what it leaves alone.

mod support;

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use support::{Said, fixture, owned, said, target};

/// A project with a fixture's C files in `csrc`, in which `new` is run.
struct Project(tempfile::TempDir);

impl Project {
    fn of(files: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("csrc")).expect("a folder in it");
        for file in files {
            let name = Path::new(file).file_name().expect("a name");
            fs::copy(fixture(file), folder.path().join("csrc").join(name)).expect("a copy");
        }
        Self(folder)
    }

    fn begin(&self, arguments: &[&str]) -> Said {
        let mut command = owned(&["new"]);
        said(command.args(arguments).current_dir(self.0.path()).output().expect("it runs"))
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.path().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }
}

#[test]
fn a_crate_that_compiles_the_sources_and_adopts_the_module() {
    let project = Project::of(&["ring/ring.c", "ring/ring.h", "ring/link.c"]);
    let said = project.begin(&["--from-c", "csrc"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(
        said.out.starts_with(
            "wrote rust/Cargo.toml\nwrote rust/build.rs\nwrote rust/src/lib.rs\nwrote rust/pyproject.toml\n"
        )
    );
    let build = project.read("rust/build.rs");
    let lines: Vec<&str> = build.lines().map(str::trim).collect();
    let expected = [
        "owned_build::Extension::new(\"ring\")",
        ".source(\"../csrc/link.c\")",
        ".source(\"../csrc/ring.c\")",
        ".rust(\"src/lib.rs\")",
        ".compile();",
    ];
    assert!(lines.windows(expected.len()).any(|part| part == expected), "{build}");
    let library = project.read("rust/src/lib.rs");
    assert!(library.contains("//! 3. ring.Ring.push: ring_push\n"), "{library}");
    assert!(library.ends_with("#[owned::module(adopt)]\npub mod ring {}\n"), "{library}");
    let manifest = project.read("rust/Cargo.toml");
    assert!(manifest.contains("[lib]\nname = \"ring\"\ncrate-type = [\"cdylib\"]\n"), "{manifest}");
    assert!(
        manifest.contains("owned = { package = \"owned-py\", version = \"0.1\", features = [\"adopt\", \"full\"] }"),
        "{manifest}"
    );
    assert!(project.read("rust/pyproject.toml").contains("module-name = \"ring\"\n"));
}

#[test]
fn what_is_to_be_verified_is_in_the_manifest() {
    let project = Project::of(&["texts.c"]);
    project.begin(&["--from-c", "csrc"]);
    let manifest = project.read("rust/Cargo.toml");
    let table = "[package.metadata.owned.verify]\nfrom = [\"../csrc/texts.c\"]\nmodule = \"texts\"\n# tests = [";
    assert!(manifest.contains(table), "{manifest}");
    assert!(manifest.contains("# hunt = [\"texts.FUNCTION()\"]"), "{manifest}");
    // Files of Python beside the source are the package.
    fs::write(project.0.path().join("csrc/__init__.py"), "").expect("a file");
    project.begin(&["port", "--from-c", "csrc"]);
    let manifest = project.read("port/Cargo.toml");
    assert!(manifest.contains("module = \"csrc.texts\"\npackage = \"../csrc\"\n"), "{manifest}");
    let mut read = owned(&["verify", "--read-only", "--manifest-path", "port/Cargo.toml"]);
    let said = said(read.current_dir(project.0.path()).output().expect("it runs"));
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.starts_with("0 of 7 functions and methods are in Rust\n"), "{}", said.out);
}

#[test]
fn flags_go_on_to_the_build_and_a_part_is_compiled_once() {
    let project = Project::of(&["texts.c"]);
    fs::write(project.0.path().join("csrc/part.c"), "static int part(void) { return WHOLE(PART); }\n").expect("a file");
    let whole = project.read("csrc/texts.c") + "#include \"part.c\"\n";
    fs::write(project.0.path().join("csrc/texts.c"), whole).expect("a file");
    fs::create_dir(project.0.path().join("headers")).expect("a folder");
    let arguments =
        ["port", "--from-c", "csrc", "-I", "headers", "-D", "PART=3", "-D", "PLAIN", "-D", "WHOLE(x)=x", "--", "-O1"];
    let said = project.begin(&arguments);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let build = project.read("port/build.rs");
    assert_eq!(build.matches(".source(").count(), 1, "part.c is read where texts.c includes it: {build}");
    for line in [
        ".include(\"../headers\")",
        ".define(\"PART\", \"3\")",
        ".define(\"PLAIN\", \"1\")",
        ".flag(\"-DWHOLE(x)=x\")",
        ".flag(\"-O1\")",
    ] {
        assert!(build.lines().any(|said| said.trim() == line), "`{line}` in\n{build}");
    }
}

#[test]
fn nothing_is_written_over_and_nothing_half() {
    let project = Project::of(&["texts.c"]);
    fs::create_dir(project.0.path().join("rust")).expect("a folder");
    fs::write(project.0.path().join("rust/mine.txt"), "mine").expect("a file");
    let said = project.begin(&["--from-c", "csrc"]);
    assert_eq!((said.code, said.err.as_str()), (1, "error: rust is not empty: name a folder that is not there yet\n"));
    assert_eq!(fs::read_dir(project.0.path().join("rust")).expect("a folder").count(), 1);

    fs::copy(fixture("broken/header.c"), project.0.path().join("csrc/header.c")).expect("a copy");
    let said = project.begin(&["other", "--from-c", "csrc"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("csrc/header.c:2: the header `numpy/arrayobject.h` was not found"), "{}", said.err);
    assert!(!project.0.path().join("other").exists());
}

#[test]
fn which_module_is_meant_is_asked() {
    let project = Project::of(&["texts.c", "tally.c"]);
    let said = project.begin(&["--from-c", "csrc"]);
    assert_eq!(said.err, "error: several modules are defined: say which by --module: tally, texts\n");
    let said = project.begin(&["--from-c", "csrc", "--module", "tales"]);
    assert_eq!(said.err, "error: no module `tales` is defined, but tally, texts\n");
    assert_eq!(project.begin(&["--from-c", "csrc", "--module", "tally"]).code, 0);
    assert!(project.read("rust/src/lib.rs").contains("pub mod tally {}"));

    let project = Project::of(&["operators.c"]);
    let said = project.begin(&["--from-c", "csrc"]);
    assert!(said.err.starts_with("error: no module is defined in these files"), "{}", said.err);
}

#[test]
fn a_checkout_is_one() {
    let project = Project::of(&["texts.c"]);
    let said = project.begin(&["--from-c", "csrc", "--owned", "csrc"]);
    assert_eq!(said.err, "error: csrc is no checkout of Owned: there is no csrc/owned/Cargo.toml\n");
    assert!(!project.0.path().join("rust").exists());
    let said = project.begin(&["other", "--from-c", "csrc", "--owned", workspace().to_str().expect("UTF-8")]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let manifest = project.read("other/Cargo.toml");
    assert!(manifest.contains("/tools/owned-build\" }"), "{manifest}");
}

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the workspace")
}

#[test]
fn a_project_has_the_name_of_its_folder() {
    let project = Project::of(&[]);
    let said = project.begin(&["inner/tallies"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains("wrote inner/tallies/.github/workflows/ci.yml\n"), "{}", said.out);
    assert!(said.out.contains("\nNext\n  cd inner/tallies\n"), "{}", said.out);
    let manifest = project.read("inner/tallies/Cargo.toml");
    assert!(manifest.starts_with("[package]\nname = \"tallies\"\n"), "{manifest}");
    assert!(manifest.contains("owned = { package = \"owned-py\", version = \"0.1\" }\n"), "{manifest}");
    assert!(project.read("inner/tallies/pyproject.toml").contains("module-name = \"tallies\"\n"));
    assert!(project.read("inner/tallies/src/lib.rs").contains("#[owned::module]\npub mod tallies {\n"));
    assert!(project.0.path().join("inner/tallies/tallies.pyi").is_file());
    assert!(project.read("inner/tallies/README.md").contains("\ncargo owned new tallies && cd tallies\n"));
}

/// Each kind of name is refused by the tests beside the lists.
#[test]
fn a_project_that_cannot_be_is_not_begun() {
    let project = Project::of(&[]);
    fs::write(project.0.path().join("file"), "").expect("a file");
    for (arguments, error) in [
        (&["my-lib"][..], "`my-lib` is no name of a module, for it has `-` in it: `my_lib` would do"),
        (&["inner/json"], "`json` is a module of Python's standard library"),
        (&["csrc/.."], "a new project needs a NAME"),
        (&["file"], "file is no folder that a crate can go to"),
        (&["tallies", "--owned", "csrc"], "csrc is no checkout of Owned"),
        (&["tallies", "--module", "other"], "--from-c <PATH>"),
        (&["tallies", "-I", "csrc"], "files of C, which --from-c names"),
        (&[], "<NAME>"),
    ] {
        let said = project.begin(arguments);
        assert!(said.code != 0 && said.err.contains(error), "{arguments:?}: {}", said.err);
    }
    fs::create_dir(project.0.path().join("tallies")).expect("a folder");
    fs::write(project.0.path().join("tallies/mine.txt"), "mine").expect("a file");
    let said = project.begin(&["tallies"]);
    assert_eq!(said.err, "error: tallies is not empty: name a folder that is not there yet\n");
    assert!(!project.0.path().join("inner").exists());
    assert_eq!(fs::read_dir(project.0.path().join("tallies")).expect("a folder").count(), 1);
}

/// Runs cargo in a project, and returns whether it succeeded and what it said.
fn cargo(project: &Path, arguments: &[&str]) -> (bool, String) {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(arguments).current_dir(project).env("CARGO_NET_OFFLINE", "true");
    // Beside what adopts C, which is built as an extension: one would undo the other's work.
    cargo.env("CARGO_TARGET_DIR", target().join("projects")).env_remove("TRYBUILD");
    let output = cargo.output().expect("cargo runs");
    let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
    (output.status.success(), said)
}

/// Changes a file of a project, in one place.
fn change(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).expect("a file");
    assert_eq!(text.matches(from).count(), 1, "{from}");
    fs::write(file, text.replace(from, to)).expect("a file");
}

#[test]
fn a_new_project_passes_its_tests_which_find_what_is_wrong() {
    let home = target().join("new");
    let _ = fs::remove_dir_all(&home);
    fs::create_dir_all(&home).expect("a folder");
    let mut new = owned(&["new", "tallies", "--owned", workspace().to_str().expect("UTF-8")]);
    let said = said(new.current_dir(&home).output().expect("it runs"));
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let project = home.join("tallies");
    // It is formatted as most projects are, and not as this one.
    fs::write(home.join("rustfmt.toml"), "").expect("a file");
    fs::copy(workspace().join("Cargo.lock"), project.join("Cargo.lock")).expect("the versions of the workspace");

    // The page shows parts of it.
    let page = include_str!("../../../guide/first-binding.md");
    let blocks: Vec<&str> = page.split("```rust\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let files = ["src/lib.rs", "src/tally.rs", "tests/leaks.rs"];
    let code = files.map(|file| fs::read_to_string(project.join(file)).expect("a file")).concat();
    let code: Vec<&str> = code.lines().map(str::trim).collect();
    assert!(blocks.len() > 3);
    for block in blocks {
        let lines: Vec<&str> = block.lines().map(str::trim).collect();
        assert!(code.windows(lines.len()).any(|part| part == lines), "the project has not\n{block}");
    }

    let (is_formatted, said) = cargo(&project, &["fmt", "--check"]);
    assert!(is_formatted, "{said}");
    // What must not compile is compiled here, and not by trybuild, which would build itself and the library once more: it has
    // tests of its own.
    let manifest = fs::read_to_string(project.join("Cargo.toml")).expect("a file");
    let trybuild = manifest.lines().find(|line| line.starts_with("owned-ui-tests = ")).expect("it is there");
    change(&project.join("Cargo.toml"), trybuild, "");
    fs::remove_file(project.join("tests/ui.rs")).expect("it is there");
    fs::create_dir(project.join("examples")).expect("a folder");
    for case in ["lent_word", "lent_word.pass"] {
        fs::copy(project.join(format!("tests/ui/{case}.rs")), project.join("examples/case.rs")).expect("a copy");
        let (compiles, said) = cargo(&project, &["build", "--example", "case"]);
        assert_eq!(compiles, case.ends_with("pass"), "{said}");
        let stderr = fs::read_to_string(project.join("tests/ui/lent_word.stderr")).expect("a file");
        let stderr = stderr.replace("tests/ui/lent_word.rs", "examples/case.rs");
        assert!(compiles || said.contains(stderr.trim_end()), "{stderr}in\n{said}");
    }

    let (passes, said) = cargo(&project, &["test"]);
    assert!(passes, "{said}");
    for test in ["a_listener_that_holds_its_tally", "the_stub_file_is_what_the_module_has", "words::tests::case"] {
        assert!(said.contains(&format!("test {test}")), "{test} in\n{said}");
    }
    assert!(said.contains("src/words.rs - words::words") && !said.contains("warning"), "{said}");

    let tally = project.join("src/tally.rs");
    change(&tally, "listener.bind(py).call((word,))?;", "std::mem::forget(listener.bind(py).call((word,))?);");
    change(&project.join("src/lib.rs"), "/// Count the words of a text.", "/// Count words.");
    let (passes, said) = cargo(&project, &["test", "--no-fail-fast", "--test", "leaks", "--test", "module"]);
    assert!(!passes && said.contains("the test leaves handles each time that it runs:\n+"), "{said}");
    let text = fs::read_to_string(&tally).expect("a file");
    let line = text.lines().position(|line| line.contains("forget")).expect("it is there") + 1;
    assert!(said.contains(&format!("src/tally.rs:{line}\n")), "{said}");
    assert!(said.contains("tallies.pyi is stale: run `cargo owned stubs`"), "{said}");
}
