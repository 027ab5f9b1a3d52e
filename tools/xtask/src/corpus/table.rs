//! The figures: by kind, by peer, in all; and the file that has every result.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;

use anyhow::{Context as _, Result};
use serde_json::json;

use super::build;
use super::cases::Variant;
use super::checking::Checked;
use super::judge::{self, Verdict};
use super::peers::Peer;

/// How much was found.
#[derive(Clone, Copy, Default)]
pub(super) struct Sums {
    bugs: usize,
    found: usize,
    /// Bugs with a marked line, and those of which it is the place of a report.
    marked: usize,
    exact: usize,
    clean: usize,
    false_reports: usize,
    /// Kinds of which no bug was found.
    at_zero: usize,
    /// Bugs whose line is named, but not as a place.
    inexact: usize,
}

impl Sums {
    fn add(&mut self, checked: &Checked) {
        if checked.case.variant == Variant::Bug {
            let marked = judge::has_marks(&checked.case).unwrap_or(false);
            self.bugs += 1;
            self.marked += usize::from(marked);
            self.found += usize::from(matches!(checked.verdict, Verdict::Exact | Verdict::Found | Verdict::Inexact));
            self.exact += usize::from(checked.verdict == Verdict::Exact);
            self.inexact += usize::from(checked.verdict == Verdict::Inexact);
        } else {
            self.clean += 1;
            self.false_reports += usize::from(checked.verdict == Verdict::FalseReport);
        }
    }

    /// Whether enough is found, in every kind, with its line, and nothing that is not there.
    pub(super) fn passes(&self, percent: usize) -> bool {
        let enough = self.found * 100 >= self.bugs * percent;
        enough && self.inexact == 0 && self.at_zero == 0 && self.false_reports == 0
    }
}

impl fmt::Display for Sums {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { bugs, found, marked, exact, clean, false_reports, .. } = self;
        write!(f, "recall {found} of {bugs}, exact line {exact} of {marked}, false reports {false_reports} of {clean}")
    }
}

/// The sums of all.
pub(super) fn sums(results: &[Checked]) -> Sums {
    let mut sums = Sums::default();
    results.iter().for_each(|result| sums.add(result));
    sums.at_zero = kinds(results).values().filter(|kind| kind.bugs > 0 && kind.found == 0).count();
    sums
}

fn kinds(results: &[Checked]) -> BTreeMap<&str, Sums> {
    let mut kinds: BTreeMap<&str, Sums> = BTreeMap::new();
    for result in results {
        kinds.entry(&result.case.kind).or_default().add(result);
    }
    kinds
}

/// A row for each kind.
pub(super) fn by_kind(results: &[Checked]) -> String {
    let mut text = format!("{:<20} {:>10} {:>12} {:>14}", "kind", "found", "exact lines", "false reports");
    for (kind, sums) in kinds(results) {
        let of = |part: usize, all: usize| if all == 0 { "-".to_owned() } else { format!("{part} of {all}") };
        text += &format!(
            "\n{kind:<20} {:>10} {:>12} {:>14}",
            of(sums.found, sums.bugs),
            of(sums.exact, sums.marked),
            of(sums.false_reports, sums.clean)
        );
    }
    text
}

/// A row for each kind, a column for each peer: of how many bugs it says something, and of how many twins.
pub(super) fn by_peer(peers: &[Peer]) -> String {
    let mut names: Vec<&str> = peers.iter().map(|peer| peer.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let mut kinds: BTreeMap<&str, BTreeMap<&str, (usize, usize)>> = BTreeMap::new();
    for peer in peers {
        let cell = kinds.entry(&peer.case.kind).or_default().entry(&peer.name).or_default();
        let found = usize::from(peer.found);
        if peer.case.variant == Variant::Bug { cell.0 += found } else { cell.1 += found }
    }
    let mut text = format!("{:<20}", "found / false");
    text.extend(names.iter().map(|name| format!(" {name:>14}")));
    for (kind, cells) in kinds {
        text += &format!("\n{kind:<20}");
        for name in &names {
            let (found, wrong) = cells.get(name).copied().unwrap_or_default();
            text += &format!(" {:>14}", format!("{found} / {wrong}"));
        }
    }
    text
}

/// Writes every result to `results.json`.
pub(super) fn write(results: &[Checked], peers: &[Peer]) -> Result<()> {
    let file = build::target().join("results.json");
    let programs: Vec<_> = results
        .iter()
        .map(|result| {
            json!({
                "kind": result.case.kind, "name": result.case.name, "variant": result.case.variant.name(),
                "verdict": format!("{:?}", result.verdict), "seconds": result.seconds,
                "failure": result.said.as_ref().err(), "check": result.said.as_ref().ok(),
            })
        })
        .collect();
    let others: Vec<_> = peers
        .iter()
        .map(|peer| {
            json!({
                "peer": peer.name, "kind": peer.case.kind, "name": peer.case.name, "variant": peer.case.variant.name(),
                "found": peer.found, "says": peer.says,
            })
        })
        .collect();
    let all = json!({"summary": sums(results).to_string(), "programs": programs, "peers": others});
    fs::create_dir_all(build::target()).context("cannot create the target directory of the corpus")?;
    fs::write(&file, serde_json::to_string_pretty(&all)?).with_context(|| format!("cannot write {}", file.display()))
}
