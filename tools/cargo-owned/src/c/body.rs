//! Reads the body of a function: its calls and returns in their order, and what it names and writes to.

use lang_c::ast::{
    BinaryOperator, BlockItem, Declaration, Expression, ForInitializer, Initializer, Label, Statement,
    StorageClassSpecifier, UnaryOperator,
};
use lang_c::span::{Node, Span};

use super::{Body, Does, FieldSet, Local, Step, Variable, declare, value};
use crate::read::Parsed;

/// The body of the function `name`. Its static variables go to the others that outlive calls.
pub(super) fn body(parsed: &Parsed, name: &str, statement: &Node<Statement>, statics: &mut Vec<Variable>) -> Body {
    let mut reader = Reader { parsed, function: name, statics, body: Body::default() };
    reader.statement(statement);
    reader.body
}

struct Reader<'a> {
    parsed: &'a Parsed,
    function: &'a str,
    statics: &'a mut Vec<Variable>,
    body: Body,
}

impl Reader<'_> {
    fn line(&self, span: Span) -> usize {
        self.parsed.places.at(span.start).1
    }

    fn push(&mut self, span: Span, does: Does) {
        let line = self.line(span);
        self.body.steps.push(Step { line, does });
    }

    fn statement(&mut self, node: &Node<Statement>) {
        match &node.node {
            Statement::Labeled(labeled) => {
                if let Label::Case(value) = &labeled.node.label.node {
                    self.expression(value, None);
                }
                self.statement(&labeled.node.statement);
            }
            Statement::Compound(items) => {
                for item in items {
                    match &item.node {
                        BlockItem::Declaration(declaration) => self.declaration(&declaration.node),
                        BlockItem::Statement(statement) => self.statement(statement),
                        BlockItem::StaticAssert(_) => {}
                    }
                }
            }
            Statement::Expression(value) => self.maybe(value.as_deref()),
            Statement::If(branch) => {
                self.expression(&branch.node.condition, None);
                self.statement(&branch.node.then_statement);
                if let Some(other) = &branch.node.else_statement {
                    self.statement(other);
                }
            }
            Statement::Switch(switch) => {
                self.expression(&switch.node.expression, None);
                self.statement(&switch.node.statement);
            }
            Statement::While(cycle) => {
                self.expression(&cycle.node.expression, None);
                self.statement(&cycle.node.statement);
            }
            Statement::DoWhile(cycle) => {
                self.statement(&cycle.node.statement);
                self.expression(&cycle.node.expression, None);
            }
            Statement::For(cycle) => {
                match &cycle.node.initializer.node {
                    ForInitializer::Expression(value) => self.expression(value, None),
                    ForInitializer::Declaration(declaration) => self.declaration(&declaration.node),
                    ForInitializer::Empty | ForInitializer::StaticAssert(_) => {}
                }
                self.maybe(cycle.node.condition.as_deref());
                self.statement(&cycle.node.statement);
                self.maybe(cycle.node.step.as_deref());
            }
            Statement::Return(value) => {
                self.maybe(value.as_deref());
                let value = value.as_ref().map(|value| value::expr(self.parsed, value));
                self.push(node.span, Does::Return(value));
            }
            Statement::Goto(_) | Statement::Continue | Statement::Break | Statement::Asm(_) => {}
        }
    }

    fn declaration(&mut self, declaration: &Declaration) {
        let specifiers = &declaration.specifiers;
        let is_static = declare::has(specifiers, &StorageClassSpecifier::Static);
        if is_static {
            declare::variables(self.parsed, declaration, Some(self.function), self.statics);
        }
        for declared in &declaration.declarators {
            let declarator = &declared.node.declarator.node;
            let name = declare::name(declarator).map(|(name, _)| name.to_owned()).unwrap_or_default();
            let init = declared.node.initializer.as_ref();
            if let Some(init) = init {
                self.initializer(&init.node, Some(&name));
            }
            let init = init.map(|init| value::init(self.parsed, &init.node));
            self.body.locals.push(Local { name, ty: declare::ctype(specifiers, Some(declarator)), init });
        }
    }

    fn initializer(&mut self, init: &Initializer, into: Option<&str>) {
        match init {
            Initializer::Expression(value) => {
                self.expression(value, into);
                if let Some(into) = into {
                    self.assigned(into, value);
                }
            }
            Initializer::List(items) => {
                items.iter().for_each(|item| self.initializer(&item.node.initializer.node, None))
            }
        }
    }

    /// An assignment of what is no call, which is a step of its own.
    fn assigned(&mut self, into: &str, node: &Node<Expression>) {
        let value = value::expr(self.parsed, node);
        if !matches!(value.value, value::Value::Call(..)) {
            self.push(node.span, Does::Assign { into: into.into(), value });
        }
    }

    fn maybe(&mut self, value: Option<&Node<Expression>>) {
        if let Some(value) = value {
            self.expression(value, None);
        }
    }

    fn expression(&mut self, node: &Node<Expression>, into: Option<&str>) {
        match &node.node {
            Expression::Identifier(name) => {
                self.body.names.insert(name.node.name.clone());
            }
            Expression::Call(call) => {
                for argument in &call.node.arguments {
                    self.expression(argument, None);
                }
                self.expression(&call.node.callee, None);
                let args = call.node.arguments.iter().map(|argument| value::expr(self.parsed, argument)).collect();
                let callee = value::expr(self.parsed, &call.node.callee);
                let name = callee.name().map_or_else(|| callee.text.clone(), Into::into);
                self.push(node.span, Does::Call { name, args, into: into.map(Into::into) });
            }
            Expression::BinaryOperator(binary) => {
                let (left, right) = (&binary.node.lhs, &binary.node.rhs);
                match binary.node.operator.node {
                    BinaryOperator::Assign => {
                        self.written(left);
                        self.expression(left, None);
                        let target = value::text(self.parsed, left.span);
                        self.expression(right, Some(&target));
                        self.assigned(&target, right);
                        self.field_set(left, right);
                    }
                    BinaryOperator::AssignMultiply
                    | BinaryOperator::AssignDivide
                    | BinaryOperator::AssignModulo
                    | BinaryOperator::AssignPlus
                    | BinaryOperator::AssignMinus
                    | BinaryOperator::AssignShiftLeft
                    | BinaryOperator::AssignShiftRight
                    | BinaryOperator::AssignBitwiseAnd
                    | BinaryOperator::AssignBitwiseXor
                    | BinaryOperator::AssignBitwiseOr => {
                        self.written(left);
                        self.expression(left, None);
                        self.expression(right, None);
                    }
                    _ => {
                        self.expression(left, None);
                        self.expression(right, None);
                    }
                }
            }
            Expression::UnaryOperator(unary) => {
                use UnaryOperator::{Address, PostDecrement, PostIncrement, PreDecrement, PreIncrement};
                if matches!(
                    unary.node.operator.node,
                    Address | PostDecrement | PostIncrement | PreDecrement | PreIncrement
                ) {
                    self.written(&unary.node.operand);
                }
                self.expression(&unary.node.operand, None);
            }
            Expression::Member(member) => self.expression(&member.node.expression, None),
            Expression::Cast(cast) => self.expression(&cast.node.expression, into),
            Expression::Conditional(choice) => {
                self.expression(&choice.node.condition, None);
                self.expression(&choice.node.then_expression, into);
                self.expression(&choice.node.else_expression, into);
            }
            Expression::Comma(parts) => parts.iter().for_each(|part| self.expression(part, None)),
            Expression::CompoundLiteral(literal) => {
                let items = &literal.node.initializer_list;
                items.iter().for_each(|item| self.initializer(&item.node.initializer.node, None));
            }
            Expression::SizeOfVal(size) => self.expression(&size.node.0, None),
            Expression::VaArg(arg) => self.expression(&arg.node.va_list, None),
            Expression::Statement(statement) => self.statement(statement),
            Expression::GenericSelection(selection) => self.expression(&selection.node.expression, None),
            Expression::Constant(_)
            | Expression::StringLiteral(_)
            | Expression::SizeOfTy(_)
            | Expression::AlignOf(_)
            | Expression::OffsetOf(_) => {}
        }
    }

    /// Notes the variable that a place is in.
    fn written(&mut self, node: &Node<Expression>) {
        match &node.node {
            Expression::Identifier(name) => {
                self.body.written.insert(name.node.name.clone());
            }
            Expression::Member(member) => self.written(&member.node.expression),
            Expression::Cast(cast) => self.written(&cast.node.expression),
            Expression::UnaryOperator(unary) => self.written(&unary.node.operand),
            Expression::BinaryOperator(binary) if binary.node.operator.node == BinaryOperator::Index => {
                self.written(&binary.node.lhs);
            }
            _ => {}
        }
    }

    fn field_set(&mut self, left: &Node<Expression>, right: &Node<Expression>) {
        let Expression::Member(member) = &left.node else { return };
        let variable = value::expr(self.parsed, &member.node.expression);
        if let Some(variable) = variable.name() {
            self.body.fields_set.push(FieldSet {
                variable: variable.into(),
                field: member.node.identifier.node.name.clone(),
                value: value::expr(self.parsed, right),
            });
        }
    }
}
