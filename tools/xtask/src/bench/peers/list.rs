//! Who is compared, and how each is built: as those build it who use it, in release and for development.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::super::modules::{self, CYTHON};
use crate::extension::{self, Profile};
use crate::python::Python;
use crate::{process, pytools};

/// Releases, from their registry.
const NANOBIND: &str = "nanobind==3.1.0";
const PYBIND11: &str = "pybind11==3.1.0";

/// What all others are compared with.
pub(super) const LIMIT: &str = "c";

/// One of those who are compared: its name, which is that of its folder and, after `peer_`, of its module, but for one that is
/// another's sources.
pub(super) struct Peer {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    how: How,
}

#[derive(Clone, Copy)]
enum How {
    C,
    Cargo,
    /// The sources of `owned`, for the stable ABI.
    Abi3,
    Nanobind,
    Pybind11,
    Cython,
}

/// All of them, in the order of the tables.
pub(super) const PEERS: [Peer; 8] = [
    Peer { name: LIMIT, title: "C", how: How::C },
    Peer { name: "ffi", title: "pyo3-ffi", how: How::Cargo },
    Peer { name: "owned", title: "owned", how: How::Cargo },
    Peer { name: "abi3", title: "  abi3", how: How::Abi3 },
    Peer { name: "pyo3", title: "PyO3", how: How::Cargo },
    Peer { name: "nanobind", title: "nanobind", how: How::Nanobind },
    Peer { name: "pybind11", title: "pybind11", how: How::Pybind11 },
    Peer { name: "cython", title: "Cython", how: How::Cython },
];

/// How one is built.
pub(super) struct Recipe {
    /// What its author does not change: built before, and left alone when the module is edited.
    pub(super) library: Vec<Command>,
    /// What is done after each edit.
    pub(super) module: Vec<Command>,
    /// What comes of it.
    pub(super) made: PathBuf,
}

impl Peer {
    /// Whose sources these are.
    fn sources(&self) -> &'static str {
        if matches!(self.how, How::Abi3) { "owned" } else { self.name }
    }

    /// The name of its module.
    pub(super) fn module(&self) -> String {
        format!("peer_{}", self.sources())
    }

    /// Its sources.
    pub(super) fn source(&self) -> PathBuf {
        folder().join(self.sources())
    }

    /// How the sources in one folder become a module in another, which exists.
    pub(super) fn recipe(&self, python: &Python, source: &Path, out: &Path, profile: Profile) -> Result<Recipe> {
        let (module, release) = (self.module(), profile == Profile::Release);
        let mut recipe = Recipe { library: Vec::new(), module: Vec::new(), made: out.join(format!("{module}.so")) };
        let compiler = |program: &str, flags: &[&str]| {
            let mut command = Command::new(program);
            command.args(["-fPIC", "-fvisibility=hidden"]).args(if release { flags } else { &["-O0", "-g"] });
            command.arg("-I").arg(&python.include);
            command
        };
        match self.how {
            How::Cargo | How::Abi3 => {
                let mut cargo = process::cargo();
                cargo.args(["build", "--quiet", "--locked"]).current_dir(source);
                cargo.args(release.then_some("--release"));
                if matches!(self.how, How::Abi3) {
                    cargo.args(["--features", "owned/abi3-py311"]);
                }
                extension::as_extension(&mut cargo, python, out);
                recipe.module.push(cargo);
                recipe.made = out.join(profile.folder()).join(extension::library(&module));
            }
            How::C => {
                let mut cc = compiler("cc", &["-O3", "-DNDEBUG", "-fwrapv"]);
                cc.args(["-shared", "-Wall", "-Wextra"]).arg(source.join("peer_c.c")).arg("-o").arg(&recipe.made);
                recipe.module.push(cc);
            }
            How::Cython => {
                let generated = out.join("peer_cython.c");
                let mut cython =
                    Command::new(pytools::environment(python, &modules::target(python).join("cython"), CYTHON)?);
                cython.args(["-m", "cython", "-3", "-o"]).arg(&generated).arg(source.join("peer_cython.pyx"));
                let mut cc = compiler("cc", &["-O3", "-DNDEBUG", "-fwrapv"]);
                cc.args(["-shared", "-w"]).arg(&generated).arg("-o").arg(&recipe.made);
                recipe.module.extend([cython, cc]);
            }
            How::Pybind11 => {
                let headers = headers(python, "pybind11", PYBIND11)?.join("include");
                let mut cxx = compiler("c++", &["-O3", "-DNDEBUG", "-flto=auto", "-fno-fat-lto-objects"]);
                cxx.args(["-shared", "-std=c++17", "-I"]).arg(headers);
                cxx.arg(source.join("peer_pybind11.cpp")).arg("-o").arg(&recipe.made);
                recipe.module.push(cxx);
            }
            How::Nanobind => {
                let home = headers(python, "nanobind", NANOBIND)?;
                let [library, object] = ["nanobind.o", "peer_nanobind.o"].map(|file| out.join(file));
                // What its functions for CMake set: the library for speed, the module for size.
                let compile = |size: &[&str], source: PathBuf, to: &Path| {
                    let flags = ["-O3", "-DNDEBUG", "-fno-stack-protector", "-ffunction-sections", "-fdata-sections"];
                    let mut cxx = compiler("c++", &[&flags, size].concat());
                    cxx.args(["-c", "-std=c++17", "-fno-strict-aliasing", "-I"]).arg(home.join("include"));
                    cxx.arg("-I").arg(home.join("ext/robin_map/include")).arg(source).arg("-o").arg(to);
                    cxx
                };
                let combined = home.join("src/nb_combined.cpp");
                recipe.library.push(compile(&["-DNB_COMPACT_ASSERTIONS", "-mtls-dialect=gnu2"], combined, &library));
                recipe.module.push(compile(&["-Os"], source.join("peer_nanobind.cpp"), &object));
                let mut link = Command::new("c++");
                link.args(["-shared", "-Wl,--gc-sections"]).arg(object).arg(library).arg("-o").arg(&recipe.made);
                recipe.module.push(link);
            }
        }
        Ok(recipe)
    }
}

/// The sources of all.
pub(super) fn folder() -> PathBuf {
    modules::sources().join("peers")
}

/// The folder of a package of Python's that brings headers.
fn headers(python: &Python, package: &str, release: &str) -> Result<PathBuf> {
    let inside = pytools::environment(python, &modules::target(python).join(package), release)?;
    let ask = format!("import {package}; print({package}.__path__[0])");
    Ok(process::output(Command::new(inside).args(["-c", &ask]))?.trim_end().into())
}
