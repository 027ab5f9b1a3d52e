//! What was measured, as it is kept between runs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use super::super::modules;
use super::list::LIMIT;
use crate::python::Python;

/// All of it, of one interpreter.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Results {
    pub(super) python: String,
    /// What each tool says of itself.
    pub(super) tools: Vec<String>,
    pub(super) operations: Vec<Operation>,
    /// By the name of the peer.
    pub(super) modules: BTreeMap<String, Module>,
}

/// What one operation costs.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Operation {
    pub(super) name: String,
    /// By the name of the peer.
    pub(super) costs: BTreeMap<String, Cost>,
}

/// Of one call, without the loop that it is in.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct Cost {
    /// The interpreter's included.
    pub(super) instructions: f64,
    /// Those of the module itself.
    pub(super) inside: f64,
    /// The median.
    pub(super) nanoseconds: f64,
    /// The median of the ratios to C in the same round.
    pub(super) time_to_c: f64,
}

/// What a module costs as a whole.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Module {
    /// Instructions of importing it.
    pub(super) import: f64,
    /// Of the process's memory, for an instance of two doubles.
    pub(super) instance_bytes: f64,
    /// Of its file, stripped.
    pub(super) stripped: u64,
    pub(super) seconds: Option<Seconds>,
}

/// CPU seconds of building it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Seconds {
    pub(super) release: f64,
    pub(super) dev: f64,
    pub(super) incremental: f64,
}

impl Seconds {
    pub(super) fn least(self, other: Self) -> Self {
        Self {
            release: self.release.min(other.release),
            dev: self.dev.min(other.dev),
            incremental: self.incremental.min(other.incremental),
        }
    }
}

impl Operation {
    /// Instructions of a peer for each of C's.
    pub(super) fn to_c(&self, peer: &str) -> f64 {
        self.costs[peer].instructions / self.costs[LIMIT].instructions
    }
}

/// The geometric mean.
pub(super) fn mean(ratios: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = ratios.fold((0.0, 0.0), |(sum, count), ratio| (sum + ratio.ln(), count + 1.0));
    (sum / count).exp()
}

impl Results {
    /// Where those of an interpreter are kept.
    pub(super) fn file(python: &Python) -> PathBuf {
        modules::target(python).join("peers.json")
    }

    /// Those of the last run, if there are any.
    pub(super) fn last(python: &Python) -> Result<Option<Self>> {
        let file = Self::file(python);
        if !file.exists() {
            return Ok(None);
        }
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let read = serde_json::from_str(&text);
        Ok(Some(read.with_context(|| format!("{} is of another version: delete it", file.display()))?))
    }

    pub(super) fn save(&self, file: &Path) -> Result<()> {
        fs::write(file, serde_json::to_string_pretty(self)? + "\n")
            .with_context(|| format!("cannot write {}", file.display()))
    }
}
