//! AddressSanitizer: its runtime is loaded before Python, and both halves of the module, C and Rust, are instrumented.

use std::env;
use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::process;

/// The runtime comes with the C compiler, so rustc is told to bring none. Frame pointers make its reports readable.
const RUSTFLAGS: &str = "-Zsanitizer=address -Zexternal-clangrt -Cforce-frame-pointers=yes";

/// Python keeps a lot until it ends; that nothing leaks is for the handle count and the debug build. Local variables
/// must stay on the real stack, since by the address of one we know how much of it is left.
const OPTIONS: &str = "detect_leaks=0:detect_stack_use_after_return=0";

/// What it takes to build and to run under AddressSanitizer here.
pub(crate) struct Sanitizer {
    runtime: PathBuf,
    /// The target triple. Named to cargo, it keeps build scripts and procedural macros free of the instrumentation.
    pub(crate) host: String,
}

impl Sanitizer {
    /// Looks for it; an error says why this machine cannot.
    pub(crate) fn find() -> Result<Self> {
        ensure!(cfg!(target_os = "linux"), "the runtime is preloaded the way Linux does it");
        let said = process::output(Command::new(cc()).arg("-print-file-name=libasan.so"))?;
        let runtime = PathBuf::from(said.trim());
        // A compiler that does not have the file says its bare name.
        let runtime = runtime.canonicalize().ok().filter(|_| runtime.is_absolute());
        let runtime = runtime.with_context(|| format!("the C compiler `{}` has no libasan.so", cc()))?;
        let mut magic = [0; 4];
        File::open(&runtime)?.read_exact(&mut magic)?;
        ensure!(magic == *b"\x7fELF", "{} is not a library that can be preloaded", runtime.display());

        let said = process::output(Command::new(rustc()).arg("-vV"))?;
        let host = said.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc does not say its host")?;
        Ok(Self { runtime, host: host.into() })
    }

    /// Has cargo instrument what it builds.
    pub(crate) fn instrument(&self, cargo: &mut Command) {
        cargo.args(["--target", &self.host]).env("INKCANVAS_SANITIZE", "address");
        // The flag is not a stable one, but it is in the pinned compiler, which is told to take it.
        cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", RUSTFLAGS).env_remove("CARGO_ENCODED_RUSTFLAGS");
    }

    /// Has an interpreter run under it. The tests learn how the module was compiled, so that they can compile a fault
    /// the same way and see it found.
    pub(crate) fn preload(&self, python: &mut Command) {
        python.env("LD_PRELOAD", &self.runtime).env("ASAN_OPTIONS", OPTIONS);
        // Python's own allocator hands out parts of large blocks: what is freed there would stay readable.
        python.env("PYTHONMALLOC", "malloc");
        python.env("INKFACE_SANITIZED_CC", format!("{} -fsanitize=address", cc()));
        python.env("INKFACE_SANITIZED_RUSTC", format!("{} {RUSTFLAGS}", rustc()));
    }
}

fn cc() -> String {
    env::var("CC").unwrap_or_else(|_| "cc".into())
}

fn rustc() -> String {
    env::var("RUSTC").unwrap_or_else(|_| "rustc".into())
}
