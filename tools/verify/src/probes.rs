//! What to call each function with: `c-shim/contracts/probes/*.probes`. `README.md` there is the format.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use owned_contracts::Table;

/// All probes, by function.
#[derive(Debug, Default)]
pub(crate) struct Probes {
    by_name: HashMap<String, Probe>,
}

/// The probes of one function.
#[derive(Debug, Default)]
pub(crate) struct Probe {
    /// Python statements that run before the arguments are made.
    pub(crate) before: Vec<String>,
    /// Python statements that run when all has been released.
    pub(crate) after: Vec<String>,
    /// Arguments with which it succeeds.
    pub(crate) succeeds: Vec<String>,
    /// Arguments with which it fails.
    pub(crate) fails: Vec<String>,
    /// `success`, `failure`, `wrong types`, `memory`: what is not tried, and why.
    pub(crate) not: HashMap<String, String>,
    /// The exception that it sets is what it is for, not its failure.
    pub(crate) sets: bool,
    /// What it takes outlives the call and cannot be taken back: its counts may grow, and why.
    pub(crate) lasts: Option<String>,
    /// What CPython itself does wrong: crashes, or what it does when memory runs out.
    pub(crate) fault: Option<String>,
    /// An exception that is set already when it is called.
    pub(crate) pending: Option<String>,
    /// Its results never die, since 3.12: nothing is to be counted there.
    pub(crate) immortal: bool,
    /// What it returns is memory that the caller frees.
    pub(crate) frees: bool,
    /// What tells failure, where the table has no word for it: a parameter whose place is NULL then, or
    /// `exception`.
    pub(crate) tells: Option<String>,
    place: String,
}

impl Probes {
    /// Reads the folder. A folder that is not there has no probes.
    pub(crate) fn load(folder: &Path) -> Result<Self> {
        let mut probes = Self::default();
        if !folder.exists() {
            return Ok(probes);
        }
        let mut files: Vec<_> = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
        files.retain(|file| file.extension().is_some_and(|ending| ending == "probes"));
        files.sort();
        for file in files {
            let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
            probes.read(&text, &file)?;
        }
        Ok(probes)
    }

    /// Reads one file.
    fn read(&mut self, text: &str, file: &Path) -> Result<()> {
        let mut names: Vec<String> = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let place = format!("{}:{}", file.display(), at + 1);
            let bare = line.trim_end();
            if bare.is_empty() || bare.starts_with('#') {
                continue;
            }
            match bare.strip_prefix("    ") {
                None => {
                    names = bare.split(',').map(|name| name.trim().to_owned()).collect();
                    for name in &names {
                        let probe = Probe { place: place.clone(), ..Probe::default() };
                        if let Some(before) = self.by_name.insert(name.clone(), probe) {
                            bail!("{place}: {name} has probes already, at {}", before.place);
                        }
                    }
                }
                Some(_) if names.is_empty() => bail!("{place}: a probe of which function?"),
                Some(probe) => {
                    for name in &names {
                        let into = self.by_name.get_mut(name).expect("inserted with its name");
                        into.line(probe.trim()).with_context(|| place.clone())?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The probes of a function.
    pub(crate) fn of(&self, name: &str) -> Option<&Probe> {
        self.by_name.get(name)
    }

    /// Every probe is of a function that the table has.
    pub(crate) fn check(&self, table: &Table) -> Result<()> {
        let mut unknown: Vec<String> = self
            .by_name
            .iter()
            .filter(|(name, _)| table.find(name).is_none())
            .map(|(name, probe)| format!("{}: {name} has no contract", probe.place))
            .collect();
        unknown.sort();
        if unknown.is_empty() { Ok(()) } else { bail!("{}", unknown.join("\n")) }
    }
}

impl Probe {
    fn line(&mut self, line: &str) -> Result<()> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim().to_owned();
        match word {
            "before" => self.before.push(rest),
            "after" => self.after.push(rest),
            "succeeds" => self.succeeds.push(rest),
            "fails" => self.fails.push(rest),
            "sets" => self.sets = true,
            "pending" => self.pending = Some(rest),
            "immortal" => self.immortal = true,
            "frees" => self.frees = true,
            "tells" => self.tells = Some(rest),
            "lasts" => self.lasts = Some(rest),
            "fault" => self.fault = Some(rest),
            "not" => {
                let (what, reason) = rest.split_once(": ").context("`not WHAT: reason` expected")?;
                let known = ["success", "failure", "wrong types", "memory", "leaks"];
                if !known.contains(&what) {
                    bail!("`not {what}`: one of {} expected", known.join(", "));
                }
                self.not.insert(what.to_owned(), reason.to_owned());
            }
            _ => bail!("`{word}` begins no probe"),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probes_are_read_by_function() {
        let mut probes = Probes::default();
        let text = "# comment\nPyA, PyB\n    succeeds [x], x\n    not failure: it has none\n";
        probes.read(text, Path::new("f.probes")).unwrap();
        for name in ["PyA", "PyB"] {
            let probe = probes.of(name).expect(name);
            assert_eq!(probe.succeeds, ["[x], x"]);
            assert_eq!(probe.not["failure"], "it has none");
        }
    }

    #[test]
    fn a_mistake_is_told_with_its_place() {
        let error = Probes::default().read("PyA\n    succeds 1\n", Path::new("f.probes")).unwrap_err();
        assert_eq!(format!("{error:#}"), "f.probes:2: `succeds` begins no probe");
        let error = Probes::default().read("PyA\nPyA\n", Path::new("f.probes")).unwrap_err();
        assert_eq!(format!("{error:#}"), "f.probes:2: PyA has probes already, at f.probes:1");
    }
}
