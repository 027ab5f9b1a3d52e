//! Passes the configured interpreter on: its version as `cfg`s (`Py_3_12`, …) for the `raw` floor, its libpython to
//! whatever is run by cargo, and its executable to the code that starts an interpreter.
//!
//! # How a test finds its libpython
//! A machine has several Pythons; a test binary that was configured for one must not load another's `libpython`. An
//! rpath cannot see to it: cargo applies a build script's `rustc-link-arg` to that package alone, never to the
//! crates that depend on it. A search path does travel, and cargo puts each one that lies **inside the target
//! directory** in front of the dynamic loader's own path for everything that it starts: unit and integration tests,
//! doctests, examples, `cargo run`, and so the programs that trybuild runs. So a directory in `OUT_DIR` with
//! nothing in it but links to the configured `libpython` is all that is needed, here and in every crate that uses
//! this one: no configuration file, no variable, no earlier step. It is made anew whenever `pyo3-ffi` is configured
//! for another interpreter (`PYO3_PYTHON`, a virtual environment, `PATH`).
//!
//! With a static Python there is nothing to load: `pyo3-ffi` links the archive, this script adds the system
//! libraries that the archive asks for. Such a program must also export its symbols, for the standard library's own
//! extension modules: `-rdynamic`, which a program that embeds a static Python has to pass itself.
//!
//! A program that is started by hand (in a debugger, by another tool) finds `libpython` as any program does.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use pyo3_build_config::{InterpreterConfig, PythonImplementation, PythonVersion};

/// The oldest version that the library is written for.
const OLDEST: PythonVersion = PythonVersion { major: 3, minor: 11 };

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=PYO3_BUILD_EXTENSION_MODULE");
    pyo3_build_config::use_pyo3_cfgs();
    if let Some(why) = refused(pyo3_build_config::get()) {
        println!("cargo::error={why}");
        return;
    }
    name_dll(pyo3_build_config::get());
    if let Some(executable) = pyo3_build_config::get().executable() {
        // A build script of a binding that compiles C asks this one where its headers are.
        println!("cargo::metadata=python={executable}");
    }

    // An extension module is loaded by an interpreter: it neither links libpython nor starts one.
    if env::var_os("PYO3_BUILD_EXTENSION_MODULE").is_some() {
        println!("cargo:rustc-cfg=owned_extension");
        return;
    }
    let config = pyo3_build_config::get();
    if let Some(executable) = config.executable() {
        // What an embedded interpreter takes its prefix from: without it `python3` on PATH decides, and a libpython
        // would read the standard library of another patch version.
        println!("cargo:rustc-env=OWNED_PYTHON_EXECUTABLE={executable}");
    }
    if config.shared() {
        offer_libpython(config);
    } else {
        link_what_the_archive_needs(config);
    }
}

/// Says in which DLL on Windows what the library declares itself is found. What `pyo3-ffi` declares, it names.
fn name_dll(config: &InterpreterConfig) {
    if let (Ok("windows"), Some(name)) = (env::var("CARGO_CFG_TARGET_OS").as_deref(), config.lib_name()) {
        println!("cargo::rustc-cfg=python_dll=\"{name}\"");
    }
}

/// What the stable ABI cannot have: the feature, and why.
const FULL_API: [(&str, &str); 3] = [
    ("adopt", "types of C are not laid open by the stable ABI"),
    ("ledger", "the debug mode looks into types and code"),
    ("own-gil", "a module cannot ask there which interpreter it runs in"),
];

/// Why the library cannot be built for this interpreter, or with these features, if it cannot: said once, instead of by what
/// does not compile.
fn refused(config: &InterpreterConfig) -> Option<String> {
    let has =
        |feature: &str| env::var_os(format!("CARGO_FEATURE_{}", feature.to_uppercase().replace('-', "_"))).is_some();
    let versions = ["abi3-py311", "abi3-py312", "abi3-py313"];
    if has("abi3") && !versions.into_iter().any(has) {
        return Some(format!(
            "the feature `abi3` of owned-py does nothing alone: enable one of {}",
            versions.join(", ")
        ));
    }
    #[allow(deprecated, reason = "what says the same in the newest is not there in the oldest that will do")]
    let stable = config.abi3();
    if stable && !has("abi3") {
        let why =
            "pyo3-ffi is built for the stable ABI, of which owned-py has to know: enable its feature `abi3-py311`";
        return Some(format!("{why}, and not that of pyo3-ffi"));
    }
    if has("abi3") && !stable {
        let why = "there is no stable ABI for a Python without a GIL";
        return Some(format!("{why}: build for that version by itself, without the features abi3-… of owned-py"));
    }
    if has("abi3")
        && let Some((feature, why)) = FULL_API.into_iter().find(|(feature, _)| has(feature))
    {
        return Some(format!(
            "the feature `{feature}` of owned-py is not for the stable ABI ({why}): leave it out, or build for each \
             version of Python, without the features abi3-…"
        ));
    }
    let is = match config.implementation() {
        PythonImplementation::CPython if config.version() >= OLDEST => return None,
        PythonImplementation::CPython => format!("Python {}", config.version()),
        other => format!("{other}"),
    };
    let named = config.executable().map(|executable| format!(" ({executable})")).unwrap_or_default();
    Some(format!(
        "Owned is for CPython {OLDEST} and newer, and this build is for {is}{named}: activate an environment of another \
         Python, or name it by PYO3_PYTHON"
    ))
}

/// Emits a search path inside the target directory that holds the configured libpython and nothing else.
fn offer_libpython(config: &InterpreterConfig) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let offered = out.join("libpython");
    // Links to an interpreter that was configured before must go.
    if let Err(error) = fs::remove_dir_all(&offered) {
        assert_eq!(error.kind(), io::ErrorKind::NotFound, "cannot remove {}: {error}", offered.display());
    }
    fs::create_dir_all(&offered).unwrap_or_else(|error| panic!("cannot create {}: {error}", offered.display()));
    let libraries = shared_libraries(config);
    for library in &libraries {
        let name = library.file_name().expect("a directory entry has a name");
        offer(library, &offered.join(name));
    }
    if let (Ok("linux"), Some(name)) = (env::var("CARGO_CFG_TARGET_OS").as_deref(), config.lib_name()) {
        // The linker asks for the short name, which distributions have in a package of its own.
        let short = offered.join(format!("lib{name}.so"));
        match libraries.first() {
            Some(library) if fs::symlink_metadata(&short).is_err() => offer(library, &short),
            Some(_) => {}
            None => println!(
                "cargo::warning=there is no lib{name}.so in {}: tests, and programs that start Python, cannot be linked (on \
                 Debian: apt install python{}-dev); extension modules can, as maturin builds them",
                config.lib_dir().unwrap_or("the folder of libraries"),
                config.version(),
            ),
        }
    }
    println!("cargo:rustc-link-search=native={}", offered.display());
}

/// The files that the loader may ask for: `libpython3.12.so.1.0` and its short names, `libpython3.12.dylib`,
/// `python312.dll`.
fn shared_libraries(config: &InterpreterConfig) -> Vec<PathBuf> {
    let (Some(dir), Some(name)) = (config.lib_dir(), config.lib_name()) else {
        return Vec::new(); // configured without an interpreter, as an abi3 build may be
    };
    let windows = env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "windows");
    // On Windows `lib_dir` is where the import library is; the DLL lies one folder up.
    let (dir, start) = if windows {
        (Path::new(dir).parent().unwrap_or(Path::new(dir)), format!("{name}."))
    } else {
        (Path::new(dir), format!("lib{name}."))
    };
    let Ok(entries) = fs::read_dir(dir) else {
        return Vec::new(); // moved since Python was built: the linker reports what it misses
    };
    let is_shared = |rest: &str| rest == "dll" || rest == "dylib" || rest == "so" || rest.starts_with("so.");
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let file = path.file_name().and_then(|file| file.to_str());
            file.and_then(|file| file.strip_prefix(start.as_str())).is_some_and(is_shared)
        })
        .collect()
}

fn offer(library: &Path, at: &Path) {
    place(library, at).unwrap_or_else(|error| panic!("cannot offer {}: {error}", library.display()));
}

#[cfg(unix)]
fn place(library: &Path, at: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(library.canonicalize()?, at)
}

#[cfg(not(unix))]
fn place(library: &Path, at: &Path) -> io::Result<()> {
    fs::hard_link(library, at).or_else(|_| fs::copy(library, at).map(drop))
}

/// Links the system libraries that a static libpython was itself linked with.
fn link_what_the_archive_needs(config: &InterpreterConfig) {
    const SCRIPT: &str =
        "import sysconfig as s; print(*(s.get_config_var(v) or '' for v in ('LIBS', 'MODLIBS', 'SYSLIBS')))";
    let Some(executable) = config.executable() else {
        return;
    };
    let output = Command::new(executable).args(["-c", SCRIPT]).output();
    let output = output.unwrap_or_else(|error| panic!("cannot run {executable}: {error}"));
    assert!(output.status.success(), "{executable} cannot say which libraries it was linked with");
    let flags = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut seen = Vec::new();
    for library in flags.split_whitespace().filter_map(|flag| flag.strip_prefix("-l")) {
        if !seen.contains(&library) {
            seen.push(library);
            println!("cargo:rustc-link-lib=dylib={library}");
        }
    }
}
