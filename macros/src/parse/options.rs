//! The options in an attribute's parentheses: `name = "…"`, `get`, `set`, …

use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::{Adopts, Case, Crate, Instance, Name};
use crate::stream::{Delimiter, Ident, ToTokens as _, TokenStream, Word as _};
use crate::syntax::{Attribute, Expr, Input, Lit, LitStr, Meta, Path, Result as Read, Type, expression, ty};
use crate::template::hygienic;
use crate::tokens::{parsed, read};

/// Reads `option` and `option = expression`, with commas between them; what else stands there is reported.
pub(super) fn each_option(
    tokens: TokenStream,
    dcx: &mut Diagnostics,
    put: &mut dyn FnMut(Ident, Option<Expr>, &mut Diagnostics),
) {
    let mut each = |input: &mut Input| {
        while !input.is_empty() {
            let key = input.any_ident()?;
            let is_list = ["instances", "unsafe", "adopt"].iter().any(|list| key.is(list));
            let value = if input.has("=") {
                let is_class = CLASSES.iter().any(|path| key.is(path));
                let value = if is_class { class(input) } else { expression(input) }?;
                // What is not in parentheses is no list.
                Some(value).filter(|_| key.is("adopt") || !is_list)
            } else if is_list && input.peek_group(Delimiter::Parenthesis) {
                Some(Expr::Verbatim(input.group(Delimiter::Parenthesis)?.stream().into()))
            } else {
                None
            };
            put(key, value, dcx);
            if !input.is_empty() {
                input.expect(",")?;
            }
        }
        Ok(())
    };
    if let Err(error) = read(tokens, &mut each) {
        dcx.syntax(error);
    }
}

/// The options that take a text; the others are flags.
const TEXTS: &[&str] = &["name", "crate", "skip", "rename_all", "value"];
/// The options that take a number.
const NUMBERS: &[&str] = &["freelist"];
/// The options that take classes.
const CLASSES: &[&str] = &["extends", "metaclass", "nested_in"];
/// The options that take any expression.
const EXPRESSIONS: &[&str] = &["default", "init"];

/// What an option was given.
enum Value {
    None,
    Text(LitStr),
    Classes(Classes),
    Instances(Vec<Instance>),
    Expression(Expr),
    Number(u16),
    Adopts(Adopts),
}

/// What a class extends: a class of Rust's, and such as are defined in Python.
#[derive(Default)]
struct Classes {
    path: Option<Path>,
    python: Vec<LitStr>,
}

impl Classes {
    /// Reads `Base`, `"module:Class"`, or several in parentheses. None where it is something else.
    fn of(value: &Expr) -> Option<Classes> {
        let mut classes = Classes::default();
        let Expr::Tuple(_, several) = value else { return classes.add(value).then_some(classes) };
        for class in several {
            if !classes.add(class) {
                return None;
            }
        }
        // Of Rust's there is one, which needs no parentheses.
        Some(classes).filter(|classes| !classes.python.is_empty())
    }

    fn add(&mut self, class: &Expr) -> bool {
        match class {
            Expr::Lit(Lit::Str(class)) => self.python.push(class.clone()),
            // As in Python, whose layout is built on comes first; and there is only one.
            Expr::Path(path) if !path.qualified && self.path.is_none() && self.python.is_empty() => {
                self.path = Some(path.clone());
            }
            _ => return false,
        }
        true
    }
}

/// The options of one attribute, each at most once, each known.
#[derive(Default)]
pub(crate) struct Options(Vec<(Ident, Value)>);

impl Options {
    /// Reads the tokens in the parentheses of `#[owner(…)]`.
    pub(crate) fn parse(owner: &str, known: &[&str], tokens: TokenStream, dcx: &mut Diagnostics) -> Options {
        let mut options = Options::default();
        each_option(tokens, dcx, &mut |key, value, dcx| options.put(owner, known, key, value, dcx));
        options
    }

    /// Reads `#[owner]` or `#[owner(…)]`.
    pub(crate) fn of(attribute: &Attribute, owner: &str, known: &[&str], dcx: &mut Diagnostics) -> Options {
        match &attribute.meta {
            Meta::Path(_) => Options::default(),
            Meta::List(list) => Options::parse(owner, known, list.tokens.clone(), dcx),
            Meta::NameValue(pair) => {
                let given = format!("= {}", pair.value.to_token_stream());
                dcx.error(pair, messages::unknown_option(&given, owner, known));
                Options::default()
            }
        }
    }

    fn put(&mut self, owner: &str, known: &[&str], key: Ident, value: Option<Expr>, dcx: &mut Diagnostics) {
        let option = key.to_string();
        if option == "adopt" && known.contains(&"unsafe") {
            dcx.error(&key, messages::ADOPT_UNSAFE);
            // Read all the same, so that the fields are taken for C's.
            if let Some(Expr::Verbatim(written)) = value
                && let Ok(adopts) = parsed(hygienic!(#key (#written)), super::adopted::adopts)
            {
                self.0.push((key, Value::Adopts(adopts)));
            }
            return;
        }
        if !known.contains(&option.as_str()) {
            dcx.error(&key, messages::unknown_option(&option, owner, known));
            return;
        }
        if self.given(&option).is_some() {
            dcx.error(&key, messages::option_twice(&option));
            return;
        }
        let text = TEXTS.contains(&option.as_str());
        let class = CLASSES.contains(&option.as_str());
        let expression = EXPRESSIONS.contains(&option.as_str());
        let needs = match (text, class) {
            (true, _) => messages::option_needs_text,
            (_, true) => messages::option_needs_class,
            _ => messages::option_needs_expression,
        };
        let classes = value.as_ref().filter(|_| class).and_then(Classes::of);
        if NUMBERS.contains(&option.as_str()) {
            match number(&option, value.as_ref()) {
                Ok(number) => self.0.push((key, Value::Number(number))),
                Err(message) => {
                    match value {
                        Some(value) => dcx.error(&value, message),
                        None => dcx.error(&key, message),
                    };
                }
            }
            return;
        }
        let value = match value {
            Some(_) if let Some(classes) = classes => Value::Classes(classes),
            Some(Expr::Verbatim(types)) if option == "instances" => match parsed(types, instances) {
                Ok(instances) => Value::Instances(instances),
                Err(error) => {
                    dcx.syntax(error);
                    return;
                }
            },
            Some(Expr::Verbatim(adopted)) if option == "unsafe" => match parsed(adopted, super::adopted::adopts) {
                Ok(adopts) => Value::Adopts(adopts),
                Err(error) => {
                    dcx.syntax(error);
                    Value::Adopts(super::adopted::unknown(&key))
                }
            },
            _ if option == "unsafe" => {
                dcx.error(&key, messages::ADOPT_FORM);
                Value::Adopts(super::adopted::unknown(&key))
            }
            _ if option == "instances" => {
                dcx.error(&key, messages::INSTANCES_NEED_TYPES);
                return;
            }
            Some(value) if expression => Value::Expression(value),
            Some(Expr::Lit(Lit::Str(value))) if text => Value::Text(value),
            None if !text && !class && !expression => Value::None,
            Some(other) => {
                let message = if text || class { needs(&option) } else { messages::option_is_a_flag(&option) };
                dcx.error(&other, message);
                return;
            }
            None => {
                dcx.error(&key, needs(&option));
                return;
            }
        };
        self.0.push((key, value));
    }

    pub(crate) fn flag(&self, option: &str) -> bool {
        self.at(option).is_some()
    }

    /// The option as it was written.
    pub(crate) fn at(&self, option: &str) -> Option<&Ident> {
        self.given(option).map(|(key, _)| key)
    }

    /// The option, and what it was given.
    fn given(&self, option: &str) -> Option<(&Ident, &Value)> {
        for (key, value) in &self.0 {
            if key.is(option) {
                return Some((key, value));
            }
        }
        None
    }

    pub(crate) fn text(&self, option: &str) -> Option<&LitStr> {
        match self.given(option)? {
            (_, Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn path(&self, option: &str) -> Option<&Path> {
        match self.given(option)? {
            (_, Value::Classes(classes)) => classes.path.as_ref(),
            _ => None,
        }
    }

    /// The classes defined in Python, each checked to be `module:Class`.
    pub(crate) fn python_classes(&self, option: &str, dcx: &mut Diagnostics) -> Vec<LitStr> {
        let mut found = Vec::new();
        if let Some((_, Value::Classes(classes))) = self.given(option) {
            for class in &classes.python {
                if names_a_class(&class.value()) {
                    found.push(class.clone());
                } else {
                    dcx.error(class, messages::not_a_python_class(&class.value()));
                }
            }
        }
        found
    }

    /// `instances(…)`; none where it is not given.
    pub(crate) fn instances(&self) -> Vec<Instance> {
        match self.given("instances") {
            Some((_, Value::Instances(instances))) => instances.clone(),
            _ => Vec::new(),
        }
    }

    /// `unsafe(adopt(…))`, also where `unsafe` is missing, which has been said.
    pub(crate) fn adopts(&self) -> Option<&Adopts> {
        match self.given("unsafe").or(self.given("adopt"))? {
            (_, Value::Adopts(adopts)) => Some(adopts),
            _ => None,
        }
    }

    pub(crate) fn expression(&self, option: &str) -> Option<&Expr> {
        match self.given(option)? {
            (_, Value::Expression(value)) => Some(value),
            _ => None,
        }
    }

    pub(crate) fn number(&self, option: &str) -> Option<u16> {
        match self.given(option)? {
            (_, Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// `name = "…"`, checked to be a name that Python can write.
    pub(crate) fn name(&self, dcx: &mut Diagnostics) -> Option<Name> {
        let text = self.text("name")?;
        let value = text.value();
        if !is_name(&value) {
            dcx.error(text, messages::not_an_identifier(&value));
            return None;
        }
        Some(Name { text: value, span: text.span() })
    }

    /// `rename_all = "…"`, of names that Python can write.
    pub(crate) fn case(&self, dcx: &mut Diagnostics) -> Option<Case> {
        let text = self.text("rename_all")?;
        let found = Case::named(&text.value()).filter(|case| *case != Case::Kebab);
        if found.is_none() {
            dcx.error(text, messages::unknown_case(&text.value(), &Case::names(false)));
        }
        found
    }

    /// `crate = "…"`.
    pub(crate) fn library(&self, dcx: &mut Diagnostics) -> Option<Crate> {
        let text = self.text("crate")?;
        match text.path() {
            Ok(path) => Some(Crate::named(&path)),
            Err(_) => {
                dcx.error(text, messages::not_a_path(&text.value()));
                None
            }
        }
    }
}

/// A number from 1 on, written as such.
fn number(option: &str, value: Option<&Expr>) -> Result<u16, String> {
    let Some(Expr::Lit(Lit::Int(number))) = value else {
        return Err(messages::option_needs_number(option));
    };
    match number.base10_digits().parse() {
        Ok(0) => Err(messages::option_is_nothing(option)),
        Ok(number) => Ok(number),
        Err(_) => Err(messages::option_too_large(option, u16::MAX)),
    }
}

/// A path, also one that a `macro_rules!` passed on as a type.
fn class(input: &mut Input) -> Read<Expr> {
    if !input.starts_path() {
        return expression(input);
    }
    let mut ty = ty(input)?;
    while let Type::Group(_, elem) = ty {
        ty = *elem;
    }
    Ok(match ty {
        Type::Path(path) => Expr::Path(path),
        other => Expr::Verbatim(other.to_token_stream()),
    })
}

/// `IntStack = Stack<i64>, …`, or types alone.
fn instances(input: &mut Input) -> Read<Vec<Instance>> {
    let mut instances = Vec::new();
    while !input.is_empty() {
        let (mut ahead, mut alias) = (input.clone(), None);
        ahead.take();
        if ahead.has("=") {
            alias = Some(input.ident()?);
            *input = ahead;
        }
        instances.push(Instance { alias, ty: ty(input)? });
        if !input.is_empty() {
            input.expect(",")?;
        }
    }
    Ok(instances)
}

/// Whether it is `module:Class`: names with dots between them, on both sides of the colon.
fn names_a_class(path: &str) -> bool {
    match path.split_once(':') {
        Some((module, class)) => module.split('.').all(is_name) && class.split('.').all(is_name),
        None => false,
    }
}

/// Whether Python can write it.
fn is_name(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| first == '_' || first.is_alphabetic())
        && characters.all(|other| other == '_' || other.is_alphanumeric())
}
