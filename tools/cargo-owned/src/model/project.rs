//! All files of an extension together: names are looked up as the linker would.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;

use crate::c::{CType, Function, Init, Place, Struct, Unit, Variable, unit};
use crate::read::Parsed;

use super::Defined;

/// A function of the project, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FunctionId(usize);

/// The files, and every function in them once.
pub(crate) struct Project {
    /// The files.
    pub(crate) units: Vec<Unit>,
    /// Each function with the number of a file that has it.
    functions: Vec<(usize, Function)>,
    by_name: HashMap<String, Vec<FunctionId>>,
}

impl Project {
    /// Of what was parsed.
    pub(crate) fn of(parsed: &[Parsed]) -> Self {
        let folder = |path: &Parsed| path.path.canonicalize().ok()?.parent().map(PathBuf::from);
        let ours: Vec<PathBuf> = parsed.iter().filter_map(folder).collect();
        let units: Vec<Unit> = parsed.iter().map(|parsed| unit(parsed, &ours)).collect();
        let mut project = Project { units, functions: Vec::new(), by_name: HashMap::new() };
        // A header's functions are in each file that includes it.
        let mut seen: BTreeMap<(Place, String), FunctionId> = BTreeMap::new();
        for (at, unit) in project.units.iter().enumerate() {
            for function in &unit.functions {
                let next = FunctionId(project.functions.len());
                let id = *seen.entry((function.place.clone(), function.name.clone())).or_insert(next);
                if id == next {
                    project.functions.push((at, function.clone()));
                    project.by_name.entry(function.name.clone()).or_default().push(id);
                }
            }
        }
        project
    }

    /// Every function.
    pub(crate) fn ids(&self) -> impl Iterator<Item = FunctionId> + use<> {
        (0..self.functions.len()).map(FunctionId)
    }

    /// A function.
    pub(crate) fn function(&self, id: FunctionId) -> &Function {
        &self.functions[id.0].1
    }

    /// The file that has a function.
    pub(crate) fn unit_of(&self, id: FunctionId) -> usize {
        self.functions[id.0].0
    }

    /// The function that a name means in a file: its own first, then one that other files show.
    pub(crate) fn find(&self, unit: usize, name: &str) -> Option<FunctionId> {
        let candidates = self.by_name.get(name)?;
        let own = candidates.iter().find(|id| {
            let function = self.function(**id);
            self.unit_of(**id) == unit || self.units[unit].functions.iter().any(|own| own.place == function.place)
        });
        own.or_else(|| candidates.iter().find(|id| !self.function(**id).is_static)).copied()
    }

    /// The variable that a name means in a file.
    pub(crate) fn variable(&self, unit: usize, name: &str) -> Option<(usize, &Variable)> {
        let has = |at: usize| {
            let variables = &self.units[at].variables;
            variables.iter().find(|variable| variable.name == name && variable.init.is_some()).map(|found| (at, found))
        };
        has(unit).or_else(|| (0..self.units.len()).find_map(has))
    }

    /// A struct by its name.
    pub(crate) fn structure(&self, unit: usize, name: &str) -> Option<&Struct> {
        let has = |at: usize| self.units[at].structs.get(name).filter(|found| !found.fields.is_empty());
        has(unit).or_else(|| (0..self.units.len()).find_map(has))
    }

    /// What a type is behind the names that `typedef` gives, as far as Rust has no word for the name itself.
    pub(crate) fn resolved(&self, unit: usize, ty: &CType, is_known: impl Fn(&CType) -> bool) -> CType {
        let mut ty = ty.clone();
        for _ in 0..8 {
            let base = CType { base: ty.base.clone(), ..CType::default() };
            let Some(behind) = self.units[unit].typedefs.get(&ty.base).filter(|_| !is_known(&base)) else { break };
            if self.structure(unit, &ty.base).is_some() {
                break;
            }
            ty.base.clone_from(&behind.base);
            ty.pointers += behind.pointers;
            ty.arrays += behind.arrays;
            ty.dims.extend(behind.dims.iter().copied());
            ty.to_function |= behind.to_function;
        }
        ty
    }

    /// Whether a pointer to it is one to an object: its struct begins as every object does.
    pub(crate) fn is_object(&self, unit: usize, ty: &CType) -> bool {
        let is_head = |base: &str| base.starts_with("Py") && base.ends_with("Object");
        let first = self.structure(unit, ty.bare()).and_then(|known| known.fields.first());
        !ty.to_function
            && (is_head(ty.bare()) || first.is_some_and(|first| first.ty.pointers == 0 && is_head(&first.ty.base)))
    }

    /// Where a function is.
    pub(crate) fn defined(&self, id: FunctionId) -> Defined {
        let function = self.function(id);
        Defined { file: function.place.file.clone(), line: function.place.line, lines: function.lines }
    }

    /// The functions whose names a body uses, and which are not hidden by a variable of its own.
    pub(crate) fn named_by(&self, id: FunctionId) -> BTreeSet<FunctionId> {
        let (unit, function) = (self.unit_of(id), self.function(id));
        let hidden = |name: &String| {
            function.body.locals.iter().any(|local| local.name == *name)
                || function.params.iter().any(|param| param.name == *name)
        };
        let names = function.body.names.iter().filter(|name| !hidden(name));
        names.filter_map(|name| self.find(unit, name)).filter(|named| *named != id).collect()
    }

    /// The functions that a variable's initialiser names.
    pub(crate) fn named_in(&self, unit: usize, init: &Init) -> BTreeSet<FunctionId> {
        init.exprs().into_iter().filter_map(|expr| self.find(unit, expr.name()?)).collect()
    }
}
