//! Types: the struct, and its block of methods.

use crate::model::{FunctionId, Method, Property, Slot, Type, TypeKind};

use super::arguments::{Argument, Pass};
use super::exported::{blank, exported, is_dunder, is_known};
use super::fields::{self, Shape};
use super::find::Target;
use super::function::{Function, Receiver};
use super::slots::{self, Form, Special};
use super::{Context, reading, result, rust};

/// A class with those of its methods that were asked for.
pub(crate) struct Class<'a> {
    context: Context<'a>,
    ty: &'a Type,
    /// Its name in Rust.
    name: String,
    functions: Vec<Function>,
    /// Slots for which nothing is written, and why.
    nothing: Vec<String>,
    /// Its struct.
    shape: Shape,
}

impl<'a> Class<'a> {
    /// Of a type, with nothing in it yet.
    pub(crate) fn of(context: Context<'a>, ty: &'a Type, unit: usize) -> Self {
        let shape = fields::shape(&context, ty, unit);
        Self { context, ty, name: rust::class_name(&ty.name), functions: Vec::new(), nothing: Vec::new(), shape }
    }

    /// Whether it is of this type.
    pub(crate) fn is_of(&self, ty: &Type) -> bool {
        std::ptr::eq(self.ty, ty)
    }

    /// Adds what was asked for.
    pub(crate) fn add(&mut self, target: &Target<'_>) {
        match target {
            Target::Method { method, id, .. } => self.method(method, *id),
            Target::Slot { slot, id, .. } => self.slot(slot, *id),
            Target::Property { property, unit, .. } => self.property(property, *unit),
            Target::Function { .. } | Target::Helper { .. } => {}
        }
    }

    /// Adds a function, unless it has one of the name.
    fn push(&mut self, mut function: Function) {
        // What C shares changes behind a shared reference.
        if self.is_adopted() && function.receiver == Receiver::Changing {
            function.receiver = Receiver::Inside;
        }
        if self.functions.iter().all(|known| known.name != function.name) {
            self.functions.push(function);
        } else {
            self.nothing.push(format!("{}: `{}` is here already", function.origin, function.name));
        }
    }

    fn method(&mut self, method: &Method, id: Option<FunctionId>) {
        if let Some(Form::Methods(specials)) = slots::of_name(&method.name).map(slots::form) {
            for special in specials {
                let function = self.special(&special, id, &method.function);
                self.push(function);
            }
            return;
        }
        let flag = |name: &str| method.flags.iter().any(|flag| flag == name);
        let mut function = exported(&self.context, method, id, &format!("{}.{}", self.ty.name, method.name));
        function.receiver = match () {
            () if flag("METH_STATIC") => Receiver::None,
            () if flag("METH_CLASS") => Receiver::Class,
            () => Receiver::Inside,
        };
        match function.receiver {
            Receiver::None => function.attributes.push("#[staticmethod]".into()),
            Receiver::Class if method.name != "__class_getitem__" && method.name != "__init_subclass__" => {
                function.attributes.push("#[classmethod]".into());
            }
            _ => {}
        }
        if is_dunder(&method.name) && !is_known(&method.name) {
            if self.is_adopted() {
                self.nothing.push(format!("{}: stays C's, for Python has no special method of this name", method.name));
                return;
            }
            let other = method.name.trim_matches('_').to_owned();
            function.notes.push(format!("`{}` is no special method of Python's: it is `{other}` here", method.name));
            function.name = rust::name(&other);
        }
        self.push(function);
    }

    fn slot(&mut self, slot: &Slot, id: Option<FunctionId>) {
        let nothing = |why: &str| format!("{} ({}): {why}", slot.slot, slot.value);
        match slots::form(&slot.slot) {
            _ if self.is_adopted() && slots::stays(&slot.slot) => self.nothing.push(nothing("stays C's")),
            Form::Nothing(why) => self.nothing.push(nothing(why)),
            // `PyObject_GenericGetAttr`, `PyType_GenericNew`: what there is without it, too.
            _ if id.is_none() => self.nothing.push(nothing("a function of Python's")),
            Form::Methods(specials) => {
                for (at, special) in specials.iter().enumerate() {
                    let mut function = self.special(special, id, &slot.value);
                    if at > 0 {
                        function.steps = vec![format!("as in `{}`", specials[0].name)];
                    }
                    self.push(function);
                }
            }
            Form::Comparisons => {
                let names = self.compared(id);
                for (at, name) in names.iter().copied().enumerate() {
                    let note = Some("`NotImplemented` is for an operand of another type: give the parameter the type");
                    let operands = vec![("other", "Borrowed<'_, 'py, Any>")];
                    let special = Special { name, receiver: Receiver::Inside, operands, result: result::ANY, note };
                    let mut function = self.special(&special, id, &slot.value);
                    if at > 0 {
                        function.steps = vec![format!("as in `{}`", names[0])];
                    }
                    self.push(function);
                }
            }
            Form::Called(name) => {
                let function = self.called(name, id, &slot.value);
                self.push(function);
            }
        }
    }

    /// The comparisons that the C code names; all, if it names none.
    fn compared(&self, id: Option<FunctionId>) -> Vec<&'static str> {
        let names = id.map(|id| &self.context.project.function(id).body.names);
        let named: Vec<&str> = slots::COMPARISONS
            .iter()
            .filter(|(c, _)| names.is_some_and(|names| names.contains(*c)))
            .map(|(_, python)| *python)
            .collect();
        if named.is_empty() { slots::COMPARISONS.iter().map(|(_, python)| *python).collect() } else { named }
    }

    fn special(&self, special: &Special, id: Option<FunctionId>, c: &str) -> Function {
        let mut function = blank(&self.context, id, c, &format!("{}.{}", self.ty.name, special.name));
        function.name = special.name.into();
        function.receiver = special.receiver;
        function.arguments = slots::operands(special);
        function.result = special.result.into();
        function.is_slot = true;
        function.notes.extend(special.note.map(Into::into));
        function
    }

    /// `__init__`, `__call__` and the constructor, whose arguments C reads.
    fn called(&self, name: &str, id: Option<FunctionId>, c: &str) -> Function {
        let mut function = blank(&self.context, id, c, &format!("{}.{name}", self.ty.name));
        function.name = name.into();
        function.receiver = Receiver::Inside;
        if let Some(id) = id {
            function.arguments = reading::passed(self.context.project, id, true);
        }
        match name {
            "new" => {
                function.receiver = Receiver::None;
                function.attributes.push("#[new]".into());
                function.result = "Self".into();
            }
            "__init__" => {
                function.receiver = Receiver::Changing;
                function.result = "()".into();
            }
            _ => function.result = self.object(id),
        }
        let shown = if name == "__call__" { "call" } else { self.ty.name.rsplit('.').next().unwrap_or(&self.ty.name) };
        function.python = Some(format!("{shown}({})", function.arguments.python()));
        function
    }

    fn property(&mut self, property: &Property, unit: usize) {
        let find = |name: &Option<String>| name.as_deref().and_then(|name| self.context.project.find(unit, name));
        let (get, set) = (find(&property.get), find(&property.set));
        let named = |marker: &str, name: &str, rust: &str| {
            if rust == name { format!("#[{marker}]") } else { format!("#[{marker}(name = {name:?})]") }
        };
        let what = format!("{}.{}", self.ty.name, property.name);
        let is_dunder = is_dunder(&property.name);
        if is_dunder && self.is_adopted() {
            self.nothing.push(format!("{}: stays C's, for Owned has no property of this name", property.name));
            return;
        }
        let shown = if is_dunder { property.name.trim_matches('_') } else { &property.name };
        let plain_name = rust::snake(shown);
        let note = is_dunder.then(|| format!("Owned has no property `{}`: it is `{shown}` here", property.name));
        if let Some(c) = &property.get {
            let mut function = blank(&self.context, get, c, &what);
            function.name = rust::name(&plain_name);
            let plain = function.name.trim_start_matches("r#").to_owned();
            function.attributes.push(named("getter", shown, &plain));
            function.receiver = Receiver::Inside;
            function.result = self.object(get);
            function.notes.extend(note.clone());
            self.push(function);
        }
        if let Some(c) = &property.set {
            let mut function = blank(&self.context, set, c, &what);
            function.name = format!("set_{plain_name}");
            let plain = function.name["set_".len()..].to_owned();
            function.attributes.push(named("setter", shown, &plain));
            function.receiver = Receiver::Changing;
            function.arguments.list.push(Argument::new("value", "Borrowed<'_, 'py, Any>", Pass::Either));
            function.result = "()".into();
            function.is_slot = true;
            function.notes.extend(note);
            function.notes.push("C is called with NULL to delete: that is a `#[deleter]`".into());
            self.push(function);
        }
    }

    fn object(&self, id: Option<FunctionId>) -> String {
        id.map_or(result::ANY.into(), |id| result::object(&self.context, self.context.project.function(id)))
    }

    /// Its text.
    pub(crate) fn text(&self) -> String {
        let last = self.ty.name.rsplit('.').next().unwrap_or(&self.ty.name);
        let mut options: Vec<String> = Vec::new();
        if last != self.name {
            options.push(format!("name = {last:?}"));
        }
        let mut text = String::new();
        if self.ty.structure.is_none() && !self.context.whole {
            text += "// C's struct for instances was not found: a class of Rust's own.\n";
        }
        text += &match &self.shape {
            Shape::Adopted(fields) => {
                let made_of = if self.ty.kind == TypeKind::Spec { "spec" } else { "type" };
                let c = self.ty.structure.as_ref().map_or("", |structure| &structure.name);
                options.push(format!("unsafe(adopt({c}, {made_of} = {}))", self.ty.definition));
                let options = options.join(", ");
                let names = self.ty.structure.iter().flat_map(|structure| &structure.fields);
                let is_camel = |name: &str| rust::snake(name) != name;
                let expected = if names.map(|field| field.name.as_str()).any(is_camel) {
                    "#[expect(non_snake_case, reason = \"C's names\")]\n"
                } else {
                    ""
                };
                format!(
                    "/// `{}`\n#[class({options})]\n#[repr(C)]\n{expected}pub struct {} {{\n{fields}}}\n\n",
                    self.ty.name, self.name
                )
            }
            Shape::Whole { fields, why } => {
                let why = why.as_ref().map_or(String::new(), |why| format!("// A class of Rust's own: {why}.\n"));
                let options = if options.is_empty() { String::new() } else { format!("({})", options.join(", ")) };
                format!("{why}/// `{}`\n#[class{options}]\npub struct {} {{\n{fields}}}\n\n", self.ty.name, self.name)
            }
        };
        for nothing in &self.nothing {
            text += &format!("// {nothing}\n");
        }
        text += &format!("#[methods]\nimpl {} {{\n", self.name);
        let functions: Vec<String> = self.functions.iter().map(|function| function.text(4)).collect();
        text += &functions.join("\n");
        text + "}\n"
    }

    fn is_adopted(&self) -> bool {
        matches!(self.shape, Shape::Adopted(_))
    }
}
