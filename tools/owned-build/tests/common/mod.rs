//! What the tests share: the fixtures, folders of their own, an interpreter.
#![allow(dead_code, reason = "each test uses a part of it")]

pub(crate) mod hosted;
pub(crate) mod tools;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// The Rust side of `fixtures/single.c`.
pub(crate) const TRACK: &str = "\
#[class(unsafe(adopt(Track, type = TrackType)))]
#[repr(C)]
pub struct Track {
    names: OwnedField<List>,
    next: BorrowedField<Track>,
    length: PlainField<isize>,
    kind: PlainField<c_int>,
    flags: PlainField<u8>,
    gain: PlainField<f64>,
    slots: PlainField<[*mut c_void; 2]>,
    marks: PlainField<[c_long; 3]>,
    label: PlainField<*const c_char>,
    callback: OwnedField<Any>,
}

foreign::import! {
    // SAFETY: as the source says.
    unsafe extern \"C\" {
        static fn track_scaled(gain: f64, times: c_int) -> f64;
        static fn track_names(track: Borrowed<Track>) -> New<Tuple>;
    }
}
";

/// That of `fixtures/multi.c`.
pub(crate) const GAUGE_AND_BAG: &str = "\
#[class(unsafe(adopt(Gauge, type = GaugeType)))]
#[repr(C)]
pub struct Gauge {
    unit: OwnedField<Str>,
    watcher: BorrowedField<Any>,
    ticks: PlainField<c_uint>,
    low: PlainField<c_short>,
    high: PlainField<c_short>,
    level: PlainField<f64>,
    weights: PlainField<[f32; 4]>,
    raw: PlainField<*mut c_void>,
}

#[class(unsafe(adopt(bag, spec = bag_spec)))]
#[repr(C)]
pub struct Bag {
    things: OwnedField<List>,
    added: PlainField<isize>,
    seen: PlainField<i64>,
}

foreign::import! {
    // SAFETY: as the source says.
    unsafe extern \"C\" {
        static fn gauge_text(gauge: Borrowed<Gauge>) -> New<Str>;
        static fn bag_peek(bag: Borrowed<Bag>, at: isize) -> Borrowed<Any>;
    }
}
";

/// What both begin with, behind them so that their lines are as here.
pub(crate) const USES: &str = "
use core::ffi::*;
use owned::adopt::*;
use owned::foreign;
use owned::prelude::*;
";

/// `fixtures`.
pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// An empty folder under the target directory.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("owned-build").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Writes a file, and the folders that it lies in.
pub(crate) fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// Writes the manifest of a crate of this type, `ported_` and its name, in a workspace of its own; and what that is locked to.
pub(crate) fn put_manifest(root: &Path, name: &str, kind: &str) {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let owned = own.join("../../owned");
    let manifest = format!(
        "[package]\nname = \"ported_{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[lib]\ncrate-type = [\"{kind}\"]\n\
         [dependencies]\nowned = {{ package = \"owned-py\", path = {owned:?}, default-features = false, \
         features = [\"adopt\", \"foreign\"] }}\n[build-dependencies]\nowned-build = {{ path = {own:?} }}\n[workspace]\n"
    );
    put(&root.join("Cargo.toml"), &manifest);
    fs::copy(own.join("../../Cargo.lock"), root.join("Cargo.lock")).expect("the lock file");
}

/// The interpreter that is configured.
pub(crate) fn python() -> PathBuf {
    env::var_os("PYO3_PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from)
}

/// What a line of Python prints, in a folder.
pub(crate) fn says(python: &Path, folder: &Path, code: &str) -> String {
    let done = Command::new(python).args(["-c", code]).current_dir(folder).env_remove("PYTHONPATH").output();
    text(done.expect("Python starts"), code)
}

/// The output of a command that has succeeded.
pub(crate) fn text(done: Output, what: &str) -> String {
    let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{what}\n{out}\n{err}");
    out.trim().to_owned()
}
