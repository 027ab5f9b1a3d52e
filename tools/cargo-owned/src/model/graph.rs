//! Who calls whom, and which functions are helpers.

use std::collections::{BTreeMap, BTreeSet};

use super::project::{FunctionId, Project};
use super::{File, Helper};
use crate::c::Function;

/// The functions that each function names: calls, and addresses that are taken.
pub(crate) struct Graph {
    /// By the one that names.
    pub(crate) out: BTreeMap<FunctionId, BTreeSet<FunctionId>>,
}

impl Graph {
    /// Of a project.
    pub(crate) fn of(project: &Project) -> Self {
        Self { out: project.ids().map(|id| (id, project.named_by(id))).collect() }
    }

    /// Everything that is reached from `from`, itself not counted, without going through what `stop` says.
    pub(crate) fn reach(&self, from: &BTreeSet<FunctionId>, stop: impl Fn(FunctionId) -> bool) -> BTreeSet<FunctionId> {
        let mut reached = BTreeSet::new();
        let mut waiting: Vec<FunctionId> = from.iter().copied().collect();
        while let Some(id) = waiting.pop() {
            for next in &self.out[&id] {
                if !from.contains(next) && reached.insert(*next) && !stop(*next) {
                    waiting.push(*next);
                }
            }
        }
        reached
    }
}

/// The C functions that a table of a file names.
pub(crate) fn seen_by_python(project: &Project, unit: usize, file: &File) -> BTreeSet<FunctionId> {
    let mut names: Vec<&str> = Vec::new();
    for module in &file.modules {
        names.extend(module.functions.iter().map(|method| method.function.as_str()));
        names.extend(module.slots.iter().filter_map(|slot| slot.function.as_deref()));
        names.extend(module.init_function.as_deref());
    }
    for ty in &file.types {
        names.extend(ty.slots.iter().filter_map(|slot| slot.function.as_deref()));
        names.extend(ty.methods.iter().map(|method| method.function.as_str()));
        names.extend(ty.getset.iter().flat_map(|p| [p.get.as_deref(), p.set.as_deref()]).flatten());
    }
    names.into_iter().filter_map(|name| project.find(unit, name)).collect()
}

/// The helpers of each file, with who uses them.
pub(crate) fn helpers(project: &Project, graph: &Graph, seen: &BTreeSet<FunctionId>) -> Vec<(usize, Helper)> {
    let mut helpers = Vec::new();
    let is_init = |id: FunctionId| project.function(id).name.starts_with("PyInit_");
    for id in project.ids().filter(|id| !seen.contains(id) && !is_init(*id)) {
        let function = project.function(id);
        let mut used_by: Vec<String> = graph
            .out
            .iter()
            .filter(|(_, named)| named.contains(&id))
            .map(|(caller, _)| project.function(*caller).name.clone())
            .collect();
        for (unit, file) in project.units.iter().enumerate() {
            let holders = file.variables.iter().filter(|variable| {
                variable.init.as_ref().is_some_and(|init| project.named_in(unit, init).contains(&id))
            });
            used_by.extend(holders.map(|variable| variable.name.clone()));
        }
        used_by.dedup();
        helpers.push((
            project.unit_of(id),
            Helper {
                name: function.name.clone(),
                defined: project.defined(id),
                is_static: function.is_static,
                used_by,
                says: said(function),
            },
        ));
    }
    helpers
}

/// What its annotations say: `new`, `item: steal`.
fn said(function: &Function) -> Vec<String> {
    let params = function.params.iter().filter_map(|param| Some(format!("{}: {}", param.name, param.says.as_ref()?)));
    function.says.iter().cloned().chain(params).collect()
}
