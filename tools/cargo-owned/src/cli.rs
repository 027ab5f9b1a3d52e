//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use owned_build::host::Host;

use crate::read::{self, Flags};

/// What cargo runs for `cargo owned`: the subcommand's name is the first argument.
#[derive(Parser)]
#[command(name = "cargo", bin_name = "cargo")]
pub(crate) enum Cargo {
    /// Begin a binding for Python, and port C extensions to Rust, one function at a time
    #[command(version, about)]
    Owned(Owned),
}

/// Begin a binding for Python, and port C extensions to Rust, one function at a time.
#[derive(Args)]
pub(crate) struct Owned {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Say what a C extension is made of, and in which order it can be ported
    Scan(Scan),
    /// Write the Rust side of C functions, to be filled in
    Skeleton(Skeleton),
    /// Compare a port with its C, build each of its steps, run the extension's own tests, and look for what leaks
    Verify(Verify),
    /// Write the header by which C calls what a Rust file exports
    Header(Header),
    /// Write a new project: a binding with its tests, or, with --from-c, the crate with which a port begins
    New(New),
    /// Write the stub files of a module, by which type checkers and editors know what it has
    Stubs(Stubs),
    /// Write the licences of the crates that are compiled into a module, for its wheels
    #[command(visible_alias = "licenses")]
    Licences(Licences),
}

/// How the sources are compiled.
#[derive(Args)]
pub(crate) struct Sources {
    /// A folder in which headers are looked for
    #[arg(short = 'I', value_name = "FOLDER")]
    include: Vec<String>,
    /// A macro of the preprocessor: NAME, NAME=TEXT, NAME(x)=TEXT
    #[arg(short = 'D', value_name = "MACRO")]
    define: Vec<String>,
    /// The version of Python that the sources are read for; without it, that of the Python that cargo builds for
    #[arg(long, value_name = "3.N", value_parser = minor, overrides_with = "python_version")]
    python_version: Option<u8>,
    /// Further flags of the C compiler, after `--`
    #[arg(last = true, value_name = "FLAGS")]
    further: Vec<String>,
}

impl Sources {
    /// As the reader takes them.
    pub(crate) fn flags(&self) -> Flags {
        Flags {
            includes: self.include.clone(),
            defines: self.define.clone(),
            further: self.further.clone(),
            minor: self.python_version.unwrap_or_else(read::minor),
        }
    }
}

fn host(text: &str) -> Result<Host, String> {
    text.parse().map_err(|error: owned_build::Error| error.to_string())
}

fn minor(text: &str) -> Result<u8, String> {
    let minor = text.strip_prefix("3.").and_then(|minor| minor.parse().ok());
    minor.ok_or_else(|| "expected a version like 3.13".into())
}

#[derive(Args)]
pub(crate) struct Scan {
    /// C files, or folders of them
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Write JSON
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) sources: Sources,
}

#[derive(Args)]
pub(crate) struct Skeleton {
    /// Functions, methods and helpers by their names in Python (`LRU.get`) or in C (`LRU_get`), whole types (`LRU`); all, if
    /// none is named
    #[arg(value_name = "FUNCTION")]
    pub(crate) functions: Vec<String>,
    /// C files, or folders of them
    #[arg(long, required = true, num_args = 1.., value_name = "PATH")]
    pub(crate) from: Vec<PathBuf>,
    /// Write classes whose types Rust makes, instead of classes that adopt C's types
    #[arg(long)]
    pub(crate) whole_types: bool,
    #[command(flatten)]
    pub(crate) sources: Sources,
}

#[derive(Args)]
pub(crate) struct New {
    /// The folder of the project, which is not there yet: the module gets its name. With --from-c it has a default, `rust` or
    /// what the host expects, and any name
    #[arg(value_name = "NAME", required_unless_present = "from_c")]
    pub(crate) folder: Option<PathBuf>,
    /// The C files of an extension that is to be ported, or folders of them: the crate compiles them as they are, and adopts
    /// their module
    #[arg(long, num_args = 1.., value_name = "PATH")]
    pub(crate) from_c: Vec<PathBuf>,
    /// The module, if the C files define several
    #[arg(long, value_name = "NAME", requires = "from_c")]
    pub(crate) module: Option<String>,
    /// The build of the C extension, which goes on to build it: setuptools, meson or cmake. Run this where its file is
    #[arg(long, value_name = "BUILD", value_parser = host, requires = "from_c")]
    pub(crate) host: Option<Host>,
    /// A checkout of Owned to build with, instead of a release
    #[arg(long, value_name = "FOLDER")]
    pub(crate) owned: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) sources: Sources,
}

#[derive(Args)]
pub(crate) struct Header {
    /// Rust files with `foreign::export!`, with the modules that they declare
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Where it goes, with `owned.h` beside it; without this it is printed
    #[arg(short, long, value_name = "FILE.h")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Verify {
    /// Rust files that are compared, with the modules that they declare; without it, src/lib.rs of the crate
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The C files of the extension, or folders of them; without it, `from` of the manifest's table
    #[arg(long, num_args = 1.., value_name = "PATH")]
    pub(crate) from: Vec<PathBuf>,
    /// Compare only: build nothing, and run nothing
    #[arg(long)]
    pub(crate) read_only: bool,
    /// The Python to build for, which runs the tests; without it, that of PYO3_PYTHON, of the environment, or on PATH
    #[arg(long, value_name = "PYTHON")]
    pub(crate) python: Option<PathBuf>,
    /// The crate
    #[arg(long, value_name = "PATH", default_value = "Cargo.toml")]
    pub(crate) manifest_path: PathBuf,
    #[command(flatten)]
    pub(crate) sources: Sources,
}

#[derive(Args)]
pub(crate) struct Stubs {
    /// Where the files go, in folders by the packages of the module; without it, where maturin packs them from
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: Option<PathBuf>,
    /// Write nothing, and fail with the differences if the files are not what the module has
    #[arg(long)]
    pub(crate) check: bool,
    /// The module with the packages that it is in (`package._module`); without it, `module-name` of pyproject.toml, or the
    /// library's name
    #[arg(long, value_name = "NAME")]
    pub(crate) module: Option<String>,
    /// Features of the crate to build with
    #[arg(short = 'F', long, value_name = "FEATURES", value_delimiter = ',')]
    pub(crate) features: Vec<String>,
    /// Build without the crate's default features
    #[arg(long)]
    pub(crate) no_default_features: bool,
    /// The Python to build for, which imports the module; without it, that of PYO3_PYTHON, of the environment, or on PATH
    #[arg(long, value_name = "PYTHON")]
    pub(crate) python: Option<PathBuf>,
    /// The crate
    #[arg(long, value_name = "PATH", default_value = "Cargo.toml")]
    pub(crate) manifest_path: PathBuf,
}

#[derive(Args)]
pub(crate) struct Licences {
    /// The crate
    #[arg(long, value_name = "PATH", default_value = "Cargo.toml")]
    pub(crate) manifest_path: PathBuf,
}
