//! What `owned` should cost at most, and which of that it misses.

use super::list::LIMIT;
use super::results::{Module, Operation, Results, Seconds, mean};

/// A difference that counts.
const MATTERS: f64 = 0.03;

const OURS: &str = "owned";

/// A line for each goal that is missed.
pub(super) fn missed(results: &Results) -> Vec<String> {
    let mut missed = Vec::new();
    let mut at_most = |what: String, is: f64, goal: f64| {
        // Rounded as it is shown, so that no line says 1.10 of 1.10.
        if (is * 100.0).round() > (goal * 100.0).round() {
            missed.push(format!("{what}: {is:.2}, at most {goal:.2}"));
        }
    };
    let operations = &results.operations;
    for operation in operations {
        at_most(format!("{}: instructions, owned to C", operation.name), operation.to_c(OURS), 1.10);
    }
    let whole = mean(operations.iter().map(|one| one.to_c(OURS)));
    at_most("all operations: instructions, owned to C, geometric mean".into(), whole, 1.03);
    let inside = |peer: &str| operations.iter().map(|one| one.costs[peer].inside).sum::<f64>();
    at_most("all operations: instructions in the module, owned to C, sums".into(), inside(OURS) / inside(LIMIT), 1.25);
    let time = mean(operations.iter().map(|one| one.costs[OURS].time_to_c));
    at_most("all operations: time, owned to C, geometric mean".into(), time, 1.00);
    for operation in operations {
        missed.extend(behind(operation));
    }
    missed.extend(of_module(results));
    missed
}

/// Where others are ahead.
fn behind(operation: &Operation) -> Vec<String> {
    let ours = operation.to_c(OURS);
    let mut lines = Vec::new();
    for peer in ["pyo3", "nanobind", "pybind11"] {
        let theirs = operation.to_c(peer);
        if (theirs - 1.0).abs() > MATTERS && ours >= theirs {
            lines.push(format!("{}: instructions to C, {ours:.2}, not ahead of {peer}, {theirs:.2}", operation.name));
        }
    }
    let theirs = operation.to_c("cython");
    if theirs < 1.0 - MATTERS && ours > theirs * (1.0 + MATTERS) {
        lines.push(format!("{}: instructions to C, {ours:.2}, not level with cython, {theirs:.2}", operation.name));
    }
    lines
}

/// What the module as a whole misses.
fn of_module(results: &Results) -> Vec<String> {
    let of = |peer: &str| &results.modules[peer];
    let (ours, c, raw, pyo3) = (of(OURS), of(LIMIT), of("ffi"), of("pyo3"));
    let mut lines = Vec::new();
    let mut at_most = |what: &str, is: f64, of: f64, times: f64| {
        if is > of * times {
            lines.push(format!("{what}: {is:.2}, which is {:.2} of {of:.2}, at most {times:.2}", is / of));
        }
    };
    // An allocator's own part of an instance is a fraction of a byte, and not the same in each run.
    at_most(
        "bytes of an instance of two doubles, owned to C",
        ours.instance_bytes.round(),
        c.instance_bytes.round(),
        1.0,
    );
    at_most("stripped file in KiB, owned to pyo3-ffi", kib(ours), kib(raw), 1.10);
    at_most("thousand instructions of import, owned to pyo3-ffi", ours.import / 1e3, raw.import / 1e3, 1.2);
    if let (Some(ours), Some(pyo3)) = (ours.seconds, pyo3.seconds) {
        let Seconds { release, dev, incremental } = ours;
        at_most("CPU seconds of a clean release build, owned to PyO3", release, pyo3.release, 0.65);
        at_most("CPU seconds of a clean dev build, owned to PyO3", dev, pyo3.dev, 0.65);
        at_most("CPU seconds of an incremental build, owned to PyO3", incremental, pyo3.incremental, 1.0);
    }
    lines
}

fn kib(module: &Module) -> f64 {
    module.stripped as f64 / 1024.0
}

#[cfg(test)]
mod tests {
    use super::super::list::PEERS;
    use super::super::results::Cost;
    use super::*;

    /// Everybody is as C is.
    fn level() -> Results {
        let cost = Cost { instructions: 100.0, inside: 10.0, nanoseconds: 10.0, time_to_c: 1.0 };
        let costs = PEERS.iter().map(|peer| (peer.name.to_owned(), cost)).collect();
        let module = Module { import: 1e6, instance_bytes: 32.1, stripped: 20_000, seconds: None };
        Results {
            operations: vec![Operation { name: "get".into(), costs }],
            modules: PEERS.iter().map(|peer| (peer.name.to_owned(), module.clone())).collect(),
            ..Results::default()
        }
    }

    #[test]
    fn who_is_level_misses_nothing() {
        assert_eq!(missed(&level()), [""; 0]);
    }

    #[test]
    fn each_goal_is_told_by_a_line_of_its_own() {
        let mut results = level();
        let costs = &mut results.operations[0].costs;
        costs.insert("owned".into(), Cost { instructions: 115.0, inside: 13.0, nanoseconds: 11.0, time_to_c: 1.1 });
        costs.get_mut("pyo3").expect("it is there").instructions = 110.0;
        costs.get_mut("nanobind").expect("it is there").instructions = 120.0;
        costs.get_mut("cython").expect("it is there").instructions = 90.0;
        let seconds = |release, dev, incremental| Some(Seconds { release, dev, incremental });
        let ours = results.modules.get_mut("owned").expect("it is there");
        *ours = Module { import: 1.3e6, instance_bytes: 48.2, stripped: 23_000, seconds: seconds(7.0, 6.0, 1.0) };
        results.modules.get_mut("pyo3").expect("it is there").seconds = seconds(10.0, 10.0, 0.9);
        let missed = missed(&results);
        let expected = [
            "get: instructions, owned to C: 1.15, at most 1.10",
            "all operations: instructions, owned to C, geometric mean: 1.15, at most 1.03",
            "all operations: instructions in the module, owned to C, sums: 1.30, at most 1.25",
            "all operations: time, owned to C, geometric mean: 1.10, at most 1.00",
            "get: instructions to C, 1.15, not ahead of pyo3, 1.10",
            "get: instructions to C, 1.15, not level with cython, 0.90",
            "bytes of an instance of two doubles, owned to C: 48.00, which is 1.50 of 32.00, at most 1.00",
            "stripped file in KiB, owned to pyo3-ffi: 22.46, which is 1.15 of 19.53, at most 1.10",
            "thousand instructions of import, owned to pyo3-ffi: 1300.00, which is 1.30 of 1000.00, at most 1.20",
            "CPU seconds of a clean release build, owned to PyO3: 7.00, which is 0.70 of 10.00, at most 0.65",
            "CPU seconds of an incremental build, owned to PyO3: 1.00, which is 1.11 of 0.90, at most 1.00",
        ];
        assert_eq!(missed, expected);
    }
}
