//! In which order an extension can be ported.
//!
//! Functions of modules come first, then methods, then types. Among these, next is what no C code calls that is still
//! there, and of that, what needs the fewest helpers: so each step leaves C code that still compiles, and no step asks
//! for a way from C into Rust, except where C functions call each other in a circle or across the kinds.

use std::collections::BTreeSet;

use super::graph::Graph;
use super::project::{FunctionId, Project};
use super::{File, Port, PortKind};

/// What is ported in one step.
struct Part {
    name: String,
    kind: PortKind,
    /// The functions that Python calls.
    own: BTreeSet<FunctionId>,
    /// What C code of others names if it uses the type itself.
    variable: Option<String>,
    /// Everything else that is reached, up to what Python calls.
    reached: BTreeSet<FunctionId>,
}

/// The steps.
pub(crate) fn order(project: &Project, graph: &Graph, files: &[File]) -> Vec<Port> {
    let mut parts = parts(project, files);
    let roots: BTreeSet<FunctionId> = parts.iter().flat_map(|part| part.own.iter().copied()).collect();
    for part in &mut parts {
        part.reached = graph.reach(&part.own, |id| roots.contains(&id));
    }
    let mut left: Vec<usize> = (0..parts.len()).collect();
    let mut steps = Vec::new();
    while !left.is_empty() {
        let callers = |at: usize| -> Vec<usize> {
            left.iter().copied().filter(|other| *other != at && uses(project, &parts[*other], &parts[at])).collect()
        };
        let helpers = |at: usize| parts[at].reached.iter().filter(|id| !roots.contains(id)).count();
        let (_, next, calling) = left
            .iter()
            .map(|at| {
                let calling = callers(*at);
                // Of what cannot be ported alone, what the fewest call.
                ((parts[*at].kind, calling.len(), helpers(*at), *at), *at, calling)
            })
            .min_by_key(|(rank, ..)| *rank)
            .expect("something is left");
        steps.push(step(project, &parts, &roots, next, &calling));
        left.retain(|at| *at != next);
    }
    steps
}

/// Whether the C code of one part calls functions of another, or names its type.
fn uses(project: &Project, user: &Part, used: &Part) -> bool {
    // A function that two tables name goes when the last of them goes.
    let own = used.own.difference(&user.own);
    let calls = own.into_iter().any(|id| user.reached.contains(id));
    let names = used.variable.as_ref().is_some_and(|variable| {
        let code = user.own.iter().chain(user.reached.iter().filter(|id| !used.own.contains(id)));
        code.into_iter().any(|id| project.function(*id).body.names.contains(variable))
    });
    calls || (names && user.kind == PortKind::Type)
}

fn parts(project: &Project, files: &[File]) -> Vec<Part> {
    let mut parts = Vec::new();
    for (unit, file) in files.iter().enumerate() {
        for module in &file.modules {
            for method in &module.functions {
                let id = project.find(unit, &method.function);
                parts.push(part(format!("{}.{}", module.name, method.name), PortKind::Function, id, None));
            }
        }
        for ty in &file.types {
            for method in &ty.methods {
                let id = project.find(unit, &method.function);
                parts.push(part(format!("{}.{}", ty.name, method.name), PortKind::Method, id, None));
            }
            let mut of_type = part(ty.name.clone(), PortKind::Type, None, Some(ty.definition.clone()));
            let slots = ty.slots.iter().filter_map(|slot| slot.function.as_deref());
            let properties = ty.getset.iter().flat_map(|p| [p.get.as_deref(), p.set.as_deref()]).flatten();
            of_type.own.extend(slots.chain(properties).filter_map(|name| project.find(unit, name)));
            parts.push(of_type);
        }
    }
    parts
}

fn part(name: String, kind: PortKind, own: Option<FunctionId>, variable: Option<String>) -> Part {
    Part { name, kind, own: own.into_iter().collect(), variable, reached: BTreeSet::new() }
}

fn step(project: &Project, parts: &[Part], roots: &BTreeSet<FunctionId>, at: usize, calling: &[usize]) -> Port {
    let part = &parts[at];
    let name = |id: &FunctionId| project.function(*id).name.clone();
    let used = parts.iter().enumerate().filter(|(other, used)| *other != at && uses(project, part, used));
    let same = parts.iter().enumerate().filter(|(other, same)| *other != at && !same.own.is_disjoint(&part.own));
    Port {
        name: part.name.clone(),
        kind: part.kind,
        functions: part.own.iter().map(name).collect(),
        defined: part.own.first().map(|id| project.defined(*id)),
        helpers: part.reached.iter().filter(|id| !roots.contains(id)).map(name).collect(),
        uses: used.map(|(_, used)| used.name.clone()).collect(),
        same_function: same.map(|(_, same)| same.name.clone()).collect(),
        called_by: calling.iter().map(|at| parts[*at].name.clone()).collect(),
    }
}
