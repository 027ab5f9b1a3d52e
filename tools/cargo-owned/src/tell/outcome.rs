//! What came of the steps of a port.

use std::io::{self, Write as _};

use anyhow::Result;

use crate::check::{Cell, Outcome};

use super::text::Rows;
use super::{FAINT, HEADING, error};

/// Which step is on its way: builds take time.
pub(crate) fn begins(at: usize, of: usize, step: &str) {
    anstream::eprintln!("{FAINT}step {at} of {of}: {step}{FAINT:#}");
}

/// The failures, then the table, so that the table is what is seen.
pub(crate) fn outcome(outcome: &Outcome) -> Result<()> {
    for failure in &outcome.failures {
        error(&failure.what, None);
        for line in failure.said.lines() {
            anstream::eprintln!("    {line}");
        }
        anstream::eprintln!("  by: {}", failure.command);
    }
    let mut out = anstream::AutoStream::auto(io::stdout().lock());
    let steps = outcome.rows.len();
    writeln!(out, "{HEADING}{steps} step{}{HEADING:#}", if steps == 1 { "" } else { "s" })?;
    let hunts = (1..=outcome.hunt.len()).map(|at| format!("hunt {at}"));
    let mut rows = vec![["step", "built", "tests"].map(String::from).into_iter().chain(hunts).collect::<Vec<_>>()];
    for row in &outcome.rows {
        let cells = [row.built, row.tests].into_iter().chain(row.hunts.iter().copied()).map(word);
        rows.push([row.step.clone()].into_iter().chain(cells).collect());
    }
    Rows(rows).write(&mut out, 2)?;
    for (at, expression) in outcome.hunt.iter().enumerate() {
        writeln!(out, "hunt {}: {expression}", at + 1)?;
    }
    for missing in &outcome.missing {
        writeln!(out, "{missing}")?;
    }
    out.flush()?;
    Ok(())
}

fn word(cell: Cell) -> String {
    match cell {
        Cell::Ok => "ok",
        Cell::Failed => "FAILED",
        Cell::Leaks => "LEAKS",
        Cell::Missing => "none",
        Cell::NotReached => "-",
    }
    .into()
}
