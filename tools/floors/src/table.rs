//! The floors: the one place where they are written down.

/// From the ground up. Modules of one floor do not know each other.
const FLOORS: &[&[&str]] = &[
    &["raw"],
    &["hook"],
    &["token"],
    &["ptr"],
    &["err"],
    &["object"],
    &["convert"],
    &["gc", "adopt"],
    &["class"],
    &["module", "foreign", "array"],
    &["report", "embed", "logging"],
    &["testing"],
];

/// Files that stand outside: they gather what users and generated code see, and no module may use them.
pub(crate) const ROOTS: &[&str] = &["prelude", "__private"];

/// The modules that may name `pyo3_ffi`, and ask for the version of Python.
pub(crate) const FFI: &[&str] = &["raw"];

/// The floor of a module of the root.
pub(crate) fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|modules| modules.contains(&module))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_module_has_one_floor() {
        let mut all: Vec<&str> = FLOORS.concat();
        all.extend(ROOTS);
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(FFI.iter().all(|module| floor(module) == Some(0)));
    }
}
