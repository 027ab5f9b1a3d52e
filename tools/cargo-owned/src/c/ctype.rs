//! Types of C, as far as they matter.

use lang_c::ast::{
    ArraySize, Constant, Declarator, DeclaratorKind, DerivedDeclarator, Expression, IntegerBase, PointerQualifier,
    StructKind, TypeQualifier, TypeSpecifier,
};
use lang_c::span::Node;

/// A type: its words, its stars, its brackets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CType {
    /// The words without qualifiers: `PyObject`, `unsigned long`, `struct node`.
    pub(crate) base: String,
    /// How many stars.
    pub(crate) pointers: usize,
    /// How many brackets.
    pub(crate) arrays: usize,
    /// The numbers in the brackets, as far as they are numbers.
    pub(crate) dims: Vec<Option<usize>>,
    /// What has this type cannot be assigned to.
    pub(crate) is_const: bool,
    /// What it points to cannot be assigned to.
    pub(crate) points_to_const: bool,
    /// It is a pointer to a function.
    pub(crate) to_function: bool,
}

impl CType {
    /// The type of a declarator with these specifiers and qualifiers.
    pub(crate) fn of<'a>(
        specifiers: impl Iterator<Item = &'a TypeSpecifier>,
        qualifiers: impl Iterator<Item = &'a TypeQualifier>,
        declarator: Option<&Declarator>,
    ) -> Self {
        let words: Vec<String> = specifiers.map(word).collect();
        let base_const = qualifiers.into_iter().any(|qualifier| *qualifier == TypeQualifier::Const);
        let mut ty = CType { base: words.join(" "), is_const: base_const, ..CType::default() };
        if let Some(declarator) = declarator {
            ty.decorate(declarator);
        }
        ty
    }

    fn decorate(&mut self, declarator: &Declarator) {
        for derived in &declarator.derived {
            match &derived.node {
                DerivedDeclarator::Pointer(qualifiers) => self.point(qualifiers),
                DerivedDeclarator::Block(qualifiers) => self.point(qualifiers),
                DerivedDeclarator::Array(array) => {
                    self.arrays += 1;
                    self.dims.push(items(&array.node.size));
                }
                // A function's declarator is its result's type; what stands around a nested one is a pointer to it.
                DerivedDeclarator::Function(_) | DerivedDeclarator::KRFunction(_) => {
                    self.to_function |= matches!(declarator.kind.node, DeclaratorKind::Declarator(_));
                }
            }
        }
        if let DeclaratorKind::Declarator(inner) = &declarator.kind.node {
            if self.to_function {
                self.arrays +=
                    inner.node.derived.iter().filter(|d| matches!(d.node, DerivedDeclarator::Array(_))).count();
                self.is_const = inner.node.derived.iter().any(|derived| match &derived.node {
                    DerivedDeclarator::Pointer(qualifiers) => has_const(qualifiers),
                    _ => false,
                });
            } else {
                self.decorate(&inner.node);
            }
        }
    }

    fn point(&mut self, qualifiers: &[Node<PointerQualifier>]) {
        self.points_to_const = self.is_const;
        self.is_const = has_const(qualifiers);
        self.pointers += 1;
    }

    /// `base` with this many stars, and nothing else.
    pub(crate) fn is(&self, base: &str, pointers: usize) -> bool {
        self.base == base && self.pointers == pointers && !self.to_function
    }

    /// Without `struct`.
    pub(crate) fn bare(&self) -> &str {
        self.base.strip_prefix("struct ").unwrap_or(&self.base)
    }

    /// As C writes it.
    pub(crate) fn text(&self) -> String {
        let shown = if self.base.is_empty() { "int" } else { &self.base };
        let constant = if self.points_to_const || (self.is_const && self.pointers == 0) { "const " } else { "" };
        let gap = if self.pointers > 0 { " " } else { "" };
        let of_pointer = if self.is_const && self.pointers > 0 { " const" } else { "" };
        let function = if self.to_function { " (*)()" } else { "" };
        format!("{constant}{shown}{gap}{}{of_pointer}{}{function}", "*".repeat(self.pointers), "[]".repeat(self.arrays))
    }
}

/// How many items an array has, if that is a number.
fn items(size: &ArraySize) -> Option<usize> {
    let (ArraySize::VariableExpression(size) | ArraySize::StaticExpression(size)) = size else { return None };
    match &size.node {
        Expression::Constant(constant) => match &constant.node {
            Constant::Integer(number) if number.base == IntegerBase::Decimal => number.number.parse().ok(),
            _ => None,
        },
        _ => None,
    }
}

fn has_const(qualifiers: &[Node<PointerQualifier>]) -> bool {
    qualifiers.iter().any(|qualifier| match &qualifier.node {
        PointerQualifier::TypeQualifier(qualifier) => qualifier.node == TypeQualifier::Const,
        PointerQualifier::Extension(_) => false,
    })
}

fn word(specifier: &TypeSpecifier) -> String {
    match specifier {
        TypeSpecifier::Void => "void".into(),
        TypeSpecifier::Char => "char".into(),
        TypeSpecifier::Short => "short".into(),
        TypeSpecifier::Int => "int".into(),
        TypeSpecifier::Long => "long".into(),
        TypeSpecifier::Float => "float".into(),
        TypeSpecifier::Double => "double".into(),
        TypeSpecifier::Signed => "signed".into(),
        TypeSpecifier::Unsigned => "unsigned".into(),
        TypeSpecifier::Bool => "_Bool".into(),
        TypeSpecifier::Complex => "_Complex".into(),
        TypeSpecifier::Atomic(name) => {
            let inner = super::value::type_name(&name.node);
            format!("_Atomic({})", inner.text())
        }
        TypeSpecifier::Struct(ty) => {
            let kind = if ty.node.kind.node == StructKind::Struct { "struct" } else { "union" };
            let tag = ty.node.identifier.as_ref().map_or("", |tag| tag.node.name.as_str());
            format!("{kind} {tag}").trim().into()
        }
        TypeSpecifier::Enum(ty) => {
            format!("enum {}", ty.node.identifier.as_ref().map_or("", |tag| tag.node.name.as_str())).trim().into()
        }
        TypeSpecifier::TypedefName(name) => name.node.name.clone(),
        TypeSpecifier::TypeOf(_) => "typeof".into(),
        TypeSpecifier::TS18661Float(_) => "_Float128".into(),
    }
}
