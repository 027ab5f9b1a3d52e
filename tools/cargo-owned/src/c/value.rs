//! Expressions and initialisers, as far as they say something by themselves.

use lang_c::ast::{
    Constant, Designator, Expression, Initializer, InitializerListItem, SpecifierQualifier, TypeName, UnaryOperator,
};
use lang_c::span::{Node, Span};

use super::CType;
use crate::read::Parsed;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Expr {
    /// As it is written, on one line.
    pub(crate) text: String,
    /// Its line.
    pub(crate) line: usize,
    /// What it is.
    pub(crate) value: Value,
}

/// What an expression is, behind casts and `&`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// `NULL`.
    Null,
    /// A number, with its sign.
    Number(String),
    /// A text.
    Text(String),
    /// A name.
    Name(String),
    /// A call of a name.
    Call(String, Vec<Expr>),
    /// `sizeof(TYPE)`.
    SizeOf(String),
    /// `offsetof(TYPE, MEMBER)`.
    OffsetOf(String),
    /// Anything else.
    Other,
}

/// An initialiser.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Init {
    /// A value.
    Expr(Expr),
    /// What stands in braces.
    List(Vec<Item>),
}

/// One part of what stands in braces.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    /// `.field =`.
    pub(crate) field: Option<String>,
    /// What it is.
    pub(crate) init: Init,
    /// Its line.
    pub(crate) line: usize,
}

impl Expr {
    /// The name, if it is one.
    pub(crate) fn name(&self) -> Option<&str> {
        match &self.value {
            Value::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub(crate) fn literal(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether a pointer of this value is null.
    pub(crate) fn is_null(&self) -> bool {
        self.value == Value::Null || self.value == Value::Number("0".into())
    }
}

impl Init {
    /// The expression, if it is one.
    pub(crate) fn expr(&self) -> Option<&Expr> {
        match self {
            Init::Expr(expr) => Some(expr),
            Init::List(_) => None,
        }
    }

    /// What stands in its braces.
    pub(crate) fn items(&self) -> &[Item] {
        match self {
            Init::Expr(_) => &[],
            Init::List(items) => items,
        }
    }

    /// Each expression in it, however deep.
    pub(crate) fn exprs(&self) -> Vec<&Expr> {
        match self {
            Init::Expr(expr) => vec![expr],
            Init::List(items) => items.iter().flat_map(|item| item.init.exprs()).collect(),
        }
    }
}

/// The text of a part of the file, on one line.
pub(crate) fn text(parsed: &Parsed, span: Span) -> String {
    let lines = parsed.text[span.start..span.end].lines().filter(|line| !line.starts_with("# "));
    let words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
    let line = words.join(" ").replace("((void *)0)", "NULL").replace("__builtin_offsetof", "offsetof");
    line.replace("( ", "(").replace(" )", ")")
}

/// An expression.
pub(crate) fn expr(parsed: &Parsed, node: &Node<Expression>) -> Expr {
    let text = text(parsed, node.span);
    let value = if text == "NULL" { Value::Null } else { value(parsed, &node.node) };
    Expr { text, line: parsed.places.at(node.span.start).1, value }
}

fn value(parsed: &Parsed, node: &Expression) -> Value {
    match node {
        Expression::Identifier(name) => match name.node.name.as_str() {
            "NULL" => Value::Null,
            name => Value::Name(name.into()),
        },
        Expression::Constant(constant) => match &constant.node {
            Constant::Integer(_) | Constant::Float(_) => Value::Number(text(parsed, constant.span)),
            Constant::Character(letter) => Value::Number(letter.clone()),
        },
        Expression::StringLiteral(parts) => Value::Text(parts.node.iter().map(|part| unquoted(part)).collect()),
        Expression::Cast(cast) => match value(parsed, &cast.node.expression.node) {
            Value::Number(number) if number == "0" && type_name(&cast.node.type_name.node).pointers > 0 => Value::Null,
            value => value,
        },
        Expression::UnaryOperator(unary) => {
            match (&unary.node.operator.node, value(parsed, &unary.node.operand.node)) {
                (UnaryOperator::Address | UnaryOperator::Plus, value) => value,
                (UnaryOperator::Minus, Value::Number(number)) => Value::Number(format!("-{number}")),
                _ => Value::Other,
            }
        }
        Expression::Call(call) => {
            let args: Vec<Expr> = call.node.arguments.iter().map(|arg| expr(parsed, arg)).collect();
            match &call.node.callee.node {
                // A macro that casts: `_PyCFunction_CAST(f)`.
                Expression::Identifier(name) if name.node.name.contains("CAST") && args.len() == 1 => {
                    args.into_iter().next().map_or(Value::Other, |arg| arg.value)
                }
                Expression::Identifier(name) => Value::Call(name.node.name.clone(), args),
                _ => Value::Other,
            }
        }
        Expression::SizeOfTy(size) => Value::SizeOf(type_name(&size.node.0.node).bare().into()),
        Expression::OffsetOf(offset) => Value::OffsetOf(offset.node.designator.node.base.node.name.clone()),
        Expression::Comma(parts) => parts.last().map_or(Value::Other, |last| value(parsed, &last.node)),
        _ => Value::Other,
    }
}

/// The content of a literal in quotes, prefix and escapes resolved as far as names and formats have any.
fn unquoted(literal: &str) -> String {
    let (from, to) = (literal.find('"').map_or(0, |at| at + 1), literal.rfind('"').unwrap_or(literal.len()));
    let mut letters = literal.get(from..to).unwrap_or_default().chars();
    let mut plain = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n') => plain.push('\n'),
                Some('t') => plain.push('\t'),
                Some(other) => plain.push(other),
                None => {}
            },
            other => plain.push(other),
        }
    }
    plain
}

/// The type that a cast or a `sizeof` names.
pub(crate) fn type_name(name: &TypeName) -> CType {
    let specifiers = name.specifiers.iter().filter_map(|specifier| match &specifier.node {
        SpecifierQualifier::TypeSpecifier(ty) => Some(&ty.node),
        _ => None,
    });
    let qualifiers = name.specifiers.iter().filter_map(|specifier| match &specifier.node {
        SpecifierQualifier::TypeQualifier(qualifier) => Some(&qualifier.node),
        _ => None,
    });
    CType::of(specifiers, qualifiers, name.declarator.as_ref().map(|declarator| &declarator.node))
}

/// An initialiser.
pub(crate) fn init(parsed: &Parsed, node: &Initializer) -> Init {
    match node {
        Initializer::Expression(value) => match &value.node {
            Expression::CompoundLiteral(literal) => Init::List(items(parsed, &literal.node.initializer_list)),
            _ => Init::Expr(expr(parsed, value)),
        },
        Initializer::List(parts) => Init::List(items(parsed, parts)),
    }
}

fn items(parsed: &Parsed, parts: &[Node<InitializerListItem>]) -> Vec<Item> {
    let item = |part: &Node<InitializerListItem>| Item {
        field: part.node.designation.iter().find_map(|designator| match &designator.node {
            Designator::Member(name) => Some(name.node.name.clone()),
            _ => None,
        }),
        init: init(parsed, &part.node.initializer.node),
        line: parsed.places.at(part.span.start).1,
    };
    parts.iter().map(item).collect()
}
