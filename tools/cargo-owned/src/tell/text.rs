//! The report for people: what each file has.

use std::io::{Result, Write};

use crate::model::{Extension, File, Init, Method, Module, Slot, Type, TypeKind};

use super::{FAINT, HEADING};

/// Rows of columns, each as wide as its widest cell.
pub(super) struct Rows(pub(super) Vec<Vec<String>>);

impl Rows {
    pub(super) fn write(&self, out: &mut impl Write, indent: usize) -> Result<()> {
        let columns = self.0.iter().map(Vec::len).max().unwrap_or_default();
        let widths: Vec<usize> = (0..columns)
            .map(|at| self.0.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0))
            .collect();
        for row in &self.0 {
            let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
            let line = cells.collect::<Vec<_>>().join("  ");
            writeln!(out, "{:indent$}{}", "", line.trim_end())?;
        }
        Ok(())
    }
}

/// One file.
pub(super) fn file(out: &mut impl Write, extension: &Extension, file: &File) -> Result<()> {
    writeln!(out, "{HEADING}{}{HEADING:#}", file.path.display())?;
    if !file.version_conditions.is_empty() {
        let lines = numbers(&file.version_conditions);
        writeln!(
            out,
            "  {FAINT}asks for Python's version in {lines}: this is what 3.{} sees, --python-version takes another{FAINT:#}",
            extension.python_minor
        )?;
    }
    for one in &file.modules {
        module(out, one)?;
    }
    for one in &file.types {
        ty(out, one)?;
    }
    if !file.exceptions.is_empty() {
        writeln!(out, "  exceptions")?;
        let rows = file.exceptions.iter().map(|made| vec![made.name.clone(), format!("line {}", made.line)]);
        Rows(rows.collect()).write(out, 4)?;
    }
    if !file.helpers.is_empty() {
        writeln!(out, "  C helpers, and who uses them")?;
        let rows = file.helpers.iter().map(|helper| {
            let used = if helper.used_by.is_empty() { "nobody here".into() } else { few(&helper.used_by, 6) };
            let line = line_of(helper.defined.line, helper.defined.lines);
            let place = if helper.defined.file == file.path {
                line
            } else {
                format!("{}, {line}", helper.defined.file.display())
            };
            vec![helper.name.clone(), place, used, helper.says.join(", ")]
        });
        Rows(rows.collect()).write(out, 4)?;
    }
    if !file.state.is_empty() {
        writeln!(out, "  state that all interpreters of a process share")?;
        let rows = file.state.iter().map(|state| {
            let place = match &state.within {
                Some(function) => format!("line {}, in {function}", state.line),
                None => format!("line {}", state.line),
            };
            let objects = if state.holds_objects { "holds objects of one interpreter" } else { "" };
            vec![state.name.clone(), state.ctype.clone(), place, objects.into()]
        });
        Rows(rows.collect()).write(out, 4)?;
    }
    let empty = file.modules.is_empty() && file.types.is_empty() && file.helpers.is_empty() && file.state.is_empty();
    if empty {
        writeln!(out, "  nothing that Python sees, and no functions")?;
    }
    writeln!(out)
}

fn module(out: &mut impl Write, module: &Module) -> Result<()> {
    writeln!(out, "  {HEADING}module {}{HEADING:#}, line {}", module.name, module.line)?;
    let by = module.init_function.as_deref().unwrap_or_default();
    match module.init {
        Init::SinglePhase => writeln!(out, "    init: single-phase, by {by}")?,
        Init::MultiPhase => writeln!(out, "    init: multi-phase, by {by}")?,
        Init::None => writeln!(out, "    init: none in these files")?,
    }
    if let Some(size) = &module.size {
        let means = match size.as_str() {
            "-1" => ", which says that its state is in static variables",
            "0" => ", no state of its own",
            _ => "",
        };
        writeln!(out, "    m_size: {size}{means}")?;
    }
    slots(out, "slots", &module.slots)?;
    methods(out, "functions", &module.functions)?;
    if !module.added.is_empty() {
        writeln!(out, "    also in it")?;
        let rows = module.added.iter().map(|a| vec![a.name.clone(), a.by.clone(), format!("line {}", a.line)]);
        Rows(rows.collect()).write(out, 6)?;
    }
    Ok(())
}

fn ty(out: &mut impl Write, ty: &Type) -> Result<()> {
    let kind = match ty.kind {
        TypeKind::Static => "static PyTypeObject",
        TypeKind::Spec => "PyType_Spec",
        TypeKind::StructSequence => "PyStructSequence_Desc",
    };
    writeln!(out, "  {HEADING}type {}{HEADING:#}, {kind} {}, line {}", ty.name, ty.definition, ty.line)?;
    if let Some(structure) = &ty.structure {
        writeln!(out, "    instances: {}, {}:{}", structure.name, structure.file.display(), structure.line)?;
        let rows = structure.fields.iter().map(|field| vec![field.name.clone(), field.ctype.clone()]);
        Rows(rows.collect()).write(out, 6)?;
    }
    slots(out, "slots", &ty.slots)?;
    methods(out, "methods", &ty.methods)?;
    if !ty.members.is_empty() {
        writeln!(out, "    members")?;
        let rows = ty.members.iter().map(|member| {
            let field = member.field.clone().unwrap_or_default();
            let access = if member.readonly { "read-only" } else { "read and write" };
            vec![member.name.clone(), field, member.ctype.clone(), access.into(), format!("line {}", member.line)]
        });
        Rows(rows.collect()).write(out, 6)?;
    }
    if !ty.getset.is_empty() {
        writeln!(out, "    properties")?;
        let rows = ty.getset.iter().map(|property| {
            let of = |name: &Option<String>, what: &str| {
                name.as_ref().map_or(String::new(), |name| format!("{what} {name}"))
            };
            let (get, set) = (of(&property.get, "get"), of(&property.set, "set"));
            vec![property.name.clone(), get, set, format!("line {}", property.line)]
        });
        Rows(rows.collect()).write(out, 6)?;
    }
    Ok(())
}

fn slots(out: &mut impl Write, title: &str, slots: &[Slot]) -> Result<()> {
    if slots.is_empty() {
        return Ok(());
    }
    writeln!(out, "    {title}")?;
    let rows = slots.iter().map(|slot| vec![slot.slot.clone(), slot.value.clone(), format!("line {}", slot.line)]);
    Rows(rows.collect()).write(out, 6)
}

fn methods(out: &mut impl Write, title: &str, methods: &[Method]) -> Result<()> {
    if methods.is_empty() {
        return Ok(());
    }
    writeln!(out, "    {title}")?;
    let rows = methods.iter().map(|method| {
        let place = match &method.defined {
            Some(defined) => line_of(defined.line, defined.lines),
            None => "not in these files".into(),
        };
        vec![method.name.clone(), method.function.clone(), method.flags.join(" | "), place]
    });
    Rows(rows.collect()).write(out, 6)
}

fn line_of(line: usize, lines: usize) -> String {
    format!("line {line} ({lines} line{})", if lines == 1 { "" } else { "s" })
}

fn numbers(lines: &[usize]) -> String {
    let words: Vec<String> = lines.iter().map(ToString::to_string).collect();
    format!("line{} {}", if lines.len() == 1 { "" } else { "s" }, few(&words, 8))
}

/// The first of them, and how many more there are.
pub(super) fn few(names: &[String], most: usize) -> String {
    if names.len() <= most + 1 {
        return names.join(", ");
    }
    format!("{} and {} more", names[..most].join(", "), names.len() - most)
}
