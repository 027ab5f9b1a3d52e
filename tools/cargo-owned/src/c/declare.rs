//! Reads the declarations of a file.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use lang_c::ast::{
    Declaration, DeclarationSpecifier, Declarator, DeclaratorKind, DerivedDeclarator, Expression, Extension,
    ExternalDeclaration, FunctionDefinition, SpecifierQualifier, StorageClassSpecifier, StructDeclaration, StructType,
    TypeQualifier, TypeSpecifier,
};
use lang_c::span::{Node, Span};

use super::{CType, Function, Param, Place, Struct, Unit, Variable, body, value};
use crate::read::Parsed;

/// What a file says. `ours` are the folders of the extension: what a header of another folder has is not its own.
pub(crate) fn unit(parsed: &Parsed, ours: &[PathBuf]) -> Unit {
    let mut unit = Unit {
        path: parsed.path.clone(),
        functions: Vec::new(),
        variables: Vec::new(),
        structs: HashMap::new(),
        typedefs: HashMap::new(),
        versioned: versioned(&parsed.original),
    };
    let mut known: HashMap<&Path, bool> = HashMap::new();
    let mut is_ours = |span: Span| {
        let (file, _) = parsed.places.at(span.start);
        let judge = || file == parsed.path || file.canonicalize().is_ok_and(|f| ours.iter().any(|o| f.starts_with(o)));
        !parsed.places.is_system(span.start) && *known.entry(file).or_insert_with(judge)
    };
    let mut said = HashMap::new();
    for item in &parsed.unit.0 {
        if let ExternalDeclaration::Declaration(declaration) = &item.node {
            typedefs(&declaration.node, &mut unit.typedefs);
        }
        if parsed.places.is_system(item.span.start) {
            continue;
        }
        match &item.node {
            ExternalDeclaration::Declaration(declaration) => {
                structs(parsed, &declaration.node, &mut unit.structs);
                prototypes(&declaration.node, &mut said);
                if is_ours(item.span) {
                    variables(parsed, &declaration.node, None, &mut unit.variables);
                }
            }
            ExternalDeclaration::FunctionDefinition(definition) if is_ours(item.span) => {
                unit.functions.extend(function(parsed, definition, &mut unit.variables));
            }
            ExternalDeclaration::FunctionDefinition(_) | ExternalDeclaration::StaticAssert(_) => {}
        }
    }
    for function in &mut unit.functions {
        if let Some(said) = said.get(&function.name) {
            fill(function, said);
        }
    }
    unit
}

/// The lines of conditions on Python's version.
fn versioned(text: &str) -> Vec<usize> {
    let asks = |line: &str| {
        let condition = line.trim_start().strip_prefix('#').map(str::trim_start).unwrap_or_default();
        let is_condition = condition.starts_with("if") || condition.starts_with("elif");
        is_condition
            && ["PY_VERSION_HEX", "PY_MINOR_VERSION", "PY_MAJOR_VERSION"].iter().any(|name| condition.contains(name))
    };
    text.lines().enumerate().filter(|(_, line)| asks(line)).map(|(at, _)| at + 1).collect()
}

fn place(parsed: &Parsed, span: Span) -> Place {
    let (file, line) = parsed.places.at(span.start);
    Place { file: file.into(), line }
}

/// What an annotation of `owned.h` says.
fn says(specifiers: &[Node<DeclarationSpecifier>]) -> Option<String> {
    let extensions = specifiers.iter().filter_map(|specifier| match &specifier.node {
        DeclarationSpecifier::Extension(extensions) => Some(extensions),
        _ => None,
    });
    extensions.flatten().find_map(|extension| match &extension.node {
        Extension::Attribute(attribute) if attribute.name.node == "annotate" => {
            attribute.arguments.iter().find_map(|argument| match &argument.node {
                Expression::StringLiteral(text) => Some(text.node.concat().replace('"', "")),
                _ => None,
            })
        }
        _ => None,
    })
}

/// What a declaration of a function says of its result and its parameters.
type Said = (Option<String>, Vec<Option<String>>);

/// The functions that are declared with annotations.
fn prototypes(declaration: &Declaration, into: &mut HashMap<String, Said>) {
    for declared in &declaration.declarators {
        let declarator = &declared.node.declarator.node;
        let (Some((name, _)), Some(params)) = (name(declarator), parameters(declarator)) else { continue };
        let said = (says(&declaration.specifiers), params.into_iter().map(|param| param.says).collect::<Vec<_>>());
        if said.0.is_some() || said.1.iter().any(Option::is_some) {
            into.insert(name.to_owned(), said);
        }
    }
}

/// A definition says what a declaration of it has said.
fn fill(function: &mut Function, said: &Said) {
    function.says = function.says.take().or_else(|| said.0.clone());
    for (param, said) in function.params.iter_mut().zip(&said.1) {
        param.says = param.says.take().or_else(|| said.clone());
    }
}

/// The type of a declaration's declarator.
pub(super) fn ctype(specifiers: &[Node<DeclarationSpecifier>], declarator: Option<&Declarator>) -> CType {
    let types = specifiers.iter().filter_map(|specifier| match &specifier.node {
        DeclarationSpecifier::TypeSpecifier(ty) => Some(&ty.node),
        _ => None,
    });
    let qualifiers = specifiers.iter().filter_map(|specifier| match &specifier.node {
        DeclarationSpecifier::TypeQualifier(qualifier) => Some(&qualifier.node),
        _ => None,
    });
    CType::of(types, qualifiers, declarator)
}

/// The name that is declared.
pub(super) fn name(declarator: &Declarator) -> Option<(&str, Span)> {
    match &declarator.kind.node {
        DeclaratorKind::Identifier(name) => Some((&name.node.name, name.span)),
        DeclaratorKind::Declarator(inner) => name(&inner.node),
        DeclaratorKind::Abstract => None,
    }
}

pub(super) fn has(specifiers: &[Node<DeclarationSpecifier>], class: &StorageClassSpecifier) -> bool {
    specifiers
        .iter()
        .any(|specifier| matches!(&specifier.node, DeclarationSpecifier::StorageClass(is) if is.node == *class))
}

/// The parameters, if the declarator is that of a function.
fn parameters(declarator: &Declarator) -> Option<Vec<Param>> {
    if let DeclaratorKind::Declarator(inner) = &declarator.kind.node
        && let Some(found) = parameters(&inner.node)
    {
        return Some(found);
    }
    declarator.derived.iter().find_map(|derived| match &derived.node {
        DerivedDeclarator::Function(function) => {
            let given = function.node.parameters.iter().map(|parameter| {
                let declarator = parameter.node.declarator.as_ref().map(|declarator| &declarator.node);
                Param {
                    name: declarator.and_then(name).map(|(name, _)| name.to_owned()).unwrap_or_default(),
                    ty: ctype(&parameter.node.specifiers, declarator),
                    says: says(&parameter.node.specifiers),
                }
            });
            Some(given.filter(|param| !param.ty.is("void", 0)).collect())
        }
        DerivedDeclarator::KRFunction(names) => Some(
            names.iter().map(|name| Param { name: name.node.name.clone(), ty: CType::default(), says: None }).collect(),
        ),
        _ => None,
    })
}

/// The variables of a declaration, those of a function if they are static.
pub(super) fn variables(parsed: &Parsed, declaration: &Declaration, within: Option<&str>, into: &mut Vec<Variable>) {
    let specifiers = &declaration.specifiers;
    let elsewhere = |declared: &lang_c::ast::InitDeclarator| {
        has(specifiers, &StorageClassSpecifier::Extern) && declared.initializer.is_none()
    };
    if has(specifiers, &StorageClassSpecifier::Typedef) {
        return;
    }
    for declared in &declaration.declarators {
        let declarator = &declared.node.declarator.node;
        let Some((name, span)) = name(declarator) else { continue };
        let ty = ctype(specifiers, Some(declarator));
        let is_function = parameters(declarator).is_some() && !ty.to_function;
        if is_function || elsewhere(&declared.node) {
            continue;
        }
        let init = declared.node.initializer.as_ref().map(|init| value::init(parsed, &init.node));
        let place = place(parsed, span);
        // A declaration before the definition says nothing that it does not.
        if let Some(before) = into.iter_mut().find(|known| known.name == name && known.within.as_deref() == within) {
            if init.is_some() {
                (before.init, before.place, before.ty) = (init, place, ty);
            }
            continue;
        }
        into.push(Variable { name: name.into(), place, ty, init, within: within.map(Into::into) });
    }
}

fn function(parsed: &Parsed, node: &Node<FunctionDefinition>, statics: &mut Vec<Variable>) -> Option<Function> {
    let definition = &node.node;
    let (name, span) = name(&definition.declarator.node)?;
    let (first, last) = (parsed.places.at(node.span.start), parsed.places.at(node.span.end.saturating_sub(1)));
    let lines = if first.0 == last.0 { last.1.saturating_sub(first.1) + 1 } else { 1 };
    Some(Function {
        name: name.into(),
        place: place(parsed, span),
        lines,
        is_static: has(&definition.specifiers, &StorageClassSpecifier::Static),
        result: ctype(&definition.specifiers, Some(&definition.declarator.node)),
        says: says(&definition.specifiers),
        params: parameters(&definition.declarator.node).unwrap_or_default(),
        body: body::body(parsed, name, &definition.statement, statics),
    })
}

fn typedefs(declaration: &Declaration, into: &mut HashMap<String, CType>) {
    if has(&declaration.specifiers, &StorageClassSpecifier::Typedef) {
        for declared in &declaration.declarators {
            let declarator = &declared.node.declarator.node;
            if let Some((name, _)) = name(declarator) {
                into.insert(name.into(), ctype(&declaration.specifiers, Some(declarator)));
            }
        }
    }
}

/// The structs that a declaration defines, by their tags and by the names that a `typedef` gives them.
fn structs(parsed: &Parsed, declaration: &Declaration, into: &mut HashMap<String, Struct>) {
    let types = declaration.specifiers.iter().filter_map(|specifier| match &specifier.node {
        DeclarationSpecifier::TypeSpecifier(ty) => Some(ty),
        _ => None,
    });
    let is_typedef = has(&declaration.specifiers, &StorageClassSpecifier::Typedef);
    for ty in types {
        let TypeSpecifier::Struct(node) = &ty.node else { continue };
        let tag = node.node.identifier.as_ref().map(|tag| tag.node.name.clone());
        let names = declaration.declarators.iter().filter_map(|declared| {
            let plain = declared.node.declarator.node.derived.is_empty();
            name(&declared.node.declarator.node).filter(|_| is_typedef && plain).map(|(name, _)| name.to_owned())
        });
        let aliases: Vec<String> = names.collect();
        let known = fields(&node.node).map(|fields| Struct {
            name: aliases.first().or(tag.as_ref()).cloned().unwrap_or_default(),
            place: place(parsed, ty.span),
            fields,
        });
        // `typedef struct node Node;` may stand before or after the struct itself.
        let found = known.or_else(|| tag.as_ref().and_then(|tag| into.get(tag).cloned()));
        let Some(mut found) = found else {
            let empty = Struct { name: String::new(), place: place(parsed, ty.span), fields: Vec::new() };
            for alias in aliases {
                into.entry(alias.clone()).or_insert_with(|| Struct { name: alias, ..empty.clone() });
            }
            if let (Some(tag), Some(alias)) = (tag, names_of(declaration, is_typedef).first()) {
                into.insert(tag, Struct { name: alias.clone(), ..empty });
            }
            continue;
        };
        // The alias that was given before.
        let earlier = tag.as_ref().and_then(|tag| into.get(tag)).filter(|known| known.fields.is_empty());
        if let Some(earlier) = earlier.filter(|earlier| !earlier.name.is_empty()) {
            found.name = earlier.name.clone();
            into.insert(found.name.clone(), found.clone());
        }
        for alias in &aliases {
            into.insert(alias.clone(), found.clone());
        }
        if let Some(tag) = tag {
            into.insert(tag, found);
        }
    }
}

fn names_of(declaration: &Declaration, is_typedef: bool) -> Vec<String> {
    let names = declaration.declarators.iter().filter_map(|declared| name(&declared.node.declarator.node));
    names.filter(|_| is_typedef).map(|(name, _)| name.to_owned()).collect()
}

/// The fields, if the struct is defined here.
fn fields(ty: &StructType) -> Option<Vec<Param>> {
    let mut fields = Vec::new();
    for declaration in ty.declarations.as_ref()? {
        let StructDeclaration::Field(field) = &declaration.node else { continue };
        let specifiers = || {
            field.node.specifiers.iter().filter_map(|specifier| match &specifier.node {
                SpecifierQualifier::TypeSpecifier(ty) => Some(&ty.node),
                _ => None,
            })
        };
        let qualifiers = || -> Box<dyn Iterator<Item = &TypeQualifier>> {
            Box::new(field.node.specifiers.iter().filter_map(|specifier| match &specifier.node {
                SpecifierQualifier::TypeQualifier(qualifier) => Some(&qualifier.node),
                _ => None,
            }))
        };
        for declared in &field.node.declarators {
            let declarator = declared.node.declarator.as_ref().map(|declarator| &declarator.node);
            let name = declarator.and_then(name).map(|(name, _)| name.to_owned()).unwrap_or_default();
            fields.push(Param { name, ty: CType::of(specifiers(), qualifiers(), declarator), says: None });
        }
    }
    Some(fields)
}
