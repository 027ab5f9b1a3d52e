//! What the headers of an interpreter declare: every function and every macro with arguments of its public C API.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use lang_c::ast::{
    Declaration, DeclarationSpecifier, Declarator, DeclaratorKind, DerivedDeclarator, ExternalDeclaration,
    FunctionDefinition, ParameterDeclaration, TypeSpecifier,
};
use lang_c::driver::{Config, parse_preprocessed};
use lang_c::span::Node;
use owned_contracts::Table;

use crate::compile;
use crate::interpreter::{Interpreter, output};

/// What a header says of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declared {
    /// A function that takes or returns objects.
    WithObjects,
    /// A function that does not.
    WithoutObjects,
    /// A macro that has nothing to do with objects.
    PlainMacro,
}

/// Every name that the headers declare and that begins as the C API's names do.
///
/// # Errors
/// The headers could not be preprocessed or parsed.
pub fn declared(python: &Interpreter, folder: &Path) -> Result<BTreeMap<String, Declared>> {
    compile::write_sources(folder)?;
    let mut names = BTreeMap::new();
    let mut command = compile::compiler(python, folder);
    // The parser knows neither alignment inside of a struct nor integers that wide.
    command.args(["-E", "-P", "-D_Alignas(x)=", "-D__int128=long"]).arg(folder.join("harness.h"));
    let parsed = parse_preprocessed(&Config::with_gcc(), output(&mut command)?)
        .map_err(|error| anyhow!("the headers of {} cannot be parsed: line {}", python.title(), error.line))?;
    for item in parsed.unit.0 {
        match item.node {
            ExternalDeclaration::Declaration(declaration) => read_declaration(&declaration.node, &mut names),
            ExternalDeclaration::FunctionDefinition(function) => read_definition(&function.node, &mut names),
            ExternalDeclaration::StaticAssert(_) => {}
        }
    }
    read_macros(python, folder, &mut names)?;
    Ok(names)
}

/// Each macro with arguments, as what it stands for: with objects if that names a struct of an object, or a function
/// or macro that has to do with objects.
fn read_macros(python: &Interpreter, folder: &Path, names: &mut BTreeMap<String, Declared>) -> Result<()> {
    let macros = compile::macros_of(python, folder)?;
    let file = folder.join("macros.h");
    let mut text = String::from("#include \"harness.h\"\n");
    for (name, arguments) in &macros {
        if let (Some(count), true) = (arguments, name.starts_with("Py")) {
            let given: Vec<String> = (0..*count).map(|at| format!("argument{at}")).collect();
            text += &format!("@ \"{name}\" {name}({})\n", given.join(", "));
        }
    }
    fs::write(&file, text)?;
    let expanded = output(compile::compiler(python, folder).args(["-E", "-P"]).arg(&file))?;
    let mut found = Vec::new();
    for part in expanded.split("@ \"").skip(1) {
        let (name, rest) = part.split_once('"').context("the preprocessor lost a name")?;
        let words = rest.split(|c: char| !c.is_alphanumeric() && c != '_');
        // The functions of datetime.h are in a struct.
        let object =
            |word: &str| is_object(word) || word == "PyDateTimeAPI" || names.get(word) == Some(&Declared::WithObjects);
        found.push((name.to_owned(), words.clone().any(object)));
    }
    for (name, objects) in found {
        names.entry(name).or_insert(if objects { Declared::WithObjects } else { Declared::PlainMacro });
    }
    Ok(())
}

/// The names that have neither a contract nor a reason why they have none.
///
/// # Errors
/// As [`declared`].
pub fn missing(table: &Table, python: &Interpreter, target: &Path) -> Result<Vec<String>> {
    let declared = declared(python, &python.folder(target))?;
    let known = |name: &str| table.find(name).is_some() || table.excluded.iter().any(|excluded| excluded.name == name);
    let counts = |name: &str, declared: Declared| match declared {
        Declared::WithObjects => true,
        Declared::WithoutObjects => !name.starts_with('_'),
        Declared::PlainMacro => false,
    };
    let names = declared.into_iter().filter(|(name, declared)| counts(name, *declared) && !known(name));
    Ok(names.map(|(name, _)| name).collect())
}

fn read_declaration(declaration: &Declaration, names: &mut BTreeMap<String, Declared>) {
    if declaration.specifiers.iter().any(|specifier| is_typedef(&specifier.node)) {
        return;
    }
    for declarator in &declaration.declarators {
        insert(&declaration.specifiers, &declarator.node.declarator.node, names);
    }
}

fn read_definition(function: &FunctionDefinition, names: &mut BTreeMap<String, Declared>) {
    insert(&function.specifiers, &function.declarator.node, names);
}

fn insert(specifiers: &[Node<DeclarationSpecifier>], declarator: &Declarator, names: &mut BTreeMap<String, Declared>) {
    let Some((name, parameters)) = function(declarator) else {
        return;
    };
    if !name.starts_with("Py") && !name.starts_with("_Py") {
        return;
    }
    let takes = |parameter: &Node<ParameterDeclaration>| names_object(&parameter.node.specifiers);
    let objects = names_object(specifiers) || parameters.iter().any(takes);
    names.insert(name, if objects { Declared::WithObjects } else { Declared::WithoutObjects });
}

/// The name and the parameters, if a declarator is that of a function.
fn function(declarator: &Declarator) -> Option<(String, Vec<Node<ParameterDeclaration>>)> {
    let parameters = declarator.derived.iter().find_map(|derived| match &derived.node {
        DerivedDeclarator::Function(function) => Some(function.node.parameters.clone()),
        DerivedDeclarator::KRFunction(_) => Some(Vec::new()),
        _ => None,
    });
    match (&declarator.kind.node, parameters) {
        (DeclaratorKind::Identifier(name), Some(parameters)) => Some((name.node.name.clone(), parameters)),
        (DeclaratorKind::Declarator(inner), _) => function(&inner.node),
        _ => None,
    }
}

fn is_typedef(specifier: &DeclarationSpecifier) -> bool {
    use lang_c::ast::StorageClassSpecifier;
    matches!(specifier, DeclarationSpecifier::StorageClass(class) if class.node == StorageClassSpecifier::Typedef)
}

/// Whether the type is one of the structs that begin as every object does.
fn names_object(specifiers: &[Node<DeclarationSpecifier>]) -> bool {
    specifiers.iter().any(|specifier| match &specifier.node {
        DeclarationSpecifier::TypeSpecifier(ty) => match &ty.node {
            TypeSpecifier::TypedefName(name) => is_object(&name.node.name),
            _ => false,
        },
        _ => false,
    })
}

fn is_object(name: &str) -> bool {
    name.starts_with("Py") && name.ends_with("Object")
}
