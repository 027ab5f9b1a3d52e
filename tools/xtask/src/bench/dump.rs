//! One dump of callgrind: how many instructions, and how many of them in one object file.

use std::collections::HashMap;

use anyhow::{Context as _, Result, ensure};

/// Instructions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Instructions {
    /// Of everything.
    pub(super) all: f64,
    /// Of the module that is measured: its object file, with what is linked into it.
    pub(super) inside: f64,
}

/// Reads a dump. The module is known by how the names of object files end, less their suffix.
pub(super) fn read(dump: &str, module: &str) -> Result<Instructions> {
    let total = dump.lines().find_map(|line| line.strip_prefix("totals: ")).context("it has no total")?;
    let (mut found, mut names, mut inside, mut of_call) = (Instructions::default(), HashMap::new(), false, false);
    for line in dump.lines() {
        let object = line.strip_prefix("ob=").or_else(|| line.strip_prefix("cob="));
        if let Some((id, name)) = object.map(|said| said.split_once(' ').unwrap_or((said, ""))) {
            // A name is written once, and stands for its number from then on.
            if !name.is_empty() {
                let file = name.rsplit('/').next().unwrap_or(name);
                names.insert(id, file.split('.').next() == Some(module));
            }
            if line.starts_with("ob=") {
                inside = names.get(id).copied().unwrap_or(false);
            }
        } else if line.starts_with("calls=") {
            of_call = true; // the next line has what the function costs that is called, and is counted there
        } else if line.starts_with(|first: char| first.is_ascii_digit() || "+-*".contains(first))
            && !std::mem::take(&mut of_call)
        {
            let cost: f64 = line.split(' ').nth(1).context("a line has no cost")?.parse()?;
            found.all += cost;
            found.inside += if inside { cost } else { 0.0 };
        }
    }
    ensure!(total.parse() == Ok(found.all), "its lines add up to {}, and it says {total}", found.all);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DUMP: &str = "version: 1\nevents: Ir\nsummary: 9\n\nob=(1) /usr/lib/libpython3.so\nfn=(1) call\n12 5\n\
        cob=(2) /tmp/peer_c.cpython-311.so\ncfn=(2) add\ncalls=1 3\n+1 40\n* 2\n\nob=(2)\nfn=(2)\n3 40\n\ntotals: 47\n";

    #[test]
    fn what_is_called_is_counted_once_and_where_it_is() {
        assert_eq!(read(DUMP, "peer_c").expect("it is whole"), Instructions { all: 47.0, inside: 40.0 });
        assert_eq!(read(DUMP, "peer").expect("it is whole"), Instructions { all: 47.0, inside: 0.0 });
    }

    #[test]
    fn a_dump_that_does_not_add_up_is_refused() {
        assert!(read(&DUMP.replace("\n3 40", "\n3 41"), "peer_c").is_err());
        assert!(read("version: 1\n", "peer_c").is_err());
    }
}
