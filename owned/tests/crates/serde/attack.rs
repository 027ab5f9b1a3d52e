//! serde against objects that contain themselves, lie, and change while they are read.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use ::serde::{Deserialize, Serialize};
use owned::exceptions::RecursionError;
use owned::prelude::*;
use owned::serde::{from_python, to_python};

use crate::made;
use crate::support::{exec, flat, python};

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "it is read, and never looked at")]
struct Tree(Vec<Tree>);

#[derive(Debug, Deserialize)]
#[serde(untagged)]
#[allow(dead_code, reason = "it is read, and never looked at")]
enum Described {
    Number(i64),
    Many(Vec<Described>),
    Named(BTreeMap<String, Described>),
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "it is read, and never looked at")]
struct Linked {
    next: Option<Box<Linked>>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "it is read, and never looked at")]
struct Endless(Box<Endless>);

#[derive(Default)]
struct Ring {
    next: RefCell<Option<Rc<Ring>>>,
}

impl Serialize for Ring {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &*self.next.borrow() {
            Some(next) => serializer.serialize_newtype_struct("Ring", &**next),
            None => serializer.serialize_unit(),
        }
    }
}

#[test]
fn what_contains_itself_is_a_recursion_error() {
    python(|py| {
        flat(py, |_| {
            let globals = Dict::empty(py)?;
            exec(&globals, "many = []\nmany.append(many)\nnamed = {}\nnamed['next'] = named\nmixed = [{'a': many}]\n")?;
            let (many, named) = (globals.require("many")?, globals.require("named")?);
            assert!(from_python::<Tree>(&many).expect_err("endless").is::<RecursionError>(py));
            assert!(from_python::<Described>(&many).expect_err("endless").is::<RecursionError>(py));
            assert!(from_python::<Described>(&named).expect_err("endless").is::<RecursionError>(py));
            assert!(
                from_python::<Described>(&globals.require("mixed")?).expect_err("endless").is::<RecursionError>(py)
            );
            assert!(from_python::<Linked>(&named).expect_err("endless").is::<RecursionError>(py));
            many.call_method("clear", ())?;
            named.call_method("clear", ())?;

            let ring = Rc::new(Ring::default());
            *ring.next.borrow_mut() = Some(ring.clone());
            assert!(to_python(py, &*ring).expect_err("endless").is::<RecursionError>(py));
            ring.next.borrow_mut().take();
            Ok(())
        });
        assert!(from_python::<Endless>(&made(py, "5")?).expect_err("endless").is::<RecursionError>(py));
        // As deep as JSON goes, and typed data deeper.
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(from_python::<Described>(&made(py, &nested(120))?).is_ok());
        let deep =
            made(py, "__import__('functools').reduce(lambda inner, _: {'next': inner}, range(100), {'next': None})")?;
        assert!(from_python::<Linked>(&deep).is_ok());
        Ok(())
    });
}

#[test]
fn what_changes_while_it_is_read() {
    python(|py| {
        flat(py, |probe| {
            let globals = Dict::empty(py)?;
            globals.set("probe", probe)?;
            exec(
                &globals,
                "class Grows:\n    \
                     def __index__(self):\n        \
                         if len(many) < 5: many.append(self)\n        \
                         named.clear()\n        \
                         named['new'] = probe\n        \
                         return 1\n\
                 class Shrinks:\n    \
                     def __index__(self):\n        \
                         many.clear()\n        \
                         return 1\n\
                 class Lies(dict):\n    \
                     def __len__(self): return 10**9\n    \
                     def __iter__(self): raise RuntimeError('not asked')\n    \
                     def items(self): raise RuntimeError('not asked')\n\
                 class Mapped(__import__('collections').UserDict):\n    \
                     def items(self): return [(1, 2, 3)]\n\
                 class Endless:\n    \
                     def __getitem__(self, at): return at\n\
                 many = [Grows()]\n\
                 named = {'a': Grows(), 'b': 2}\n",
            )?;
            let many = globals.require("many")?;
            assert_eq!(from_python::<Vec<u8>>(&many)?, [1; 5]);
            // As it was when it was reached.
            let named = globals.require("named")?;
            globals.require("many")?.call_method("clear", ())?;
            many.call_method("extend", (vec![1; 5],))?;
            exec(&globals, "named.update(a=Grows(), b=2)\nnamed.pop('new')\n")?;
            assert_eq!(
                from_python::<BTreeMap<String, u8>>(&named)?,
                BTreeMap::from([("a".into(), 1), ("b".into(), 2)])
            );
            exec(&globals, "many[:] = [Shrinks(), 2, 3]\n")?;
            assert_eq!(from_python::<Vec<u8>>(&many)?, [1]);
            exec(&globals, "lies = Lies(a=1)\nmapped = Mapped()\n")?;
            assert_eq!(from_python::<BTreeMap<String, u8>>(&globals.require("lies")?)?.len(), 1);
            let error = from_python::<BTreeMap<String, u8>>(&globals.require("mapped")?).expect_err("no pair");
            assert_eq!(error.to_string(), "ValueError: expected a tuple of 2, got one of 3");
            exec(&globals, "endless = Endless()\n")?;
            let error = from_python::<(u8, u8)>(&globals.require("endless")?).expect_err("longer");
            assert_eq!(error.to_string(), "ValueError: expected a sequence of 2, got a longer one");
            let error = from_python::<Vec<u8>>(&globals.require("endless")?).expect_err("too large");
            assert!(error.to_string().starts_with("OverflowError: [256]: 256 does not fit in u8"), "{error}");
            // The functions and classes know these globals.
            globals.clear();
            Ok(())
        });
        Ok(())
    });
}
