//! Is the interpreter that runs the one that was configured?

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The interpreter that this build was configured for, as it described itself then.
#[derive(Debug)]
#[non_exhaustive]
pub struct Configured {
    /// `sys.version_info[:3]`, with dots: `3.12.1`.
    pub version: &'static str,
    /// `sys.base_prefix`.
    pub base_prefix: &'static str,
    /// Whether it is a debug build, one that has `sys.gettotalrefcount`.
    pub debug: bool,
    /// `sys.executable`.
    pub executable: &'static str,
    /// Whether there is a shared `libpython` to load; a static one is part of the test binary.
    pub shared: bool,
    /// The folder of `libpython`.
    pub lib_dir: &'static str,
}

/// The interpreter that this build was configured for.
pub const CONFIGURED: Configured = Configured {
    version: env!("CONFIGURED_VERSION"),
    base_prefix: env!("CONFIGURED_BASE_PREFIX"),
    debug: is_one(env!("CONFIGURED_DEBUG")),
    executable: env!("CONFIGURED_EXECUTABLE"),
    shared: is_one(env!("CONFIGURED_SHARED")),
    lib_dir: env!("CONFIGURED_LIB_DIR"),
};

const fn is_one(flag: &str) -> bool {
    matches!(flag.as_bytes(), b"1")
}

/// Panics, with every difference, if the interpreter that runs is not the configured one.
///
/// `version` is `sys.version_info[:3]` with dots (what follows a space, as in `sys.version`, is not looked at),
/// `base_prefix` is `sys.base_prefix`, and `debug` says whether `sys.gettotalrefcount` exists. Which `libpython` is
/// loaded is looked up here, where the system tells.
#[track_caller]
pub fn assert_configured(version: &str, base_prefix: &str, debug: bool) {
    let running = Running { version, base_prefix, debug, libraries: loaded_libpythons() };
    let differences = running.differences(&CONFIGURED);
    assert!(differences.is_empty(), "this is not the interpreter that {} is:\n{differences}", CONFIGURED.executable);
}

struct Running<'a> {
    version: &'a str,
    base_prefix: &'a str,
    debug: bool,
    libraries: Option<Vec<PathBuf>>,
}

impl Running<'_> {
    /// One line for each difference; empty if there is none.
    fn differences(&self, configured: &Configured) -> String {
        let mut lines = String::new();
        let mut differ = |what: &str, found: &str, expected: &str| {
            writeln!(lines, "  {what}: {found}, configured: {expected}").expect("a String takes every write");
        };
        let version = self.version.split_whitespace().next().unwrap_or_default();
        if version != configured.version {
            differ("version", version, configured.version);
        }
        if !same_path(Path::new(self.base_prefix), Path::new(configured.base_prefix)) {
            differ("base prefix", self.base_prefix, configured.base_prefix);
        }
        if self.debug != configured.debug {
            differ("debug build", &self.debug.to_string(), &configured.debug.to_string());
        }
        for library in self.libraries.iter().flatten() {
            let folder = library.parent().unwrap_or(Path::new(""));
            if !configured.shared {
                differ("libpython", &library.display().to_string(), "none: it is part of the program");
            } else if !same_path(folder, Path::new(configured.lib_dir)) {
                differ("libpython", &library.display().to_string(), configured.lib_dir);
            }
        }
        if configured.shared && self.libraries.as_ref().is_some_and(Vec::is_empty) {
            differ("libpython", "none", configured.lib_dir);
        }
        lines
    }
}

fn same_path(a: &Path, b: &Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Each `libpython` mapped into this process; `None` where the system does not say.
fn loaded_libpythons() -> Option<Vec<PathBuf>> {
    let maps = fs::read_to_string("/proc/self/maps").ok()?;
    Some(libpythons_in(&maps))
}

fn libpythons_in(maps: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = maps
        .lines()
        .filter_map(|line| line.find('/').map(|start| Path::new(&line[start..])))
        // `libpython3.so` only forwards to the one with a minor version.
        .filter(|path| {
            path.file_name()
                .and_then(|name| name.to_str())
                .is_some_and(|name| name.starts_with("libpython3.") && name.contains(".so."))
        })
        .map(Path::to_path_buf)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARED: Configured = Configured {
        version: "3.12.1",
        base_prefix: "/opt/python",
        debug: false,
        executable: "/opt/python/bin/python3",
        shared: true,
        lib_dir: "/opt/python/lib",
    };

    fn running(library: &str) -> Running<'_> {
        let libraries = Some(vec![PathBuf::from(library)]);
        Running { version: "3.12.1 (main)", base_prefix: "/opt/python", debug: false, libraries }
    }

    #[test]
    fn the_configured_interpreter_passes() {
        assert_eq!(running("/opt/python/lib/libpython3.12.so.1.0").differences(&SHARED), "");
    }

    #[test]
    fn each_difference_is_named() {
        let other =
            Running { version: "3.12.2", base_prefix: "/usr", debug: true, ..running("/usr/lib/libpython3.12.so.1.0") };
        let found = other.differences(&SHARED);
        for part in ["3.12.2", "/usr,", "true", "/usr/lib/libpython3.12.so.1.0"] {
            assert!(found.contains(part), "{part} is not in {found}");
        }
        assert_eq!(found.lines().count(), 4);
    }

    #[test]
    fn a_second_libpython_is_named() {
        let mut two = running("/opt/python/lib/libpython3.12.so.1.0");
        two.libraries.get_or_insert_default().push(PathBuf::from("/usr/lib/libpython3.12.so.1.0"));
        assert_eq!(two.differences(&SHARED).lines().count(), 1);
    }

    #[test]
    fn a_shared_python_without_its_library_is_named() {
        let none = Running { libraries: Some(Vec::new()), ..running("") };
        assert!(none.differences(&SHARED).contains("libpython: none"));
    }

    #[test]
    fn a_static_python_loads_none() {
        let archive = Configured { shared: false, ..SHARED };
        assert_eq!(Running { libraries: Some(Vec::new()), ..running("") }.differences(&archive), "");
        assert!(running("/usr/lib/libpython3.12.so.1.0").differences(&archive).contains("part of the program"));
    }

    #[test]
    fn the_map_of_a_process_is_read() {
        let maps = "55d0-55d1 r-xp 0000 08:01 1 /usr/bin/cargo\n\
                    7f00-7f01 r--p 0000 08:01 2 /a b/lib/libpython3.11d.so.1.0\n\
                    7f01-7f02 r-xp 1000 08:01 2 /a b/lib/libpython3.11d.so.1.0\n\
                    7f02-7f03 r-xp 1000 08:01 3 /a b/lib/libpython3.so\n\
                    7f03-7f04 rw-p 0000 00:00 0 [heap]";
        assert_eq!(libpythons_in(maps), [PathBuf::from("/a b/lib/libpython3.11d.so.1.0")]);
    }
}
