//! What an extension is made of, as its maintainer thinks of it.

mod graph;
mod modules;
mod order;
mod project;
mod report;
mod state;
mod tables;
mod types;

pub(crate) use project::{FunctionId, Project};
pub(crate) use report::*;

/// What the files of an extension make together.
pub(crate) fn extension(project: &Project, python_minor: u8) -> Extension {
    let graph = graph::Graph::of(project);
    let mut files: Vec<File> = (0..project.units.len())
        .map(|unit| File {
            path: project.units[unit].path.clone(),
            modules: modules::modules(project, unit),
            types: types::types(project, unit),
            exceptions: modules::exceptions(project, unit),
            helpers: Vec::new(),
            state: state::state(project, unit),
            version_conditions: project.units[unit].versioned.clone(),
        })
        .collect();
    let seen = files.iter().enumerate().flat_map(|(unit, file)| graph::seen_by_python(project, unit, file)).collect();
    for (unit, helper) in graph::helpers(project, &graph, &seen) {
        files[unit].helpers.push(helper);
    }
    let order = order::order(project, &graph, &files);
    Extension { python_minor, files, order }
}
