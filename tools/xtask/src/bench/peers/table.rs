//! The tables, as text.

use std::fmt::Write as _;

use super::list::{LIMIT, PEERS, Peer};
use super::results::{Cost, Module, Operation, Results, mean};

/// Everything that was measured.
pub(super) fn text(results: &Results) -> String {
    let mut text = format!("{}, {}\n", results.python, results.tools.join(", "));
    let titles: String = PEERS.iter().map(|peer| format!("{:>10}", peer.title)).collect();
    let mut block = |title: &str, rows: Vec<String>| {
        // Nobody fails to write to a text.
        let _ = write!(text, "\n{title:26}{titles}\n{}\n", rows.join("\n"));
    };
    let ratio = |one: &Operation, peer: &Peer| format!("{:10.2}", one.to_c(peer.name));
    let time = |one: &Operation, peer: &Peer| format!("{:10.2}", one.costs[peer.name].time_to_c);
    let means = |of: &dyn Fn(&Operation, &str) -> f64| {
        let mean = |peer: &Peer| format!("{:10.2}", mean(results.operations.iter().map(|one| of(one, peer.name))));
        format!("{:26}{}", "geometric mean", PEERS.iter().map(mean).collect::<String>())
    };
    let rows = |c: fn(Cost) -> f64, others: &dyn Fn(&Operation, &Peer) -> String| {
        let cell = |one: &Operation, peer: &Peer| match peer.name {
            LIMIT => format!("{:10.0}", c(one.costs[LIMIT])),
            _ => others(one, peer),
        };
        let row = |one: &Operation| {
            format!("{:26}{}", one.name, PEERS.iter().map(|peer| cell(one, peer)).collect::<String>())
        };
        results.operations.iter().map(row).collect::<Vec<_>>()
    };
    let counted = rows(|cost| cost.instructions, &ratio);
    let mean = means(&|one, peer| one.to_c(peer));
    block("Instructions, to C's", [counted, vec![mean]].concat());
    let inside = rows(|cost| cost.inside, &|one, peer| format!("{:10.0}", one.costs[peer.name].inside));
    let sum = |peer: &Peer| results.operations.iter().map(|one| one.costs[peer.name].inside).sum::<f64>();
    let sums = format!("{:26}{}", "sum", PEERS.iter().map(|peer| format!("{:10.0}", sum(peer))).collect::<String>());
    block("… in the module", [inside, vec![sums]].concat());
    let timed = rows(|cost| cost.nanoseconds, &time);
    block("Nanoseconds, to C's", [timed, vec![means(&|one, peer| one.costs[peer].time_to_c)]].concat());
    block("As a whole", whole(results));
    text
}

fn whole(results: &Results) -> Vec<String> {
    let row = |name: &str, of: &dyn Fn(&Module) -> Option<String>| {
        let cell = |peer: &Peer| format!("{:>10}", of(&results.modules[peer.name]).unwrap_or("–".into()));
        format!("{name:26}{}", PEERS.iter().map(cell).collect::<String>())
    };
    let seconds = |pick: fn(&super::results::Seconds) -> f64| {
        move |module: &Module| module.seconds.as_ref().map(|seconds| format!("{:.2}", pick(seconds)))
    };
    vec![
        row("import, instructions/1000", &|module| Some(format!("{:.0}", module.import / 1e3))),
        row("bytes of two doubles", &|module| Some(format!("{:.0}", module.instance_bytes))),
        row("stripped, KiB", &|module| Some(format!("{:.0}", module.stripped as f64 / 1024.0))),
        row("CPU s, clean release", &seconds(|seconds| seconds.release)),
        row("CPU s, clean dev", &seconds(|seconds| seconds.dev)),
        row("CPU s, one function", &seconds(|seconds| seconds.incremental)),
    ]
}
