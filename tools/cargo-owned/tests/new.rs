//! What `new` writes, and what it leaves alone.

mod support;

use std::fs;
use std::path::Path;

use support::{Said, fixture, owned, said};

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
        manifest.contains("owned = { package = \"owned-py\", version = \"0.1\", features = [\"adopt\"] }"),
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
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the workspace");
    let said = project.begin(&["other", "--from-c", "csrc", "--owned", root.to_str().expect("UTF-8")]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let manifest = project.read("other/Cargo.toml");
    assert!(manifest.contains("/tools/owned-build\" }"), "{manifest}");
}
