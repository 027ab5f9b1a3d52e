//! Attributes and descriptors, beside the same classes written in Python.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod class_support;
mod support;

use class_support::run;
use owned::prelude::*;
use support::{flat, python};

/// Every way to be asked for an attribute.
#[class(subclass, dict)]
pub struct Asked {
    #[field(get)]
    log: Vec<String>,
}

#[methods]
impl Asked {
    #[new]
    fn new() -> Self {
        Asked { log: Vec::new() }
    }
    fn __getattribute__<'py>(slf: &Owned<'py, Self>, name: Borrowed<'_, 'py, Str>) -> Result<Owned<'py, Any>> {
        match name.as_str()? {
            "all" => "found".into_any(slf.py()),
            "bad" => Err(ValueError::new("bad")),
            _ => slf.py().import("builtins")?.getattr("object")?.call_method("__getattribute__", (slf, name)),
        }
    }
    fn __getattr__(&self, name: &str) -> Result<String> {
        if name.starts_with('_') { Err(AttributeError::new(name.to_owned())) } else { Ok(format!("no {name}")) }
    }
    fn __setattr__(&mut self, name: &str, value: i64) -> Result<()> {
        if name == "bad" {
            return Err(ValueError::new("bad"));
        }
        self.log.push(format!("{name} = {value}"));
        Ok(())
    }
    fn __delattr__(&mut self, name: &str) -> Result<()> {
        if name == "bad" {
            return Err(ValueError::new("bad"));
        }
        self.log.push(format!("del {name}"));
        Ok(())
    }
}

/// What is not found alone.
#[class(subclass, dict)]
pub struct Fallback;

#[methods]
impl Fallback {
    #[new]
    fn new() -> Self {
        Fallback
    }
    fn __getattr__(&self, name: &str) -> Result<String> {
        if name == "missing" { Err(AttributeError::new("missing")) } else { Ok(format!("no {name}")) }
    }
    #[getter]
    fn log(&self) -> &'static str {
        "no log"
    }
    #[getter]
    fn broken(&self) -> Result<i64> {
        Err(AttributeError::new("broken"))
    }
}

/// Only what sets.
#[class(dict)]
pub struct Setting {
    #[field(get, set)]
    count: u32,
}

#[methods]
impl Setting {
    #[new]
    fn new() -> Self {
        Setting { count: 0 }
    }
    fn __setattr__<'py>(
        slf: &Owned<'py, Self>,
        name: Borrowed<'_, 'py, Str>,
        value: Borrowed<'_, 'py, Any>,
    ) -> Result<()> {
        slf.borrow_mut()?.count += 1;
        slf.py().import("builtins")?.getattr("object")?.call_method("__setattr__", (slf, name, value)).map(drop)
    }
}

/// Only what deletes.
#[class(dict)]
pub struct Deleting;

#[methods]
impl Deleting {
    #[new]
    fn new() -> Self {
        Deleting
    }
    fn __delattr__(&self, name: &str) -> Result<()> {
        Err(ValueError::new(format!("{name} stays")))
    }
}

/// A descriptor.
#[class(subclass)]
pub struct Guard {
    #[field(get)]
    name: Option<String>,
    #[field(get)]
    value: i64,
}

#[methods]
impl Guard {
    #[new]
    fn new() -> Self {
        Guard { name: None, value: 0 }
    }
    fn __set_name__(&mut self, owner: Borrowed<'_, '_, Type>, name: String) -> Result<()> {
        self.name = Some(format!("{}.{name}", owner.name()));
        Ok(())
    }
    fn __get__<'py>(
        slf: &Owned<'py, Self>,
        instance: Option<Borrowed<'_, 'py, Any>>,
        owner: Option<Borrowed<'_, 'py, Type>>,
    ) -> Result<Owned<'py, Any>> {
        match instance {
            None => Ok(slf.clone().into_any()),
            Some(_) => (slf.borrow()?.value, owner.is_some()).into_any(slf.py()),
        }
    }
    fn __set__(&mut self, instance: Borrowed<'_, '_, Any>, value: i64) {
        let _ = instance;
        self.value = value;
    }
}

/// A descriptor that can only be deleted.
#[class]
pub struct Once;

#[methods]
impl Once {
    #[new]
    fn new() -> Self {
        Once
    }
    fn __delete__(&self, instance: Borrowed<'_, '_, Any>) -> Result<()> {
        Err(ValueError::new(format!("not of {instance:?}")))
    }
}

/// Hooks of the class.
#[class(subclass)]
pub struct Hooks;

#[methods]
impl Hooks {
    #[new]
    fn new() -> Self {
        Hooks
    }
    fn __class_getitem__<'py>(
        class: Borrowed<'_, 'py, Type>,
        item: Borrowed<'_, 'py, Any>,
    ) -> Result<(String, Owned<'py, Any>)> {
        Ok((class.name(), item.to_owned()))
    }
    #[signature(*, tag = 0)]
    fn __init_subclass__(class: Borrowed<'_, '_, Type>, tag: i64) -> Result<()> {
        class.setattr("tag", tag)
    }
    fn __instancecheck__(&self, instance: i64) -> bool {
        instance > 0
    }
    fn __subclasscheck__(&self, class: Borrowed<'_, '_, Type>) -> Result<bool> {
        Ok(class.name() == "int")
    }
    fn __mro_entries__<'py>(&self, bases: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {
        let py = bases.py();
        (py.import("builtins")?.getattr("dict")?,).into_any(py)
    }
}

#[owned::module]
mod attributes {
    #[export]
    pub use super::{Asked, Deleting, Fallback, Guard, Hooks, Once, Setting};
}

const TWINS: &str = include_str!("class_support/attributes.py");

#[track_caller]
fn check(source: &str) {
    python(|py| run(&owned::load!(py, attributes)?, &format!("{TWINS}\n{source}")));
}

#[test]
fn attributes_are_asked_for_as_in_python() {
    check(
        "differences(m.Asked, Asked)\n\
         differences(m.Fallback, Fallback)\n\
         for names in ([], ['__getattr__'], ['__getattribute__'], ['__setattr__'], ['__delattr__'],\n\
                       ['__getattr__', '__getattribute__'], ['__setattr__', '__delattr__']):\n    \
             differences(derived(m.Asked, names), derived(Asked, names))\n    \
             differences(derived(m.Fallback, names), derived(Fallback, names))",
    );
}

#[test]
fn one_of_the_pair_leaves_the_other_to_object() {
    check(
        "for kind in (m.Setting, Setting):\n    \
             s = kind()\n    \
             s.a = 1; s.a = 2\n    \
             same((s.a, s.count), (2, 2))\n    \
             del s.a\n    \
             same(outcome(lambda: s.a), AttributeError)\n    \
             same(outcome(lambda: delattr(s, 'a')), AttributeError)\n\
         for kind in (m.Deleting, Deleting):\n    \
             d = kind()\n    \
             d.a = 1\n    \
             same(raised(delattr, d, 'a'), 'ValueError: a stays')\n    \
             same(d.a, 1)",
    );
}

#[test]
fn descriptors_guard_attributes() {
    check(
        "for kind in (m.Guard, Guard, derived(m.Guard, ['__get__', '__set__']), derived(Guard, ['__get__', '__set__'])):\n    \
             class Owner:\n        \
                 field = kind()\n    \
             guard = Owner.__dict__['field']\n    \
             same(guard.name, 'Owner.field')\n    \
             owner = Owner()\n    \
             assert Owner.field is guard or Owner.field == ('derived', '__get__', guard)\n    \
             owner.field = 5\n    \
             assert owner.field in ((5, True), ('derived', '__get__', (5, True))), owner.field\n    \
             same(guard.value, 5)\n    \
             same(outcome(lambda: setattr(owner, 'field', 'x')), TypeError)\n    \
             same(raised(delattr, owner, 'field'), 'AttributeError: __delete__')\n    \
             same(outcome(lambda: guard.__get__(owner)) == (5, False), kind in (m.Guard, Guard))\n\
         for kind in (m.Once, Once):\n    \
             class Owner:\n        \
                 field = kind()\n        \
                 def __repr__(self): return 'owner'\n    \
             owner = Owner()\n    \
             same(raised(delattr, owner, 'field'), 'ValueError: not of owner')\n    \
             same(raised(setattr, owner, 'field', 1), 'AttributeError: __set__')",
    );
}

#[test]
fn a_class_has_hooks() {
    check(
        "same(m.Hooks[3], ('attributes.Hooks', 3))\n\
         class A(m.Hooks): pass\n\
         class B(m.Hooks, tag=4): pass\n\
         same((A.tag, B.tag, A['x']), (0, 4, ('A', 'x')))\n\
         same(outcome(lambda: type('C', (m.Hooks,), {}, other=1)), TypeError)\n\
         h = m.Hooks()\n\
         assert isinstance(3, h) and not isinstance(-3, h)\n\
         same(outcome(lambda: isinstance('x', h)), TypeError)\n\
         assert issubclass(int, h) and not issubclass(str, h)\n\
         class D(h): pass\n\
         same(D.__mro__[1:], (dict, object))",
    );
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let module = owned::load!(py, attributes)?;
        let globals = Dict::empty(py)?;
        globals.set("m", &module)?;
        support::exec(&globals, include_str!("class_support/twins.py"))?;
        support::exec(&globals, TWINS)?;
        support::exec(&globals, "class Owner:\n    field = m.Guard()\n    once = m.Once()")?;
        let source = "for one in (m.Asked(), m.Fallback(), m.Setting(), m.Deleting(), Owner()):\n    \
            for action in ACTIONS: outcome(lambda: action(one))\n    \
            outcome(lambda: setattr(one, 'probe', probe)); outcome(lambda: setattr(one, 'field', probe))\n\
            del one, action";
        let code = py.import("builtins")?.call_method("compile", (source, "<test>", "exec"))?;
        let exec = py.import("builtins")?.getattr("exec")?;
        flat(py, |probe| {
            globals.set("probe", probe)?;
            exec.call((&code, &globals))?;
            globals.set("probe", ())
        });
        Ok(())
    });
}
