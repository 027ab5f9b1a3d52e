//! Classes that extend classes defined in Python, and classes with a metaclass.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use owned::{BaseArgs, Extended};
use support::{collect, flat, python, run};

/// A list that counts what is put into it.
#[class(extends = "collections.abc:MutableSequence", weakref)]
pub struct Counted {
    items: GcCell<Vec<Py<Any>>>,
    #[field(get)]
    inserted: u64,
}

#[methods]
impl Counted {
    #[new]
    fn new() -> Self {
        Counted { items: GcCell::new(Vec::new()), inserted: 0 }
    }

    fn __len__(&self, py: Python<'_>) -> Result<usize> {
        self.items.with(py, Vec::len)
    }

    fn __getitem__(&self, py: Python<'_>, index: usize) -> Result<Py<Any>> {
        let found = self.items.with(py, |items| items.get(index).map(|item| item.clone_ref(py)))?;
        found.ok_or_else(|| IndexError::new("no such item"))
    }

    fn __setitem__(&self, py: Python<'_>, index: usize, item: Py<Any>) -> Result<()> {
        let old = self.items.with_mut(py, |items| items.get_mut(index).map(|place| core::mem::replace(place, item)))?;
        old.map(drop).ok_or_else(|| IndexError::new("no such item"))
    }

    fn __delitem__(&self, py: Python<'_>, index: usize) -> Result<()> {
        let old = self.items.with_mut(py, |items| (index < items.len()).then(|| items.remove(index)))?;
        old.map(drop).ok_or_else(|| IndexError::new("no such item"))
    }

    fn insert(&mut self, py: Python<'_>, index: usize, item: Py<Any>) -> Result<()> {
        self.inserted += 1;
        self.items.with_mut(py, |items| items.insert(index.min(items.len()), item))
    }
}

/// Lacks what its base asks for.
#[class(extends = "collections.abc:Sized")]
pub struct Abstract;

#[methods]
impl Abstract {
    #[new]
    fn new() -> Self {
        Abstract
    }

    #[staticmethod]
    fn made() -> Abstract {
        Abstract
    }
}

/// A dict, with what is written in Python for all mappings of a kind.
#[class(extends = (Dict, "completing:Greets"), name = "Table")]
pub struct Words {
    held: Option<Py<Any>>,
}

#[methods]
impl Words {
    #[new]
    #[signature(held = None)]
    fn new(held: Option<Py<Any>>) -> Extended<BaseArgs<()>, Words> {
        Extended::new(BaseArgs(()), Words { held })
    }

    fn held(&self, py: Python<'_>) -> Option<Py<Any>> {
        self.held.as_ref().map(|held| held.clone_ref(py))
    }
}

/// Its base has an `__init__`, which gets the arguments too.
#[class(extends = "completing:Greets")]
pub struct Greeter {
    count: usize,
}

#[methods]
impl Greeter {
    #[new]
    fn new(count: usize) -> Self {
        Greeter { count }
    }

    fn __len__(&self) -> usize {
        self.count
    }
}

/// Its class is known to its metaclass.
#[class(metaclass = "completing:Registry", subclass)]
pub struct Plugin {
    #[field(get, set)]
    next: Option<Py<Any>>,
}

#[methods]
impl Plugin {
    #[new]
    fn new() -> Self {
        Plugin { next: None }
    }

    #[classattr]
    const LEVEL: i64 = 3;
}

#[owned::module]
mod completed {
    #[export]
    pub use super::{Abstract, Counted, Greeter, Plugin, Words};
}

#[owned::module]
mod misnamed {
    #[class(extends = "completing:Missing")]
    pub struct Lost;
}

#[owned::module]
mod conflicting {
    #[class(extends = "collections:OrderedDict")]
    pub struct Both {
        number: u64,
    }

    #[methods]
    impl Both {
        fn number(&self) -> u64 {
            self.number
        }
    }
}

/// The classes of Python's that these extend.
fn prepare(py: Python<'_>) -> Result<()> {
    let source = "
class Greets:
    def __init__(self, *args): self.greeted = len(self)
    def greet(self): return f'{type(self).__name__} of {len(self)}'

class Registry(type):
    known = []
    def __new__(meta, name, bases, members, **options):
        made = super().__new__(meta, name, bases, members, **options)
        meta.known.append(name)
        return made
    def describe(cls): return f'{cls.__module__}.{cls.__qualname__} at {cls.LEVEL}'
";
    if py.imported("completing")?.is_none() {
        let module = owned::types::Module::from_source(py, "completing", source)?;
        py.import("sys")?.getattr("modules")?.set_item("completing", &module)?;
    }
    Ok(())
}

fn loaded(py: Python<'_>) -> Result<Owned<'_, Any>> {
    prepare(py)?;
    owned::load!(py, completed)
}

#[test]
fn methods_of_python_bases_work_on_ours() {
    python(|py| {
        run(
            &loaded(py)?,
            "
import collections.abc, pickle, inspect
one = m.Counted()
one.extend('abc'); one.append('d'); one.reverse()
assert list(one) == ['d', 'c', 'b', 'a'] and one.inserted == 4
assert 'c' in one and one.index('b') == 2 and one.pop(3) == 'a' and len(one) == 3
one += 'xy'
assert one.count('x') == 1 and one.inserted == 6
assert isinstance(one, collections.abc.MutableSequence) and isinstance(one, m.Counted)
assert type(one) is m.Counted and type(m.Counted).__name__ == 'ABCMeta'
assert (m.Counted.__name__, m.Counted.__qualname__, m.Counted.__module__) == ('Counted', 'Counted', 'completed')
assert m.Counted.__doc__ == 'A list that counts what is put into it.'
assert str(inspect.signature(m.Counted)) == '()', inspect.signature(m.Counted)
assert not hasattr(one, '__dict__')

table = m.Table(5)
table['a'] = 1
assert table.greet() == 'Table of 1' and table.held() == 5
assert isinstance(table, dict) and table == {'a': 1} and type(table).__name__ == 'Table'
one = m.Greeter(3)
assert one.greeted == 3 and one.greet() == 'Greeter of 3'
class Derived(m.Table):
    def greet(self): return 'derived: ' + super().greet()
assert Derived().greet() == 'derived: Derived of 0'
",
        )
    });
}

#[test]
fn a_metaclass_makes_the_class() {
    python(|py| {
        run(
            &loaded(py)?,
            "
import completing
assert type(m.Plugin) is completing.Registry and 'Plugin' in completing.Registry.known
assert m.Plugin.describe() == 'completed.Plugin at 3'
class Other(m.Plugin): LEVEL = 4
assert Other.describe().endswith('Other at 4') and 'Other' in completing.Registry.known
assert isinstance(m.Plugin(), m.Plugin) and isinstance(Other(), m.Plugin)
",
        )
    });
}

#[test]
fn what_is_abstract_has_no_instances() {
    python(|py| {
        run(
            &loaded(py)?,
            "
missing = \"TypeError: Can't instantiate abstract class Abstract without an implementation for abstract method '__len__'\"
assert raised(m.Abstract) == missing, raised(m.Abstract)
assert raised(m.Abstract.made) == missing
class Whole(m.Abstract):
    def __len__(self): return 7
assert len(Whole()) == 7
",
        )
    });
}

#[test]
fn a_base_that_is_not_there_or_does_not_fit_says_so() {
    python(|py| {
        prepare(py)?;
        let error = owned::load!(py, misnamed).unwrap_err().to_string();
        assert!(error.contains("completing") && error.contains("Missing"), "{error}");
        let error = owned::load!(py, conflicting).unwrap_err().to_string();
        assert!(error.contains("lay-out conflict"), "{error}");
        Ok(())
    });
}

#[test]
fn cycles_through_both_halves_go() {
    python(|py| {
        let module = loaded(py)?;
        flat(py, |probe| {
            for name in ["Counted", "Table", "Plugin"] {
                let one = module.call_method(name, ())?;
                match name {
                    "Counted" => {
                        one.call_method("append", (&one,))?;
                        one.call_method("append", (probe,))?;
                    }
                    "Table" => {
                        one.setattr("me", &one)?;
                        one.set_item("probe", probe)?;
                    }
                    _ => {
                        one.setattr("next", &one)?;
                    }
                }
            }
            let holder = module.call_method("Table", (probe,))?;
            holder.setattr("held_by", module.call_method("Table", (&holder,))?)?;
            drop(holder);
            collect(py).map(drop)
        });
        Ok(())
    });
}

#[test]
fn a_thousand_such_types_go() {
    python(|py| {
        prepare(py)?;
        flat(py, |_| {
            let module = owned::load!(py, completed)?;
            module.call_method("Counted", ())?.call_method("append", (&module,))?;
            py.import("completing")?.getattr("Registry")?.getattr("known")?.call_method("clear", ())?;
            drop(module);
            collect(py).map(drop)
        });
        Ok(())
    });
}
