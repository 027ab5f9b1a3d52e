//! Is the feature `ledger` what this run is meant to have?

use std::env;

/// Set to `on` or `off` by `cargo xtask test` for each of its runs.
const EXPECTED: &str = "OWNED_EXPECT_LEDGER";

/// Panics if this run was started for the other state of the feature `ledger`.
///
/// Features are unified over a workspace: one member that asks for the ledger would enable it for all, and the
/// tests of the build without it would silently be gone. A run that was not started for either state (plain
/// `cargo test`) passes.
#[track_caller]
pub fn assert_ledger(on: bool) {
    if let Some(expected) = env::var_os(EXPECTED) {
        compare(&expected.to_string_lossy(), on);
    }
}

#[track_caller]
fn compare(expected: &str, on: bool) {
    let expected = match expected {
        "on" => true,
        "off" => false,
        other => panic!("{EXPECTED} is `on` or `off`, not `{other}`"),
    };
    assert_eq!(on, expected, "this run is for the ledger {}, but the build has it {}", word(expected), word(on));
}

fn word(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn the_same_state_passes() {
        compare("on", true);
        compare("off", false);
    }

    #[test]
    #[should_panic(expected = "this run is for the ledger off, but the build has it on")]
    fn a_feature_turned_on_behind_the_run_fails() {
        compare("off", true);
    }

    #[test]
    #[should_panic(expected = "`on` or `off`, not `1`")]
    fn another_word_fails() {
        compare("1", true);
    }
}
