//! The files of a host as they are written, and as the guide shows them.

mod common;

use std::path::{Path, PathBuf};
use std::{env, fs};

use common::hosted::{Hosted, Kind, SETUPTOOLS, SINGLE};
use common::{folder, put};
use owned_build::host::{self, Host, Project};

/// The project of the guide's page, block by block.
#[test]
fn what_the_guide_shows_is_built() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../guide/hosting-rust.md");
    let page = fs::read_to_string(page).expect("the guide has the page");
    let blocks = |language: &str| -> Vec<String> {
        let start = format!("```{language}\n");
        page.split(&start).skip(1).filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect()
    };
    let one = |language: &str| blocks(language).into_iter().next().expect("a block");
    let rust = blocks("rust");
    let [lib, build, lib_with_helper] = &*rust else { panic!("{} blocks of Rust", rust.len()) };
    const TALLY: Kind = Kind {
        module: "_tally",
        code: "import _tally as m; print(m.half.__doc__, m.half(3), m.twice.__doc__, m.twice(3))",
        answers: "1.5 C's. 6.0",
        helper: ("", ""),
    };
    let (source, setup) = (one("c"), one("python"));
    let files = [SETUPTOOLS[0], ("setup.py", setup.as_str()), ("src/_tally.c", source.as_str())];
    let mut project = Hosted::new("guide", Host::Setuptools, &TALLY, &files);
    let line = project.add_crate("String::new()");
    assert!(setup.contains(&line), "{line}");
    let own = env!("CARGO_MANIFEST_DIR");
    let manifest = one("toml").replace("…/owned", &format!("{own}/../../owned"));
    put(&project.rust().join("Cargo.toml"), &manifest);
    put(&project.rust().join("src/lib.rs"), lib);
    project.installs("Rust's.");
    put(&project.rust().join("build.rs"), build);
    put(&project.rust().join("src/lib.rs"), lib_with_helper);
    let dependency = format!("[build-dependencies]\nowned-build = {{ path = {own:?} }}\n[workspace]");
    put(&project.rust().join("Cargo.toml"), &manifest.replace("[workspace]", &dependency));
    project.installs("Rust's, by C's `scaled`.");
    project.change("setup.py", &line, "");
    project.installs("C's.");
    for (host, language, folder) in [(Host::Meson, "meson", "subprojects/ported"), (Host::Cmake, "cmake", "rust")] {
        let written = host::write(
            host,
            &Project {
                root: &folder_of_host(host),
                module: "_tally",
                source: Path::new("src/_tally.c"),
                folder: Path::new(folder),
            },
        );
        let line = written.unwrap_or_else(|error| panic!("{error}")).line;
        assert!(one(language).contains(&line), "{line}");
    }
}

#[test]
fn what_somebody_has_changed_is_not_written_over() {
    let project = Hosted::new("written", Host::Setuptools, &SINGLE, &SETUPTOOLS);
    let write = |host, module, source, folder| {
        let (source, folder) = (Path::new(source), Path::new(folder));
        host::write(host, &Project { root: &project.root, module, source, folder }).map_err(|error| error.to_string())
    };
    let written = write(Host::Setuptools, "package.single", "./src/single.c", "rust").expect("it is written");
    assert_eq!(written.line, "import runpy; runpy.run_path(\"rust/host.py\")[\"host\"](extensions)");
    write(Host::Setuptools, "package.single", "src/single.c", "rust").expect("the same again");
    put(&project.root.join("rust/host.py"), "# changed");
    let said = write(Host::Setuptools, "single", "src/single.c", "rust").expect_err("it was changed");
    assert!(said.contains("host.py is there already, with another text"), "{said}");
    for (host, module, source, folder, says) in [
        (Host::Meson, "single", "src/single.c", "rust", "the crate lies there"),
        (Host::Cmake, "a-b", "src/single.c", "rust", "not the name of a module"),
        (Host::Cmake, "single", "../single.c", "rust", "a path in the project"),
        (Host::Cmake, "single", "src/single.c", "/rust", "a path in the project"),
    ] {
        let said = write(host, module, source, folder).expect_err(says);
        assert!(said.contains(says), "{said}");
    }
    assert_eq!("scikit-build-core".parse::<Host>().expect("it is CMake's"), Host::Cmake);
    assert!("make".parse::<Host>().expect_err("unknown").to_string().contains("setuptools, meson, cmake"));
}

fn folder_of_host(host: Host) -> PathBuf {
    folder(&format!("guide-{}", host.name()))
}
