//! The files of a crate, and the module that each one is.

use std::path::Path;
use std::{fs, io};

/// One file.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path below `src`, with `/`: `ptr/owned.rs`.
    pub file: String,
    /// What it says.
    pub text: String,
}

impl Source {
    /// A file with this path below `src`.
    pub fn new(file: impl Into<String>, text: impl Into<String>) -> Self {
        Self { file: file.into(), text: text.into() }
    }

    /// The module that the file is: `ptr/owned.rs` is `["ptr", "owned"]`, `ptr/mod.rs` is `["ptr"]`, `lib.rs` is `[]`.
    pub(crate) fn module(&self) -> Vec<String> {
        let mut parts: Vec<String> = self.file.trim_end_matches(".rs").split('/').map(String::from).collect();
        if parts.last().is_some_and(|name| name == "mod") || parts == ["lib"] {
            parts.pop();
        }
        parts
    }
}

/// Reads every Rust file below a folder.
///
/// # Errors
/// A folder or file that cannot be read.
pub fn read(src: &Path) -> io::Result<Vec<Source>> {
    let mut sources = Vec::new();
    let mut folders = vec![src.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(src).expect("the walk began at this folder");
                let file = below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
                sources.push(Source::new(file, fs::read_to_string(&path)?));
            }
        }
    }
    sources.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn a_file_is_a_module() {
        let module = |file: &str| Source::new(file, "").module().join("::");
        assert_eq!(module("lib.rs"), "");
        assert_eq!(module("prelude.rs"), "prelude");
        assert_eq!(module("ptr/mod.rs"), "ptr");
        assert_eq!(module("ptr/owned/drop.rs"), "ptr::owned::drop");
    }
}
