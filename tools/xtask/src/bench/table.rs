//! The table: what each costs less a call that does nothing, and how they compare.

use std::fmt;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;

use super::callgrind::Measured;

/// One function with one kind of argument. The arrays have C, Cython, owned.
pub(super) struct Row {
    name: String,
    /// Instructions per call.
    whole: [f64; 3],
    /// Those of C's function that does nothing.
    nothing: f64,
    /// Those of each module's own.
    own_nothing: [f64; 3],
}

/// Puts the three side by side.
pub(super) fn rows(c: &[Measured], cython: &[Measured], owned: &[Measured]) -> Result<Vec<Row>> {
    let of_name = |of: &[Measured], name: &str| {
        of.iter().find(|one| one.function == name).map(|one| one.instructions).context("nothing does nothing")
    };
    ensure!(c.len() == cython.len() && c.len() == owned.len(), "the modules have not the same functions");
    let row = |((c_one, cython_one), owned_one): ((&Measured, &Measured), &Measured)| {
        let case = &c_one.case;
        let name = if case.is_empty() { c_one.function.clone() } else { format!("{}({case})", c_one.function) };
        let nothing = if case.is_empty() { "nothing" } else { "ignore" };
        // What can be given by name too is called in another way.
        let own = if c_one.function.ends_with("_named") { "ignore_named" } else { nothing };
        let own_nothing = [of_name(c, own)?, of_name(cython, own)?, of_name(owned, own)?];
        let whole = [c_one.instructions, cython_one.instructions, owned_one.instructions];
        Ok(Row { name, whole, nothing: of_name(c, nothing)?, own_nothing })
    };
    c.iter().zip(cython).zip(owned).map(row).collect()
}

impl Row {
    pub(super) const HEAD: &'static str =
        "                               C   Cython    owned  owned/C  owned/Cython  whole/C  without entry/C";

    /// Less the interpreter's call: that of C's function that does nothing.
    fn net(&self) -> [f64; 3] {
        self.whole.map(|whole| whole - self.nothing)
    }

    /// Less each one's own function that does nothing: the conversions alone.
    fn alone(&self) -> [f64; 3] {
        [0, 1, 2].map(|at| self.whole[at] - self.own_nothing[at])
    }

    pub(super) fn json(&self) -> serde_json::Value {
        json!({ "name": self.name, "whole": self.whole, "net": self.net(), "without_entry": self.alone() })
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ([c, cython, owned], [alone_c, _, alone]) = (self.net(), self.alone());
        let name = &self.name;
        write!(f, "{name:24}{c:8.0} {cython:8.0} {owned:8.0}")?;
        if c < 1.0 {
            // What does nothing is what the others are compared with.
            return write!(f, "        –             –  {:7.2}                –", self.whole[2] / self.whole[0]);
        }
        let (to_c, to_cython, whole) = (owned / c, owned / cython, self.whole[2] / self.whole[0]);
        write!(f, "  {to_c:7.2}  {to_cython:12.2}  {whole:7.2}")?;
        if alone_c < 1.0 { write!(f, "                –") } else { write!(f, "  {:15.2}", alone / alone_c) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_call_costs_is_left_out() {
        let of = |nothing, sum| {
            let one = |function: &str, instructions| Measured {
                function: function.into(),
                case: "list".into(),
                instructions,
                inside: 0.0,
            };
            [one("ignore", nothing), one("sum", sum), one("ignore_named", nothing + 10.0), one("sum_named", sum + 10.0)]
        };
        let rows = rows(&of(200.0, 1200.0), &of(300.0, 1300.0), &of(250.0, 1250.0)).expect("the same functions");
        assert_eq!(rows[1].net(), [1000.0, 1100.0, 1050.0]);
        assert_eq!(rows[1].alone(), [1000.0, 1000.0, 1000.0]);
        assert_eq!(rows[3].net(), [1010.0, 1110.0, 1060.0]);
        assert_eq!(rows[3].alone(), [1000.0, 1000.0, 1000.0]);
    }
}
