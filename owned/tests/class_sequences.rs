//! Containers: what Python and C ask a sequence or a mapping, beside the same class written in Python.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod class_support;
mod support;

use class_support::run;
use owned::prelude::*;
use support::{flat, python};

/// A key: an index or a text.
#[derive(FromPy, Clone, PartialEq)]
enum Key {
    Index(i64),
    Text(String),
}

macro_rules! container {
    ($(#[$option:meta])* $class:ident) => {
        /// A list that says what it was asked for.
        $(#[$option])*
        pub struct $class {
            items: Vec<Py<Any>>,
        }

        #[methods]
        impl $class {
            #[new]
            fn new(items: Vec<Py<Any>>) -> Self {
                $class { items }
            }
            fn __len__(&self) -> Result<usize> {
                if self.items.len() == 13 { Err(ValueError::new("unlucky")) } else { Ok(self.items.len()) }
            }
            fn __getitem__<'py>(&self, py: Python<'py>, key: Key) -> Result<Owned<'py, Any>> {
                match key {
                    Key::Text(text) => ("item", text).into_any(py),
                    Key::Index(at) if at < 0 => ("negative", at).into_any(py),
                    Key::Index(at) => match self.items.get(at as usize) {
                        Some(item) => Ok(item.bind(py).to_owned()),
                        None => Err(IndexError::new("no such item")),
                    },
                }
            }
            fn __setitem__(slf: &Owned<'_, Self>, key: i64, value: Py<Any>) -> Result<()> {
                let mut this = slf.borrow_mut()?;
                let item = usize::try_from(key).ok().and_then(|at| this.items.get_mut(at));
                let item = item.ok_or_else(|| IndexError::new("no such item"))?;
                let before = core::mem::replace(item, value);
                drop(this);
                drop(before);
                Ok(())
            }
            fn __delitem__(&mut self, key: i64) -> Result<()> {
                match usize::try_from(key) {
                    Ok(at) if at < self.items.len() => drop(self.items.remove(at)),
                    _ => return Err(IndexError::new("no such item")),
                }
                Ok(())
            }
            fn __contains__(slf: Borrowed<'_, '_, Self>, item: Key) -> bool {
                !slf.is_none() && item == Key::Text("inside".into())
            }
            fn __reversed__(&self) -> &'static str {
                "reversed"
            }
            fn __length_hint__(&self) -> usize {
                7
            }
            fn __missing__(&self, key: Key) -> bool {
                key == Key::Index(1)
            }
        }
    };
}

container!(
    #[class]
    Final
);
container!(
    #[class(subclass)]
    Open
);

/// Items alone: iterated, reversed and searched through by them.
#[class]
pub struct Squares {
    count: i64,
}

#[methods]
impl Squares {
    #[new]
    fn new(count: i64) -> Self {
        Squares { count }
    }
    fn __getitem__(&self, key: i64) -> Result<i64> {
        if (0..self.count).contains(&key) { Ok(key * key) } else { Err(IndexError::new("outside")) }
    }
    fn __len__(&self) -> Result<usize> {
        usize::try_from(self.count).map_err(|_| ValueError::new("negative"))
    }
}

/// Only half of what sets and deletes.
#[class]
pub struct Settable {
    #[field(get)]
    last: i64,
}

#[methods]
impl Settable {
    #[new]
    fn new() -> Self {
        Settable { last: 0 }
    }
    fn __setitem__(&mut self, key: i64, value: i64) {
        self.last = key * 100 + value;
    }
}

/// The other half.
#[class]
pub struct Deletable;

#[methods]
impl Deletable {
    #[new]
    fn new() -> Self {
        Deletable
    }
    fn __delitem__(&self, key: &str) -> Result<()> {
        Err(KeyError::new(key.to_owned()))
    }
}

#[owned::module]
mod containers {
    #[export]
    pub use super::{Deletable, Final, Open, Settable, Squares};
}

const TWIN: &str = include_str!("class_support/containers.py");

#[track_caller]
fn check(source: &str) {
    python(|py| run(&owned::load!(py, containers)?, &format!("{TWIN}\n{source}")));
}

#[test]
fn a_container_does_what_its_twin_does() {
    check("assert differences(m.Final, Twin) > 100");
}

#[test]
fn classes_of_python_derive_from_it_as_from_its_twin() {
    check(
        "assert differences(m.Open, Twin) > 100\n\
         for names in ([], ['__len__'], ['__getitem__'], ['__setitem__'], ['__delitem__'], ['__contains__'],\n\
                       ['__reversed__'], ['__setitem__', '__delitem__'], ['__len__', '__getitem__', '__contains__']):\n    \
             assert differences(derived(m.Open, names), derived(Twin, names)) > 100",
    );
}

#[test]
fn items_alone_make_a_sequence() {
    check(
        "s = m.Squares(4)\n\
         same(list(s), [0, 1, 4, 9])\n\
         same(list(reversed(s)), [9, 4, 1, 0])\n\
         assert 9 in s and 5 not in s\n\
         same(operator.indexOf(s, 4), 2)\n\
         same(operator.countOf(s, 4), 1)\n\
         same(raised(lambda: s[-1]), 'IndexError: outside')\n\
         first, *rest = s\n\
         same(rest, [1, 4, 9])\n\
         same(raised(len, m.Squares(-1)).split(':')[0], 'ValueError')",
    );
}

#[test]
fn the_other_half_is_missing_as_in_python() {
    check(
        "class Settable:\n    \
             def __setitem__(self, key, value): self.last = key * 100 + value\n\
         class Deletable:\n    \
             def __delitem__(self, key): raise KeyError(key)\n\
         s, t = m.Settable(), Settable()\n\
         for one in (s, t):\n    \
             one[3] = 4\n    \
             same(one.last, 304)\n    \
             same(raised(operator.delitem, one, 3), 'AttributeError: __delitem__')\n    \
             same(outcome(lambda: one[3]), TypeError)\n\
         for one in (m.Deletable(), Deletable()):\n    \
             same(raised(operator.delitem, one, 'x'), \"KeyError: 'x'\")\n    \
             same(raised(operator.setitem, one, 3, 4), 'AttributeError: __setitem__')",
    );
}

/// C asks a sequence through `sq_item`, with an index that it adds the length to where it is negative.
#[test]
fn c_asks_by_index() {
    python(|py| {
        let module = owned::load!(py, containers)?;
        for name in ["Final", "Open"] {
            let container = module.call_method(name, (vec![10, 20, 30],))?;
            let sequence = unsafe_free::get(&container, -1)?;
            assert_eq!(sequence.extract::<i64>()?, 30);
            assert_eq!(unsafe_free::get(&container, 1)?.extract::<i64>()?, 20);
            // Below the first it reaches the method as C made it: -9 and the length of 3.
            assert_eq!(unsafe_free::get(&container, -9)?.extract::<(String, i64)>()?, ("negative".into(), -6));
            unsafe_free::set(&container, -2, 7)?;
            assert_eq!(unsafe_free::get(&container, 1)?.extract::<i64>()?, 7);
            unsafe_free::del(&container, -1)?;
            assert_eq!(container.call_method("__len__", ())?.extract::<usize>()?, 2);
            assert!(unsafe_free::del(&container, 5).is_err());
        }
        Ok(())
    });
}

/// `PySequence_GetItem` and its like, which no code of Python's calls with a negative index.
mod unsafe_free {
    #![expect(unsafe_code, reason = "calls the C API")]
    use owned::prelude::*;
    use owned::raw;

    pub(crate) fn get<'py>(object: &Owned<'py, Any>, at: isize) -> Result<Owned<'py, Any>> {
        // SAFETY: attached, by the handle.
        let item = unsafe { raw::sequence_get_item(object.raw(), at) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(object.py(), item) })
    }

    pub(crate) fn set(object: &Owned<'_, Any>, at: isize, value: i64) -> Result<()> {
        let value = value.into_any(object.py())?;
        // SAFETY: attached, by the handle.
        Ok(unsafe { raw::sequence_set_item(object.raw(), at, value.raw()) }?)
    }

    pub(crate) fn del(object: &Owned<'_, Any>, at: isize) -> Result<()> {
        // SAFETY: attached, by the handle.
        Ok(unsafe { raw::sequence_del_item(object.raw(), at) }?)
    }
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let module = owned::load!(py, containers)?;
        let globals = Dict::empty(py)?;
        globals.set("m", &module)?;
        support::exec(&globals, include_str!("class_support/twins.py"))?;
        support::exec(&globals, TWIN)?;
        let source = "for kind in (m.Final, m.Open):\n    \
            c = kind([probe, 1, 2])\n    \
            for call in ACTIONS: outcome(lambda: call(c))\n    \
            c = kind([probe, 1]); c[0] = probe; c[1] = c\n\
            del c, call, kind";
        let code = py.import("builtins")?.call_method("compile", (source, "<test>", "exec"))?;
        let exec = py.import("builtins")?.getattr("exec")?;
        let collect = py.import("gc")?.getattr("collect")?;
        flat(py, |probe| {
            globals.set("probe", probe)?;
            exec.call((&code, &globals))?;
            globals.set("probe", ())?;
            collect.call(()).map(drop)
        });
        Ok(())
    });
}
