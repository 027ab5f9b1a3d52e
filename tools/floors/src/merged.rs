//! Finds modules of one name in several examples.
//!
//! `rustdoc` compiles all examples of a crate as one program, but for those that say `standalone_crate`. A `#[module]` of
//! Owned exports the function by which Python imports it, under the module's name: two of a name cannot be in one program.
//! Then `rustdoc` says nothing, and compiles every example for itself, which takes many times as long.

use std::collections::BTreeMap;

use crate::Source;

/// The names that several modules in examples have, each with the places, as `file:line`. Of a file in Rust what stands in its
/// documentation is looked at, of any other file the whole.
pub fn clashing_modules(sources: &[Source]) -> Vec<String> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources {
        let mut merged = None; // whether the example that we are in is compiled with others
        let mut module = false; // whether the line before was the attribute
        for (at, line) in source.text.lines().map(str::trim).enumerate() {
            let line = if source.file.ends_with(".rs") {
                let Some(line) = line.strip_prefix("/// ").or_else(|| line.strip_prefix("//! ")) else { continue };
                line
            } else {
                line
            };
            if let Some(info) = line.strip_prefix("```") {
                let apart = ["standalone_crate", "compile_fail", "ignore"].iter().any(|word| info.contains(word));
                merged = if merged.is_some() { None } else { Some(!apart) };
            } else if merged == Some(true) {
                let line = line.strip_prefix("# ").unwrap_or(line);
                let item = line.strip_prefix("pub ").unwrap_or(line);
                if let (true, Some(named)) = (module, item.strip_prefix("mod ")) {
                    let name = named.trim_end_matches(['{', '}', ' ']);
                    places.entry(name.to_owned()).or_default().push(format!("{}:{}", source.file, at + 1));
                }
                module = line.starts_with("#[owned::module") || line.starts_with("#[module");
            }
        }
    }
    let clashing = places.into_iter().filter(|(_, places)| places.len() > 1);
    clashing.map(|(name, places)| format!("`{name}`: {}", places.join(", "))).collect()
}
